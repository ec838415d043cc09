// Where texts name entities, and what their sentences say in so many words: questions that go past the claims to the
// texts, since much that a text says never becomes a claim. Merged entities are one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"
#include "graph/document.hpp"
#include "graph/entity.hpp"

namespace kith {

class Store;

// A sentence, and the words in it that were asked for.
struct SentenceFound {
    DocumentId document = 0;
    TextSpan span{};  // code points of the document's text
    TextSpan mark{};  // code points of the document's text; may be empty
    std::string text{};
};

struct MentionsFound {
    std::size_t count = 0;      // in all
    std::size_t documents = 0;  // that have them
    std::vector<SentenceFound> sentences{};
};

// The first `most` places where texts name the entity, by document.
MentionsFound find_mentions(const Store& store, EntityId entity, std::size_t most);

// Documents that name both, and the first `most` sentences that do but are no evidence of a claim between the two.
MentionsFound find_joint_mentions(const Store& store, EntityId one, EntityId other, std::size_t most);

struct SentenceFilter {
    std::vector<std::string> publishers{};  // any of these
    std::optional<Day> since{}, until{};    // of the publication
};

// Sentences that match an expression of SQLite's FTS5, the best matches first. `count` is of all that pass the filter.
MentionsFound find_sentences(const Store& store, const std::string& expression, const SentenceFilter& filter,
                             std::size_t most);

}  // namespace kith
