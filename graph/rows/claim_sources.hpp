// Which sources (lineages of documents) make each claim, for all claims at once.
//
//     const ClaimSources sources(database);
//     sources.of(17)  // {3, 8}: numbers of lineages
//
// Most claims have one source, so each takes four bytes; those with more point to a list.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

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

    std::span<const std::uint32_t> of(std::int64_t claim) const;
    // Starts to fetch what `of` will read: claims come in the order of the graph, which is none here, and waiting for
    // memory would take a third of the time.
    void expect(std::int64_t claim) const;

private:
    // Slots hold a source, or with the highest bit the place in lists_ of a count and that many sources.
    static constexpr std::uint32_t is_list = 0x8000'0000;
    static constexpr std::uint32_t no_source = 0x7fff'ffff;

    IdSlots claims_;
    std::vector<std::uint32_t> slots_;
    std::vector<std::uint32_t> lists_;
};

}  // namespace kith
