#include "graph/rows/claim_sources.hpp"

#include <algorithm>

#include "graph/error.hpp"

namespace kith {

IdSlots::IdSlots(const Database& database, const std::string& table) {
    const auto count = static_cast<std::uint64_t>(database.integer("SELECT count(*) FROM " + table));
    if (count == 0) return;
    first_ = database.integer("SELECT min(id) FROM " + table);
    const auto range = static_cast<std::uint64_t>(database.integer("SELECT max(id) FROM " + table)) -
                       static_cast<std::uint64_t>(first_) + 1;
    if (range != 0 && range <= 4 * count + 1024) {
        size_ = range;
        return;
    }
    Statement rows = database.prepare("SELECT id FROM " + table + " ORDER BY id");
    while (rows.step()) scattered_.push_back(rows.integer(0));
    size_ = scattered_.size();
}

std::size_t IdSlots::find(std::int64_t id) const {
    if (scattered_.empty()) {
        const std::uint64_t slot = static_cast<std::uint64_t>(id) - static_cast<std::uint64_t>(first_);
        return slot < size_ ? slot : none;
    }
    const auto found = std::ranges::lower_bound(scattered_, id);
    return found != scattered_.end() && *found == id ? static_cast<std::size_t>(found - scattered_.begin()) : none;
}

ClaimSources::ClaimSources(const Database& database) : claims_(database, "claim") {
    const IdSlots lineages(database, "(SELECT lineage AS id FROM document)");
    slots_.assign(claims_.size(), no_source);
    std::vector<SourceConfidence> found;
    const auto keep = [&](std::int64_t claim) {
        const std::size_t slot = claims_.find(claim);
        if (slot == IdSlots::none || found.empty()) return;
        std::ranges::sort(found, std::ranges::greater{});  // of one source the surest first
        found.erase(std::ranges::unique(found, {}, &SourceConfidence::source).begin(), found.end());
        if (found.size() == 1) {
            slots_[slot] = found.front().source;
            return;
        }
        if (lists_.size() >= is_list) throw Error("the claims have too many sources for one graph");
        slots_[slot] = is_list | static_cast<std::uint32_t>(lists_.size());
        lists_.push_back({static_cast<std::uint32_t>(found.size()), 0});
        lists_.insert(lists_.end(), found.begin(), found.end());
        const std::uint32_t surest = std::ranges::max(found, {}, &SourceConfidence::thousandths).thousandths;
        less_sure_ += static_cast<std::size_t>(
            std::ranges::count_if(found, [&](const SourceConfidence& each) { return each.thousandths != surest; }));
    };
    std::int64_t current = 0;
    Statement rows = database.prepare("SELECT claim, source, confidence FROM evidence ORDER BY claim, document");
    while (rows.step()) {
        const std::int64_t claim = rows.integer(0);
        if (claim != current) {
            keep(current);
            found.clear();
            current = claim;
        }
        const std::size_t source = lineages.find(rows.integer(1));
        if (source == IdSlots::none) continue;
        const auto thousandths = static_cast<std::uint32_t>(std::clamp<std::int64_t>(rows.integer(2), 0, 1000));
        found.push_back({static_cast<std::uint32_t>(source), thousandths});
    }
    keep(current);
}

void ClaimSources::expect(std::int64_t claim) const {
    if (const std::size_t slot = claims_.find(claim); slot != IdSlots::none) __builtin_prefetch(&slots_[slot]);
}

}  // namespace kith
