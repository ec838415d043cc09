// Nouns that stand for actors or carry goods: data/nouns.tsv.
#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/entity.hpp"

namespace kith::text {

class NounClasses {
public:
    static const NounClasses& builtin();

    bool stands_in(std::string_view lemma) const { return stands_in_.contains(lemma); }
    bool leads_through(std::string_view lemma) const { return through_.contains(lemma); }
    bool is_goods(std::string_view lemma) const { return goods_.contains(lemma); }
    // Kinds that "the <noun>" may stand for; empty: none.
    const std::vector<EntityKind>& group_kinds(std::string_view lemma) const;

private:
    NounClasses();
    std::unordered_set<std::string_view> stands_in_, through_, goods_;
    std::unordered_map<std::string_view, std::vector<EntityKind>> groups_;
};

}  // namespace kith::text
