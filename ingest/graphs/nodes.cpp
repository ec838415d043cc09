#include "ingest/graphs/nodes.hpp"

#include <algorithm>

#include "graph/claim_rules.hpp"
#include "graph/error.hpp"
#include "graph/tsv.hpp"
#include "ingest/records/cell_values.hpp"
#include "ingest/records/column_names.hpp"

namespace kith::graphs {
namespace {

std::size_t place_in(const std::vector<std::string>& keys, const std::string& key) {
    return static_cast<std::size_t>(std::ranges::find(keys, key) - keys.begin());
}

std::string_view scheme_of(std::string_view name) {
    if (const std::size_t colon = name.find(':');
        colon != name.npos && records::column_key(name.substr(0, colon)) == "identifier")
        name.remove_prefix(colon + 1);
    const IdentifierScheme* const scheme = find_identifier_scheme(name);
    return scheme == nullptr ? std::string_view{} : scheme->name;
}

}  // namespace

NodeEntity entity_of(const Element& node) {
    NodeEntity found;
    EntityReference& entity = found.entity;
    const records::NodeKeys& keys = records::node_keys();
    std::size_t best_name = keys.name.size(), best_kind = keys.kind.size();
    for (const auto& [name, value] : node.attributes) {
        const std::string key = records::column_key(name);
        if (const std::size_t place = place_in(keys.name, key); place < best_name) {
            best_name = place;
            entity.name = value;
        }
        if (const std::size_t place = place_in(keys.kind, key); place < best_kind) {
            if (const auto kind = records::kind_named(value)) {
                best_kind = place;
                entity.kind = *kind;
                found.is_kind_told = true;
            }
        }
        if (place_in(keys.alias, key) < keys.alias.size()) {
            for (const std::string_view each : split(value, ';')) {
                const std::string_view alias = records::without_blanks(each);
                if (!alias.empty() && alias.size() <= longest_name_bytes) entity.aliases.emplace_back(alias);
            }
        }
        if (const std::string_view scheme = scheme_of(name); !scheme.empty()) {
            try {
                entity.identifiers.push_back(make_identifier(scheme, value));
            } catch (const RejectedRecord& rejected) {
                found.notes.push_back(rejected.problem() + ": it is left out");
            }
        }
    }
    if (entity.name.empty()) entity.name = node.id;
    std::erase(entity.aliases, entity.name);
    entity.mention = entity.name;
    return found;
}

}  // namespace kith::graphs
