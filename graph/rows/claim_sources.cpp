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
    const IdSlots documents(database, "document");
    const IdSlots lineages(database, "(SELECT lineage AS id FROM document)");
    std::vector<std::uint32_t> source_of_document(documents.size(), no_source);
    Statement document_rows = database.prepare("SELECT id, lineage FROM document");
    while (document_rows.step()) {
        source_of_document[documents.find(document_rows.integer(0))] =
            static_cast<std::uint32_t>(lineages.find(document_rows.integer(1)));
    }

    slots_.assign(claims_.size(), no_source);
    std::vector<std::uint32_t> found;
    const auto keep = [&](std::int64_t claim) {
        const std::size_t slot = claims_.find(claim);
        if (slot == IdSlots::none || found.empty()) return;
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        if (found.size() == 1) {
            slots_[slot] = found.front();
        } else {
            if (lists_.size() >= is_list) throw Error("the claims have too many sources for one graph");
            slots_[slot] = is_list | static_cast<std::uint32_t>(lists_.size());
            lists_.push_back(static_cast<std::uint32_t>(found.size()));
            lists_.insert(lists_.end(), found.begin(), found.end());
        }
    };
    std::int64_t current = 0;
    Statement rows = database.prepare("SELECT claim, document FROM evidence ORDER BY claim, document");
    while (rows.step()) {
        if (rows.integer(0) != current) {
            keep(current);
            found.clear();
            current = rows.integer(0);
        }
        const std::size_t document = documents.find(rows.integer(1));
        if (document != IdSlots::none) found.push_back(source_of_document[document]);
    }
    keep(current);
}

void ClaimSources::expect(std::int64_t claim) const {
    if (const std::size_t slot = claims_.find(claim); slot != IdSlots::none) __builtin_prefetch(&slots_[slot]);
}

std::span<const std::uint32_t> ClaimSources::of(std::int64_t claim) const {
    const std::size_t slot = claims_.find(claim);
    if (slot == IdSlots::none || slots_[slot] == no_source) return {};
    if ((slots_[slot] & is_list) == 0) return {&slots_[slot], 1};
    const std::size_t place = slots_[slot] & ~is_list;
    return {&lists_[place + 1], lists_[place]};
}

}  // namespace kith
