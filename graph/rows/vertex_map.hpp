// A map from vertices to small values, for searches that touch a few hundred vertices of a million.
//
// An array over all vertices would have to be zeroed, or kept between queries; std::unordered_map takes one allocation
// a vertex. This is open addressing with linear probing in one block, made four times as large at half full: some
// nanoseconds a look-up while the block fits the cache, which the searches' few touched vertices do. Values are never
// erased. References hold until the next insert.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "graph/rows/arc.hpp"

namespace kith {

template <typename Value>
class VertexMap {
public:
    VertexMap() : slots_(initial_slots) {}

    Value* find(Vertex vertex) {
        Slot& slot = slots_[place_of(vertex)];
        return slot.vertex == vertex ? &slot.value : nullptr;
    }
    const Value* find(Vertex vertex) const { return const_cast<VertexMap*>(this)->find(vertex); }

    bool contains(Vertex vertex) const { return find(vertex) != nullptr; }

    // The value of a vertex, and whether it was made just now.
    std::pair<Value*, bool> insert(Vertex vertex, const Value& value = {}) {
        std::size_t place = place_of(vertex);
        if (slots_[place].vertex == vertex) return {&slots_[place].value, false};
        if (2 * (size_ + 1) > slots_.size()) {
            grow();
            place = place_of(vertex);
        }
        slots_[place] = {vertex, value};
        ++size_;
        return {&slots_[place].value, true};
    }

    std::size_t size() const { return size_; }

private:
    static constexpr std::size_t initial_slots = 1024;

    struct Slot {
        Vertex vertex = no_vertex;
        Value value{};
    };

    // Where the vertex is or would be put. Multiplying by an odd number near 2^32 / golden ratio spreads neighbours.
    std::size_t place_of(Vertex vertex) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t place = (std::uint64_t{vertex} * 0x9e37'79b9'7f4a'7c15U >> 32) & mask;
        while (slots_[place].vertex != vertex && slots_[place].vertex != no_vertex) place = (place + 1) & mask;
        return place;
    }

    void grow() {
        std::vector<Slot> old(slots_.size() * 4);
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.vertex != no_vertex) slots_[place_of(slot.vertex)] = slot;
        }
    }

    std::vector<Slot> slots_;
    std::size_t size_ = 0;
};

// Tells quickly of most vertices that they are not among a few thousand: one bit each, in a block that fits the
// processor's nearest cache. May be wrong about some that are not, never about one that is.
class VertexBloomFilter {
public:
    void insert(Vertex vertex) { bits_[place_of(vertex)] = true; }
    bool may_contain(Vertex vertex) const { return bits_[place_of(vertex)]; }

private:
    static std::size_t place_of(Vertex vertex) { return vertex * 0x9e37'79b9U >> 16; }
    std::bitset<65536> bits_;
};

}  // namespace kith
