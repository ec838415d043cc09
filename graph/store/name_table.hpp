// Names that a writer has met, with what it knows of them, in little memory: a name is kept as its 128-bit hash.
//
// A hash table with linear probing, 16 bytes and the value a place, at most three quarters full; a map of strings takes
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
        if (places_.empty()) return nullptr;
        Place& place = place_of(hash(name));
        return place.hash == Hash{} ? nullptr : &place.value;
    }

    // Of a name that it does not have.
    Value& insert(std::string_view name, Value value) {
        if (count_ + 1 > places_.size() / 4 * 3) grow();
        const Hash key = hash(name);
        Place& place = place_of(key);
        ++count_;
        place = {key, std::move(value)};
        return place.value;
    }

    void clear() {
        places_ = {};
        count_ = 0;
    }

private:
    using Hash = std::pair<std::uint64_t, std::uint64_t>;  // zeros: nothing is there
    struct Place {
        Hash hash;
        [[no_unique_address]] Value value;
    };
    static constexpr std::size_t fewest_places = 64;

    Hash hash(std::string_view name) const {
        const XXH128_hash_t hash = XXH3_128bits_withSeed(name.data(), name.size(), seed_);
        return {hash.low64, hash.high64 | 1};
    }

    // Where it stands, or the free place where it would.
    Place& place_of(const Hash& hash) {
        std::size_t at = hash.first & (places_.size() - 1);
        while (places_[at].hash != Hash{} && places_[at].hash != hash) at = (at + 1) & (places_.size() - 1);
        return places_[at];
    }

    void grow() {
        std::vector<Place> old(places_.empty() ? fewest_places : places_.size() * 2);
        old.swap(places_);
        for (Place& place : old) {
            if (place.hash != Hash{}) place_of(place.hash) = std::move(place);
        }
    }

    std::vector<Place> places_;  // a power of two of them
    std::size_t count_ = 0;
    std::uint64_t seed_ = std::random_device{}();
};

}  // namespace kith
