// Names of places and buildings that are another name of the document's in a form of its own.
//
//     "Bucknell" of Bucknell University, read as a place
//     "across from St. George" of St. George Church
//     "a Radisson hotel" of the Radisson Blu hotel
//     "London King's Cross" of King's Cross
//     "Faya" of Faya-Largeau
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/text/actors/surface.hpp"

namespace kith::text {

// Each gives the surface that another is a form of; none: it is of none.
class VariantsOfPlaces {
public:
    // All must outlive this; the surfaces keep their words and mentions. `things`: those that are no persons.
    VariantsOfPlaces(const Document& document, const std::vector<Surface>& surfaces, const SurfacesByText& things);

    std::size_t school_of(const Surface& surface) const;
    std::size_t building_of_saint(const Surface& surface) const;
    std::size_t with_building(const Surface& surface) const;
    std::size_t whole_of_first_part(const Surface& surface) const;
    std::size_t without_town(const Surface& surface) const;

private:
    void note_building(std::size_t index);
    void note_first_part(std::size_t index);
    std::string_view building_behind(const Surface& surface) const;

    const Document& document_;
    const std::vector<Surface>& surfaces_;
    const SurfacesByText& things_;
    std::unordered_map<std::string_view, std::vector<std::size_t>>
        by_building_;               // unknown ones, by "hotel" behind them
    SurfacesByText by_first_part_;  // before a hyphen; of two: none
};

}  // namespace kith::text
