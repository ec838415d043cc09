// Whose army "the Army" is: of an article that is about one state above all, that one's.
//
//     MainState(gazetteer, surfaces).body("Foreign Ministry")   // the Iranian Foreign Ministry, in an article on Iran
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/surfaces.hpp"

namespace kith::text {

class MainState {
public:
    // The gazetteer must outlive this.
    MainState(const Gazetteer& gazetteer, const std::vector<Surface>& surfaces);

    // The body that the gazetteer has by these words with the state's name. Nothing: there is none, or no state that the
    // article is about.
    std::optional<GazetteerEntry> body(std::string_view words) const;

private:
    const Gazetteer& gazetteer_;
    std::string state_;               // its name in the gazetteer; empty: none
    std::vector<std::string> names_;  // and its others: "US"
};

}  // namespace kith::text
