#include "ingest/text/name_words.hpp"

#include <unordered_map>

#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "ingest/text/table.hpp"

KITH_EMBEDDED(heads_tsv)
KITH_EMBEDDED(first_names_tsv)

namespace kith::text {

std::optional<EntityKind> kind_of_head(std::string_view word) {
    static const std::unordered_map<std::string_view, EntityKind> heads = [] {
        std::unordered_map<std::string_view, EntityKind> result;
        for (const Row& row : rows(heads_tsv())) {
            const auto kind = parse_entity_kind(row[0]);
            if (!kind) throw Error(Place{"heads.tsv"}, "unknown kind \"" + std::string(row[0]) + '"');
            for (const std::string_view head : split(row[1], ' ')) result.try_emplace(head, *kind);
        }
        return result;
    }();
    const auto found = heads.find(word);
    return found == heads.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Gender> gender_of_first_name(std::string_view word) {
    static const std::unordered_map<std::string_view, Gender> names = [] {
        std::unordered_map<std::string_view, Gender> result;
        for (const Row& row : rows(first_names_tsv())) {
            const Gender gender = row[0] == "female" ? Gender::female : Gender::male;
            for (const std::string_view name : split(row[1], ' ')) result.try_emplace(name, gender);
        }
        return result;
    }();
    const auto found = names.find(word);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace kith::text
