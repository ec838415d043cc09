#include "ingest/text/main_state.hpp"

#include <algorithm>

namespace kith::text {
namespace {

constexpr std::size_t fewest_mentions = 3;   // of the state, its towns and bodies, in an article that is about it
constexpr std::size_t times_the_second = 2;  // as often as the state that is named second most

}  // namespace

MainState::MainState(const Document& document, const std::vector<Surface>& surfaces) : document_(document) {
    std::map<std::string_view, std::size_t> mentions;
    for (const Surface& surface : surfaces) {
        if (!surface.entry || surface.person) continue;
        const GazetteerEntry& entry = *surface.entry;
        const std::string_view state = entry.kind == EntityKind::state ? entry.name : entry.state;
        if (state.empty()) continue;
        mentions[state] += surface.mentions.size();
        for (const MentionIndex mention : surface.mentions)
            named_.emplace(document.mentions[mention].tokens.begin, state);
    }
    std::size_t most = 0, second = 0;
    for (const auto& [state, count] : mentions) {
        if (count > most) {
            second = most;
            most = count;
            most_ = state;
        } else {
            second = std::max(second, count);
        }
    }
    if (most >= fewest_mentions && most >= times_the_second * second) main_ = most_;
    if (most == second) most_ = {};
}

std::optional<GazetteerEntry> MainState::body(std::string_view state, std::string_view words) const {
    const Gazetteer& gazetteer = *document_.gazetteer;
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
    return std::nullopt;
}

std::string_view MainState::state_before(MentionIndex mention) const {
    const std::size_t place = document_.mentions[mention].tokens.begin;
    const auto sentence =
        std::ranges::find_if(document_.sentences, [&](const Sentence& each) { return each.tokens.contains(place); });
    auto before = named_.lower_bound(place);
    if (sentence == document_.sentences.end() || before == named_.begin()) return {};
    --before;
    return before->first >= sentence->tokens.begin ? before->second : std::string_view();
}

std::optional<GazetteerEntry> MainState::body_nearby(const Surface& surface) const {
    if (surface.words.size() == 1 && surface.words[0] == "embassy")
        return std::nullopt;  // it is in the state, not of it
    std::string_view state;
    for (const MentionIndex mention : surface.mentions) {
        const std::string_view before = state_before(mention);
        if (before.empty()) continue;
        if (!state.empty() && state != before) return std::nullopt;
        state = before;
    }
    // Forces are named without a state where they are the writer's own: "retired Army Lt. Gen.".
    if (state.empty() && usual_kind(surface) == EntityKind::government_body) state = most_;
    return body(state, surface.text);
}

}  // namespace kith::text
