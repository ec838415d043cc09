#include "ingest/text/surfaces.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/name_key.hpp"
#include "graph/names/name_words.hpp"
#include "graph/tsv.hpp"
#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/text/generic_words.hpp"
#include "ingest/text/main_state.hpp"
#include "ingest/text/namesakes.hpp"
#include "ingest/text/persons.hpp"
#include "ingest/text/same_name.hpp"
#include "ingest/text/shared_entries.hpp"
#include "ingest/text/unicode.hpp"
#include "ingest/text/variants.hpp"

KITH_EMBEDDED(combining_forms_tsv)
KITH_EMBEDDED(postal_codes_tsv)

namespace kith::text {
namespace {

constexpr std::size_t shortest_initials = 4;  // that may be written in small letters: "un" is a prefix

// All of these tokens as one name.
std::optional<GazetteerMatch> match_all(const Document& document, Range tokens) {
    return document.gazetteer->match(document.text(tokens));
}

// The token as it stands in the text, with plain apostrophes.
std::string with_plain_apostrophes(const Token& token, std::string_view word) {
    if (token.lower.find('\'') == std::string::npos) return std::string(word);
    std::string result;
    for (std::size_t i = 0; i < word.size();) {
        const CodePoint point = code_point_at(word, i);
        if (is_apostrophe(point.value)) {
            result += '\'';
        } else {
            result.append(word.substr(i, point.size));
        }
        i += point.size;
    }
    return result;
}

bool is_word(const Token& token) {
    const std::int32_t first = code_point_at(token.lower, 0).value;
    return is_letter(first) || is_digit(first);
}

// The word as it is compared with others: "Saïd" of a full name is "Said" elsewhere.
std::string word_of(const Token& token) {
    const bool marked = std::ranges::any_of(token.lower, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (!marked || std::ranges::none_of(token.lower, ascii::is_letter)) return token.lower;
    std::string plain = name_key(token.lower);
    return plain.empty() ? token.lower : plain;
}

// The letters of "C.V." one by one, as of "C. V. Starr"; nothing of other words.
std::vector<std::string> initials_in(const std::string& word) {
    std::vector<std::string> letters;
    for (std::size_t i = 0; i < word.size(); i += 2) {
        if (i + 1 >= word.size() || !ascii::is_letter(word[i]) || word[i + 1] != '.') return {};
        letters.push_back(word.substr(i, 2));
    }
    return letters;
}

// "Ft." before the name of a place; false: it is another word. In lower case.
bool spell_out(std::string& word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> shortened{
        {{"ft", "fort"}, {"mt", "mount"}, {"st", "saint"}}};
    const std::string bare = without_dots(word);
    const auto found = std::ranges::find(shortened, bare, &std::pair<std::string_view, std::string_view>::first);
    if (found == shortened.end()) return false;
    word = found->second;
    return true;
}

// Names in the gazetteer by what they are written as.
using NamesByForm = std::unordered_map<std::string_view, std::string_view>;

NamesByForm read_forms(std::string_view table, const std::string& file) {
    NamesByForm read;
    for (const TsvRow& row : tsv_rows(table, file, 2, 2)) read.emplace(row[0], row[1]);
    return read;
}

// States of the United States by the codes that post and papers have for them, in capitals.
const NamesByForm& postal_codes() {
    static const NamesByForm built_in = read_forms(postal_codes_tsv(), "ingest/text/data/postal_codes.tsv");
    return built_in;
}

// States by what stands for them before a hyphen: "Sino-Russian".
const NamesByForm& combining_forms() {
    static const NamesByForm built_in = read_forms(combining_forms_tsv(), "ingest/text/data/combining_forms.tsv");
    return built_in;
}

// The capitals that the text begins with and that stand behind one of the marks.
std::string capitals_behind(std::string_view text, std::string_view marks) {
    std::string capitals;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (ascii::is_upper(text[i]) && (i == 0 || marks.find(text[i - 1]) != marks.npos)) capitals += text[i];
    }
    return capitals;
}

// "DDG 70", behind the name of a ship.
bool is_hull_number(const std::string& text) {
    const std::size_t letters = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (letters == text.npos || letters == 0 || letters > 4) return false;
    const std::size_t digits = text.find_first_not_of(" -", letters);
    return digits != text.npos && text.find_first_not_of("0123456789", digits) == text.npos;
}

class Collector {
public:
    explicit Collector(const Document& document) : document_(document) {}

    std::vector<Surface> run() && {
        std::vector<SaidSame> said;
        std::unordered_map<std::size_t, std::size_t> by_end;  // surfaces, by where a mention ends
        MentionIndex before;
        std::size_t surface_before = none;
        std::size_t called = none;  // surface of whom the mention before is another name
        for (const MentionIndex m : document_.mentions.indices()) {
            const Mention& mention = document_.mentions[m];
            if (mention.kind.empty()) continue;
            const std::size_t surface = surface_of(mention, before);
            surfaces_[surface].mentions.push_back(m);
            ++surfaces_[surface].kinds[mention.kind];
            by_end[mention.tokens.end] = surface;
            if (is_abbreviation(surfaces_[surface])) {
                const auto name = by_end.find(opening_of_translation(document_, mention.tokens));
                if (name != by_end.end()) said.push_back({name->second, surface, SameName::in_brackets});
            }
            if (before != none) {
                const Range name = document_.mentions[before].tokens;
                const SameName words = says_same_name(document_, name, mention.tokens);
                if (words != SameName::unsaid) {
                    said.push_back({surface_before, surface, words});
                    called = words == SameName::in_words ? surface_before : none;
                } else if (called != none && tells_another_name(document_, name, mention.tokens)) {
                    said.push_back({called, surface, SameName::in_words});
                } else {
                    called = none;
                }
            }
            before = m;
            surface_before = surface;
        }
        settle_persons(document_, surfaces_);
        tell_namesakes_apart(document_, surfaces_);
        for (const SaidSame& each : said) join(each);
        share_entries(surfaces_);
        note_variants(document_, surfaces_);
        return std::move(surfaces_);
    }

private:
    struct SaidSame {
        std::size_t first, second;
        SameName words;
    };

    // Notes that two are one, where their kinds let them.
    void join(const SaidSame& said) {
        Surface &first = surfaces_[said.first], &second = surfaces_[said.second];
        if (said.words == SameName::as_handle && said.first != said.second && second.same == none) {
            second.person = first.person;  // whatever it reads like
            second.kinds = {{usual_reading(first), second.mentions.size()}};
            second.entry.reset();
            second.same = said.first;
            second.variant = true;
            return;
        }
        if (said.first == said.second || first.person != second.person || !may_be_said(first, second, said.words))
            return;
        // "the Blue Front (Frente Azul del Norte)"
        const bool is_translated =
            said.words == SameName::in_brackets && first.words.size() > 1 && second.words.size() > first.words.size();
        const bool first_is_longer = is_translated || first.words.size() > second.words.size() ||
                                     (first.words.size() == second.words.size() && said.first < said.second);
        Surface& shorter = first_is_longer ? second : first;
        if (shorter.same != none) return;
        shorter.same = first_is_longer ? said.first : said.second;
        shorter.variant = is_translated;
    }

    static bool may_be_said(const Surface& first, const Surface& second, SameName words) {
        if (first.entry && second.entry && first.entry->number != second.entry->number) return false;
        const EntityKind one = usual_kind(first), other = usual_kind(second);
        const bool of_one_class = kind_class(one) == kind_class(other);
        switch (words) {
            case SameName::unsaid:
            case SameName::as_handle:
                break;
            case SameName::renamed:
                if (first.person) break;
                [[fallthrough]];
            case SameName::in_words:
                return is_place(one) ? one == other : of_one_class;
            case SameName::in_brackets:  // in brackets stand players behind their parts, and states behind their towns
                if (first.person) break;
                if (is_place(one) || is_place(other)) break;
                return of_one_class || is_hull_number(second.text) ||
                       (first.words.size() > 1 && is_abbreviation(second));
        }
        return false;
    }

    // "China's | Defense Ministry", "Iranian | Parliament": all of it, where the gazetteer knows a body so.
    Range with_owner(const Mention& mention, MentionIndex before) const {
        if (before == none || mention.kind == "person") return mention.tokens;
        const Mention& owner = document_.mentions[before];
        const std::size_t end = owner.tokens.end;
        const bool possessive = end < mention.tokens.begin && document_.tokens[end].tag == Tag::possessive;
        if (owner.kind == "person" || end + (possessive ? 1 : 0) != mention.tokens.begin) return mention.tokens;
        const Range whole{owner.tokens.begin, mention.tokens.end};
        const auto match = match_all(document_, whole);
        return match && is_body(match->entry.kind) ? whole : mention.tokens;
    }

    // With what tells it from a better known one: "the United Nations | gang", "U.S. Embassy | in Cairo".
    Range with_what_parts_it(Range name, const Mention& mention) const {
        const std::vector<Token>& tokens = document_.tokens;
        const GenericWords& words = GenericWords::builtin();
        if (mention.kind == "person" || name.end + 2 >= tokens.size()) return name;
        if (words.gang.contains(tokens[name.end].lower) && !tokens[name.end].capital) {
            const auto match = match_all(document_, name);
            const bool parts = match && is_body(match->entry.kind) && match->entry.kind != EntityKind::armed_group;
            return parts ? Range{name.begin, name.end + 1} : name;
        }
        if (!words.mission.contains(tokens[name.end - 1].lower) || tokens[name.end].lower != "in") return name;
        std::size_t end = name.end + 1;
        while (end < tokens.size() && end < name.end + 4 && tokens[end].capital) ++end;
        return end > name.end + 1 ? Range{name.begin, end} : name;
    }

    // A place that is known without the generic word of its name: "Nangarhar Province"; but "Kabul Province" is not the seat
    // of a government.
    std::optional<GazetteerMatch> match_without_generic_word(Range tokens) const {
        const Token& last = document_.tokens[tokens.end - 1];
        const bool state = !last.capital && (last.lower == "state" || last.lower == "city" || last.lower == "town");
        if (tokens.size() < 2 || !(state || GenericWords::builtin().place.contains(last.lower))) return std::nullopt;
        Range rest{tokens.begin, tokens.end - 1};
        if (document_.tokens[rest.end - 1].lower == "," && rest.size() > 1) --rest.end;
        auto match = match_all(document_, rest);
        const bool is_seat = match && match->entry.capital && last.lower != "d.c." && last.lower != "city";
        if (match && (match->entry.kind != EntityKind::place || is_seat)) match.reset();
        return match;
    }

    // "(R-Ky.)", "(R., Tenn.)", ", D-N.C.": as American papers have it.
    std::optional<GazetteerMatch> match_party_letter(const Mention& mention) const {
        const std::size_t begin = mention.tokens.begin;
        if (mention.kind != "party" || begin == 0) return std::nullopt;
        const std::string& before = document_.tokens[begin - 1].lower;
        const std::string text = without_dots(std::string(document_.text(mention.tokens)));
        const bool letter = text.size() == 1 || (text.size() > 1 && text[1] == '-');
        if ((before != "(" && before != ",") || !letter || (text[0] != 'R' && text[0] != 'D')) return std::nullopt;
        return document_.gazetteer->match_exactly(text[0] == 'R' ? "Republican Party" : "Democratic Party");
    }

    // "Kan", a broadcaster, is not "Kan.", nor "V.A." what stands for Virginia: a place goes by a short word where the net reads
    // a place, and that is written so.
    bool is_place_by_chance(const GazetteerMatch& match, const Mention& mention, Range tokens) const {
        constexpr std::size_t short_word = 4;  // letters
        const std::string_view text = document_.text(tokens);
        return match.entry.kind == EntityKind::place && !match.entry.by_user && text != match.entry.name &&
               without_dots(std::string(text)).size() <= short_word &&
               (mention.kind != "place" || !is_written_so(tokens));
    }

    // "FMLN party"; but the Conservative party is known as that.
    std::optional<GazetteerMatch> match_without_party(Range tokens) const {
        const Token& last = document_.tokens[tokens.end - 1];
        if (last.lower != "party" || last.capital) return std::nullopt;
        return match_without_last_word(tokens, EntityKind::party);
    }

    // "Al-Manar TV", a medium without that word; no other, as that of the Times Radio.
    std::optional<GazetteerMatch> match_without_medium(Range tokens) const {
        if (!GenericWords::builtin().medium.contains(document_.tokens[tokens.end - 1].lower)) return std::nullopt;
        return match_without_last_word(tokens, EntityKind::media);
    }

    std::optional<GazetteerMatch> match_without_last_word(Range tokens, EntityKind kind) const {
        if (tokens.size() < 2) return std::nullopt;
        auto match = document_.gazetteer->match_exactly(document_.text(Range{tokens.begin, tokens.end - 1}));
        if (match && match->entry.kind != kind) match.reset();
        return match;
    }

    // "Ft. Worth"
    std::optional<GazetteerMatch> match_spelt_out(const std::string& text) const {
        const std::size_t blank = std::min(text.find(' '), text.size());
        std::string first = ascii::lower_case(text.substr(0, blank));
        if (!spell_out(first)) return std::nullopt;
        first.front() = ascii::upper(first.front());
        auto match = document_.gazetteer->match_exactly(first + text.substr(blank));
        if (match && !is_place(match->entry.kind)) match.reset();
        return match;
    }

    // "Breitbart.com", "TheGuardian"
    std::optional<GazetteerMatch> match_web_name(const std::string& text) const {
        const std::string name = web_name(text);
        if (name.size() == text.size() || name.empty()) return std::nullopt;
        const std::size_t begin = ascii::lower_case(text).find(name);
        auto match = document_.gazetteer->match_exactly(std::string_view(text).substr(begin, name.size()));
        if (match && match->entry.kind != EntityKind::media && match->entry.kind != EntityKind::company) match.reset();
        return match;
    }

    bool is_written_so(Range tokens) const {
        return document_.gazetteer->match_exactly(document_.text(tokens)).has_value();
    }

    // "Conservatives" in small letters need not be those of the party, nor "un" the United Nations.
    std::optional<GazetteerMatch> match_tokens(Range tokens) const {
        auto match = match_all(document_, tokens);
        const std::string_view text = document_.text(tokens);
        const bool is_word = match && (match->entry.kind == EntityKind::party ||
                                       (is_body(match->entry.kind) && text.size() < shortest_initials));
        if (is_word && std::ranges::none_of(text, ascii::is_upper)) match = document_.gazetteer->match_exactly(text);
        return match;
    }

    // "Iran's Energy Organization" and the Iranian one have the same words; "the American Navy" is known as that of the
    // United States.
    std::optional<GazetteerEntry> name_owner(Surface& surface, Range tokens) const {
        constexpr std::size_t most_words = 3;  // of a state's name
        for (std::size_t i = std::min(tokens.end - 1, tokens.begin + most_words); i > tokens.begin; --i) {
            const auto match = document_.gazetteer->match_exactly(document_.text(Range{tokens.begin, i}));
            if (!match || match->entry.kind != EntityKind::state) continue;
            const std::size_t words = static_cast<std::size_t>(
                std::count_if(document_.tokens.begin() + static_cast<std::ptrdiff_t>(tokens.begin),
                              document_.tokens.begin() + static_cast<std::ptrdiff_t>(i),
                              [](const Token& token) { return is_word(token) && token.lower != "and"; }));
            if (words >= surface.words.size()) break;
            surface.words.erase(surface.words.begin(), surface.words.begin() + static_cast<std::ptrdiff_t>(words));
            const std::string state = ascii::lower_case(match->entry.name);
            auto owner = split(state, ' ');
            std::erase(owner, "and");
            surface.words.insert(surface.words.begin(), owner.begin(), owner.end());
            std::size_t rest = i;
            while (!is_word(document_.tokens[rest])) ++rest;
            return body_of_state(*document_.gazetteer, match->entry.name, document_.text(Range{rest, tokens.end}));
        }
        return std::nullopt;
    }

    // Of persons and companies two initials one by one, as others write them: "C. V. Starr". "NY Daily News" has its city.
    static void add_word(Surface& surface, const Mention& mention, Range name, const Token& token) {
        const std::vector<std::string> letters = initials_in(token.lower);
        const bool has_initials = letters.size() == 2 && (mention.kind == "person" || mention.kind == "company");
        if (name.size() > 1 && mention.kind == "media" && (token.lower == "ny" || token.lower == "n.y.")) {
            surface.words.insert(surface.words.end(), {"new", "york"});
        } else if (name.size() > 1 && has_initials && token.lower != "u.s." && token.lower != "u.k.") {
            surface.words.insert(surface.words.end(), letters.begin(), letters.end());
        } else {
            surface.words.push_back(word_of(token));
        }
    }

    // "Sino-Russian"
    std::optional<GazetteerMatch> match_combining_form(Range tokens) const {
        const std::vector<Token>& all = document_.tokens;
        const std::size_t behind = tokens.end + 1;
        if (tokens.size() != 1 || behind >= all.size() || all[tokens.end].lower != "-" ||
            all[tokens.end].space_before || all[behind].space_before || !all[behind].capital)
            return std::nullopt;
        const auto form = combining_forms().find(document_.text(tokens));
        if (form == combining_forms().end()) return std::nullopt;
        auto match = document_.gazetteer->match_exactly(form->second);
        if (match) match->adjective = true;
        return match;
    }

    // "Eastern Europe" of "Eastern and Northern Europe": what follows is known, or a word.
    std::optional<std::string> shared_noun(Range tokens) const {
        constexpr std::size_t most_words = 3;
        const std::vector<Token>& all = document_.tokens;
        const WordList& compass = GenericWords::builtin().compass;
        const std::size_t second = tokens.end + 1, noun = second + 1;
        const auto is_direction = [&](std::size_t i) { return all[i].capital && compass.contains(all[i].lower); };
        if (tokens.size() != 1 || noun >= all.size() || !is_direction(tokens.begin) || !is_direction(second) ||
            (all[tokens.end].lower != "and" && all[tokens.end].lower != "or"))
            return std::nullopt;
        std::size_t end = noun;
        while (end < std::min(noun + most_words, all.size()) && all[end].capital && all[end].space_before) ++end;
        const std::string first = std::string(document_.text(tokens)) + ' ';
        for (; end > noun + 1; --end) {
            std::string name = first + std::string(document_.text(Range{noun, end}));
            if (document_.gazetteer->match_exactly(name)) return name;
            if (name.ends_with('s') && document_.gazetteer->match_exactly(name.substr(0, name.size() - 1)))
                return name.substr(0, name.size() - 1);  // "South and East China Seas"
        }
        if (end == noun) return std::nullopt;
        return first + std::string(document_.text(Range{noun, noun + 1}));
    }

    // Whether a quotation mark has its like in the name: `Daniel "Loco" Barrera`.
    bool is_quoted_within(Range name, std::size_t mark) const {
        for (std::size_t i = name.begin; i < name.end; ++i) {
            if (i != mark && is_quotation_mark(code_point_at(document_.tokens[i].lower, 0).value)) return true;
        }
        return false;
    }

    Surface as_written(const Mention& mention, Range tokens) const {
        Surface surface;
        surface.person = mention.kind == "person";
        for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
            const Token& token = document_.tokens[i];
            if (i > tokens.begin && token.space_before) surface.text += ' ';
            surface.text += with_plain_apostrophes(token, document_.text(token.span));
            if (surface.person && i > tokens.begin && i + 1 < tokens.end && !token.space_before &&
                is_quotation_mark(code_point_at(token.lower, 0).value) && !is_quoted_within(tokens, i))
                surface.words.clear();  // `"Loco" Barrera`, cut: by the last name
            if (is_word(token) && (i == tokens.begin || token.lower != "and"))
                add_word(surface, mention, tokens, token);
            if (i > tokens.begin && !token.space_before) continue;
            const char initial = document_.text(token.span)[0];
            if (token.capital) surface.initials += initial;
            if (token.lower != "and" && token.lower != "the") surface.all_initials += ascii::upper(initial);
        }
        return surface;
    }

    // "The Atlantic", a magazine, in the midst of a sentence.
    std::optional<GazetteerMatch> match_titled_medium(Range tokens) const {
        const std::vector<Token>& all = document_.tokens;
        if (tokens.begin < 2 || all[tokens.begin - 1].lower != "the" || !all[tokens.begin - 1].capital)
            return std::nullopt;
        const SentenceIndex sentence = sentence_of(document_, tokens.begin);
        if (sentence == none) return std::nullopt;
        const Sentence& around = document_.sentences[sentence];
        const Token& before = all[tokens.begin - 2];
        const bool behind_names = before.lower == ",";  // of writers: "Ada Krumm & Bo Ott, The Atlantic"
        if ((around.heading && !behind_names) || around.tokens.begin + 1 >= tokens.begin ||
            (before.tag == Tag::punctuation && before.lower != ","))
            return std::nullopt;
        for (const std::string_view sort : {" magazine", " newspaper"}) {
            auto match = document_.gazetteer->match_exactly(std::string(document_.text(tokens)).append(sort));
            if (match && match->entry.kind == EntityKind::media) return match;
        }
        return std::nullopt;
    }

    // "Mexico state", "the state of Washington": not the country, nor the city.
    std::optional<std::string> province_of_name(Range tokens) const {
        const std::vector<Token>& all = document_.tokens;
        const auto is_word_state = [&](std::size_t i) { return all[i].lower == "state" && !all[i].capital; };
        const bool before = tokens.begin > 1 && all[tokens.begin - 1].lower == "of" && is_word_state(tokens.begin - 2);
        if (!before && (tokens.end >= all.size() || !is_word_state(tokens.end))) return std::nullopt;
        const auto match = document_.gazetteer->match(std::string(document_.text(tokens)) + " state");
        const bool is_province = match && is_place(match->entry.kind);  // or "the Jewish state"
        return is_province ? std::optional(std::string(match->entry.name)) : std::nullopt;
    }

    // "Gov. Ada Krumm of Washington": the state, not the city or a state elsewhere.
    std::optional<std::string> state_of_governor(Range tokens) const {
        constexpr std::size_t most_words = 4;  // of the governor's name
        const std::vector<Token>& all = document_.tokens;
        if (tokens.begin < 3 || all[tokens.begin - 1].lower != "of") return std::nullopt;
        std::size_t title = tokens.begin - 2;
        const std::size_t first = title > most_words ? title - most_words : 0;
        while (title > first && all[title].capital && !is_american_office(all[title].lower)) --title;
        if (title + 2 == tokens.begin || !is_american_office(all[title].lower)) return std::nullopt;
        for (const std::string_view sort : {" state", " (U.S. state)"}) {
            std::string name = std::string(document_.text(tokens)).append(sort);
            if (document_.gazetteer->match_exactly(name)) return name;
        }
        return std::nullopt;
    }

    static bool is_american_office(std::string_view word) {
        return word == "gov." || word == "governor" || word == "sen." || word == "senator" || word == "rep.";
    }

    // "I'm a New Yorker", no magazine
    std::optional<std::string> inhabitant(const Mention& mention, Range tokens) const {
        if (tokens.begin == 0 || mention.kind == "person") return std::nullopt;
        const std::string& before = document_.tokens[tokens.begin - 1].lower;
        if (before != "a" && before != "fellow" && before != "native") return std::nullopt;
        std::string several = std::string(document_.text(tokens)) + 's';
        const auto match = document_.gazetteer->match_exactly(several);
        return match && is_place(match->entry.kind) ? std::optional(several) : std::nullopt;
    }

    // Where other words than those of the mention tell who is meant: its name, for which the surface takes it.
    std::optional<GazetteerMatch> match_beside(Surface& surface, const Mention& mention, Range tokens) const {
        if (const auto state = match_combining_form(tokens)) {
            surface.text += '-';  // another name than the one without
            surface.person = false;
            return state;
        }
        if (const auto medium = match_titled_medium(tokens)) {
            surface.text = "The " + surface.text;
            surface.person = false;
            return medium;
        }
        auto told = province_of_name(tokens);
        if (!told) told = state_of_governor(tokens);
        if (!told) told = inhabitant(mention, tokens);
        if (told) {
            surface.text = *told;
            surface.person = false;
            return document_.gazetteer->match_exactly(*told);
        }
        if (const auto whole = shared_noun(tokens)) {
            surface.text = *whole;
            surface.initials = surface.all_initials = capitals_behind(*whole, " ");
            const std::string lower = ascii::lower_case(*whole);
            const auto words = split(lower, ' ');
            surface.words.assign(words.begin(), words.end());
            return document_.gazetteer->match_exactly(*whole);
        }
        return std::nullopt;
    }

    std::optional<GazetteerMatch> match_written(const Mention& mention, Range name, Range tokens) const {
        if (mention.kind == "place") {
            const auto code = postal_codes().find(document_.text(tokens));
            if (code != postal_codes().end()) return document_.gazetteer->match_exactly(code->second);
        }
        auto match = match_tokens(name);  // "The Hague"
        if (!match) match = match_tokens(tokens);
        if (match && (is_place_by_chance(*match, mention, tokens) || is_namesake_of_district(*match, mention, tokens) ||
                      is_namesake_of_medium(*match, mention, tokens)))
            match.reset();
        return match;
    }

    // "NRO", read as a medium, is not the office of these letters.
    bool is_namesake_of_medium(const GazetteerMatch& match, const Mention& mention, Range tokens) const {
        return mention.kind == "media" && !match.entry.by_user && document_.tokens[tokens.begin].all_caps &&
               match.entry.kind != EntityKind::media && match.entry.kind != EntityKind::company &&
               match.entry.kind != EntityKind::ngo && tokens.size() == 1;
    }

    // "Meta" of "Colombia's Meta department"
    bool is_namesake_of_district(const GazetteerMatch& match, const Mention& mention, Range tokens) const {
        if (mention.kind != "place" || match.entry.by_user || !is_body(match.entry.kind) ||
            tokens.end >= document_.tokens.size())
            return false;
        const Token& next = document_.tokens[tokens.end];
        const GenericWords& words = GenericWords::builtin();
        return !next.capital &&
               (words.place.contains(next.lower) || words.district.contains(next.lower) || next.lower == "department");
    }

    // What is known by other words than those written: they lack what names of this sort have, or have it beside.
    std::optional<GazetteerMatch> match_by_sort(const Surface& surface, const Mention& mention, Range tokens) const {
        std::optional<GazetteerMatch> match;
        if (mention.kind == "place") {
            match = match_without_generic_word(tokens);
            if (!match && surface.text.ends_with("Seas"))  // "South and East China Seas"
                match = document_.gazetteer->match_exactly(
                    std::string_view(surface.text).substr(0, surface.text.size() - 1));
            return match ? match : match_spelt_out(surface.text);
        }
        if (mention.kind == "media" && (match = match_without_medium(tokens))) return match;
        if (mention.kind == "media" || mention.kind == "company") return match_web_name(surface.text);
        if (mention.kind == "party") return match_without_party(tokens);
        // "a Kurd"
        if (mention.kind == "nationality" && tokens.size() == 1) {
            match = document_.gazetteer->match_exactly(surface.text + 's');
            if (match && match->entry.kind != EntityKind::population_group) match.reset();
            return match;
        }
        // "Marine" of "Marines", "a Zeta"
        if ((mention.kind == "military_unit" || mention.kind == "armed_group") && tokens.size() == 1)
            return document_.gazetteer->match_exactly(surface.text + 's');
        // "the Treasury and State Departments"
        if (mention.kind == "government_body" && surface.text.ends_with("Departments"))
            return document_.gazetteer->match_exactly(surface.text.substr(0, surface.text.size() - 1));
        return std::nullopt;
    }

    std::size_t surface_of(const Mention& mention, MentionIndex before) {
        const Range name = with_what_parts_it(with_owner(mention, before), mention);
        Range tokens = name;
        if (tokens.size() > 1 && document_.tokens[tokens.begin].lower == "the") ++tokens.begin;
        Surface surface = as_written(mention, tokens);
        const std::string written = surface.text;
        auto match = match_party_letter(mention);
        const bool letter = match.has_value();
        if (!match) match = match_beside(surface, mention, tokens);
        if (!match && surface.text == written) match = match_written(mention, name, tokens);
        if (match && match->entry.by_user) surface.person = match->entry.kind == EntityKind::person;
        const auto [found, added] = by_text_.try_emplace({surface.text, surface.person}, surfaces_.size());
        if (!added) return found->second;
        if (match && (match->entry.kind == EntityKind::person) != surface.person) match.reset();
        if (surface.person) {
            if (!match) match = match_without_generation(*document_.gazetteer, document_.text(tokens));
        } else {
            const auto without = match_without_legal_form(*document_.gazetteer, document_.text(tokens));
            if (!match) match = without;
            const bool has_form = match && without && match->entry.number == without->entry.number;
            surface.indirect = letter || has_form || (match && !is_written_so(name) && !is_written_so(tokens));
            if (mention.kind == "place" && surface.words.size() > 1) spell_out(surface.words.front());
            if (!match && (match = match_by_sort(surface, mention, tokens))) surface.indirect = true;
            if (!match && is_body(entity_kind(mention.kind)) && (surface.entry = name_owner(surface, tokens)))
                surface.indirect = true;
        }
        if (match) {
            surface.entry = match->entry;
            surface.demonym = match->adjective && !surface.person;
        }
        surfaces_.push_back(std::move(surface));
        return surfaces_.size() - 1;
    }

    const Document& document_;
    std::vector<Surface> surfaces_;
    std::map<std::pair<std::string, bool>, std::size_t> by_text_;  // and whether it is a person
};

}  // namespace

EntityKind entity_kind(std::string_view word) {
    if (word == "nationality") return EntityKind::population_group;
    return parse_entity_kind(word).value_or(EntityKind::product);
}

const std::string& usual_reading(const Surface& surface) {
    return std::max_element(surface.kinds.begin(), surface.kinds.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

EntityKind usual_kind(const Surface& surface) {
    return entity_kind(usual_reading(surface));
}

bool stands_behind_preposition(const Document& document, MentionIndex mention) {
    const std::size_t begin = document.mentions[mention].tokens.begin;
    if (begin == 0) return false;
    const Tag before = document.tokens[begin - 1].tag;
    return before == Tag::preposition || before == Tag::to;
}

bool is_general_party(const Surface& surface) {
    const GenericWords& words = GenericWords::builtin();
    return surface.entry && !surface.entry->by_user && surface.entry->kind == EntityKind::party &&
           ((surface.words.size() == 1 && words.view.contains(surface.words[0])) ||
            std::ranges::all_of(surface.words, [&](const std::string& each) { return words.party.contains(each); }));
}

bool names_body_of_states(const Surface& surface) {
    std::string words;
    for (const std::string& each : surface.words) words.append(words.empty() ? "" : " ").append(each);
    return GenericWords::builtin().is_body_of_states(words);
}

bool names_parent(std::string_view word) {
    return word == "umm" || word == "um" || word == "abu" || word == "ibn" || word == "bint";
}

bool stands_in_heading(const Document& document, MentionIndex mention) {
    const SentenceIndex sentence = sentence_of(document, document.mentions[mention].tokens.begin);
    return sentence != none && document.sentences[sentence].heading;
}

// "N.A.A.C.P." as "NAACP".
std::string without_dots(std::string text) {
    std::erase(text, '.');
    return text;
}

bool is_abbreviation(const Surface& surface) {
    const std::string text = without_dots(surface.text);
    const auto capitals = static_cast<std::size_t>(std::ranges::count_if(text, ascii::is_upper));
    return surface.words.size() == 1 && capitals >= 2 && 2 * capitals > text.size();
}

std::vector<std::string> abbreviations_of(const Surface& full) {
    std::vector<std::string> result{full.initials, full.all_initials};
    if (full.text.find('-') != std::string::npos)
        result.push_back(capitals_behind(full.text, " -"));  // "Metro-Goldwyn"
    const std::size_t owner = full.text.find("'s ");
    if (owner < full.text.find(' ') && !full.initials.empty()) result.push_back(full.initials.substr(1));
    const std::string_view without_form = without_legal_form(full.text);
    if (without_form.size() < full.text.size()) result.push_back(capitals_behind(without_form, " "));
    std::erase_if(result, [](const std::string& initials) { return initials.size() < 2 || initials.size() > 7; });
    return result;
}

std::string web_name(std::string_view text) {
    for (const std::string_view domain : {".com", ".org", ".net"}) {
        if (text.ends_with(domain)) text.remove_suffix(domain.size());
    }
    if (text.size() > 4 && text.starts_with("The") && (text[3] == ' ' || ascii::is_upper(text[3])))
        text.remove_prefix(3);
    return ascii::lower_case(text.substr(std::min(text.find_first_not_of(' '), text.size())));
}

bool are_same_place(const Surface& one, const Surface& other) {
    const auto telling = [](const Surface& surface) {
        std::vector<std::string> words = surface.words;
        if (const std::size_t comma = surface.text.find(','); comma != std::string::npos) {
            // Each word before the comma but the first stands behind a blank.
            const auto before = std::ranges::count(std::string_view(surface.text).substr(0, comma), ' ') + 1;
            words.resize(std::min(words.size(), static_cast<std::size_t>(before)));
        }
        if (words.size() > 1 && GenericWords::builtin().place.contains(words.back())) words.pop_back();
        if (words.size() > 1 && GenericWords::builtin().article.contains(words.front())) words.erase(words.begin());
        return words;
    };
    return telling(one) == telling(other);
}

std::vector<Surface> surfaces_of(const Document& document) {
    return Collector(document).run();
}

}  // namespace kith::text
