#include "ingest/text/actors/main_state.hpp"

#include <algorithm>
#include <iterator>

namespace kith::text {
namespace {

constexpr std::size_t fewest_mentions = 3;     // of the state, its towns and bodies, in an article that is about it
constexpr std::size_t times_the_second = 2;    // as often as the state that is named second most
constexpr std::size_t fewest_with_people = 6;  // ... with mentions of its people

struct First {
    std::string_view state{};
    std::size_t count = 0, second = 0;  // and how often the next one
};

First first_of(const std::map<std::string_view, std::size_t>& mentions) {
    First first;
    for (const auto& [state, count] : mentions) {
        if (count > first.count)
            first = {state, count, first.count};
        else
            first.second = std::max(first.second, count);
    }
    return first;
}

// "Labour", "Parliament"
bool may_be_of_any_state(const Surface& surface) {
    return is_general_party(surface) || (is_body(surface.entry->kind) && names_body_of_states(surface));
}

}  // namespace

MainState::MainState(const Document& document, const std::vector<Surface>& surfaces) : document_(document) {
    std::map<std::string_view, std::size_t> mentions;
    for (const Surface& surface : surfaces) {
        if (!surface.entry) continue;
        const GazetteerEntry& entry = *surface.entry;
        const std::string_view state = entry.kind == EntityKind::state ? entry.name : entry.state;
        if (state.empty() || (state != known_wholly && may_be_of_any_state(surface))) continue;
        counts_[state] += surface.mentions.size();
        if (surface.person) continue;
        mentions[state] += surface.mentions.size();
        for (const MentionIndex mention : surface.mentions) {
            const Range name = document.mentions[mention].tokens;
            named_.emplace(name.begin, state);
            if (is_place(entry.kind)) named_at_end_.emplace(name.end, state);
        }
    }
    const First first = first_of(mentions), most = first_of(counts_);
    if (first.count >= fewest_mentions && first.count >= times_the_second * first.second) main_ = first.state;
    if (most.count > most.second) most_ = most.state;
    if (most.count >= fewest_with_people && most.count >= times_the_second * most.second) of_people_ = most.state;
}

std::size_t MainState::count(std::string_view state) const {
    const auto found = counts_.find(state);
    return found == counts_.end() ? 0 : found->second;
}

std::string_view MainState::state_before(MentionIndex mention) const {
    const std::size_t place = document_.mentions[mention].tokens.begin;
    const SentenceIndex sentence = sentence_of(document_, place);
    auto before = named_.lower_bound(place);
    if (sentence == none || before == named_.begin()) return {};
    --before;
    return before->first >= document_.sentences[sentence].tokens.begin ? before->second : std::string_view();
}

std::string_view MainState::owner_of(MentionIndex mention) const {
    constexpr std::size_t most_words = 3;
    const std::size_t begin = document_.mentions[mention].tokens.begin;
    for (std::size_t i = begin; i-- > 0 && begin - i <= most_words;) {
        const Token& token = document_.tokens[i];
        if (token.tag == Tag::possessive) {
            const auto owner = named_at_end_.find(i);
            return owner == named_at_end_.end() ? std::string_view() : owner->second;
        }
        if (token.tag != Tag::adjective && token.form != VerbForm::gerund && token.form != VerbForm::participle) break;
    }
    return {};
}

std::string_view MainState::state_of_owned(MentionIndex mention) const {
    const std::size_t end = document_.mentions[mention].tokens.end;
    if (end >= document_.tokens.size() || document_.tokens[end].tag != Tag::possessive) return {};
    const auto owned = named_.find(end + 1);
    return owned == named_.end() ? std::string_view() : owned->second;
}

std::string_view MainState::nearby(const Surface& surface) const {
    if (surface.words.size() == 1 && surface.words[0] == "embassy") return {};  // it is in the state, not of it
    std::string_view state;
    for (const MentionIndex mention : surface.mentions) {
        const std::string_view before = state_before(mention);
        if (before.empty()) continue;
        if (!state.empty() && state != before) return {};
        state = before;
    }
    // Forces are named without a state where they are the writer's own: "retired Army Lt. Gen.".
    return state.empty() && usual_kind(surface) == EntityKind::government_body ? most_ : state;
}

std::optional<GazetteerEntry> body_of_state(const Gazetteer& gazetteer, std::string_view state,
                                            std::string_view words) {
    const auto match = state.empty() ? std::nullopt : gazetteer.match(state);
    if (!match) return std::nullopt;
    std::vector<std::string> names = match->entry.aliases();
    names.insert(names.begin(), std::string(state));
    for (const std::string& name : names) {
        for (const std::string& whole : {name + ' ' + std::string(words), name + "'s " + std::string(words)}) {
            const auto body = gazetteer.match(whole);  // "parliament", too
            if (body && is_body(body->entry.kind) && body->entry.state == state) return body->entry;
        }
    }
    // "American | Food and Drug Administration", which is known without its state
    const auto known = gazetteer.match_exactly(words);
    const bool is_its_own = known && is_body(known->entry.kind) && known->entry.state == state;
    return is_its_own ? std::optional(known->entry) : std::nullopt;
}

}  // namespace kith::text
