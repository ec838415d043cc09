// The gazetteer's tables (ingest/gazetteer/data), read and checked when the program is built.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/gazetteer/compiled/gazetteer_record.hpp"

namespace kith {

// The tables without states.tsv, which has columns of its own and goes first. The first one that has a name keeps it.
inline constexpr std::array<std::string_view, 18> gazetteer_tables = {"bodies",        "leaders",
                                                                      "international", "armed_groups",
                                                                      "government",    "parties",
                                                                      "media",         "companies",
                                                                      "weapons",       "events",
                                                                      "ministries",    "misp_terrorist_groups",
                                                                      "misp_agencies", "ofac_organisations",
                                                                      "ofac_vessels",  "places",
                                                                      "cities",        "territories"};

// All records in their order. Throws Error with file, line and column for what is wrong in a table, or a table in the
// folder that is not in the list.
std::vector<GazetteerRecord> read_gazetteer_tables(const std::string& folder);

}  // namespace kith
