#include "ingest/text/actors/told_beside.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "ingest/text/actors/known_by_name.hpp"
#include "ingest/text/actors/main_state.hpp"
#include "ingest/text/actors/surface.hpp"
#include "ingest/text/words/generic_words.hpp"
#include "ingest/text/words/speech_verbs.hpp"

KITH_EMBEDDED(combining_forms_tsv)

namespace kith::text {
namespace {

// States by what stands for them before a hyphen: "Sino-Russian".
const NamesByForm& combining_forms() {
    static const NamesByForm built_in = read_forms(combining_forms_tsv(), "ingest/text/data/combining_forms.tsv");
    return built_in;
}

class ToldBeside {
public:
    explicit ToldBeside(const Document& document) : document_(document) {}

    std::optional<ToldName> find(const Mention& mention, MentionIndex before, Range tokens) const {
        if (const auto state = match_combining_form(tokens))
            return ToldName{std::string(document_.text(tokens)) + '-', state, false};
        if (const auto medium = match_titled_medium(tokens))
            return ToldName{std::string("The ").append(document_.text(tokens)), medium, false};
        auto told = body_in_town(tokens);
        if (!told) told = body_of_capital(before, tokens);
        if (!told) told = body_of_state_behind(tokens);
        if (!told) told = body_in_state(mention, before, tokens);
        if (!told) told = body_of_province(before, tokens);
        if (!told) told = province_of_name(tokens);
        if (!told) told = district_of_name(mention, tokens);
        if (!told) told = state_of_governor(tokens);
        if (!told) told = inhabitant(mention, tokens);
        if (!told) told = shared_noun(tokens);
        if (!told) told = noun_of_form(mention, tokens);
        if (!told) told = programme(before, tokens);
        if (!told) told = sea(mention, tokens);
        if (!told) return std::nullopt;
        return ToldName{*told, document_.gazetteer->match_exactly(*told)};
    }

private:
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

    // "The Atlantic", a magazine, in the midst of a sentence, or where it reports.
    std::optional<GazetteerMatch> match_titled_medium(Range tokens) const {
        const std::vector<Token>& all = document_.tokens;
        if (tokens.begin == 0 || all[tokens.begin - 1].lower != "the" || !all[tokens.begin - 1].capital)
            return std::nullopt;
        const SentenceIndex sentence = sentence_of(document_, tokens.begin);
        if (sentence == none) return std::nullopt;
        if (!is_in_midst(document_.sentences[sentence], tokens) && !reports(tokens.end)) return std::nullopt;
        for (const std::string_view sort : {" magazine", " newspaper"}) {
            auto match = document_.gazetteer->match_exactly(std::string(document_.text(tokens)).append(sort));
            if (match && match->entry.kind == EntityKind::media) return match;
        }
        return std::nullopt;
    }

    // Where "The" has its capital from no sentence or heading: of writers "Ada Krumm & Bo Ott, The Atlantic", too.
    bool is_in_midst(const Sentence& around, Range tokens) const {
        if (around.tokens.begin + 1 >= tokens.begin) return false;
        const Token& before = document_.tokens[tokens.begin - 2];
        const bool ends_line = before.lower == "," && tokens.end == around.tokens.end;
        return (!around.heading || ends_line) && (before.tag != Tag::punctuation || before.lower == ",");
    }

    // "Reported", "first reported"
    bool reports(std::size_t behind) const {
        const std::vector<Token>& all = document_.tokens;
        const bool is_first = behind < all.size() && all[behind].lower == "first";
        if (is_first || (behind < all.size() && all[behind].tag == Tag::adverb)) ++behind;
        return behind < all.size() && (is_first || all[behind].tag == Tag::verb) &&
               (SpeechVerbs::builtin().contains(all[behind].lemma) || all[behind].lower == "reported");
    }

    // "Mexico state", "the state of Washington", "the Buenos Aires provincial court": not the country, nor the city.
    std::optional<std::string> province_of_name(Range tokens) const {
        const std::vector<Token>& all = document_.tokens;
        const auto is_word_state = [&](std::size_t i) { return all[i].lower == "state" && !all[i].capital; };
        if (tokens.end < all.size() && all[tokens.end].lower == "provincial") {
            std::string province = std::string(document_.text(tokens)) + " Province";
            if (document_.gazetteer->match_exactly(province)) return province;
        }
        const bool before = tokens.begin > 1 && all[tokens.begin - 1].lower == "of" && is_word_state(tokens.begin - 2);
        if (!before && (tokens.end >= all.size() || !is_word_state(tokens.end))) return std::nullopt;
        const auto country = match_all(document_, tokens);
        if (!before && country && country->entry.kind == EntityKind::state && leads_on(tokens.end + 1))
            return std::nullopt;  // "Mexico state oil company", "Niger state television"
        const auto match = document_.gazetteer->match(std::string(document_.text(tokens)) + " state");
        const bool is_province = match && is_place(match->entry.kind);  // or "the Jewish state"
        return is_province ? std::optional(std::string(match->entry.name)) : std::nullopt;
    }

    bool leads_on(std::size_t i) const {
        if (i >= document_.tokens.size()) return false;
        const Token& token = document_.tokens[i];
        return token.tag == Tag::noun || token.tag == Tag::adjective || token.lower == "-";
    }

    // "Meta department": no company of this name.
    std::optional<std::string> district_of_name(const Mention& mention, Range tokens) const {
        if (mention.kind != "place" || tokens.end >= document_.tokens.size()) return std::nullopt;
        const Token& next = document_.tokens[tokens.end];
        const GenericWords& words = GenericWords::builtin();
        if (next.capital ||
            !(words.place.contains(next.lower) || words.district.contains(next.lower) || next.lower == "department"))
            return std::nullopt;
        const auto match = match_all(document_, tokens);
        if (!match || match->entry.by_user || !is_body(match->entry.kind)) return std::nullopt;
        return std::string(document_.text(tokens)) + ' ' + next.lower;
    }

    // "Gov. Ada Krumm of Washington", "Washington Gov. Ada Krumm", "Ada Krumm, a Washington Democrat": the state, not the
    // city or a state elsewhere.
    std::optional<std::string> state_of_governor(Range tokens) const {
        constexpr std::size_t most_words = 4;  // of the governor's name
        const std::vector<Token>& all = document_.tokens;
        const WordList& office = GenericWords::builtin().american_office;
        const bool is_member = tokens.begin > 0 && tokens.end < all.size() &&
                               (all[tokens.end].lower == "democrat" || all[tokens.end].lower == "republican") &&
                               (all[tokens.begin - 1].lower == "," || all[tokens.begin - 1].tag == Tag::determiner);
        const bool is_governors =
            tokens.end < all.size() && all[tokens.end].capital && office.contains(all[tokens.end].lower);
        if (is_member || is_governors) return american_state(tokens);
        if (tokens.begin < 3 || all[tokens.begin - 1].lower != "of") return std::nullopt;
        std::size_t title = tokens.begin - 2;
        const std::size_t first = title > most_words ? title - most_words : 0;
        while (title > first && all[title].capital && !office.contains(all[title].lower)) --title;
        if (title + 2 == tokens.begin || !office.contains(all[title].lower)) return std::nullopt;
        return american_state(tokens);
    }

    // Which goes by a name that another place has, too.
    std::optional<std::string> american_state(Range tokens) const {
        for (const std::string_view sort : {" state", " (U.S. state)"}) {
            std::string name = std::string(document_.text(tokens)).append(sort);
            if (document_.gazetteer->match_exactly(name)) return name;
        }
        return std::nullopt;
    }

    // "Foreign Ministry officials in Tokyo", "the Defence Ministry headquarters in Haifa": whose it is, whatever the article
    // is about.
    std::optional<std::string> body_in_town(Range tokens) const {
        const std::vector<Token>& all = document_.tokens;
        const std::size_t in = tokens.end + 1;
        if (in + 1 >= all.size() || all[in].lower != "in" || !is_body_of_states(tokens)) return std::nullopt;
        const bool is_seat = GenericWords::builtin().seat.contains(all[tokens.end].lower);
        if (!is_seat && !GenericWords::builtin().speaker.contains(all[tokens.end].lower)) return std::nullopt;
        for (std::size_t end = in + 3; end > in + 1; --end) {
            const auto city = end <= all.size() ? match_all(document_, {in + 1, end}) : std::nullopt;
            if (!city || city->entry.kind == EntityKind::state || !(city->entry.capital || is_seat)) continue;
            return name_of_body(city->entry.state, tokens);
        }
        return std::nullopt;
    }

    // "The Foreign Ministry of | Russia"
    std::optional<std::string> body_of_state_behind(Range tokens) const {
        const std::vector<Token>& all = document_.tokens;
        const std::size_t of = tokens.end;
        if (of + 1 >= all.size() || all[of].lower != "of" || !is_body_of_states(tokens)) return std::nullopt;
        for (std::size_t end = std::min(of + 4, all.size()); end > of + 1; --end) {
            const auto state = match_all(document_, {of + 1, end});
            if (!state || state->adjective || state->entry.kind != EntityKind::state) continue;
            return name_of_body(state->entry.name, tokens);
        }
        return std::nullopt;
    }

    // "In China, a | Foreign Ministry spokeswoman"; but "in Iraq, the Army" may be another state's.
    std::optional<std::string> body_in_state(const Mention& mention, MentionIndex before, Range tokens) const {
        if (before == none || tokens.begin == 0 || mention.kind == "military_unit" || !is_body_of_states(tokens))
            return std::nullopt;
        const std::vector<Token>& all = document_.tokens;
        const Range place = document_.mentions[before].tokens;
        const std::size_t article = all[tokens.begin - 1].tag == Tag::determiner ? 1 : 0;
        if (place.begin == 0 || all[place.begin - 1].lower != "in" || !all[place.begin - 1].capital ||
            place.end + 1 + article != tokens.begin || all[place.end].lower != ",")
            return std::nullopt;
        const auto state = match_all(document_, place);
        return state && state->entry.kind == EntityKind::state ? name_of_body(state->entry.name, tokens) : std::nullopt;
    }

    // What the gazetteer has by the mention, where a possessive stands between it and the token.
    std::optional<GazetteerMatch> owner_before(MentionIndex before, std::size_t token) const {
        if (before == none) return std::nullopt;
        const Range owner = document_.mentions[before].tokens;
        if (owner.end + 1 != token || document_.tokens[owner.end].tag != Tag::possessive) return std::nullopt;
        return match_all(document_, owner);
    }

    // "Seoul's | Joint Chiefs of Staff"
    std::optional<std::string> body_of_capital(MentionIndex before, Range tokens) const {
        const auto city = owner_before(before, tokens.begin);
        return city && city->entry.capital ? name_of_body(city->entry.state, tokens) : std::nullopt;
    }

    // The gazetteer's, of the state's body that goes by these words.
    std::optional<std::string> name_of_body(std::string_view state, Range tokens) const {
        const auto body = body_of_state(*document_.gazetteer, state, document_.text(tokens));
        return body ? std::optional(std::string(body->name)) : std::nullopt;
    }

    bool is_body_of_states(Range tokens) const {
        return GenericWords::builtin().is_body_of_states(ascii::lower_case(document_.text(tokens)));
    }

    // "The Indiana | Senate", "state Senate leaders", of a text that has named Indiana: not the Senate of all states.
    std::optional<std::string> body_of_province(MentionIndex before, Range tokens) const {
        constexpr std::size_t most_mentions = 64;  // between: articles may be hostile
        const std::vector<Token>& all = document_.tokens;
        if (tokens.begin == 0 || before == none) return std::nullopt;
        const Token& word = all[tokens.begin - 1];
        const bool of_a_state = word.lower == "state" && !word.capital;
        const bool beside = document_.mentions[before].tokens.end == tokens.begin;
        // "A Wyoming Senate candidate" would sit in that of the United States.
        const bool is_contest =
            tokens.end < all.size() && GenericWords::builtin().contest.contains(all[tokens.end].lower);
        if (!(of_a_state || beside) || is_contest || !is_body_of_states(tokens)) return std::nullopt;
        const std::size_t end = before.value() + 1;
        for (std::size_t m = end; m-- > end - std::min(end, most_mentions);) {
            const Range place = document_.mentions[MentionIndex(m)].tokens;
            const auto match =
                document_.mentions[MentionIndex(m)].kind == "place" ? match_all(document_, place) : std::nullopt;
            if (match && is_american_state(match->entry.name))
                return std::string(match->entry.name) + ' ' + std::string(document_.text(tokens));
            if (!of_a_state) return std::nullopt;
        }
        return std::nullopt;
    }

    // "I'm a New Yorker", no magazine; but "a New Yorker article"
    std::optional<std::string> inhabitant(const Mention& mention, Range tokens) const {
        if (tokens.begin == 0 || mention.kind == "person") return std::nullopt;
        const std::string& before = document_.tokens[tokens.begin - 1].lower;
        if ((before != "a" && before != "fellow" && before != "native") || leads_on(tokens.end)) return std::nullopt;
        std::string several = std::string(document_.text(tokens)) + 's';
        const auto match = document_.gazetteer->match_exactly(several);
        return match && is_place(match->entry.kind) ? std::optional(several) : std::nullopt;
    }

    // "A pipeline through the Baltic": the sea, not the states around it, which is "the Baltic countries".
    std::optional<std::string> sea(const Mention& mention, Range tokens) const {
        if (mention.kind != "place" || tokens.size() != 1 || tokens.begin == 0 ||
            document_.tokens[tokens.begin - 1].lower != "the" || leads_on(tokens.end) ||
            (tokens.end < document_.tokens.size() && document_.tokens[tokens.end].capital))
            return std::nullopt;
        const auto match = match_all(document_, tokens);
        if (!match || !match->adjective) return std::nullopt;
        std::string name = std::string(document_.text(tokens)) + " Sea";
        return document_.gazetteer->match_exactly(name) ? std::optional(std::move(name)) : std::nullopt;
    }

    // "CNN's | State of the Union", of which the gazetteer has another that is no programme.
    std::optional<std::string> programme(MentionIndex before, Range tokens) const {
        if (tokens.begin == 0) return std::nullopt;
        const std::size_t mark = tokens.begin - 1;
        const auto medium = owner_before(before, is_quotation_mark(document_.tokens[mark]) ? mark : tokens.begin);
        if (!medium || medium->entry.kind != EntityKind::media) return std::nullopt;
        std::string name = std::string(document_.text(tokens)) + " (programme)";
        return document_.gazetteer->match_exactly(name) ? std::optional(std::move(name)) : std::nullopt;
    }

    static bool ends_in_hiss(std::string_view word) {
        return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') || word.ends_with("ch") ||
               word.ends_with("sh");
    }

    bool is_family(std::size_t behind) const {
        if (behind >= document_.tokens.size()) return false;
        const std::string& word = document_.tokens[behind].lower;
        return word == "family" || word == "clan";
    }

    // "The Parliamentary answer", "an Islamist", "the Krumm family": as others are called beside.
    std::optional<std::string> noun_of_form(const Mention& mention, Range tokens) const {
        if (tokens.size() != 1) return std::nullopt;
        const std::string_view text = document_.text(tokens);
        if (mention.kind == "person" && is_family(tokens.end))
            return std::string(text) + (ends_in_hiss(text) ? "es" : "s");
        if (text == "Parliamentary") return "Parliament";
        if (mention.kind == "nationality" && text.ends_with("ist") && !match_all(document_, tokens))
            return std::string(text) + 's';
        return std::nullopt;
    }

    const Document& document_;
};

}  // namespace

std::optional<ToldName> name_told_beside(const Document& document, const Mention& mention, MentionIndex before,
                                         Range tokens) {
    return ToldBeside(document).find(mention, before, tokens);
}

}  // namespace kith::text
