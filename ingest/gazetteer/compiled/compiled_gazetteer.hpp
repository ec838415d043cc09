// A gazetteer as bytes that are used as they lie: embedded in the program, where starting costs nothing, or in memory for
// what a user brings along.
//
//     header | hashes of names, sorted | ... of names in lower case | entries | where each hash leads | texts
//
// A name's hash (name_letters) is searched for in the sorted ones; the number beside it says which entry has the name.
// Texts lie behind one another: an entry's name, aliases (a line each) and identifiers ("imo:9187629", a line each).
// Rejected: a perfect hash and a trie of the letters, both smaller, since half a megabyte costs nothing until it is read;
// an open-addressing table, which is larger and saves a third of a microsecond a name.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/gazetteer/compiled/gazetteer_record.hpp"

namespace kith {

// What all names of a record make, as words of 8 bytes so that they lie as they are read. The first of two records keeps
// a name that both claim.
std::vector<std::uint64_t> compile_gazetteer(std::span<const GazetteerRecord> records);

class CompiledGazetteer {
public:
    struct Entry {
        std::string_view name;
        EntityKind kind = EntityKind::organisation;
        std::string_view state;
        std::string_view aliases;      // a line each
        std::string_view identifiers;  // a line each
        bool capital = false;
    };
    // What a name leads to.
    struct Named {
        std::uint32_t entry = 0;
        bool adjective = false;
    };

    // None. Views of the other kind: the bytes outlive this and begin where a std::uint64_t may.
    CompiledGazetteer() = default;
    explicit CompiledGazetteer(std::string_view bytes);

    std::size_t size() const { return entries_.size(); }
    Entry entry(std::size_t number) const;

    // The entry of these letters as they are; of these in lower case, whatever the capitals of its names.
    std::optional<Named> find(std::string_view letters) const;
    std::optional<Named> find_lower(std::string_view lower_letters) const;

private:
    struct Header;
    struct Row {  // the texts begin at these bytes, each ends where the next one begins
        std::uint32_t name = 0;
        std::uint32_t aliases = 0;
        std::uint32_t identifiers = 0;
        std::uint32_t end = 0;
        std::uint32_t state = 0;
        std::uint16_t state_size = 0;
        std::uint8_t kind = 0;
        std::uint8_t capital = 0;
    };
    struct Names {  // an entry here: twice its number, and 1 for an adjective
        std::span<const std::uint64_t> hashes;
        std::span<const std::uint32_t> entries;

        std::optional<Named> find(std::string_view letters) const;
    };
    friend class GazetteerCompiler;

    Names names_;
    Names lower_;
    std::span<const Row> entries_;
    std::string_view texts_;
};

}  // namespace kith
