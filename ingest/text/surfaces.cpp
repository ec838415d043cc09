#include "ingest/text/surfaces.hpp"

#include <algorithm>
#include <string_view>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/text/namesakes.hpp"
#include "ingest/text/same_name.hpp"
#include "ingest/text/unicode.hpp"
#include "ingest/text/word_lists.hpp"

KITH_EMBEDDED(place_words_tsv)

namespace kith::text {
namespace {

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

// "PMF", "DoD", "N.A.A.C.P."
bool is_abbreviation(const Surface& surface) {
    const std::string text = without_dots(surface.text);
    const auto capitals = static_cast<std::size_t>(std::ranges::count_if(text, ascii::is_upper));
    return surface.words.size() == 1 && capitals >= 2 && 2 * capitals > text.size();
}

struct PlaceWords {
    WordLists lists{place_words_tsv(), "ingest/text/data/place_words.tsv", {"generic", "article"}};
    const WordList& generic = lists[0];
    const WordList& article = lists[1];

    static const PlaceWords& builtin() {
        static const PlaceWords words;
        return words;
    }
};

class Collector {
public:
    explicit Collector(const Document& document) : document_(document) {}

    std::vector<Surface> run() && {
        std::vector<SaidSame> said;
        MentionIndex before;
        std::size_t surface_before = none;
        for (const MentionIndex m : document_.mentions.indices()) {
            const Mention& mention = document_.mentions[m];
            if (mention.kind.empty()) continue;
            const std::size_t surface = surface_of(mention, before);
            surfaces_[surface].mentions.push_back(m);
            ++surfaces_[surface].kinds[mention.kind];
            if (before != none) {
                const SameName words = says_same_name(document_, document_.mentions[before].tokens, mention.tokens);
                if (words != SameName::unsaid) said.push_back({surface_before, surface, words});
            }
            before = m;
            surface_before = surface;
        }
        settle_persons();
        tell_namesakes_apart(document_, surfaces_);
        for (const SaidSame& each : said) join(each);
        share_entries();
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
        if (said.first == said.second || first.person != second.person || !may_be_said(first, second, said.words))
            return;
        const bool first_is_longer = first.words.size() > second.words.size() ||
                                     (first.words.size() == second.words.size() && said.first < said.second);
        Surface& shorter = first_is_longer ? second : first;
        if (shorter.same == none) shorter.same = first_is_longer ? said.first : said.second;
    }

    static bool may_be_said(const Surface& first, const Surface& second, SameName words) {
        if (first.entry && second.entry && first.entry->number != second.entry->number) return false;
        const EntityKind one = usual_kind(first), other = usual_kind(second);
        const bool of_one_class = kind_class(one) == kind_class(other);
        switch (words) {
            case SameName::unsaid:
                break;
            case SameName::renamed:
                if (first.person) break;
                [[fallthrough]];
            case SameName::in_words:
                return is_place(one) ? one == other : of_one_class;
            case SameName::in_brackets:  // in brackets stand players behind their parts, and states behind their towns
                if (first.person || is_place(one) || is_place(other)) break;
                return of_one_class || (first.words.size() > 1 && is_abbreviation(second));
        }
        return false;
    }

    // What is known of a name is known of the other that the text says is the same.
    void share_entries() {
        for (Surface& surface : surfaces_) {
            if (surface.same == none) continue;
            Surface& longer = surfaces_[surface.same];
            if (!surface.entry) surface.entry = longer.entry;
            if (!longer.entry) longer.entry = surface.entry;
        }
    }

    // Which names are persons', where the net says so of some of their mentions alone: a name of several words is what
    // most are read as. A single word read as a person, where no person of the document has it for a last name, is the
    // body of that name: the gazetteer's, or one that the document has more often. A single word that nobody knows, and
    // that is the last name of a person of the document, is that person.
    void settle_persons() {
        std::unordered_map<std::string, std::size_t> last_names;  // by how many mentions
        for (const Surface& surface : surfaces_) {
            if (surface.person && surface.words.size() > 1) last_names[surface.words.back()] += surface.mentions.size();
        }
        for (Surface& surface : surfaces_) {
            const bool by_user = surface.entry && surface.entry->by_user;
            if (by_user || surface.words.empty()) continue;
            const auto found = by_text_.find({surface.text, !surface.person});
            const Surface* const twin = found == by_text_.end() ? nullptr : &surfaces_[found->second];
            const bool rarer = twin && (twin->entry || twin->mentions.size() > surface.mentions.size());
            const auto bearers = last_names.find(surface.words.back());
            if (surface.words.size() > 1) {
                if (rarer && !surface.entry) take(surface, *twin);
            } else if (surface.person && bearers == last_names.end()) {
                const auto match = document_.gazetteer->match_exactly(surface.text);
                const bool body = match && match->entry.kind != EntityKind::state &&
                                  match->entry.kind != EntityKind::place && match->entry.kind != EntityKind::person;
                if (rarer && !body) take(surface, *twin);
                if (!body) continue;
                surface.person = false;
                surface.entry = match->entry;
            } else if (!surface.person && bearers != last_names.end() && !is_abbreviation(surface) &&
                       surface.mentions.size() <= bearers->second && (!surface.entry || is_nowhere(surface))) {
                surface.person = true;
                surface.entry.reset();
                surface.kinds = {{"person", surface.mentions.size()}};
            }
        }
    }

    // A place, by its name, where nothing is or goes: "as Lima suggested".
    bool is_nowhere(const Surface& surface) const {
        return surface.entry->kind == EntityKind::place && !surface.entry->capital &&
               std::ranges::none_of(surface.mentions, [&](MentionIndex mention) {
                   const std::size_t begin = document_.mentions[mention].tokens.begin;
                   if (begin == 0) return false;
                   const Tag before = document_.tokens[begin - 1].tag;
                   return before == Tag::preposition || before == Tag::to || before == Tag::punctuation;
               });
    }

    static void take(Surface& surface, const Surface& twin) {
        surface.person = twin.person;
        surface.entry = twin.entry;
        surface.kinds = twin.kinds;
    }

    // "China's | Defense Ministry", "Iranian | Parliament": all of it, where the gazetteer knows a body so.
    Range with_owner(const Mention& mention, MentionIndex before) const {
        if (before == none || mention.kind == "person") return mention.tokens;
        const Mention& owner = document_.mentions[before];
        const std::size_t end = owner.tokens.end;
        const bool possessive = end < mention.tokens.begin && document_.tokens[end].tag == Tag::possessive;
        if (owner.kind == "person" || end + (possessive ? 1 : 0) != mention.tokens.begin) return mention.tokens;
        const Range whole{owner.tokens.begin, mention.tokens.end};
        const auto match = document_.gazetteer->match_exactly(document_.text(whole));
        return match && is_body(match->entry.kind) ? whole : mention.tokens;
    }

    // A place that is known without the generic word of its name: "Nangarhar Province"; but "Kabul Province" is not the seat
    // of a government.
    std::optional<GazetteerMatch> match_without_generic_word(Range tokens) const {
        const Token& last = document_.tokens[tokens.end - 1];
        if (tokens.size() < 2 || !PlaceWords::builtin().generic.contains(last.lower)) return std::nullopt;
        Range rest{tokens.begin, tokens.end - 1};
        if (document_.tokens[rest.end - 1].lower == "," && rest.size() > 1) --rest.end;
        auto match = match_all(document_, rest);
        if (match && (match->entry.kind != EntityKind::place || (match->entry.capital && last.lower != "d.c.")))
            match.reset();
        return match;
    }

    std::size_t surface_of(const Mention& mention, MentionIndex before) {
        const Range name = with_owner(mention, before);
        Range tokens = name;
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
        auto match = match_all(document_, name);  // "The Hague"
        if (!match) match = match_all(document_, tokens);
        if (match && match->entry.by_user) surface.person = match->entry.kind == EntityKind::person;
        const auto [found, added] = by_text_.try_emplace({surface.text, surface.person}, surfaces_.size());
        if (!added) return found->second;
        if (match && (match->entry.kind == EntityKind::person) != surface.person) match.reset();
        if (surface.person) {
            if (!match) match = match_without_generation(*document_.gazetteer, document_.text(tokens));
        } else {
            const auto without = match_without_legal_form(*document_.gazetteer, document_.text(tokens));
            if (!match) match = without;
            surface.indirect = match && without && match->entry.number == without->entry.number;
            if (!match && mention.kind == "place" && (match = match_without_generic_word(tokens)))
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

EntityKind usual_kind(const Surface& surface) {
    return entity_kind(most_frequent(surface.kinds));
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

bool are_same_place(const Surface& one, const Surface& other) {
    const auto telling = [](const Surface& surface) {
        std::vector<std::string> words = surface.words;
        if (words.size() > 1 && PlaceWords::builtin().generic.contains(words.back())) words.pop_back();
        if (words.size() > 1 && PlaceWords::builtin().article.contains(words.front())) words.erase(words.begin());
        return words;
    };
    return telling(one) == telling(other);
}

std::vector<Surface> surfaces_of(const Document& document) {
    return Collector(document).run();
}

}  // namespace kith::text
