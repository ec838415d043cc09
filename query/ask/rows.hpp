// Answers as rows: what the extension for SQLite gives, and what a command prints that has no table of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "query/export/view.hpp"

namespace kith {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;  // monostate: NULL
using Row = std::vector<Value>;
using Rows = std::vector<Row>;
using Columns = std::vector<std::string_view>;  // with their types, as in CREATE TABLE: "hops INTEGER"

Columns operator+(Columns some, const Columns& more);

inline bool is_null(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
}

// What kith leaves empty is NULL.
Value optional_text(std::string_view text);
Value integer(std::int64_t number);
Value count_of(std::size_t number);

// A tie as it is claimed: subject_id, subject, relation, object_id, object, status, sources.
const Columns& tie_columns();
void append_tie(Row& row, const TieView& tie);

// A claim, and a place where it is said: from `claim` to `line`.
const Columns& evidence_columns();
void append_evidence(Row& row, const ClaimView& claim, const QuoteView* quote);
// The tie's claim and quote that say it best.
void append_best_evidence(Row& row, const TieView& tie);

// 1: from subject to object, or either way alike; 0: against it.
Value is_forward(const TieView& tie, EntityId from);

}  // namespace kith
