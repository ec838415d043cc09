#include "ingest/records/look_up.hpp"

#include <utility>

#include "graph/error.hpp"
#include "graph/name_key.hpp"

namespace kith::records {
namespace {

constexpr std::size_t most_bytes = std::size_t{256} << 20;
constexpr std::size_t bytes_of_entry = 300;  // what an entry takes beside its letters

}  // namespace

void LookUpTable::add(std::string_view key, EntityReference entity, bool is_kind_told) {
    bytes_ += bytes_of_entry + 2 * entity.name.size() + key.size();
    if (bytes_ > most_bytes) {
        throw Error("a table that is looked up in takes more than 256 MiB",
                    "Put the names themselves into the columns of subject and object.");
    }
    const auto known = std::make_shared<const LookedUp>(LookedUp{std::move(entity), is_kind_told});
    if (!key.empty()) {  // a number that two have tells neither
        const auto [of_key, is_new] = by_key_.emplace(key, known);
        if (!is_new && of_key->second && *of_key->second != *known) of_key->second = nullptr;
    }
    const auto [of_name, is_new] = by_name_.emplace(name_key(known->name), known);
    if (!is_new && (of_name->second == nullptr || of_name->second->identifiers != known->identifiers))
        of_name->second = nullptr;
}

const LookedUp* LookUpTable::find(std::string_view key, std::string_view name) const {
    const auto& map = key.empty() ? by_name_ : by_key_;
    const auto found = map.find(key.empty() ? name_key(name) : std::string(key));
    return found == map.end() ? nullptr : found->second.get();
}

}  // namespace kith::records
