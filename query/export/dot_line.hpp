// The lines of a drawing: ties of the same two entities, in the same direction (or in none), with one status, of one group.
//
//     n1 -> n2 [label=<<table ...>>, ...];                     // laid out in layers
//     l0 [label=<<table ...>>]; n1 -> l0 [...]; l0 -> n2 [...];  // otherwise: the words are a node, so that nothing lies on them
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "query/export/view.hpp"

namespace kith {

struct Line {
    std::vector<const TieView*> ties;
    bool symmetric = false;

    double strength() const;
};

std::vector<Line> lines_of(const std::vector<const TieView*>& ties);

// How much is said on lines: how many relations, and whether item and time too.
struct LineWords {
    std::size_t relations = 4;
    bool particulars = true;
};

// The nodes (or cells of them) that it runs between, from left to right.
struct LineEnds {
    std::string from, to;
    bool is_turned = false;  // from the object to the subject
};

// `words_at`: the number of the node for the words, where they are one.
void write_line(const Line& line, const LineEnds& ends, const LineWords& words, std::optional<std::size_t> words_at,
                std::ostream& out);

}  // namespace kith
