#include "ingest/text/actors/offices.hpp"

#include <algorithm>

#include "graph/ascii.hpp"
#include "ingest/text/words/generic_words.hpp"
#include "ingest/text/words/reference_words.hpp"

namespace kith::text {

std::string_view Offices::word_before(MentionIndex mention) const {
    const std::size_t begin = document_.mentions[mention].tokens.begin;
    return begin == 0 ? std::string_view() : std::string_view(document_.tokens[begin - 1].lower);
}

bool Offices::is_called_president(MentionIndex mention) const {
    if (word_before(mention) != "president") return false;
    const std::size_t begin = document_.mentions[mention].tokens.begin;
    const bool is_vice = begin > 1 && document_.tokens[begin - 2].lower == "vice";
    return document_.tokens[begin - 1].capital && !is_vice;
}

std::optional<GazetteerEntry> Offices::president_of(const Surface& surface) const {
    const auto match = document_.gazetteer->match_exactly("President " + surface.text);
    if (!match || match->entry.kind != EntityKind::person) return std::nullopt;
    return match->entry;
}

std::optional<GazetteerEntry> Offices::known_by_title(const Surface& surface, MentionIndex mention) const {
    std::string title(word_before(mention));
    if (title == "president" || !GenericWords::builtin().title.contains(title)) return std::nullopt;
    title.front() = ascii::upper(title.front());
    const auto match = document_.gazetteer->match_exactly(title + ' ' + surface.text);
    return match && match->entry.kind == EntityKind::person ? std::optional(match->entry) : std::nullopt;
}

bool Offices::holds_office(const Surface& surface) const {
    return surface.words.size() == 1 &&
           std::ranges::any_of(surface.mentions, [&](MentionIndex mention) { return holds_office(mention); });
}
bool Offices::holds_office(MentionIndex mention) const {
    const Range name = document_.mentions[mention].tokens;
    const std::vector<Token>& tokens = document_.tokens;
    if (name.end >= tokens.size()) return false;
    if (noun_of_government(document_, {name.begin, name.end + 1}) == name.end) return true;
    if (name.end + 1 >= tokens.size()) return false;
    const std::string &behind = tokens[name.end].lower, &next = tokens[name.end + 1].lower;
    return (behind == "-" && next == "era") || (behind == "white" && next == "house");
}

bool Offices::are_governments(MentionIndex mention) const {
    const std::size_t end = document_.mentions[mention].tokens.end;
    if (end >= document_.tokens.size()) return false;
    const std::string& word = document_.tokens[end].lower;
    return word == "administrations" || word == "governments" || word == "presidencies";
}

bool Offices::has_title_of_leader(MentionIndex mention) const {
    const std::string_view title = word_before(mention);
    const GenericWords& words = GenericWords::builtin();
    const std::size_t begin = document_.mentions[mention].tokens.begin;
    const Token* const before = begin > 1 ? &document_.tokens[begin - 2] : nullptr;
    if (before != nullptr && words.other_leader.contains(before->lower)) return false;
    if (title == "minister") return before != nullptr && before->lower == "prime";
    if (title == "leader") return before != nullptr && before->capital;
    return words.leader.contains(title);
}

const std::optional<GazetteerEntry>& Offices::leader_of(const std::string& last_name) {
    const auto [leader, is_new] = leaders_.try_emplace(last_name);
    if (!is_new) return leader->second;
    const std::optional<int> in_year = publication_year(document_);
    for (const auto& [state, count] : states_.all()) {
        const auto found = document_.gazetteer->leader_of(state, last_name, in_year);
        if (!found) continue;
        if (leader->second && leader->second->number != found->number) {
            leader->second.reset();
            break;
        }
        leader->second = found;
    }
    return leader->second;
}

bool Offices::leads(const GazetteerEntry& person, std::string_view last_name) const {
    const auto leader = document_.gazetteer->leader_of(person.state, last_name, publication_year(document_));
    return leader && leader->number == person.number;
}

bool Offices::is_in_office(const GazetteerEntry& person, std::string_view last_name) const {
    const auto in_year = publication_year(document_);
    const auto leader = in_year ? document_.gazetteer->in_office(person.state, last_name, *in_year) : std::nullopt;
    return leader && leader->number == person.number;
}

}  // namespace kith::text
