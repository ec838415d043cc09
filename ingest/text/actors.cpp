#include "ingest/text/actors.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/ascii.hpp"
#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/text/known_actor.hpp"
#include "ingest/text/unicode.hpp"

namespace kith::text {
namespace {

constexpr std::size_t max_namesakes = 32;  // actors with one word in common that a shorter name is compared with
constexpr std::size_t kind_count = 18;

// The entity kind for the net's word. A nationality that is no state's ("Kurds") is a group of people.
EntityKind entity_kind(std::string_view word) {
    if (word == "nationality") return EntityKind::population_group;
    return parse_entity_kind(word).value_or(EntityKind::product);
}

// A name as it is written, however often: all its mentions that the net takes alike, for a person or not.
struct Surface {
    std::string text;                // with single blanks, without "the"
    std::vector<std::string> words;  // in lower case, without marks
    std::string initials;            // capitals of its words: "PMF"
    bool person = false;
    std::vector<MentionIndex> mentions;
    std::map<std::string, std::size_t> kinds;  // of the mentions, in the net's words
    std::optional<GazetteerEntry> entry;
    bool demonym = false;
    bool with_legal_form = false;  // the entry is that of the name without: "Boeing Co."
    std::size_t long_form = none;  // surface that it stands behind in brackets
    ActorIndex actor;
};

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

const std::string& most_frequent(const std::map<std::string, std::size_t>& kinds) {
    return std::max_element(kinds.begin(), kinds.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

bool contains_run(const std::vector<std::string>& words, const std::vector<std::string>& run) {
    return std::search(words.begin(), words.end(), run.begin(), run.end()) != words.end();
}

// "N.A.A.C.P." as "NAACP".
std::string without_dots(std::string text) {
    std::erase(text, '.');
    return text;
}

bool is_abbreviation_of(const Surface& abbreviation, const Surface& full) {
    const std::string text = without_dots(abbreviation.text);
    return text.size() >= 2 && text.size() <= 7 && std::ranges::all_of(text, ascii::is_upper) && full.initials == text;
}

class Unifier {
public:
    explicit Unifier(Document& document) : document_(document) {}

    void run() {
        collect();
        std::vector<std::size_t> order(surfaces_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::ranges::stable_sort(
            order, [&](std::size_t a, std::size_t b) { return surfaces_[a].words.size() > surfaces_[b].words.size(); });
        for (const std::size_t i : order) name_actor(i);
        decide_kinds();
        for (const Surface& surface : surfaces_) {
            for (const MentionIndex m : surface.mentions) document_.mentions[m].actor = surface.actor;
        }
    }

private:
    void collect() {
        std::size_t before = none;  // surface of the name before
        for (const MentionIndex m : document_.mentions.indices()) {
            const Mention& mention = document_.mentions[m];
            if (mention.kind.empty()) continue;
            const std::size_t surface = surface_of(mention);
            surfaces_[surface].mentions.push_back(m);
            ++surfaces_[surface].kinds[mention.kind];
            if (before != none && in_brackets_behind(mention, surfaces_[before].mentions.back()) &&
                surfaces_[before].words.size() > 1 && surfaces_[surface].words.size() == 1 && surface != before) {
                surfaces_[surface].long_form = before;
            }
            before = surface;
        }
        for (Surface& surface : surfaces_) {
            if (!surface.entry && surface.long_form != none && !surface.person)
                surface.entry = surfaces_[surface.long_form].entry;
            if (surface.entry && surface.long_form != none && !surfaces_[surface.long_form].entry &&
                !surfaces_[surface.long_form].person)
                surfaces_[surface.long_form].entry = surface.entry;
        }
        take_bodies();
        for (std::size_t i = 0; i < surfaces_.size(); ++i) {
            if (surfaces_[i].entry) of_entry_[surfaces_[i].entry->number].push_back(i);
        }
    }

    // A single word read as a person, where the document has no person with more names that ends with it, is the body
    // of that name: that of the gazetteer, or one that the document has more often.
    void take_bodies() {
        std::unordered_set<std::string> last_names;
        for (const Surface& surface : surfaces_) {
            if (surface.person && surface.words.size() > 1) last_names.insert(surface.words.back());
        }
        for (std::size_t i = 0; i < surfaces_.size(); ++i) {
            Surface& surface = surfaces_[i];
            const bool by_user = surface.entry && surface.entry->by_user;
            if (by_user || !surface.person || surface.words.size() != 1 || last_names.contains(surface.words[0]))
                continue;
            const auto match = document_.gazetteer->match_exactly(surface.text);
            const bool body = match && match->entry.kind != EntityKind::state &&
                              match->entry.kind != EntityKind::place && match->entry.kind != EntityKind::person;
            const auto twin = by_text_.find({surface.text, false});
            const bool rarer =
                twin != by_text_.end() &&
                (surfaces_[twin->second].entry || surfaces_[twin->second].mentions.size() > surface.mentions.size());
            if (!body && !rarer) continue;
            surface.person = false;
            surface.entry = body ? match->entry : surfaces_[twin->second].entry;
            if (!body) surface.kinds = surfaces_[twin->second].kinds;
        }
    }

    // "Popular Mobilization Forces (PMF)"
    bool in_brackets_behind(const Mention& mention, MentionIndex before) const {
        const std::size_t bracket = document_.mentions[before].tokens.end;
        return bracket + 1 == mention.tokens.begin && document_.tokens[bracket].lower == "(" &&
               mention.tokens.end < document_.tokens.size() && document_.tokens[mention.tokens.end].lower == ")";
    }

    std::size_t surface_of(const Mention& mention) {
        Range tokens = mention.tokens;
        if (tokens.size() > 1 && document_.tokens[tokens.begin].lower == "the") ++tokens.begin;
        Surface surface;
        surface.person = mention.kind == "person";
        for (std::size_t i = tokens.begin; i < tokens.end; ++i) {
            const Token& token = document_.tokens[i];
            if (i > tokens.begin && token.space_before) surface.text += ' ';
            surface.text += with_plain_apostrophes(token, document_.text(token.span));
            const std::int32_t letter = code_point_at(token.lower, 0).value;
            if (is_letter(letter) || is_digit(letter)) surface.words.push_back(token.lower);
            if (token.capital && (i == tokens.begin || token.space_before))
                surface.initials += document_.text(token.span)[0];
        }
        auto match = match_all(document_, mention.tokens);  // "The Hague"
        if (!match) match = match_all(document_, tokens);
        if (match && match->entry.by_user) surface.person = match->entry.kind == EntityKind::person;
        const auto [found, added] = by_text_.try_emplace({surface.text, surface.person}, surfaces_.size());
        if (!added) return found->second;
        if (match && (match->entry.kind == EntityKind::person) != surface.person) match.reset();
        if (!surface.person) {
            const auto without = match_without_legal_form(*document_.gazetteer, document_.text(tokens));
            if (!match) match = without;
            surface.with_legal_form = match && without && match->entry.number == without->entry.number;
        }
        if (match) {
            surface.entry = match->entry;
            surface.demonym = match->adjective && !surface.person;
        }
        surfaces_.push_back(std::move(surface));
        return surfaces_.size() - 1;
    }

    void name_actor(std::size_t index) {
        Surface& surface = surfaces_[index];
        if (surface.entry && surface.person) {
            surface.actor = known_person(surface);
            add_namesake(index);
            return;
        }
        if (surface.entry) {
            surface.actor = known_actor(surface);
            if (!surface.demonym) add_body(index);
            return;
        }
        if (surface.long_form != none && surfaces_[surface.long_form].person == surface.person)
            surface.actor = surfaces_[surface.long_form].actor;
        if (surface.actor == none) surface.actor = longer_name(surface);
        if (surface.actor != none) return;
        Actor actor;
        actor.name = surface.text;
        surface.actor = document_.actors.add(std::move(actor));
        surface.person ? add_namesake(index) : add_body(index);
    }

    // Bodies go by a part of their names, and by their initials.
    void add_body(std::size_t index) {
        add_namesake(index);
        const std::string& initials = surfaces_[index].initials;
        if (initials.size() >= 2) by_initials_.try_emplace(initials, index);
    }

    void add_namesake(std::size_t index) {
        for (const std::string& word : surfaces_[index].words) {
            auto& namesakes = by_word_[word];
            if (namesakes.size() < max_namesakes) namesakes.push_back(index);
        }
    }

    // Somebody whom the gazetteer knows, unless the document has a longer name that this is a part of: "Biden" is Hunter
    // Biden where the document names no other.
    ActorIndex known_person(const Surface& surface) {
        if (const auto found = by_entry_.find(surface.entry->number); found != by_entry_.end()) return found->second;
        const ActorIndex longer = longer_name(surface);
        if (longer == none) return known_actor(surface);
        if (surface.words.size() > 1) by_entry_.emplace(surface.entry->number, longer);
        return longer;
    }

    ActorIndex known_actor(const Surface& surface) {
        const GazetteerEntry& entry = *surface.entry;
        const auto [found, added] = by_entry_.try_emplace(entry.number, document_.actors.next());
        if (added) document_.actors.push_back(kith::text::known_actor(entry, name_in_document(entry)));
        return found->second;
    }

    // By the fullest name that the document uses.
    std::string_view name_in_document(const GazetteerEntry& entry) const {
        std::string_view fullest;
        for (const std::size_t i : of_entry_.at(entry.number)) {
            const Surface& surface = surfaces_[i];
            if (surface.text == entry.name || surface.demonym || surface.with_legal_form) return entry.name;
            if (surface.text.size() > fullest.size()) fullest = surface.text;
        }
        return name_of_known(entry, fullest);
    }

    // The actor of a name of the document that this is a part of, or the abbreviation; the one named most often.
    ActorIndex longer_name(const Surface& surface) const {
        if (surface.words.empty()) return none;
        std::size_t best = none;
        if (const auto namesakes = by_word_.find(surface.words.back()); namesakes != by_word_.end()) {
            for (const std::size_t i : namesakes->second) {
                const Surface& other = surfaces_[i];
                if (other.person != surface.person ||
                    !(surface.person ? same_person(surface, other) : same_body(surface, other)))
                    continue;
                if (best == none || surfaces_[i].mentions.size() > surfaces_[best].mentions.size()) best = i;
            }
        }
        if (best == none && !surface.person) {
            if (const auto found = by_initials_.find(without_dots(surface.text));
                found != by_initials_.end() && is_abbreviation_of(surface, surfaces_[found->second]))
                best = found->second;
        }
        return best == none ? ActorIndex{} : surfaces_[best].actor;
    }

    static bool same_person(const Surface& shorter, const Surface& longer) {
        if (shorter.words == longer.words) return true;
        if (shorter.words.size() == 1) return std::ranges::find(longer.words, shorter.words[0]) != longer.words.end();
        if (shorter.words.size() >= longer.words.size()) return false;
        if (std::equal(shorter.words.rbegin(), shorter.words.rend(), longer.words.rbegin())) return true;
        // "Donald Trump" and "Donald J. Trump", but not "George W. Bush" and "George H. W. Bush"
        if (shorter.words.size() > 2 && shorter.words[1][0] != longer.words[1][0]) return false;
        return shorter.words.front() == longer.words.front() && shorter.words.back() == longer.words.back();
    }

    static bool same_body(const Surface& shorter, const Surface& longer) {
        if (shorter.words == longer.words) return true;
        const std::string& kind = most_frequent(shorter.kinds);
        return kind != "place" && kind == most_frequent(longer.kinds) && contains_run(longer.words, shorter.words);
    }

    void decide_kinds() {
        std::vector<std::array<std::size_t, kind_count>> votes(document_.actors.size());
        for (const Surface& surface : surfaces_) {
            for (const auto& [word, count] : surface.kinds)
                votes[surface.actor.value()][static_cast<std::size_t>(entity_kind(word))] += count;
        }
        for (const ActorIndex a : document_.actors.indices()) {
            if (document_.actors[a].known) continue;
            const auto& of_actor = votes[a.value()];
            const auto best = std::max_element(of_actor.begin(), of_actor.end()) - of_actor.begin();
            document_.actors[a].kind = static_cast<EntityKind>(best);
        }
    }

    Document& document_;
    std::vector<Surface> surfaces_;                                       // in the order of their first mentions
    std::map<std::pair<std::string, bool>, std::size_t> by_text_;         // and whether it is a person
    std::unordered_map<std::size_t, std::vector<std::size_t>> of_entry_;  // surfaces, by the entry's number
    std::unordered_map<std::size_t, ActorIndex> by_entry_;                // actors, likewise
    std::unordered_map<std::string, std::vector<std::size_t>> by_word_;   // surfaces that gave an actor its name
    std::unordered_map<std::string, std::size_t> by_initials_;
};

}  // namespace

void Actors::apply(Document& document) const {
    Unifier(document).run();
}

}  // namespace kith::text
