// Names that a writer has met, with what it knows of them, in little memory: a name is kept as its 128-bit hash.
//
// A hash table with linear probing, 16 bytes and the value a slot, at most three quarters full; a map of strings takes
// several times that. XXH3 with a seed of the process: nobody can choose names that are taken for one another.
#pragma once

#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

namespace kith {

template <typename Value>
class NameTable {
public:
    // Null where it was not inserted. Holds until the next insertion.
    Value* find(std::string_view name) {
        if (slots_.empty()) return nullptr;
        Slot& slot = slot_of(hash(name));
        return slot.hash == Hash{} ? nullptr : &slot.value;
    }

    // Of a name that it does not have.
    Value& insert(std::string_view name, Value value) {
        if (count_ + 1 > slots_.size() / 4 * 3) grow();
        const Hash key = hash(name);
        Slot& slot = slot_of(key);
        ++count_;
        slot = {key, std::move(value)};
        return slot.value;
    }

    void clear() {
        slots_ = {};
        count_ = 0;
    }

private:
    using Hash = std::pair<std::uint64_t, std::uint64_t>;  // zeros: nothing is there
    struct Slot {
        Hash hash;
        [[no_unique_address]] Value value;
    };
    static constexpr std::size_t fewest_slots = 64;

    Hash hash(std::string_view name) const {
        const XXH128_hash_t hash = XXH3_128bits_withSeed(name.data(), name.size(), seed_);
        return {hash.low64, hash.high64 | 1};
    }

    // Where it stands, or the free slot where it would.
    Slot& slot_of(const Hash& hash) {
        std::size_t at = hash.first & (slots_.size() - 1);
        while (slots_[at].hash != Hash{} && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }

    void grow() {
        std::vector<Slot> old(slots_.empty() ? fewest_slots : slots_.size() * 2);
        old.swap(slots_);
        for (Slot& slot : old) {
            if (slot.hash != Hash{}) slot_of(slot.hash) = std::move(slot);
        }
    }

    std::vector<Slot> slots_;  // a power of two of them
    std::size_t count_ = 0;
    std::uint64_t seed_ = std::random_device{}();
};

}  // namespace kith
