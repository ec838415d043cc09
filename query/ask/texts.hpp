// Questions that go past the claims to what was read: texts, and whom they name.
#pragma once

#include "query/ask/question.hpp"
#include "query/result.hpp"

namespace kith {

// Sentences that hold words.
struct SearchAnswer {
    std::string words;
    std::size_t count = 0;      // of sentences in all
    std::size_t documents = 0;  // that have them
    std::vector<QuoteView> sentences;
};

// Where texts name an entity; each quote's cue is the name.
struct MentionsAnswer {
    Entity entity;
    std::size_t count = 0;
    std::size_t documents = 0;
    std::vector<QuoteView> mentions;
};

// A document's text, or part of it. Positions count code points.
struct DocumentAnswer {
    Document document;
    std::int64_t begin = 0, end = 0, length = 0;
    std::string text;
};

// One claim, with every sentence that says it.
struct EvidenceAnswer {
    ClaimView claim;
};

Json json_of(const SearchAnswer& answer);
Json json_of(const MentionsAnswer& answer);
Json json_of(const DocumentAnswer& answer);
Json json_of(const EvidenceAnswer& answer);

const Question& search_question();
SearchAnswer answer_search(const Store& store, const Arguments& arguments, Notes& notes);

const Question& mentions_question();
MentionsAnswer answer_mentions(const Store& store, const Arguments& arguments, Notes& notes);

const Question& document_question();
DocumentAnswer answer_document(const Store& store, const Arguments& arguments, Notes& notes);

const Question& evidence_question();
EvidenceAnswer answer_evidence(const Store& store, const Arguments& arguments, Notes& notes);

}  // namespace kith
