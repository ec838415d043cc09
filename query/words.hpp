// The words of whoever asks, and what they mean in a store: names become entities, words relations. What they do not
// mean is told with what was probably meant. The command line, C, SQL and assistants share these rules and messages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/error.hpp"
#include "graph/store/store.hpp"

namespace kith {

// A word that kith does not know where it takes only certain ones: a relation, a status, a date.
class UnknownWord : public Error {
public:
    using Error::Error;
};

// As Store::find_entity; where several go by the name, a note names the others, each so that it can be asked with.
EntityId find_entity(const Store& store, const std::string& name, std::vector<std::string>& notes);

// Throws Error where two names stand for one entity, and the question needs two.
void require_two(const Store& store, const std::string& first_name, EntityId first, const std::string& second_name,
                 EntityId second);

bool is_one_entity(const Store& store, const std::string& first, const std::string& second);

// Both of them.
std::pair<EntityId, EntityId> find_two(const Store& store, const std::string& first, const std::string& second,
                                       std::vector<std::string>& notes);

// Relations for words: relations, inverses or groups. `label` is what the message calls them. Throws UnknownWord.
std::vector<RelationId> find_relations(const Ontology& ontology, const std::vector<std::string>& words,
                                       const std::string& label);

// The one relation that a word means, by its name or its inverse. Throws UnknownWord, for a group too.
const Relation& find_relation(const Ontology& ontology, const std::string& word, const std::string& label);

// "Did you mean supplies?", or `otherwise` where no known word is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known, const std::string& otherwise);

// "a, b, c".
std::string joined(const std::vector<std::string>& words, std::string_view separator);

}  // namespace kith
