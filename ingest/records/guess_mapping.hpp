// What the columns of a table are, by their names and first rows, where nobody says it.
//
//     subject,relation,object,date      as they are called
//     Source;Target;Weight              subject and object, by usual names in pairs (data/column_names.tsv)
#pragma once

#include <optional>
#include <string>

#include "ingest/records/bound_value.hpp"
#include "ingest/records/csv.hpp"
#include "ingest/records/mapping.hpp"
#include "ingest/records/relation_words.hpp"

namespace kith::records {

struct GuessedMapping {
    std::optional<Mapping> mapping;  // none: see `fault`
    std::string fault;               // what was found, what is missing, and a mapping to start from
    std::string note;                // what was taken for what, unless columns are called what they are
};

// `relation`: what ties all rows, as whoever asks knows it, or empty. `rows` stands before the first row.
GuessedMapping guess_mapping(const Header& header, CsvReader rows, const std::string& relation,
                             const RelationWords& relations);

}  // namespace kith::records
