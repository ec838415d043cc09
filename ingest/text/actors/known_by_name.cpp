#include "ingest/text/actors/known_by_name.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/partial_date.hpp"
#include "ingest/text/words/generic_words.hpp"

KITH_EMBEDDED(postal_codes_tsv)

namespace kith::text {
namespace {

constexpr std::size_t shortest_initials = 4;  // that may be written in small letters: "un" is a prefix

// States of the United States by the codes that post and papers have for them, in capitals.
const NamesByForm& postal_codes() {
    static const NamesByForm built_in = read_forms(postal_codes_tsv(), "ingest/text/data/postal_codes.tsv");
    return built_in;
}

}  // namespace

NamesByForm read_forms(std::string_view table, const std::string& file) {
    NamesByForm read;
    for (const TsvRow& row : tsv_rows(table, file, 2, 2)) read.emplace(row[0], row[1]);
    return read;
}

std::optional<int> year_in(const TsvRow& row, std::size_t column) {
    const auto date = row.size() > column ? parse_partial_date(row[column]) : std::nullopt;
    return date ? std::optional(date->year) : std::nullopt;
}

std::optional<GazetteerMatch> match_all(const Document& document, Range tokens) {
    return document.gazetteer->match(document.text(tokens));
}

bool spell_out(std::string& word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> shortened{
        {{"ft", "fort"}, {"mt", "mount"}, {"st", "saint"}}};
    const std::string bare = without_dots(word);
    const auto found = std::ranges::find(shortened, bare, &std::pair<std::string_view, std::string_view>::first);
    if (found == shortened.end()) return false;
    word = found->second;
    return true;
}

bool is_american_state(std::string_view name) {
    static const auto names = [] {
        std::unordered_set<std::string_view> result;
        for (const auto& [code, state] : postal_codes()) result.insert(state);
        return result;
    }();
    return names.contains(name);
}

// A place that is known without the generic word of its name: "Nangarhar Province"; but "Kabul Province" is not the seat
// of a government.
std::optional<GazetteerMatch> KnownByName::match_without_generic_word(Range tokens) const {
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

std::optional<GazetteerMatch> KnownByName::by_party_letter(const Mention& mention) const {
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
bool KnownByName::is_place_by_chance(const GazetteerMatch& match, const Mention& mention, Range tokens) const {
    constexpr std::size_t short_word = 4;  // letters
    const std::string_view text = document_.text(tokens);
    const bool is_adjective = mention.kind == "nationality";  // "Gulf exports"
    return match.entry.kind == EntityKind::place && !match.entry.by_user && text != match.entry.name &&
           without_dots(std::string(text)).size() <= short_word &&
           ((mention.kind != "place" && !is_adjective) || !is_written_so(tokens));
}

// "FMLN party"; but the Conservative party is known as that.
std::optional<GazetteerMatch> KnownByName::match_without_party(Range tokens) const {
    const Token& last = document_.tokens[tokens.end - 1];
    if (last.lower != "party" || last.capital) return std::nullopt;
    return match_without_last_word(tokens, EntityKind::party);
}

// "Al-Manar TV", a medium without that word; no other, as that of the Times Radio.
std::optional<GazetteerMatch> KnownByName::match_without_medium(Range tokens) const {
    if (!GenericWords::builtin().medium.contains(document_.tokens[tokens.end - 1].lower)) return std::nullopt;
    return match_without_last_word(tokens, EntityKind::media);
}

std::optional<GazetteerMatch> KnownByName::match_without_last_word(Range tokens, EntityKind kind) const {
    if (tokens.size() < 2) return std::nullopt;
    auto match = document_.gazetteer->match_exactly(document_.text(Range{tokens.begin, tokens.end - 1}));
    if (match && match->entry.kind != kind) match.reset();
    return match;
}

// "Ft. Worth"
std::optional<GazetteerMatch> KnownByName::match_spelt_out(const std::string& text) const {
    const std::size_t blank = std::min(text.find(' '), text.size());
    std::string first = ascii::lower_case(text.substr(0, blank));
    if (!spell_out(first)) return std::nullopt;
    first.front() = ascii::upper(first.front());
    auto match = document_.gazetteer->match_exactly(first + text.substr(blank));
    if (match && !is_place(match->entry.kind)) match.reset();
    return match;
}

// "Breitbart.com", "TheGuardian"
std::optional<GazetteerMatch> KnownByName::match_web_name(const std::string& text) const {
    const std::string name = web_name(text);
    if (name.size() == text.size() || name.empty()) return std::nullopt;
    const std::size_t begin = ascii::lower_case(text).find(name);
    auto match = document_.gazetteer->match_exactly(std::string_view(text).substr(begin, name.size()));
    if (match && match->entry.kind != EntityKind::media && match->entry.kind != EntityKind::company) match.reset();
    return match;
}

bool KnownByName::is_written_so(Range tokens) const {
    return document_.gazetteer->match_exactly(document_.text(tokens)).has_value();
}

// "Conservatives" in small letters need not be those of the party, nor "un" the United Nations, nor "turkey" the state.
std::optional<GazetteerMatch> KnownByName::match_tokens(Range tokens) const {
    auto match = match_all(document_, tokens);
    const std::string_view text = document_.text(tokens);
    const bool is_word = match && (match->entry.kind == EntityKind::party ||
                                   (is_body(match->entry.kind) && text.size() < shortest_initials) ||
                                   GenericWords::builtin().thing.contains(text));
    if (is_word && std::ranges::none_of(text, ascii::is_upper)) match = document_.gazetteer->match_exactly(text);
    return match;
}

std::optional<GazetteerMatch> KnownByName::as_written(const Mention& mention, Range name, Range tokens) const {
    if (mention.kind == "place") {
        const auto code = postal_codes().find(document_.text(tokens));
        if (code != postal_codes().end()) return document_.gazetteer->match_exactly(code->second);
    }
    auto match = match_tokens(name);  // "The Hague"
    if (!match) match = match_tokens(tokens);
    if (match && is_place_by_chance(*match, mention, tokens)) match.reset();
    return match;
}

std::optional<GazetteerMatch> KnownByName::by_sort(const Surface& surface, const Mention& mention, Range tokens) const {
    std::optional<GazetteerMatch> match;
    if (mention.kind == "place") {
        match = match_without_generic_word(tokens);
        if (!match && surface.text.ends_with("Seas"))  // "South and East China Seas"
            match =
                document_.gazetteer->match_exactly(std::string_view(surface.text).substr(0, surface.text.size() - 1));
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
    if ((mention.kind == "military_unit" || mention.kind == "armed_group") && tokens.size() == 1) {
        match = document_.gazetteer->match_exactly(surface.text + 's');
        if (match && match->entry.kind != EntityKind::military_unit && match->entry.kind != EntityKind::armed_group)
            match.reset();
        return match;
    }
    // "the Treasury and State Departments"
    if (mention.kind == "government_body" && surface.text.ends_with("Departments"))
        return document_.gazetteer->match_exactly(surface.text.substr(0, surface.text.size() - 1));
    return std::nullopt;
}

}  // namespace kith::text
