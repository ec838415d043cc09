#include "ingest/text/ties/relation_traits.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "graph/tsv.hpp"

KITH_EMBEDDED(relation_traits_tsv)

namespace kith::text {
namespace {

bool is_relation_or_group(std::string_view word) {
    return std::ranges::any_of(Ontology::builtin().all(), [&](const Relation& relation) {
        return relation.name == word || relation.group == word;
    });
}

}  // namespace

const RelationTraits& RelationTraits::builtin() {
    static const RelationTraits traits(relation_traits_tsv(), "ingest/text/data/relation_traits.tsv");
    return traits;
}

RelationTraits::RelationTraits(std::string_view table, const std::string& file) {
    using Trait = std::pair<std::string_view, WordList*>;
    const std::array<Trait, 5> traits = {{{"role", &roles_},
                                          {"lasting", &lasting_},
                                          {"hostile", &hostile_},
                                          {"peaceful", &peaceful_},
                                          {"kinship", &kinship_}}};
    for (const TsvRow& row : tsv_rows(table, file, 2, 2)) {
        const auto trait = std::ranges::find(traits, row[0], &Trait::first);
        if (trait == traits.end()) {
            throw Error(row.position(), "there is no trait \"" + std::string(row[0]) + '"',
                        "Use role, lasting, hostile, peaceful or kinship.");
        }
        for (const std::string_view word : split(row[1], ' ')) {
            if (!is_relation_or_group(word)) {
                throw Error(row.position_of(1), "there is no relation or group \"" + std::string(word) + '"',
                            "`kith relations` lists them.");
            }
            trait->second->insert(word);
        }
    }
}

}  // namespace kith::text
