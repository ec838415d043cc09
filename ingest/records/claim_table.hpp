// Tables of claims: one claim a row, in CSV or TSV with a header.
//
//     subject,relation,object,status,speaker,date,source
//     Wagner Group,supplies,Hezbollah,planned,John Kirby,2023-11,Example Times
//
// Columns, in any order and any case: subject, relation and object must be there; subject_kind and object_kind
// (where they are not given, what the gazetteer knows, else organisation), status (actual), speaker, confidence (0 to 1; 0.9, since a table is made by
// hand or by a tool that checks), date (when the claim holds: a partial date or an interval), item, and source (who
// says so: each source is a document of its own). A row that cannot be taken is noted with its line and passed over.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/claim_sink.hpp"
#include "graph/error.hpp"
#include "graph/relation.hpp"
#include "ingest/gazetteer/gazetteer.hpp"
#include "ingest/records/csv.hpp"

namespace kith::records {

inline constexpr double confidence_of_tables = 0.9;

// A claim as its row tells it. The views hold until the next row is read.
struct ClaimRow {
    std::string_view subject;
    std::string_view object;
    std::optional<EntityKind> subject_kind;  // nothing: it is not told
    std::optional<EntityKind> object_kind;
    const Relation* relation = nullptr;
    Status status = Status::actual;
    std::string_view speaker;
    std::string_view item;
    std::string_view date;
    std::string_view source;
    double confidence = confidence_of_tables;
    std::size_t line = 0;
    TextSpan bytes;  // of the row in its file
};

using NoteSkipped = std::function<void(const Skipped&)>;
using TakeNote = std::function<void(const Note&)>;

class ClaimTableReader {
public:
    // Reads the header. Where it lacks columns that must be there the table is skipped and has no rows; of a column
    // that means nothing here `note` is told. `ontology` must outlive the reader.
    ClaimTableReader(ReadBytes read, char separator, std::string file, const Ontology& ontology, NoteSkipped skip,
                     const TakeNote& note);

    // Goes to the next good row; rows that are not are noted. False at the end.
    bool next(ClaimRow& row);

    const std::string& file() const { return file_; }
    void skip(std::size_t line, std::string reason) const {
        skip_(Skipped{InputPosition{file_, line}, std::move(reason)});
    }

private:
    enum Column : std::size_t {
        subject,
        relation,
        object,
        subject_kind,
        object_kind,
        status,
        speaker,
        confidence,
        date,
        item,
        source,
        column_count,
    };
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);
    static const std::array<std::string_view, column_count> column_names;

    bool read_header(const TakeNote& note);
    std::string read_row(ClaimRow& row) const;
    std::string_view field(Column column) const;

    CsvReader csv_;
    std::string file_;
    NoteSkipped skip_;
    std::unordered_map<std::string_view, const Relation*> relations_;
    std::array<std::size_t, column_count> places_{};  // of each column in the header
    std::size_t width_ = 0;                           // columns of the header
    bool usable_ = false;
};

// What a table's claims are said by where it has no column `source`: its file.
struct TableDefaults {
    std::string publisher;
    std::string date;  // of publication
};

// Pushes all rows into the sink, under the names by which the gazetteer knows them, and gives the number of sources. A
// row that the sink rejects is noted. `progress` is called now and then.
std::int64_t push_claim_table(ClaimTableReader& reader, const TableDefaults& defaults, const Gazetteer& gazetteer,
                              ClaimSink& sink, const std::function<void()>& progress);

}  // namespace kith::records
