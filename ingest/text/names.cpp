#include "ingest/text/names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "ingest/text/name_finder.hpp"
#include "ingest/text/name_words.hpp"
#include "ingest/text/noun_classes.hpp"
#include "ingest/text/speech_verbs.hpp"

namespace kith::text {
namespace {

constexpr std::size_t max_namesakes = 32;  // persons with one last name that are told apart

// What the surroundings of a name say for its kind, summed over the document.
struct Votes {
    int person = 0;
    int place = 0;
    int body = 0;
    std::optional<EntityKind> group;  // "the militant group X"
};

std::string last_word(std::string_view name) {
    const std::size_t space = name.find_last_of(" -");
    return std::string(space == std::string_view::npos ? name : name.substr(space + 1));
}

class Unifier {
public:
    explicit Unifier(Document& document) : document_(document), found_(find_names(document)) {}

    void run() {
        for (const FoundName& name : found_) {
            if (name.entry) surfaces_[name.entry].insert(text_of(name));
        }
        count_votes();
        decide_kinds();
        take_surnames();
        // Longer names first, so that "Kirby" finds "John Kirby" wherever the full name stands.
        for (std::size_t i = 0; i < found_.size(); ++i) {
            if (full(found_[i])) actor_of_name(i);
        }
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const std::size_t actor = actor_of_name(i);
            const MentionForm form = found_[i].adjective ? MentionForm::adjective : MentionForm::name;
            document_.mentions.push_back({found_[i].tokens, form, actor});
            last_mention_[actor] = i;
        }
    }

private:
    bool full(const FoundName& name) const { return name.entry || name.tokens.size() > 1; }

    std::string text_of(const FoundName& name) const { return std::string(document_.text(name.tokens)); }

    const Token* token_at(std::size_t i, Range range) const {
        return range.contains(i) ? &document_.tokens[i] : nullptr;
    }

    void count_votes() {
        for (const FoundName& name : found_) {
            if (name.entry) continue;
            const Range range = document_.sentences[name.sentence].tokens;
            Votes& votes = votes_[text_of(name)];
            const Token* before = name.tokens.begin > range.begin ? token_at(name.tokens.begin - 1, range) : nullptr;
            const Token* after = token_at(name.tokens.end, range);
            if (before) vote_before(*before, votes);
            if (before && before->lower == "of" && name.tokens.begin >= range.begin + 2) {  // "the town of X"
                const auto& kinds = NounClasses::builtin().group_kinds(document_.tokens[name.tokens.begin - 2].lemma);
                if (!kinds.empty() && kinds.front() == EntityKind::place) votes.place += 4;
            }
            if (after) vote_after(*after, name, range, votes);
        }
    }

    static void vote_before(const Token& before, Votes& votes) {
        static const std::map<std::string_view, int> places = {
            {"in", 3},     {"near", 3}, {"at", 1}, {"outside", 2}, {"from", 1},   {"around", 1},
            {"across", 1}, {"into", 1}, {"to", 1}, {"towards", 1}, {"toward", 1}, {"throughout", 2}};
        if (const auto found = places.find(before.lower); found != places.end()) votes.place += found->second;
        if (before.lower == "the") votes.body += 2;
        const auto& kinds = NounClasses::builtin().group_kinds(before.lemma);
        if (!kinds.empty() && kinds.front() != EntityKind::place) votes.group = kinds.front();
        if (!kinds.empty() && kinds.front() == EntityKind::place) votes.place += 3;
    }

    void vote_after(const Token& after, const FoundName& name, Range range, Votes& votes) const {
        const Token* second = token_at(name.tokens.end + 1, range);
        if (SpeechVerbs::builtin().find(after.lemma)) votes.person += 2;
        if (after.tag == Tag::relative) votes.person += after.lower != "which" ? 3 : 0;
        if (after.tag == Tag::possessive) votes.person += 1;
        if (after.lower == "," && second && second->tag == Tag::number) votes.person += 3;
        if (after.lower == "," && second && second->capital) {
            const GazetteerMatch match = Gazetteer::builtin().longest_match(document_, name.tokens.end + 1, range.end);
            if (match.entry && match.entry->kind == EntityKind::state && !match.adjective) votes.place += 4;
        }
        const auto& kinds = NounClasses::builtin().group_kinds(after.lemma);
        if (!kinds.empty()) {
            if (kinds.front() == EntityKind::place) votes.place += 2;
            if (kinds.front() == EntityKind::armed_group) votes.body += 2;
        }
    }

    void decide_kinds() {
        for (FoundName& name : found_) {
            if (name.kind) continue;
            const Votes& votes = votes_[text_of(name)];
            name.kind = kind_by_votes(name, votes);
        }
        // One kind for one name: what a title or a given name told once holds everywhere.
        std::unordered_map<std::string, EntityKind> told;
        for (const FoundName& name : found_) {
            if (!name.entry && *name.kind == EntityKind::person) told[text_of(name)] = EntityKind::person;
        }
        for (FoundName& name : found_) {
            if (name.entry) continue;
            if (const auto found = told.find(text_of(name)); found != told.end()) name.kind = found->second;
        }
    }

    // "Robert Wagner ... Wagner": where a person bears the one name of a body that the document uses, he is meant.
    void take_surnames() {
        std::set<std::string> surnames;
        for (const FoundName& name : found_) {
            if (!name.entry && name.kind == EntityKind::person && name.tokens.size() > 1)
                surnames.insert(last_word(text_of(name)));
        }
        for (FoundName& name : found_) {
            if (!name.entry || name.adjective || name.tokens.size() != 1 || name.entry->name == text_of(name)) continue;
            if (name.kind == EntityKind::state || name.kind == EntityKind::place) continue;
            if (surfaces_[name.entry].size() > 1 || !surnames.contains(text_of(name))) continue;
            name.entry = nullptr;
            name.kind = EntityKind::person;
        }
    }

    EntityKind kind_by_votes(const FoundName& name, const Votes& votes) const {
        const Token& first = document_.tokens[name.tokens.begin];
        if (votes.group) return *votes.group;
        if (first.all_caps && name.tokens.size() == 1) return EntityKind::organisation;
        if (votes.place > votes.person + 1 && votes.place > votes.body) return EntityKind::place;
        const bool long_name = name.tokens.size() > 4;
        if (!long_name && votes.person > votes.body) return EntityKind::person;
        if (votes.body > 0 || long_name) return EntityKind::organisation;
        return name.tokens.size() >= 2 ? EntityKind::person : EntityKind::organisation;
    }

    // The actor of a name, made where the document has none yet.
    std::size_t actor_of_name(std::size_t index) {
        const FoundName& name = found_[index];
        const std::string text = text_of(name);
        if (const std::size_t actor = abbreviated(index); actor != none) return by_text_[text] = actor;
        if (const auto known = by_text_.find(text); known != by_text_.end()) return merge_gender(known->second, name);
        if (name.entry) {
            if (const auto known = by_text_.find(name.entry->name); known != by_text_.end())
                return by_text_[text] = known->second;
        }
        if (!name.entry && name.kind == EntityKind::person) {
            if (const std::size_t actor = known_person(text, index); actor != none) return merge_gender(actor, name);
        } else if (!name.entry && name.tokens.size() == 1) {
            if (const std::size_t actor = known_person(text, index); actor != none) return actor;
            if (const std::size_t actor = known_body(text); actor != none) return actor;
        }
        return add_actor(name, text);
    }

    std::size_t add_actor(const FoundName& name, const std::string& text) {
        Actor actor;
        actor.name = name.entry ? name.entry->name : text;
        actor.kind = *name.kind;
        actor.state = name.state;
        actor.gender = name.gender;
        if (name.entry) {
            // A state goes by its English name; a body by the fullest name that the document uses, unless that is a
            // piece of its own name: "Azov" of "Azov Regiment".
            if (actor.kind != EntityKind::state) actor.name = fullest_name(*name.entry);
            if (is_piece_of(actor.name, name.entry->name)) actor.name = name.entry->name;
            actor.aliases = name.entry->aliases;
            if (actor.name != name.entry->name) actor.aliases.push_back(name.entry->name);
            std::erase(actor.aliases, actor.name);
            actor.capital = name.entry->capital;
            actor.known = true;
            by_text_[name.entry->name] = document_.actors.size();
        }
        by_text_[text] = document_.actors.size();
        if (actor.kind == EntityKind::person) {
            persons_[last_word(text)].push_back(document_.actors.size());
        } else if (!actor.known && actor.kind != EntityKind::place && text.find(' ') != std::string::npos) {
            bodies_[text.substr(0, text.find(' '))].push_back(document_.actors.size());
        }
        document_.actors.push_back(std::move(actor));
        return document_.actors.size() - 1;
    }

    std::string fullest_name(const GazetteerEntry& entry) const {
        const auto& names = surfaces_.at(&entry);
        if (names.contains(entry.name)) return entry.name;
        const auto longest = std::max_element(
            names.begin(), names.end(), [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
        return *longest;
    }

    static bool is_piece_of(const std::string& piece, const std::string& name) {
        return name.starts_with(piece + ' ') && piece.find(' ') == std::string::npos;
    }

    std::size_t merge_gender(std::size_t actor, const FoundName& name) {
        if (name.gender != Gender::unknown && document_.actors[actor].kind == EntityKind::person) {
            document_.actors[actor].gender = name.gender;
        }
        return actor;
    }

    // "Popular Mobilization Forces (PMF)": the second name is the first one's abbreviation.
    std::size_t abbreviated(std::size_t index) const {
        const FoundName& name = found_[index];
        if (index == 0 || name.tokens.size() != 1 || !document_.tokens[name.tokens.begin].all_caps) return none;
        const FoundName& before = found_[index - 1];
        if (before.tokens.end + 1 != name.tokens.begin || document_.tokens[before.tokens.end].lower != "(") return none;
        const auto known = by_text_.find(text_of(before));
        if (known == by_text_.end() || before.tokens.size() < 2) return none;
        return known->second;
    }

    // A person of the document whose name ends with `text` or holds all its words; the one spoken of last.
    std::size_t known_person(const std::string& text, std::size_t index) {
        const auto found = persons_.find(last_word(text));
        if (found == persons_.end()) return none;
        std::size_t best = none;
        const std::size_t first = found->second.size() > max_namesakes ? found->second.size() - max_namesakes : 0;
        for (std::size_t i = first; i < found->second.size(); ++i) {
            const std::size_t actor = found->second[i];
            const std::string& name = document_.actors[actor].name;
            const bool alike = name.ends_with(text) || text.ends_with(name) || same_ends(name, text);
            if (alike && (best == none || spoken_of(actor, index) > spoken_of(best, index))) best = actor;
        }
        if (best != none && text.size() > document_.actors[best].name.size()) document_.actors[best].name = text;
        return best;
    }

    // "Donald Trump" and "Donald J. Trump"
    static bool same_ends(const std::string& a, const std::string& b) {
        const auto space_a = a.find(' '), space_b = b.find(' ');
        return space_a != std::string::npos && space_b != std::string::npos &&
               a.substr(0, space_a) == b.substr(0, space_b) && last_word(a) == last_word(b);
    }

    std::size_t spoken_of(std::size_t actor, std::size_t index) const {
        const auto found = last_mention_.find(actor);
        return found == last_mention_.end() || found->second > index ? 0 : found->second + 1;
    }

    // "Azov" of "Azov Regiment": the first word of one body of the document.
    std::size_t known_body(const std::string& text) const {
        const auto found = bodies_.find(text);
        return found == bodies_.end() || found->second.size() != 1 ? none : found->second.front();
    }

    Document& document_;
    std::vector<FoundName> found_;
    std::unordered_map<const GazetteerEntry*, std::set<std::string>> surfaces_;  // names in use
    std::unordered_map<std::string, Votes> votes_;
    std::unordered_map<std::string, std::size_t> by_text_;
    std::unordered_map<std::string, std::vector<std::size_t>> persons_;  // by last word
    std::unordered_map<std::string, std::vector<std::size_t>> bodies_;   // found by shape, by first word
    std::unordered_map<std::size_t, std::size_t> last_mention_;
};

}  // namespace

void Names::apply(Document& document) const {
    Unifier(document).run();
}

}  // namespace kith::text
