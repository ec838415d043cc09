// The rows that a claim and its evidence are in the tables claim and evidence (schema.sql), and what inserts several of
// them with one statement.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "graph/claim.hpp"
#include "graph/code_points.hpp"
#include "graph/store/database.hpp"

namespace kith {

// A claim with its entities resolved.
struct ResolvedClaim {
    EntityId subject = 0;
    RelationId relation = 0;
    EntityId object = 0;
    std::optional<EntityId> speaker{};
    std::optional<EntityId> place{};
    std::optional<Day> published{};  // of the document at hand
};

// Where a claim is said.
struct EvidencePlace {
    DocumentId document = 0;
    DocumentId lineage = 0;
    const CodePoints* points = nullptr;  // of the document's text; null for records: spans are bytes of their file
};

std::int64_t thousandths(double confidence);
// To filter and sort by: the start of the time told, else the publication.
std::optional<Day> day_of(const ResolvedClaim& claim, const ClaimRecord& record);

struct ClaimRow {
    static constexpr std::string_view table = "claim";
    static constexpr std::string_view columns =
        "subject, relation, object, status, confidence, day, speaker, item, role, place, time, unnamed_speaker";
    static constexpr int count = 12;  // of columns

    ClaimRow(const ResolvedClaim& claim, const ClaimRecord& record);
    // To `count` parameters, from the first on.
    void bind_to(Statement& insert, int first) const;

    ResolvedClaim parties;
    Status status;
    std::int64_t confidence;  // thousandths
    std::optional<Day> day;
    std::string item, role, time, unnamed_speaker;
};

struct EvidenceRow {
    static constexpr std::string_view table = "evidence";
    static constexpr std::string_view columns =
        "claim, document, begin, \"end\", cue_begin, cue_end, line, confidence, source, record, url, quote, extractor";
    static constexpr int count = 13;

    EvidenceRow(ClaimId claim, const EvidencePlace& place, const ClaimRecord& record);
    void bind_to(Statement& insert, int first) const;

    ClaimId claim;
    DocumentId document, source;
    TextSpan sentence, cue;  // as the table counts them; an empty cue is none
    std::size_t line;        // 0: none
    std::int64_t confidence;
    std::string record, url, quote, extractor;
};

// "INSERT INTO claim (...) VALUES (?1, ...), ..." of so many rows.
template <typename Row>
std::string insertion_of(std::size_t rows) {
    std::string sql = "INSERT INTO " + std::string(Row::table) + " (" + std::string(Row::columns) + ") VALUES ";
    for (int parameter = 1; parameter <= static_cast<int>(rows) * Row::count; ++parameter) {
        const bool is_first = parameter % Row::count == 1, is_last = parameter % Row::count == 0;
        sql += (is_first ? parameter > 1 ? ", (?" : "(?" : ", ?") + std::to_string(parameter) + (is_last ? ")" : "");
    }
    return sql;
}

// Inserts rows in their order, several with a statement, which takes two thirds of the time.
template <typename Row>
class RowInserter {
public:
    explicit RowInserter(Database& database)
        : one_(database.prepare(insertion_of<Row>(1))), several_(database.prepare(insertion_of<Row>(rows_at_once))) {}

    void insert(std::span<const Row> rows) {
        for (; rows.size() >= rows_at_once; rows = rows.subspan(rows_at_once)) {
            int first = 1;
            for (const Row& row : rows.first(rows_at_once)) {
                row.bind_to(several_, first);
                first += Row::count;
            }
            several_.run();
        }
        for (const Row& row : rows) {
            row.bind_to(one_, 1);
            one_.run();
        }
    }

private:
    static constexpr std::size_t rows_at_once = 16;

    Statement one_, several_;
};

}  // namespace kith
