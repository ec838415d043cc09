#include "graph/relation.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "graph/embedded.hpp"
#include "graph/tsv.hpp"

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

constexpr std::size_t needed_columns = symmetric_column + 1;
constexpr std::size_t longest_name = 64;
constexpr std::size_t most_relations = 10'000;
constexpr std::size_t largest_file_bytes = std::size_t{4} << 20;

bool is_word(std::string_view name) {
    return !name.empty() && name.size() <= longest_name && name.front() >= 'a' && name.front() <= 'z' &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == name.npos;
}

// A name of a relation, its inverse or its group: what users write in filters.
std::string word_in(const TsvRow& row, Column column, std::string_view what) {
    if (is_word(row[column])) return std::string(row[column]);
    throw Error(row.position_of(column), "\"" + std::string(row[column]) + "\" is not the name of " + std::string(what),
                "Write it in small letters, digits and underscores: \"supplies\", \"supplied_by\".");
}

EntityKindSet kinds_in(const TsvRow& row, Column column) {
    const EntityKindSet kinds = kinds_of_domain(row[column]);
    if (kinds.any()) return kinds;
    throw Error(
        row.position_of(column), "\"" + std::string(row[column]) + "\" names no kinds of entities",
        "Write A (actors), L (places), P (persons), Q (things), several letters, or kinds: \"person,company\".");
}

Relation relation_of(const TsvRow& row, std::size_t id) {
    const auto text = [&](Column column) { return std::string(row[column]); };
    Relation relation;
    relation.id = static_cast<RelationId>(id);
    relation.name = word_in(row, name_column, "a relation");
    relation.group = word_in(row, group_column, "a group of relations");
    relation.subject_kinds = kinds_in(row, subject_column);
    relation.object_kinds = kinds_in(row, object_column);
    relation.inverse = word_in(row, inverse_column, "an inverse");
    relation.symmetric = row[symmetric_column] == "1";
    if (!relation.symmetric && row[symmetric_column] != "0") {
        throw Error(row.position_of(symmetric_column), "\"" + text(symmetric_column) + "\" is neither 0 nor 1",
                    "Write 1 where the relation is its own inverse.");
    }
    if (relation.symmetric != (relation.name == relation.inverse)) {
        throw Error(row.position_of(inverse_column),
                    "a relation is symmetric where it is its own inverse, and only there",
                    "Give a symmetric relation its own name as the inverse, and others another.");
    }
    relation.plover = text(plover_column);
    relation.cameo = text(cameo_column);
    relation.follow_the_money = text(ftm_column);
    relation.wikidata = text(wikidata_column);
    relation.stix = text(stix_column);
    relation.gloss = text(gloss_column);
    return relation;
}

bool says_the_same(const Relation& a, const Relation& b) {
    return a.group == b.group && a.inverse == b.inverse && a.symmetric == b.symmetric &&
           a.subject_kinds == b.subject_kinds && a.object_kinds == b.object_kinds;
}

// Whoever asks for a word must know which relation is meant.
void require_unused(const Relation& added, const Relation& known) {
    const auto refuse = [&](const std::string& word, std::string_view what) {
        throw Error("the relation " + added.name + " cannot be added: \"" + word + "\" is " + std::string(what) + " " +
                        known.name,
                    "Give it another name.");
    };
    if (added.name == known.inverse || added.inverse == known.inverse) refuse(known.inverse, "the inverse of");
    if (added.inverse == known.name) refuse(known.name, "the name of");
    if (added.name == known.group) refuse(known.group, "the group of");
}

}  // namespace

EntityKindSet kinds_of_domain(std::string_view words) {
    EntityKindSet kinds;
    const auto add = [&](const auto& list) {
        for (const EntityKind kind : list) kinds.set(static_cast<std::size_t>(kind));
    };
    if (words.find_first_not_of("ALPQ") != words.npos) {
        for (const std::string_view word : split(words, ',')) {
            const auto kind = parse_entity_kind(word);
            if (!kind) return {};
            kinds.set(static_cast<std::size_t>(*kind));
        }
        return kinds;
    }
    for (const char letter : words) {
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
    Ontology ontology{std::vector<Relation>()};
    for (const TsvRow& row : tsv_rows(tsv, file, needed_columns, column_count)) {
        if (row[name_column] == "name") continue;  // the header
        try {
            ontology.add(relation_of(row, 0));
        } catch (const Error& error) {
            if (!error.position().file.empty()) throw;
            throw Error(row.position(), error.problem(), error.next_step());
        }
    }
    return ontology;
}

Ontology Ontology::read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error(InputPosition{path}, "cannot read the relations: " + std::generic_category().message(errno),
                    "Check the path.");
    std::string tsv(largest_file_bytes + 1, '\0');
    file.read(tsv.data(), static_cast<std::streamsize>(tsv.size()));
    tsv.resize(static_cast<std::size_t>(file.gcount()));
    if (file.bad() || tsv.size() > largest_file_bytes) {
        throw Error(InputPosition{path}, "this is no file of relations",
                    "Write it like graph/relations.tsv: `kith relations --help`.");
    }
    return parse(tsv, path);
}

bool Ontology::add(Relation relation) {
    if (const Relation* known = find(relation.name)) {
        if (says_the_same(*known, relation)) return false;
        throw Error("the relation " + relation.name + " is defined already, in another way",
                    "Give it another name; `kith relations` lists those that there are.");
    }
    for (const Relation& known : relations_) require_unused(relation, known);
    if (relations_.size() >= most_relations) throw Error("more than " + std::to_string(most_relations) + " relations");
    relation.id = static_cast<RelationId>(relations_.empty() ? 1 : relations_.back().id + 1);
    relations_.push_back(std::move(relation));
    return true;
}

Ontology Ontology::with(const Ontology& more) const {
    Ontology both = *this;
    for (const Relation& relation : more.all()) both.add(relation);
    return both;
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
