// A user's own names, in a table:
//
//     name,kind,aliases,state,identifiers
//     Wagner Group,armed_group,PMC Wagner|Wagner,Russia,ofac:22543
//     Anna Berg,person,,Norway,
//
// CSV or TSV with a header; columns in any order and any case. Name and kind must be there. Aliases and identifiers are
// separated by "|" or ";". Unlike a table of claims, of which single rows may be passed over, a file with a mistake is
// refused: a name that is silently not known would make two entities of one.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "graph/error.hpp"
#include "ingest/gazetteer/gazetteer.hpp"

namespace kith {

struct GazetteerFile {
    std::string path{};
    std::vector<GazetteerRecord> records{};
    std::vector<TextSpan> rows{};  // bytes of each record in the file
};

// Throws Error with file, line and column. Notes columns that mean nothing, and names that stand for two entries.
GazetteerFile read_gazetteer_file(const std::string& path, const std::function<void(const Note&)>& note);

}  // namespace kith
