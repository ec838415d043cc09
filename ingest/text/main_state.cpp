#include "ingest/text/main_state.hpp"

#include <algorithm>
#include <map>

namespace kith::text {
namespace {

constexpr std::size_t fewest_mentions = 3;   // of the state, its towns and bodies, in an article that is about it
constexpr std::size_t times_the_second = 2;  // as often as the state that is named second most

}  // namespace

MainState::MainState(const Gazetteer& gazetteer, const std::vector<Surface>& surfaces) : gazetteer_(gazetteer) {
    std::map<std::string_view, std::size_t> mentions;
    for (const Surface& surface : surfaces) {
        if (!surface.entry || surface.person) continue;
        const GazetteerEntry& entry = *surface.entry;
        const std::string_view state = entry.kind == EntityKind::state ? entry.name : entry.state;
        if (!state.empty()) mentions[state] += surface.mentions.size();
    }
    std::size_t most = 0, second = 0;
    for (const auto& [state, count] : mentions) {
        if (count > most) {
            second = most;
            most = count;
            state_ = state;
        } else {
            second = std::max(second, count);
        }
    }
    if (most < fewest_mentions || most < times_the_second * second) state_.clear();
    const auto match = gazetteer.match(state_);
    if (state_.empty() || !match) return;
    names_ = match->entry.aliases();
    names_.insert(names_.begin(), state_);
}

std::optional<GazetteerEntry> MainState::body(std::string_view words) const {
    for (const std::string& name : names_) {
        for (const std::string& whole : {name + ' ' + std::string(words), name + "'s " + std::string(words)}) {
            const auto match = gazetteer_.match_exactly(whole);
            if (match && is_body(match->entry.kind) && match->entry.state == state_) return match->entry;
        }
    }
    return std::nullopt;
}

}  // namespace kith::text
