// The analysed article: its text and what the components have found in it.
//
// The document owns everything; tokens, sentences, mentions and actors name each other by index, so that a component
// can be replaced alone. The indices of sentences, mentions and actors are types of their own (index.hpp). Tokens are
// counted with: what stands before and after, from where to where (Range). Each component fills the one list that carries its name:
//
//     tokens (tokenizer)  ->  sentences  ->  mentions, references, tellings (reading)  ->  actors (actors, antecedents)
//         ->  ties (ties; alternatives, times and unnamed speakers complete them)  ->  claims
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"
#include "graph/document.hpp"
#include "graph/entity.hpp"
#include "ingest/gazetteer/gazetteer.hpp"
#include "ingest/text/words/article.hpp"
#include "ingest/text/words/index.hpp"

namespace kith {
namespace [[gnu::visibility("default")]] text {

// A half-open range of indices, of tokens where nothing else is said.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t size() const { return end - begin; }
    bool empty() const { return begin >= end; }
    bool contains(std::size_t index) const { return begin <= index && index < end; }
    bool contains(const Range& other) const { return begin <= other.begin && other.end <= end; }
    bool operator==(const Range&) const = default;
};

// A light part of speech: as much as finding unnamed speakers needs.
enum class Tag : std::uint8_t {
    other,
    noun,
    pronoun,
    determiner,
    adjective,
    adverb,
    number,
    time,  // weekday, month
    preposition,
    conjunction,   // and, or, but
    subordinator,  // that, because, if
    relative,      // who, which
    be,
    have,
    do_,
    modal,
    to,
    verb,
    possessive,  // 's
    punctuation,
};

enum class VerbForm : std::uint8_t { no_verb, base, third, past, participle, gerund };

struct Token {
    TextSpan span;      // bytes of the text
    std::string lower;  // lower case, with plain apostrophes
    std::string lemma;  // of verbs and plural nouns; otherwise the same as lower
    Tag tag = Tag::other;
    VerbForm form = VerbForm::no_verb;
    bool capital = false;       // begins with a capital letter
    bool all_caps = false;      // two or more letters, all of them capitals
    bool space_before = false;  // white space lies between the previous token and this one
    bool line_before = false;   // ... with a line break in it
    bool gap_before = false;    // ... with an empty line in it
    bool quoted = false;        // inside quotation marks
};

inline bool is_dash(const Token& token) {
    return token.lower == "-" || token.lower == "--" || token.lower == "–" || token.lower == "—";
}

bool is_quotation_mark(const Token& token);  // a double one or a guillemet

struct Sentence {
    TextSpan span;  // bytes of the text
    Range tokens;
    std::size_t paragraph = 0;  // counts from 0
    bool heading = false;       // Title Case or ALL CAPS: capitals tell little
};

using SentenceIndex = Index<Sentence>;

// Who or what a mention stands for, one per entity of the document.
struct Actor {
    std::string name;        // fullest name in the document, or the gazetteer's
    std::string known_name;  // the gazetteer's; empty: it is `name`, or there is none
    EntityKind kind = EntityKind::organisation;
    std::vector<std::string> aliases;     // the gazetteer's further names
    std::vector<Identifier> identifiers;  // the gazetteer's
    std::string state;                    // home state; of a capital the state whose government it may stand for
    bool capital = false;
    bool known = false;  // from the gazetteer, not by shape
};

using ActorIndex = Index<Actor>;

enum class MentionForm : std::uint8_t { name, adjective, nominal, pronoun };

struct Mention {
    Range tokens;
    MentionForm form = MentionForm::name;
    ActorIndex actor{};  // none: nobody knows whom it stands for
    std::string kind{};  // of a name, in the net's finer words ("nationality", "other"); empty: its actor's
};

using MentionIndex = Index<Mention>;

// What a pronoun or a nominal may stand for: names, by the probability of each, or nobody whom the text names nearby.
struct Antecedent {
    MentionIndex mention;
    double probability = 0.0;
};
struct Reference {
    MentionIndex mention;
    double nobody = 1.0;
    std::vector<Antecedent> names;
};

// What one sentence says of two mentions, and how likely it says so.
struct Telling {
    SentenceIndex sentence;
    MentionIndex subject;
    MentionIndex object;
    const Relation* relation = nullptr;
    double probability = 0.0;
    Status status = Status::actual;
    MentionIndex speaker;  // none: the text itself, or somebody who is not named nearby
    Range detail;          // words that tell the item or the role; may be empty
};

// A claim in the making: indices into the document where ClaimRecord has names.
struct Tie {
    SentenceIndex sentence;
    ActorIndex subject;
    ActorIndex object;
    Range subject_tokens;
    Range object_tokens;
    std::string relation;
    std::string rule;  // which component made it, for measuring
    Range cue;         // tokens
    Status status = Status::actual;
    ActorIndex speaker;
    std::string unnamed_speaker;  // "a senior official"; empty where there is a speaker, or the article itself speaks
    std::string item;
    std::string role;
    std::string time;
    int alternative = 0;
    double confidence = 0.5;
};

struct Document {
    Article article;
    const Ontology* ontology = &Ontology::builtin();     // never null: the relations that ties may have
    const Gazetteer* gazetteer = &Gazetteer::builtin();  // never null: the names that are known
    std::vector<Token> tokens;
    IndexedVector<Sentence> sentences;
    IndexedVector<Actor> actors;
    IndexedVector<Mention> mentions;    // in text order
    std::vector<Reference> references;  // in text order
    std::vector<Telling> tellings;      // in order of their sentences
    std::vector<Tie> ties;
    std::vector<ClaimRecord> claims;

    std::string_view text(TextSpan span) const {
        return std::string_view(article.text).substr(span.begin, span.end - span.begin);
    }
    // The words from the first token's beginning to the last one's end.
    std::string_view text(Range range) const { return range.empty() ? std::string_view{} : text(span(range)); }
    TextSpan span(Range range) const {
        return range.empty() ? TextSpan{} : TextSpan{tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
    }
};

// The sentence of a token; none: it stands behind the last one.
SentenceIndex sentence_of(const Document& document, std::size_t token);

// In which year the article was published. Nothing: it does not say.
std::optional<int> publication_year(const Document& document);

// The actor as the sink gets it, called `words` at this place.
EntityReference reference(const Actor& actor, std::string_view words);

}  // namespace text
}  // namespace kith
