#include "graph/relation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/embedded.hpp"
#include "graph/error.hpp"

KITH_EMBEDDED(relations_tsv)

namespace kith {

namespace {

using enum EntityKind;

constexpr std::array actors = {person,      state, government_body,    military_unit,
                               armed_group, party, international_body, company,
                               ngo,         media, population_group,   organisation};
constexpr std::array locations = {state, place};
constexpr std::array things = {weapon, vehicle, product};

// The columns of relations.tsv, in order.
enum Column {
    name_column,
    group_column,
    subject_column,
    object_column,
    inverse_column,
    symmetric_column,
    plover_column,
    cameo_column,
    ftm_column,
    wikidata_column,
    stix_column,
    gloss_column,
    column_count
};

std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> cells;
    for (;;) {
        const std::size_t end = line.find(separator);
        cells.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return cells;
        line.remove_prefix(end + 1);
    }
}

Relation relation_of(const std::vector<std::string_view>& cells, std::size_t id, const Place& place) {
    if (cells.size() != column_count) {
        throw Error(place,
                    "expected " + std::to_string(int{column_count}) + " columns, found " + std::to_string(cells.size()),
                    "Separate the columns by single tabs, as in the first line.");
    }
    const auto text = [&](Column column) { return std::string(cells[column]); };
    Relation relation;
    relation.id = static_cast<RelationId>(id);
    relation.name = text(name_column);
    relation.group = text(group_column);
    relation.subject_kinds = kinds_of_domain(cells[subject_column]);
    relation.object_kinds = kinds_of_domain(cells[object_column]);
    relation.inverse = text(inverse_column);
    relation.symmetric = cells[symmetric_column] == "1";
    relation.plover = text(plover_column);
    relation.cameo = text(cameo_column);
    relation.follow_the_money = text(ftm_column);
    relation.wikidata = text(wikidata_column);
    relation.stix = text(stix_column);
    relation.gloss = text(gloss_column);
    if (relation.name.empty() || relation.subject_kinds.none() || relation.object_kinds.none()) {
        throw Error(place, "a relation needs a name, a subject domain and an object range",
                    "Write the domain with the letters A (actors), L (places), P (persons) and Q (things).");
    }
    return relation;
}

}  // namespace

EntityKindSet kinds_of_domain(std::string_view letters) {
    EntityKindSet kinds;
    const auto add = [&](const auto& list) {
        for (const EntityKind kind : list) kinds.set(static_cast<std::size_t>(kind));
    };
    for (const char letter : letters) {
        if (letter == 'A') add(actors);
        if (letter == 'L') add(locations);
        if (letter == 'P') add(std::array{person});
        if (letter == 'Q') add(things);
    }
    return kinds;
}

std::string in_words(const Relation& relation, bool inverse) {
    // Nouns and participles want a verb before them; the rest of the names are verbs already.
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> irregular = {{
        {"allied_with", "is allied with"},
        {"member_of", "is a member of"},
        {"part_of", "is part of"},
        {"based_in", "is based in"},
        {"located_in", "is located in"},
        {"citizen_of", "is a citizen of"},
        {"born_in", "was born in"},
        {"relative_of", "is a relative of"},
        {"associate_of", "is an associate of"},
        {"ceasefire_with", "has a ceasefire with"},
        {"base_of", "is the base of"},
        {"birthplace_of", "is the birthplace of"},
        {"deathplace_of", "is where death came to"},
        {"ties_severed_by", "had ties severed by"},
    }};
    const std::string& name = inverse ? relation.inverse : relation.name;
    for (const auto& [key, words] : irregular) {
        if (name == key) return std::string(words);
    }
    std::string words = name;
    std::ranges::replace(words, '_', ' ');
    if (inverse && !relation.symmetric && (words.ends_with(" by") || words.ends_with(" in by"))) words = "is " + words;
    return words;
}

const Ontology& Ontology::builtin() {
    static const Ontology ontology = parse(relations_tsv(), "relations.tsv");
    return ontology;
}

Ontology Ontology::parse(std::string_view tsv, const std::string& file) {
    std::vector<Relation> relations;
    const std::vector<std::string_view> lines = split(tsv, '\n');
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].empty() || lines[i].front() == '#') continue;
        relations.push_back(relation_of(split(lines[i], '\t'), relations.size() + 1, Place{file, i + 1, 0}));
    }
    return Ontology(std::move(relations));
}

Ontology::Ontology(std::vector<Relation> relations) : relations_(std::move(relations)) {}

const Relation& Ontology::at(RelationId id) const {
    // Ids are dense from 1 but for relations that a user removed.
    if (id >= 1 && id <= relations_.size() && relations_[id - 1U].id == id) return relations_[id - 1U];
    const auto found = std::ranges::find(relations_, id, &Relation::id);
    if (found == relations_.end()) throw Error("there is no relation number " + std::to_string(id));
    return *found;
}

const Relation* Ontology::find(std::string_view name) const {
    const auto found = std::ranges::find(relations_, name, &Relation::name);
    return found == relations_.end() ? nullptr : &*found;
}

std::vector<RelationId> Ontology::matching(std::string_view word) const {
    std::vector<RelationId> ids;
    for (const Relation& relation : relations_) {
        if (relation.name == word || relation.inverse == word || relation.group == word) ids.push_back(relation.id);
    }
    return ids;
}

}  // namespace kith
