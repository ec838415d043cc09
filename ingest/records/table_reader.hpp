// Tables of claims and entities, in CSV and its kin, row by row.
//
//     subject,relation,object,status,speaker,date,source
//     Wagner Group,supplies,Hezbollah,planned,John Kirby,2023-11,Example Times
//
// Columns are what a mapping says (table_mappings). A row that cannot be taken is noted with its line and passed over;
// of part of a row, such as a number that is none, a note is made and the rest is taken.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "graph/error.hpp"
#include "ingest/records/row_reader.hpp"
#include "ingest/records/table_mappings.hpp"

namespace kith::records {

using NoteSkipped = std::function<void(const Skipped&)>;
using TakeNote = std::function<void(const Note&)>;

class TableReader {
public:
    // Where no mapping fits the table is skipped, with what is missing, and has no rows. `mappings`, `ontology` and
    // `source` must outlive it.
    // `gazetteer` tells by what names entities are known; null: they are called as the table calls them.
    // Without `load` the table itself is one that is looked up in.
    TableReader(TableSource& source, TableMappings& mappings, const TableOptions& options, const Ontology& ontology,
                const Gazetteer* gazetteer, const LoadLookUp& load, NoteSkipped skip, TakeNote note);

    // Goes to the next row that is good; rows that are not are noted. False at the end.
    bool next(TableRow& row);

    // Goes to the next row, good or not.
    enum class Step { row, passed_over, end };
    Step read(TableRow& row);

    // From now on tells these, not those that were told before, which are given back.
    std::pair<NoteSkipped, TakeNote> redirect(NoteSkipped skip, TakeNote note) {
        return {std::exchange(skip_, std::move(skip)), std::exchange(note_, std::move(note))};
    }

    const std::string& file() const { return file_; }
    const Header& header() const { return chosen_.header; }
    const Mapping* mapping() const { return chosen_.mapping.get(); }  // null: none fits
    Skipped skipped(std::size_t line, std::string reason) const {
        return {InputPosition{file_, line}, std::move(reason)};
    }

private:
    void begin(TableSource& source, const TableOptions& options, const Ontology& ontology, const Gazetteer* gazetteer,
               const LoadLookUp& load);
    std::string fault_of_record() const;

    std::string file_;
    std::string encoding_;
    NoteSkipped skip_;
    TakeNote note_;
    ChosenMapping chosen_;
    std::optional<RowReader> rows_;  // none: the table is unusable
    std::optional<CsvReader> csv_;
    std::size_t rows_left_ = 0;
    std::size_t silent_rows_ = 0;  // that say nothing by the mapping
};

}  // namespace kith::records
