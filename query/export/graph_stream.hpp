// The claims of a graph and what they name, one after another, whatever the graph's size: what the exporters write.
//
//     stream_graph(store, [&](const auto& take) { store.each_claim(filter, take); }, *make_graphml_writer(file));
//
// It takes a bit for each claim and entity of the store, and a few thousand entities that were named lately.
#pragma once

#include <functional>
#include <vector>

#include "query/export/graph_writer.hpp"

namespace kith {

// A set of row numbers, and which of them each is.
class NumberSet {
public:
    void insert(std::int64_t number);
    bool contains(std::int64_t number) const;
    void count();                                   // after the last insertion
    std::int64_t place(std::int64_t number) const;  // of one that it contains: from 1

    template <typename Take>
    void each(const Take& take) const {
        for (std::size_t block = 0; block < bits_.size(); ++block) {
            for (std::size_t bit = 0; bits_[block] != 0 && bit < 64; ++bit) {
                if ((bits_[block] >> bit & 1U) != 0) take(static_cast<std::int64_t>(64 * block + bit));
            }
        }
    }

private:
    std::vector<std::uint64_t> bits_;
    std::vector<std::int64_t> before_;  // each block
};

// Goes through claims, each once, in order of their numbers; as often as it is called.
using EachClaim = std::function<void(const std::function<void(const Claim&)>& take)>;

// Entities as exports name them.
class ExportedEntities {
public:
    // Those that the claims name. The store must outlive it.
    ExportedEntities(const Store& store, const EachClaim& each_claim, WrittenEntities wanted = WrittenEntities::all);

    const NumberSet& all() const { return all_; }
    // What is given stands until another is asked for.
    const ExportedEntity& of(EntityId id) const;
    std::vector<std::string> schemes() const;

private:
    ExportedEntity read(EntityId id) const;

    const Store& store_;
    NumberSet all_;
    mutable std::vector<ExportedEntity> recent_;
};

void stream_graph(const Store& store, const EachClaim& each_claim, GraphWriter& writer);

}  // namespace kith
