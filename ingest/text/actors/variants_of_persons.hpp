// Names of persons that are another name of the document's in a form of its own.
//
//     "@JZarif" of Javad Zarif                        // what somebody goes by on a network
//     "AC:" of Ada Cohen, whose lines of an interview it opens
//     `nicknamed "Mad Dog Krumm"`
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ingest/text/actors/surface.hpp"

namespace kith::text {

// Each gives the surface that another is a form of; none: it is of none.
class VariantsOfPersons {
public:
    // Both must outlive this; the surfaces keep their words and mentions.
    VariantsOfPersons(const Document& document, const std::vector<Surface>& surfaces);

    std::size_t whose_lines_it_opens(const Surface& surface) const;
    std::size_t bearer_of_handle(const Surface& surface) const;
    std::size_t bearer_of_quoted(const Surface& surface) const;

private:
    bool stands_in_brackets(MentionIndex mention) const;

    const Document& document_;
    const std::vector<Surface>& surfaces_;
    std::unordered_set<std::string_view> labels_;  // abbreviations that open lines of an interview, whatever read as
    std::vector<std::size_t> persons_;             // of several words, the first of them
};

}  // namespace kith::text
