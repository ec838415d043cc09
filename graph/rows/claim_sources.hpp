// Which sources make each claim, and how surely, for all claims at once.
//
//     const ClaimSources sources(database);
//     sources.visit(17, 900, [](SourceConfidence each) { ... });   // of claim 17, whose surest evidence has .9
//
// Most claims have one source, so each takes four bytes; those with more point to a list.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/rows/row_arcs.hpp"
#include "graph/store/database.hpp"

namespace kith {

// Places in an array for the ids of a table: the id itself, less the first, where ids lie close together, as row
// numbers do; the rank among all ids where they do not, so that one wild id does not cost memory.
class IdSlots {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    IdSlots(const Database& database, const std::string& table);

    std::size_t size() const { return size_; }
    std::size_t find(std::int64_t id) const;  // none: the table has no such id (or it is in a gap)

private:
    std::int64_t first_ = 0;
    std::size_t size_ = 0;
    std::vector<std::int64_t> scattered_;  // all ids, where they lie far apart
};

class ClaimSources {
public:
    explicit ClaimSources(const Database& database);

    // `surest`: the claim's own confidence, which a single source has.
    template <typename Visit>
    void visit(std::int64_t claim, std::uint32_t surest, const Visit& visit) const {
        const std::size_t slot = claims_.find(claim);
        if (slot == IdSlots::none || slots_[slot] == no_source) return;
        if ((slots_[slot] & is_list) == 0) return visit(SourceConfidence{slots_[slot], surest});
        const std::size_t place = slots_[slot] & ~is_list;
        for (std::size_t i = 1; i <= lists_[place].source; ++i) visit(lists_[place + i]);
    }
    // How many sources are less sure than the surest of their claim.
    std::size_t less_sure() const { return less_sure_; }

    // Starts to fetch what `visit` will read: claims come in the order of the graph, which is none here, and waiting
    // for memory would take a third of the time.
    void expect(std::int64_t claim) const;

private:
    // Slots hold a source, or with the highest bit the place in lists_ of a count (as a source) and that
    // many sources.
    static constexpr std::uint32_t is_list = 0x8000'0000;
    static constexpr std::uint32_t no_source = 0x7fff'ffff;

    IdSlots claims_;
    std::vector<std::uint32_t> slots_;
    std::vector<SourceConfidence> lists_;
    std::size_t less_sure_ = 0;
};

}  // namespace kith
