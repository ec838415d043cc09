#include "ingest/text/words/reference_words.hpp"

#include <algorithm>
#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/embedded.hpp"
#include "graph/tsv.hpp"
#include "ingest/text/words/word_lists.hpp"

KITH_EMBEDDED(reference_words_tsv)
KITH_EMBEDDED(reference_phrases_tsv)

namespace kith::text {
namespace {

constexpr std::size_t most_words_of_phrase = 6;  // behind its article
constexpr std::size_t most_words_behind = 2;     // that the net cut off: "the security | forces"

using Kinds = std::bitset<static_cast<std::size_t>(EntityKind::organisation) + 1>;

Kinds class_of(EntityKind kind) {
    Kinds kinds;
    for (const EntityKind each : all_entity_kinds()) {
        if (kind_class(each) == kind_class(kind)) kinds.set(static_cast<std::size_t>(each));
    }
    return kinds;
}

// Of a kind, or of the name of a class.
Kinds kinds_of(std::string_view word, const TsvRow& row) {
    if (word == "bodies") return class_of(EntityKind::organisation);
    if (word == "things") return class_of(EntityKind::product);
    if (word == "events") return class_of(EntityKind::event);
    const auto kind = parse_entity_kind(word);
    if (!kind) throw Error(row.position(), "\"" + std::string(word) + "\" is no kind and no class of kinds", "");
    return Kinds().set(static_cast<std::size_t>(*kind));
}

const std::unordered_map<std::string_view, Kinds>& kinds_by_word() {
    static const auto built_in = [] {
        std::unordered_map<std::string_view, Kinds> read;
        for (const TsvRow& row : tsv_rows(reference_words_tsv(), "ingest/text/data/reference_words.tsv", 2, 2)) {
            Kinds kinds;
            for (const std::string_view each : split(row[0], '|')) kinds |= kinds_of(each, row);
            for (const std::string_view word : split(row[1], ' ')) read.emplace(word, kinds);
        }
        return read;
    }();
    return built_in;
}

enum PhraseList : std::size_t {
    nobody,
    of_two,
    part_of,
    owner_other,
    institutions,
    governments,
    introduced,
    possessive,
    several,
    title,
    spouse
};

bool is_among(PhraseList list, std::string_view word) {
    static const WordLists lists(reference_phrases_tsv(), "ingest/text/data/reference_phrases.tsv",
                                 {"nobody", "of_two", "part_of", "owner_other", "institution", "government",
                                  "introduced", "possessive", "several", "title", "spouse"});
    return lists[list].contains(word);
}

const Kinds* find(const Token& token) {
    if (token.all_caps && token.lower == "us") return nullptr;  // the state
    const auto found = kinds_by_word().find(token.lower);
    return found == kinds_by_word().end() ? nullptr : &found->second;
}

// Behind an article, or "this", that the net cut off: "the | Atlanta-based company". The kinds of the last word that tells.
const Kinds* kinds_behind(const Document& document, std::size_t first) {
    const std::vector<Token>& tokens = document.tokens;
    const Kinds* kinds = nullptr;
    for (std::size_t i = first + 1; i < std::min(first + 1 + most_words_of_phrase, tokens.size()); ++i) {
        const Token& token = tokens[i];
        const bool hyphenated = token.lower == "-" || tokens[i - 1].lower == "-";
        if (token.tag != Tag::noun && token.tag != Tag::adjective && !token.capital && !hyphenated) break;
        if (const Kinds* found = find(token)) kinds = found;
    }
    return kinds;
}

// Behind the phrase's last word before "of" and the like.
std::size_t end_of_noun(const Document& document, Range phrase) {
    const std::vector<Token>& tokens = document.tokens;
    std::size_t end = phrase.begin + 1;
    while (end < phrase.end && tokens[end].tag != Tag::preposition && tokens[end].tag != Tag::conjunction) ++end;
    return end;
}

// The kinds that the phrase's noun stands for; null: any. The noun is its last word, or one that the net cut off.
const Kinds* kinds_of_noun(const Document& document, Range phrase) {
    const std::vector<Token>& tokens = document.tokens;
    const std::size_t end = end_of_noun(document, phrase);
    const std::string& first = tokens[phrase.begin].lower;
    if (phrase.size() == 1) {
        if (first == "the" || first == "a" || first == "an") return kinds_behind(document, phrase.begin);
        if (first == "this" || first == "that") {
            if (const Kinds* kinds = kinds_behind(document, phrase.begin)) return kinds;
        }
    }
    if (const Kinds* kinds = find(tokens[end - 1]); kinds || end < phrase.end) return kinds;
    const bool plural = tokens[end - 1].lemma != tokens[end - 1].lower;
    for (std::size_t i = end; !plural && i < std::min(end + most_words_behind, tokens.size()); ++i) {
        const bool goes_on = (tokens[i].tag == Tag::noun || tokens[i].tag == Tag::adjective) && !tokens[i].capital;
        if (!goes_on) break;
        if (const Kinds* kinds = find(tokens[i])) return kinds;
    }
    return nullptr;
}

// "The two front-runners", "those governments"
bool are_several(const Document& document, Range phrase) {
    const std::size_t noun = noun_of(document, phrase);
    if (!document.tokens[noun].lower.ends_with('s')) return false;
    for (std::size_t i = phrase.begin; i < noun; ++i) {
        if (is_among(several, document.tokens[i].lower)) return true;
    }
    return false;
}

// Of whom or what there is one: "two tankers" are no ship of theirs, but "those troops" may be an army.
bool is_single(EntityKind kind) {
    return kind == EntityKind::person || kind == EntityKind::state ||
           kind_class(kind) == kind_class(EntityKind::place) || kind == EntityKind::vehicle ||
           kind == EntityKind::company;
}

// "The latter"; but the net may have cut "the former | senator".
bool is_nobody(const Document& document, Range phrase) {
    const std::size_t noun = noun_of(document, phrase), behind = noun + 1;
    const std::string& word = document.tokens[noun].lower;
    if (!is_among(nobody, word) && !is_among(of_two, word)) return false;
    if (behind >= document.tokens.size()) return true;
    const Token& next = document.tokens[behind];
    return next.tag != Tag::noun && next.tag != Tag::adjective && !next.capital;
}

bool is_only_person(const Kinds* kinds) {
    return kinds != nullptr && kinds->count() == 1 && kinds->test(static_cast<std::size_t>(EntityKind::person));
}

}  // namespace

std::size_t noun_of(const Document& document, Range phrase) {
    return end_of_noun(document, phrase) - 1;
}

bool may_stand_for(const Document& document, const Mention& reference, EntityKind kind) {
    const Range phrase = reference.tokens;
    const auto is_word = [&](std::size_t i, std::string_view word) {
        return i < document.tokens.size() && document.tokens[i].lower == word;
    };
    const std::string& first = document.tokens[phrase.begin].lower;
    if (is_among(nobody, first) || is_nobody(document, phrase) ||
        (is_among(part_of, first) && is_word(phrase.begin + 1, "of")))
        return false;
    if (phrase.begin > 1 && is_word(phrase.begin - 1, "of") &&
        is_among(part_of, document.tokens[phrase.begin - 2].lower))
        return false;
    if (is_single(kind) && are_several(document, phrase)) return false;
    const Kinds* kinds = kinds_of_noun(document, phrase);
    return kinds == nullptr || kinds->test(static_cast<std::size_t>(kind));
}

bool is_of_owner(const Document& document, const Mention& reference) {
    const bool is_person = is_only_person(kinds_of_noun(document, reference.tokens));
    const std::string& noun = document.tokens[noun_of(document, reference.tokens)].lower;
    return reference.tokens.size() > 1 && (is_person || is_among(owner_other, noun));
}

bool is_of_pronoun(const Document& document, const Mention& reference) {
    return is_among(possessive, document.tokens[reference.tokens.begin].lower) && is_of_owner(document, reference);
}

bool is_title(std::string_view word) {
    return is_among(title, word);
}

bool is_party_of_owner(const Document& document, const Mention& reference) {
    return is_among(possessive, document.tokens[reference.tokens.begin].lower) &&
           document.tokens[noun_of(document, reference.tokens)].lower == "party";
}

bool is_possessive(const Document& document, const Mention& reference) {
    return reference.tokens.size() == 1 && is_among(possessive, document.tokens[reference.tokens.begin].lower);
}

bool is_of_another(std::string_view word) {
    return is_among(owner_other, word);
}

bool is_spouse(const Document& document, Range phrase) {
    return is_among(spouse, document.tokens[noun_of(document, phrase)].lower);
}

std::string_view institution(const Document& document, Range phrase) {
    const std::string& noun = document.tokens[noun_of(document, phrase)].lower;
    return is_among(institutions, noun) || is_among(title, noun) ? std::string_view(noun) : std::string_view();
}

bool has_new_article(const Document& document, Range phrase) {
    const std::string& first = document.tokens[phrase.begin].lower;
    const Tag before = phrase.begin > 0 ? document.tokens[phrase.begin - 1].tag : Tag::punctuation;
    return (first == "a" || first == "an") && before != Tag::be;  // "he is a former general"
}

bool introduces_somebody(const Document& document, Range phrase) {
    return has_new_article(document, phrase) &&
           (is_among(introduced, document.tokens[noun_of(document, phrase)].lower) ||
            kinds_of_noun(document, phrase) != nullptr);
}

std::size_t noun_of_government(const Document& document, Range phrase) {
    const std::size_t noun = noun_of(document, phrase);
    return is_among(governments, document.tokens[noun].lower) ? noun : none;
}

bool is_reference_noun(const Token& word) {
    return find(word) != nullptr;
}

bool has_known_noun(const Document& document, const Mention& reference) {
    return kinds_of_noun(document, reference.tokens) != nullptr;
}

}  // namespace kith::text
