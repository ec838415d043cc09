#include "ingest/text/reading/whole_names.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "graph/ascii.hpp"
#include "ingest/text/actors/known_by_name.hpp"
#include "ingest/text/actors/same_name.hpp"
#include "ingest/text/words/gender_words.hpp"
#include "ingest/text/words/generic_words.hpp"
#include "ingest/text/words/unicode.hpp"

namespace kith::text {
namespace {

constexpr std::size_t most_words = 6;  // that a name may lack

// A word, a hyphen, an apostrophe behind a plural or the full stop of an abbreviation.
bool may_be_inside(const Document& document, std::size_t i) {
    const Token& token = document.tokens[i];
    if (token.line_before) return false;
    if (token.tag == Tag::possessive) return token.lower == "'";  // "Iranian Students' News Agency"
    return is_letter(code_point_at(token.lower, 0).value) || token.lower == "-" ||
           (token.lower == "." && !token.space_before);
}

// The longest name of the gazetteer that begins with this one; nothing: it is whole.
std::optional<Range> longer_name(const Document& document, Range name, std::size_t sentence_end) {
    std::optional<Range> longest;
    const std::size_t last = std::min(sentence_end, name.end + most_words);
    for (std::size_t i = name.end; i < last && may_be_inside(document, i); ++i) {
        const Range longer{name.begin, i + 1};
        if (document.tokens[i].capital && document.gazetteer->match_exactly(document.text(longer))) longest = longer;
    }
    return longest;
}

// "UK | Independence Party", "Mexico | State": of what is called after a state, not of its army or ministry, which is a name
// beside it.
bool is_only_called_after_state(const Document& document, Range name) {
    const auto match = document.gazetteer->match_exactly(document.text(name));
    return match && (match->entry.kind == EntityKind::place || match->entry.kind == EntityKind::party ||
                     match->entry.kind == EntityKind::company || match->entry.kind == EntityKind::media ||
                     match->entry.kind == EntityKind::ngo);
}

bool stands_for_state(const Document& document, Range name) {
    const auto match = document.gazetteer->match_exactly(document.text(name));
    return match && (match->entry.kind == EntityKind::state || match->adjective);
}

// Whether a capital follows on the line that is no weekday: "Sheikh | Said", but "King Monday told".
bool has_capital_behind(const Document& document, Range name) {
    if (name.end >= document.tokens.size()) return false;
    const Token& next = document.tokens[name.end];
    return next.capital && !next.line_before && next.tag != Tag::time;
}

// A language, which is not the state that it is called after: "spoke Spanish", "Spanish-language media", "in Spanish."
bool is_language(const Document& document, Range name) {
    const std::vector<Token>& tokens = document.tokens;
    const GenericWords& words = GenericWords::builtin();
    if (words.tongue.contains(tokens[name.begin].lower)) return !has_capital_behind(document, name);
    const auto match = document.gazetteer->match_exactly(document.text(name));
    if (!match || !match->adjective) return false;
    if (name.begin > 0 && words.speaking.contains(tokens[name.begin - 1].lower)) return true;
    std::size_t behind = name.end;
    if (behind + 1 < tokens.size() && tokens[behind].lower == "-") ++behind;
    if (behind < tokens.size() && words.language.contains(tokens[behind].lower)) return true;
    // "in Spanish through an interpreter", "in Spanish, he said", but "in Spanish hands"
    const auto has_no_noun = [&](std::size_t i) {
        const Token& next = tokens[i];
        if (next.lower == ",") return i + 1 < tokens.size() && tokens[i + 1].tag == Tag::pronoun;
        return next.lower == "." || next.lower == ")" || next.tag == Tag::preposition || next.tag == Tag::adverb ||
               next.tag == Tag::subordinator;
    };
    const bool ends_phrase = behind == tokens.size() || has_no_noun(behind);
    return behind == name.end && ends_phrase && name.begin > 0 && tokens[name.begin - 1].lower == "in";
}

// "United", of "a united position", "un-", of "un-exploded", which nobody is called.
bool is_word_in_small_letters(const Document& document, Range name) {
    const std::vector<Token>& tokens = document.tokens;
    const Token& word = tokens[name.begin];
    constexpr std::size_t longest_prefix = 3;
    const bool is_prefix = word.lower.size() <= longest_prefix && name.end < tokens.size() &&
                           tokens[name.end].lower == "-" && !tokens[name.end].space_before;
    return is_prefix || (word.tag == Tag::adjective && !document.gazetteer->match(document.text(name)));
}

bool is_ordinal(std::string_view word) {
    const std::size_t digits = word.find_first_not_of("0123456789");
    const std::string_view ending = word.substr(std::min(digits, word.size()));
    return digits > 0 && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th");
}

// "The" alone, "eastern" and "conservative" in small letters, a title before a name, a mark, a language, half of a room's name.
bool is_no_name(const Document& document, Range name) {
    const GenericWords& words = GenericWords::builtin();
    const Token& word = document.tokens[name.begin];
    if (name.size() != 1) return false;
    // "(I-Vt.)": of no party
    if (word.lower == "the" || word.lower == "i" || word.tag == Tag::punctuation) return true;
    if (words.adjective.contains(word.lower)) return true;
    // "anti-Semitism"
    if (name.begin > 1 && document.tokens[name.begin - 1].lower == "-" &&
        document.tokens[name.begin - 2].lower == "anti" && word.lower.ends_with("ism") && !word.all_caps)
        return true;
    if (is_ordinal(word.lower) && has_capital_behind(document, name)) return true;  // "the 112th Congress"
    if (words.title.contains(word.lower) && has_capital_behind(document, name)) return true;
    if (has_capital_behind(document, name) && document.tokens[name.end].lower == "room") return true;  // "Cabinet Room"
    if (word.lower == "new" && name.end < document.tokens.size() && document.tokens[name.end].lower == "year")
        return true;  // "New Year's Day"
    if (!word.capital)
        return words.compass.contains(word.lower) || words.view.contains(word.lower) ||
               words.leaning.contains(word.lower) || is_word_in_small_letters(document, name);
    return is_language(document, name);
}

// "International aid organization | Doctors Without Borders": what it is, before its name, where a sentence begins.
bool is_said_of_next(const Document& document, const TaggedMention& mention, Range name, Range next) {
    const std::vector<Token>& tokens = document.tokens;
    return name.size() > 1 && next.begin == name.end && tokens[next.begin].capital &&
           name.begin == document.sentences[mention.sentence].tokens.begin &&
           !document.sentences[mention.sentence].heading &&
           std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(name.begin) + 1,
                        tokens.begin() + static_cast<std::ptrdiff_t>(name.end),
                        [](const Token& token) { return token.capital; }) &&
           GenericWords::builtin().body.contains(tokens[name.end - 1].lower) &&
           !document.gazetteer->match(document.text(name));
}

// "West | Miami", another town than Miami.
bool is_cut_behind_direction(const Document& document, Range first, Range second) {
    const Token& word = document.tokens[first.begin];
    return first.size() == 1 && first.end == second.begin && word.capital &&
           GenericWords::builtin().compass.contains(word.lower) && document.tokens[second.begin].space_before;
}

// "W. | Neil Krumm"
bool is_cut_behind_initial(const Document& document, Range first, Range second) {
    const std::string_view text = document.text(first);
    return text.size() == 2 && ascii::is_upper(text[0]) && text[1] == '.' && first.end == second.begin &&
           document.tokens[second.begin].space_before;
}

// "African-American", who are at home in no other state; nor are those who are named in the plural: "Cuban-Americans".
bool is_cut_nationality(const Document& document, Range first, Range second) {
    const std::vector<Token>& tokens = document.tokens;
    if (first.size() != 1 || second.size() != 1) return false;
    const bool hyphen = first.end + 1 == second.begin && tokens[first.end].lower == "-";
    if (!hyphen && first.end != second.begin) return false;
    const std::string& behind = tokens[second.begin].lower;
    if (tokens[first.begin].lower == "roman" && (behind == "catholic" || behind == "catholics")) return true;
    if (tokens[first.begin].lower == "american" && behind.starts_with("indian")) return true;
    const bool of_origin = GenericWords::builtin().origin.contains(tokens[first.begin].lower);
    return (behind == "american" && of_origin) || (behind == "americans" && (hyphen || of_origin));
}

// "USS | Abraham Lincoln", of which the net may have found either: with what stands before or behind, up to a rank or
// another name. Nothing: it is none.
std::optional<Range> name_of_ship(const Document& document, Range name, std::size_t next) {
    constexpr std::size_t most_words_of_ship = 4;
    const std::vector<Token>& tokens = document.tokens;
    const GenericWords& words = GenericWords::builtin();
    const auto is_prefix = [&](std::size_t i) {  // but "Helena, MT"
        const bool is_montana = tokens[i].lower == "mt" && i > 0 && tokens[i - 1].lower == ",";
        return tokens[i].all_caps && words.ship.contains(tokens[i].lower) && !is_montana;
    };
    if (name.begin > 0 && is_prefix(name.begin - 1) && tokens[name.begin].space_before)
        return Range{name.begin - 1, name.end};
    if (!is_prefix(name.begin)) return std::nullopt;
    const std::size_t last = std::min({name.end + most_words_of_ship, tokens.size(), std::max(next, name.end + 1)});
    std::size_t end = name.end;
    while (end < last && tokens[end].capital && tokens[end].space_before && !tokens[end].line_before &&
           !words.rank.contains(tokens[end].lower) && !words.title.contains(tokens[end].lower))
        ++end;
    return end > name.end ? std::optional(Range{name.begin, end}) : std::nullopt;
}

// Where a nickname stands in it: `Joaquin "` before `El Chapo" Guzman Loera`.
bool is_cut_by_quotation(const Document& document, Range first, Range second) {
    return first.size() > 1 && first.end == second.begin && is_quotation_mark(document.tokens[first.end - 1]);
}

// "University of Texas, | El Paso"
bool is_cut_before_campus(const Document& document, Range first, Range second) {
    constexpr std::size_t words_before_state = 2;  // "University of"
    const std::vector<Token>& tokens = document.tokens;
    if (tokens[first.end - 1].lower == ",") --first.end;
    if (first.size() <= words_before_state || tokens[first.begin].lower != "university" ||
        first.end + 1 != second.begin || tokens[first.end].lower != "," ||
        !is_american_state(document.text(Range{first.begin + words_before_state, first.end})))
        return false;
    const auto place = document.gazetteer->match_exactly(document.text(second));
    return place && place->entry.kind == EntityKind::place && !is_american_state(place->entry.name);
}

// "International Commission Against Impunity | in | El Salvador (CICIES)": the bracket tells where the name ends.
bool is_cut_before_state(const Document& document, Range first, Range second) {
    constexpr std::size_t fewest_words = 3;
    const std::vector<Token>& tokens = document.tokens;
    return first.size() >= fewest_words && first.end + 1 == second.begin && tokens[first.end].lower == "in" &&
           second.end < tokens.size() && tokens[second.end].lower == "(" && stands_for_state(document, second);
}

// `Duane R. | ("Dewey") Clarridge`: up to the last name. Nothing: no nickname follows.
std::optional<Range> name_around_nickname(const Document& document, Range name) {
    constexpr std::size_t most_words_of_nickname = 3;
    const std::vector<Token>& tokens = document.tokens;
    const std::size_t mark = name.end + 1;
    if (mark >= tokens.size() || tokens[name.end].lower != "(" || !is_quotation_mark(tokens[mark])) return std::nullopt;
    const std::string_view text = document.text(name);
    const bool ends_with_initial = text.size() > 3 && text.ends_with('.') && text[text.size() - 3] == ' ';
    if (!ends_with_initial && gender_of_name(std::string(text) + ' ') == Gender::untold)
        return std::nullopt;  // no person
    std::size_t end = mark + 1;
    const std::size_t last = std::min(tokens.size(), end + most_words_of_nickname);
    while (end < last && !is_quotation_mark(tokens[end])) ++end;
    const std::size_t behind = end + 2;
    const bool closes = behind < tokens.size() && is_quotation_mark(tokens[end]) && tokens[end + 1].lower == ")";
    return closes && tokens[behind].capital ? std::optional(Range{name.begin, behind + 1}) : std::nullopt;
}

// "King | Abdullah": a title before a name is none.
bool is_title_of_next(const Document& document, Range first, Range second) {
    return first.size() == 1 && first.end == second.begin && document.tokens[second.begin].space_before &&
           GenericWords::builtin().title.contains(document.tokens[first.begin].lower);
}

// Titles, and what a body is.
void drop_words_before_names(std::vector<TaggedMention>& found, const Document& document, const Window& window) {
    for (std::size_t i = 0; i + 1 < found.size();) {
        const encoder::MentionInput &one = found[i].input, &other = found[i + 1].input;
        const Range first = tokens_of(document, window, one.span), second = tokens_of(document, window, other.span);
        const bool are_names = one.kind > 0 && other.kind > 0;
        const bool is_title = one.kind == other.kind && is_title_of_next(document, first, second);
        if (are_names && (is_title || is_said_of_next(document, found[i], first, second)))
            found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    }
}

// Puts together again what the net cut.
void join_pieces(std::vector<TaggedMention>& found, const Document& document, const Window& window) {
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
        const encoder::MentionInput &one = found[i].input, &other = found[i + 1].input;
        if (one.kind == 0 || other.kind == 0 || found[i].sentence != found[i + 1].sentence) continue;
        const Range first = tokens_of(document, window, one.span), second = tokens_of(document, window, other.span);
        const bool is_cut_before_place =
            is_cut_before_campus(document, first, second) || is_cut_before_state(document, first, second);
        const bool is_cut_alike =
            one.kind == other.kind &&
            (is_cut_by_quotation(document, first, second) || is_cut_behind_direction(document, first, second) ||
             is_cut_behind_initial(document, first, second) || is_cut_nationality(document, first, second));
        if (!is_cut_before_place && !is_cut_alike) continue;
        TaggedMention whole = found[i];
        whole.input.span.last = other.span.last;
        put_in_place(whole, found);
    }
}

// "(Mision de Apoyo contra la Corrupcion - MACC)": behind the bracket, where the acronym has letters of the name in it. None:
// it is no such, as "(Ada Krumm in Berlin - AFP)".
std::size_t begin_in_bracket(const Document& document, std::string_view acronym, std::size_t dash) {
    constexpr std::size_t most_tokens = 16;
    const std::vector<Token>& tokens = document.tokens;
    if (dash + 2 >= tokens.size() || tokens[dash + 2].lower != ")") return none;
    for (std::size_t i = dash; i-- > 0 && dash - i <= most_tokens;) {
        if (tokens[i].lower == ")" || tokens[i].tag == Tag::verb) return none;
        if (tokens[i].lower != "(") continue;
        return tokens[i + 1].capital && are_letters_of(acronym, document.text(Range{i + 1, dash})) ? i + 1 : none;
    }
    return none;
}

// "Instituto del Puerto Sur - IPDS": two names, of which the second is short for the first.
void part_from_acronym(std::vector<TaggedMention>& found, const Document& document, const Window& window) {
    constexpr std::size_t fewest_words = 4;  // the dash and the acronym among them
    const std::vector<Token>& tokens = document.tokens;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Range name = tokens_of(document, window, found[i].input.span);
        if (found[i].input.kind == 0 || name.size() < fewest_words || !tokens[name.end - 1].all_caps ||
            !is_dash(tokens[name.end - 2]) || !tokens[name.end - 2].space_before ||
            !are_letters_of(tokens[name.end - 1].lower, document.text(Range{name.begin, name.end - 2})))
            continue;
        const auto full = pieces_of(window, document.span({name.begin, name.end - 2}));
        const auto acronym = pieces_of(window, document.span({name.end - 1, name.end}));
        if (!full || !acronym) continue;
        TaggedMention second = found[i];
        found[i].input.span = *full;
        second.input.span = *acronym;
        found.insert(found.begin() + static_cast<std::ptrdiff_t>(i) + 1, second);
    }
}

// Where the name begins whose initials the acronym is, before the bracket or the dash. None: it is no such.
std::size_t begin_of_spelt_out(const Document& document, std::string_view acronym, std::size_t mark,
                               std::size_t sentence_begin) {
    constexpr std::size_t most_tokens = 16;
    std::size_t letters = acronym.size();
    for (std::size_t i = mark; i-- > sentence_begin && mark - i <= most_tokens;) {
        const Token& token = document.tokens[i];
        if (token.tag == Tag::verb) break;
        if (token.tag == Tag::punctuation && token.lower != "," && token.lower != "-" && token.lower != "&") break;
        if (!token.capital) continue;
        if (ascii::upper(token.lower.front()) != acronym[letters - 1]) break;
        if (--letters == 0) return i;
    }
    return none;
}

// "Office | of the | Deputy Prime Minister (ODPM)": the acronym in brackets or behind a dash tells where the name begins
// and ends of which the net found pieces (the same letters as Schwartz and Hearst, 2003, look for).
void join_spelt_out(std::vector<TaggedMention>& found, const Document& document, const Window& window) {
    constexpr std::size_t shortest = 3;
    for (std::size_t i = 1; i < found.size(); ++i) {
        const Range name = tokens_of(document, window, found[i].input.span);
        if (found[i].input.kind == 0 || name.size() != 1 || name.begin == 0) continue;
        const std::string_view acronym = document.text(name);
        const Token& mark = document.tokens[name.begin - 1];
        if (acronym.size() < shortest || !std::ranges::all_of(acronym, ascii::is_upper) ||
            (mark.lower != "(" && !is_dash(mark)))
            continue;
        const std::size_t sentence = document.sentences[found[i].sentence].tokens.begin;
        std::size_t begin = begin_of_spelt_out(document, acronym, name.begin - 1, sentence);
        if (begin == none && is_dash(mark)) begin = begin_in_bracket(document, acronym, name.begin - 1);
        if (begin == none || begin < sentence) continue;
        const Range whole{begin, name.begin - 1};
        const auto is_first = [&](const TaggedMention& each) {
            return each.input.kind > 0 && tokens_of(document, window, each.input.span).begin == begin;
        };
        const auto first = std::ranges::find_if(found, is_first);
        if (first == found.end() || tokens_of(document, window, first->input.span) == whole) continue;
        const auto pieces = pieces_of(window, document.span(whole));
        if (!pieces) continue;
        TaggedMention spelt_out = found[i];
        spelt_out.input.span = *pieces;
        put_in_place(spelt_out, found);
        i = 0;  // those between may be gone
    }
}

}  // namespace

std::vector<TaggedMention> whole_names(std::vector<TaggedMention> found, const Document& document,
                                       const Window& window) {
    std::erase_if(found, [&](const TaggedMention& each) {
        return each.input.kind > 0 && is_no_name(document, tokens_of(document, window, each.input.span));
    });
    drop_words_before_names(found, document, window);
    join_pieces(found, document, window);
    part_from_acronym(found, document, window);
    join_spelt_out(found, document, window);
    for (std::size_t i = 0; i < found.size(); ++i) {  // those behind one that grew may go
        if (found[i].input.kind == 0) continue;
        const Range name = tokens_of(document, window, found[i].input.span);
        const Range next = i + 1 < found.size() ? tokens_of(document, window, found[i + 1].input.span) : Range{};
        const std::size_t behind = next.empty()             ? document.tokens.size()
                                   : next.begin == name.end ? next.end
                                                            : next.begin;
        auto longer = name_of_ship(document, name, behind);
        if (!longer) longer = name_around_nickname(document, name);
        if (!longer) {
            longer = longer_name(document, name, document.sentences[found[i].sentence].tokens.end);
            // "U.S. Navy": two names, or one as the net has it
            if (longer && stands_for_state(document, name) && !is_only_called_after_state(document, *longer)) continue;
        }
        if (!longer) continue;
        if (const auto pieces = pieces_of(window, document.span(*longer))) {
            TaggedMention whole = found[i];
            whole.input.span = *pieces;
            put_in_place(whole, found);
        }
    }
    return found;
}

}  // namespace kith::text
