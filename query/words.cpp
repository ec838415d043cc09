#include "query/words.hpp"

#include <algorithm>

#include "query/nearest_word.hpp"

namespace kith {

namespace {

constexpr std::size_t most_others = 5;  // namesakes that a note names

// "Wagner (place)", or "#17 Wagner (place)" where another of them is called just so. Either can be asked with.
std::string told_apart(const Entity& entity, const std::vector<Entity>& among) {
    const auto twins = std::ranges::count_if(
        among, [&](const Entity& each) { return each.name == entity.name && each.kind == entity.kind; });
    return (twins > 1 ? "#" + std::to_string(entity.id) + " " : "") + entity.name + " (" + in_words(entity.kind) + ")";
}

// Whom of several a name was taken for.
std::string choice_in_words(const std::string& name, const std::vector<Entity>& found) {
    std::vector<std::string> others;
    for (std::size_t i = 1; i < std::min(found.size(), most_others + 1); ++i) {
        others.push_back(told_apart(found[i], found));
    }
    const std::size_t rest = found.size() - 1 - others.size();
    return name + ": taken as " + told_apart(found.front(), found) + "; also: " + joined(others, ", ") +
           (rest > 0 ? " and " + std::to_string(rest) + " more" : "");
}

}  // namespace

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : std::string(separator)) + word;
    return text;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known, const std::string& otherwise) {
    const auto nearest = nearest_word(word, known);
    return nearest ? "Did you mean " + *nearest + "?" : otherwise;
}

EntityId find_entity(const Store& store, const std::string& name, std::vector<std::string>& notes) {
    const std::vector<Entity> found = store.entities_named(name);
    if (found.empty()) return store.find_entity(name).id;  // which throws, with suggestions
    if (found.size() > 1) notes.push_back(choice_in_words(name, found));
    return found.front().id;
}

void require_two(const Store& store, const std::string& first_name, EntityId first, const std::string& second_name,
                 EntityId second) {
    if (first != second) return;
    throw Error(first_name + " and " + second_name + " are one entity: " + store.entity(first).name,
                "`kith split` parts entities that were merged by mistake.");
}

bool is_one_entity(const Store& store, const std::string& first, const std::string& second) {
    return store.find_entity(first).id == store.find_entity(second).id;
}

std::pair<EntityId, EntityId> find_two(const Store& store, const std::string& first, const std::string& second,
                                       std::vector<std::string>& notes) {
    const EntityId one = find_entity(store, first, notes), other = find_entity(store, second, notes);
    require_two(store, first, one, second, other);
    return {one, other};
}

std::vector<RelationId> find_relations(const Ontology& ontology, const std::vector<std::string>& words,
                                       const std::string& label) {
    std::vector<RelationId> ids;
    for (const std::string& word : words) {
        const std::vector<RelationId> matching = ontology.matching(word);
        if (matching.empty()) {
            std::vector<std::string> known;
            for (const Relation& relation : ontology.all()) {
                known.insert(known.end(), {relation.name, relation.inverse, relation.group});
            }
            throw UnknownWord(label + ": there is no relation \"" + word + "\"",
                              did_you_mean(word, known, "`kith relations` lists the relations and their groups."));
        }
        ids.insert(ids.end(), matching.begin(), matching.end());
    }
    return ids;
}

const Relation& find_relation(const Ontology& ontology, const std::string& word, const std::string& label) {
    if (const Relation* const named = ontology.find(word)) return *named;
    const std::vector<RelationId> found = find_relations(ontology, {word}, label);
    if (found.size() == 1 && ontology.at(found.front()).inverse == word) return ontology.at(found.front());
    std::vector<std::string> names;
    for (const RelationId each : found) names.push_back(ontology.at(each).name);
    throw UnknownWord(label + ": \"" + word + "\" is a group of relations", "Name one: " + joined(names, ", ") + ".");
}

}  // namespace kith
