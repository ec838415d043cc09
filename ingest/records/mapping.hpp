// What the columns of a table are: which tell the subject, which the relation, and so on. docs/tables.md is the guide.
//
//     Mapping mapping = mapping_of_columns("owner=subject,company=object");   // --columns
//     Mapping mapping = parse_mapping(json, "owners.json");                   // --map (mapping_json)
//     Mapping mapping = guess_mapping(header, ...);                           // nothing told (guess_mapping)
//
// A mapping is plain data; row_reader binds it to the header of a table and reads rows by it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/claim.hpp"
#include "graph/error.hpp"
#include "graph/written_date.hpp"

namespace kith::records {

// How a value is found in a row. A column as it stands, or part of it, or words of several.
struct ValueSource {
    std::string column{};                   // its name in the header, or its number from 1; "name?": if there is one
    std::optional<std::string> constant{};  // for every row
    std::string text{};                     // "{number} {weapon}": columns in braces, and words between
    std::string split{};                    // what separates several values in the column
    std::string after{}, until{};           // the part behind and before these words; of several, those that have them
    std::string trim{};                     // characters that go at both ends

    // Values for values; no second: no value. A key may begin or end with "*", which stands for anything; as a second,
    // "*" is the value itself.
    std::vector<std::pair<std::string, std::optional<std::string>>> table{};
    bool has_otherwise = false;  // for a value that is not in the table; without it the row is refused
    std::optional<std::string> otherwise{};

    std::shared_ptr<const ValueSource> fallback{};  // where this gives nothing
    InputPosition position{};                       // in the mapping

    bool is_given() const { return !column.empty() || constant || !text.empty(); }
};

struct IdentifierSource {
    std::string scheme{};  // of graph/identifier_schemes.tsv
    ValueSource value{};
};

struct EntitySource {
    ValueSource name{};
    ValueSource kind{};  // without it: what the relation takes
    std::vector<ValueSource> aliases{};
    std::vector<IdentifierSource> identifiers{};

    // Tables beside this one that know the entity by its key, or without one by its name, and tell the rest of it.
    ValueSource key{};
    std::vector<std::string> look_up{};

    bool is_given() const { return name.is_given() || key.is_given(); }
};

struct ClaimSource {
    EntitySource subject{}, object{};
    ValueSource relation{}, status{}, speaker{}, unnamed_speaker{}, date{}, start{}, end{}, item{}, role{},
        percentage{}, confidence{}, place{};
};

struct Mapping {
    std::string name{};                 // of one that ships with kith, or the file
    std::string publisher{};            // of tables that name no source
    std::vector<std::string> header{};  // names of the columns, where the table has no header
    std::vector<std::string> empty{};   // words that stand for nothing: "-0-"
    DateOrder dates = DateOrder::unknown;
    bool is_silent_if_empty = false;  // a row without subject or object is no error

    ValueSource source{}, url{}, quote{}, record{}, published{};
    std::vector<EntitySource> entities{};  // of whom a row tells without a claim
    std::vector<ClaimSource> claims{};

    // Tables that it is for, where nobody names it: those that have these columns; without a header, those of so many
    // columns whose names end so.
    std::vector<std::string> recognised_columns{};
    std::vector<std::string> recognised_files{};
};

// "owner=subject,'company'=object_kind,IMO=subject_identifier:imo": columns and what they are; in single quotes,
// words that hold for every row. Throws Error with the next step.
Mapping mapping_of_columns(std::string_view columns);

// Gives the mapping's claim, made where there is none, a role as --columns names it. Throws Error for one that is none,
// or is taken.
void set_role(Mapping& mapping, std::string_view role, ValueSource value);

// "subject, relation, object, ..." and "lei, imo, ...": for messages.
std::string listed_roles();
std::string listed_schemes();

}  // namespace kith::records
