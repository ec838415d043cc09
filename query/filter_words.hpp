// Which claims a question is about, in the words of whoever asks: FilterWords become a ClaimFilter over one store.
//
//     FilterWords words{.relations = {"supplies", "conflict"}, .speakers = {"Kirby"}, .since = "2023"};
//     const ClaimFilter filter = words.resolve(store, notes);
//
// The command line (query/cli) and questions from other programs (query/ask) share these rules and messages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/claim_filter.hpp"
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

// Both of them.
std::pair<EntityId, EntityId> find_two(const Store& store, const std::string& first, const std::string& second,
                                       std::vector<std::string>& notes);

// Relations for words: relations, inverses or groups. `label` is what the message calls them. Throws UnknownWord.
std::vector<RelationId> find_relations(const Ontology& ontology, const std::vector<std::string>& words,
                                       const std::string& label);

// "Did you mean supplies?", or `otherwise` where no known word is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known, const std::string& otherwise);

// "a, b, c".
std::string joined(const std::vector<std::string>& words, std::string_view separator);

struct FilterWords {
    std::vector<std::string> relations{}, excluded_relations{};  // relations, inverses or groups
    std::vector<std::string> statuses{}, kinds{};
    std::vector<std::string> speakers{}, publishers{}, avoided{};  // names
    std::string since{}, until{};                                  // partial dates
    double min_confidence = 0.0;
    int min_sources = 0;

    // How the messages call the fields: "--" and "via" on a command line.
    std::string prefix{};
    std::string relations_label = "relation", excluded_label = "not_relation";

    // Throws UnknownWord, or Error for a name that nobody goes by.
    ClaimFilter resolve(const Store& store, std::vector<std::string>& notes) const;
};

}  // namespace kith
