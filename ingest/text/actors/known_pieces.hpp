// Bodies of an article by the end of a name that the gazetteer has for them, and the article has not:
//
//     "the Oversight committee" of a text that names the House Oversight and Government Reform Committee
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/text/actors/surface.hpp"

namespace kith::text {

class KnownPieces {
public:
    // The surface's entry is nobody's; it has several words. Nothing: none of the known bodies among the surfaces has a name
    // that ends so, or two have.
    std::optional<GazetteerEntry> entry_of(const Surface& surface, const std::vector<Surface>& surfaces);

private:
    void read(const std::vector<Surface>& surfaces);

    bool is_read_ = false;
    std::unordered_map<std::string, std::optional<GazetteerEntry>> by_end_;  // in lower case; of two: nothing
};

}  // namespace kith::text
