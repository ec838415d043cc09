#include "ingest/text/actors/known_pieces.hpp"

#include <string_view>
#include <unordered_set>

#include "graph/ascii.hpp"
#include "ingest/text/words/generic_words.hpp"

namespace kith::text {
namespace {

// The parts of several words that a name ends with: not "Foreign Affairs" of a ministry of them.
std::vector<std::string> ends_of(std::string_view name) {
    std::vector<std::string> ends;
    const std::string lower = ascii::lower_case(name);
    const std::size_t last = lower.rfind(' ');
    std::size_t begin = 0;
    for (std::size_t blank = lower.find(' '); blank < last; blank = lower.find(' ', blank + 1)) {
        const GenericWords& words = GenericWords::builtin();
        const std::string before = lower.substr(begin, blank - begin);
        begin = blank + 1;
        const std::string next = lower.substr(begin, lower.find(' ', begin) - begin);
        if (!words.small.contains(before) && !words.small.contains(next)) ends.push_back(lower.substr(begin));
    }
    return ends;
}

}  // namespace

void KnownPieces::read(const std::vector<Surface>& surfaces) {
    is_read_ = true;
    std::unordered_set<std::size_t> seen;
    for (const Surface& surface : surfaces) {
        if (!surface.entry || surface.demonym || !is_body(surface.entry->kind) ||
            !seen.insert(surface.entry->number).second)
            continue;
        std::vector<std::string> names = surface.entry->aliases();
        names.emplace_back(surface.entry->name);
        for (const std::string& name : names) {
            for (std::string& end : ends_of(name)) {
                const auto [found, is_new] = by_end_.try_emplace(std::move(end), surface.entry);
                if (!is_new && found->second && found->second->number != surface.entry->number) found->second.reset();
            }
        }
    }
}

std::optional<GazetteerEntry> KnownPieces::entry_of(const Surface& surface, const std::vector<Surface>& surfaces) {
    if (surface.words.size() < 2 || !is_body(usual_kind(surface)) || names_body_of_states(surface)) return std::nullopt;
    if (!is_read_) read(surfaces);
    const auto found = by_end_.find(ascii::lower_case(surface.text));
    return found == by_end_.end() ? std::nullopt : found->second;
}

}  // namespace kith::text
