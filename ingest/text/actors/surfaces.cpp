#include "ingest/text/actors/surfaces.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "graph/ascii.hpp"
#include "graph/name_key.hpp"
#include "graph/names/name_words.hpp"
#include "graph/tsv.hpp"
#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/text/actors/known_by_name.hpp"
#include "ingest/text/actors/main_state.hpp"
#include "ingest/text/actors/namesakes.hpp"
#include "ingest/text/actors/persons.hpp"
#include "ingest/text/actors/same_name.hpp"
#include "ingest/text/actors/shared_entries.hpp"
#include "ingest/text/actors/told_beside.hpp"
#include "ingest/text/actors/variants.hpp"
#include "ingest/text/words/gender_words.hpp"
#include "ingest/text/words/generic_words.hpp"
#include "ingest/text/words/unicode.hpp"

namespace kith::text {
namespace {

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

// "DDG 70", behind the name of a ship.
bool is_hull_number(const std::string& text) {
    const std::size_t letters = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (letters == text.npos || letters == 0 || letters > 4) return false;
    const std::size_t digits = text.find_first_not_of(" -", letters);
    return digits != text.npos && text.find_first_not_of("0123456789", digits) == text.npos;
}

class Collector {
public:
    explicit Collector(const Document& document) : document_(document), known_(document) {}

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
        if (said.words == SameName::as_handle) {
            if (said.first == said.second || first.same == said.second || second.same != none || !is_handle(second) ||
                is_platform_of(first, second))
                return;
            take_reading(first, second);  // whatever it reads like
            second.same = said.first;
            second.variant = true;
            return;
        }
        if (is_translated_body(first, second, said.words)) take_reading(first, second);
        if (said.first == said.second || first.person != second.person || !may_be_said(first, second, said.words))
            return;
        // "the Blue Front (Frente Azul del Norte)"
        const bool is_translated =
            said.words == SameName::in_brackets && first.words.size() > 1 && second.words.size() > first.words.size();
        // "Kobani, known to them as Ayn al-Islam": the known one stays it.
        const bool one_is_known =
            said.words == SameName::in_words && first.entry.has_value() != second.entry.has_value();
        const bool first_is_longer = one_is_known
                                         ? first.entry.has_value()
                                         : is_translated || first.words.size() > second.words.size() ||
                                               (first.words.size() == second.words.size() && said.first < said.second);
        Surface& shorter = first_is_longer ? second : first;
        if (shorter.same != none) return;
        shorter.same = first_is_longer ? said.first : said.second;
        shorter.variant = is_translated || one_is_known;
    }

    // "The Wolf Force (Fuerza Lobo)", read as a person.
    static bool is_translated_body(const Surface& first, const Surface& second, SameName words) {
        return words == SameName::in_brackets && !first.person && second.person && !second.entry &&
               is_body(usual_kind(first)) && first.words.size() > 1 && second.words.size() >= first.words.size() &&
               gender_of_name(second.text) == Gender::untold;
    }

    // Nobody who is known, and marked wherever he stands: "(@CNN)" behind a writer's name is his paper.
    bool is_handle(const Surface& surface) const {
        return !surface.entry && std::ranges::all_of(surface.mentions, [&](MentionIndex mention) {
            const std::size_t begin = document_.mentions[mention].tokens.begin;
            return surface.text.front() == '@' || (begin > 0 && document_.tokens[begin - 1].lower == "@");
        });
    }

    // "Follow him on Twitter (@AKrumm)"
    static bool is_platform_of(const Surface& first, const Surface& handle) {
        return first.entry && !first.person && !first.words.empty() &&
               ascii::lower_case(handle.text).find(first.words.front()) == std::string::npos;
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
                if (is_place(one) || is_place(other))  // "North Atlantic Region (RAAN)"
                    return one == other && !second.entry && is_abbreviation(second) &&
                           GenericWords::builtin().place.contains(first.words.back());
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

    // Whether a quotation mark has its like in the name: `Daniel "Loco" Barrera`.
    bool is_quoted_within(Range name, std::size_t mark) const {
        for (std::size_t i = name.begin; i < name.end; ++i) {
            if (i != mark && is_quotation_mark(document_.tokens[i])) return true;
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
                is_quotation_mark(token) && !is_quoted_within(tokens, i))
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

    // Another name than the one that is written.
    static void take(const ToldName& told, Surface& surface) {
        surface.text = told.text;
        surface.person = false;
        if (!told.has_other_words) return;
        surface.initials = surface.all_initials = capitals_behind(told.text, " ");
        const std::string lower = ascii::lower_case(told.text);
        const auto words = split(lower, ' ');
        surface.words.assign(words.begin(), words.end());
    }

    std::size_t surface_of(const Mention& mention, MentionIndex before) {
        const Range name = with_what_parts_it(with_owner(mention, before), mention);
        Range tokens = name;
        if (tokens.size() > 1 && document_.tokens[tokens.begin].lower == "the") ++tokens.begin;
        Surface surface = as_written(mention, tokens);
        auto match = known_.by_party_letter(mention);
        const bool letter = match.has_value();
        if (!letter) {
            const auto told = name_told_beside(document_, mention, before, tokens);
            if (told) take(*told, surface);
            match = told ? told->match : known_.as_written(mention, name, tokens);
        }
        if (match && match->entry.kind == EntityKind::person && is_body(entity_kind(mention.kind)) &&
            surface.words.size() > 1 && known_.is_written_so(tokens))
            surface.person = true;  // "Special Counsel Ada Krumm", read as a body
        if (match && is_firm(match->entry.kind) && surface.words.size() > 1 && known_.is_written_so(tokens))
            surface.person = false;  // "Marks & Spencer", "George Wimpey", read as somebody
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
            surface.indirect =
                letter || has_form || (match && !known_.is_written_so(name) && !known_.is_written_so(tokens));
            if (mention.kind == "place" && surface.words.size() > 1) spell_out(surface.words.front());
            if (!match && (match = known_.by_sort(surface, mention, tokens))) surface.indirect = true;
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
    const KnownByName known_;
    std::vector<Surface> surfaces_;
    std::map<std::pair<std::string, bool>, std::size_t> by_text_;  // and whether it is a person
};

}  // namespace

std::vector<Surface> surfaces_of(const Document& document) {
    return Collector(document).run();
}

}  // namespace kith::text
