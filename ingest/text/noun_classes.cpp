#include "ingest/text/noun_classes.hpp"

#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "ingest/text/table.hpp"

KITH_EMBEDDED(nouns_tsv)

namespace kith::text {

const NounClasses& NounClasses::builtin() {
    static const NounClasses classes;
    return classes;
}

NounClasses::NounClasses() {
    for (const Row& row : rows(nouns_tsv())) {
        for (const std::string_view word : split(row[1], ' ')) {
            if (row[0] == "stands_in") {
                stands_in_.insert(word);
            } else if (row[0] == "through") {
                through_.insert(word);
            } else if (row[0] == "goods") {
                goods_.insert(word);
            } else {
                const std::vector<std::string_view> parts = split(row[0], ' ');
                const auto kind = parse_entity_kind(parts.back());
                if (!kind) throw Error(Place{"nouns.tsv"}, "unknown class \"" + std::string(row[0]) + '"');
                groups_[word].push_back(*kind);
            }
        }
    }
}

const std::vector<EntityKind>& NounClasses::group_kinds(std::string_view lemma) const {
    static const std::vector<EntityKind> no_kinds;
    const auto found = groups_.find(lemma);
    return found == groups_.end() ? no_kinds : found->second;
}

}  // namespace kith::text
