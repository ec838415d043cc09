// A file of kith's own with some bytes changed and its end cut off: what a failing disk or a stranger makes of it. The
// input is a list of changes, since a fuzzer that had to find a whole database would never come to what lies within.
#pragma once

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "fuzz/program.hpp"
#include "graph/store/store_writer.hpp"

namespace kith::fuzz {

// Five bytes a change: where, in 32 bits, and what stands there then. A rest of one to four bytes cuts the file to that
// share of its length in 256ths, as its first tells.
inline std::string patched(std::string file, std::string_view changes) {
    for (; changes.size() >= 5 && !file.empty(); changes.remove_prefix(5)) {
        std::uint32_t place = 0;
        std::memcpy(&place, changes.data(), sizeof place);
        file[place % file.size()] = changes[4];
    }
    if (!changes.empty()) file.resize(file.size() / 256 * static_cast<unsigned char>(changes[0]));
    return file;
}

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_file(const std::string& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// A database of a text and a few claims, in a folder of its own.
class Example {
public:
    Example() {
        StoreWriter writer(database());
        const EntityReference ada{"Ada", EntityKind::person, "", {}}, bo{"Bo", EntityKind::person, "", {}},
            cy{"Cy", EntityKind::company, "", {}};
        writer.begin({.location = "war.txt",
                      .publisher = "Example Times",
                      .published = "2023-11-21",
                      .text = "Ada met Bo. Bo funds Cy.",
                      .sentences = {{0, 11}, {12, 24}},
                      .mentions = {{{0, 3}, ada}, {{8, 10}, bo}, {{12, 14}, bo}, {{21, 23}, cy}}});
        writer.add({.subject = ada, .relation = "meets", .object = bo, .sentence = {0, 11}, .cue = {4, 7}});
        writer.add({.subject = bo, .relation = "funds", .object = cy, .sentence = {12, 24}, .cue = {15, 20}});
        writer.commit();
    }

    std::string database() const { return folder_.file("example.db"); }

private:
    Folder folder_;
};

}  // namespace kith::fuzz
