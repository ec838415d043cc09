#include "ingest/records/table_reader.hpp"

#include <unicode/ustring.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace kith::records {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Only ASCII without zero bytes, eight at a time.
bool is_plain(std::string_view text) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, sizeof eight);
        constexpr std::uint64_t low = 0x0101010101010101U, high = 0x8080808080808080U;
        if ((((eight - low) | eight) & high) != 0) return false;
    }
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                       [](char c) { return static_cast<signed char>(c) > 0; });
}

std::string fault_of_text(std::string_view text, const std::string& encoding) {
    if (text.find('\0') != text.npos) return "not text: it holds a byte 0x00";
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<int32_t>(text.size()), &error);
    if (error == U_INVALID_CHAR_FOUND) return "not valid UTF-8";
    if (encoding == "UTF-8") return {};
    // ICU makes control characters (U+0080 to U+009F) of bytes for which Windows has no letter.
    bool is_strange = text.find(replacement) != text.npos;
    for (std::size_t at = text.find('\xC2'); at != text.npos; at = text.find('\xC2', at + 1))
        is_strange = is_strange || static_cast<unsigned char>(text[at + 1]) < 0xA0;
    return is_strange ? "a byte of it has no meaning in " + encoding : "";
}

}  // namespace

TableReader::TableReader(TableSource& source, TableMappings& mappings, const TableOptions& options,
                         const Ontology& ontology, const Gazetteer* gazetteer, const LoadLookUp& load, NoteSkipped skip,
                         TakeNote note)
    : file_(source.file()),
      encoding_(source.encoding()),
      skip_(std::move(skip)),
      note_(std::move(note)),
      chosen_(mappings.choose(source, !load)),
      rows_left_(options.rows > 0 ? options.rows : std::numeric_limits<std::size_t>::max()) {
    const std::size_t line = source.shape().has_separator_line ? 2 : 1;
    if (!chosen_.fault.empty()) {
        chosen_.mapping = nullptr;
        skip_(skipped(source.head().empty() ? 0 : line, chosen_.fault));
        return;
    }
    if (!chosen_.note.empty()) note_(Note{InputPosition{file_, line}, chosen_.note});
    try {
        begin(source, options, ontology, gazetteer, load);
    } catch (const Error& error) {  // the mapping is for another table
        chosen_.mapping = nullptr;
        rows_.reset();
        const std::string place = error.position().line > 0 ? " (" + to_string(error.position()) + ")" : "";
        skip_(skipped(line, error.problem() + place + ". " + error.next_step()));
    }
}

void TableReader::begin(TableSource& source, const TableOptions& options, const Ontology& ontology,
                        const Gazetteer* gazetteer, const LoadLookUp& load) {
    rows_.emplace(*chosen_.mapping, chosen_.header, options.dates, ontology, gazetteer, load);
    CsvReader head = source.open_head();
    if (chosen_.skips_first) head.next();
    rows_->learn(std::move(head));
    csv_.emplace(source.open());
    if (chosen_.skips_first) csv_->next();
}

bool TableReader::next(TableRow& row) {
    while (true) {
        const Step step = read(row);
        if (step != Step::passed_over) return step == Step::row;
    }
}

TableReader::Step TableReader::read(TableRow& row) {
    if (!rows_ || rows_left_ == 0 || !csv_->next()) {
        if (const std::size_t rows = std::exchange(silent_rows_, 0); rows > 0) {
            note_(Note{InputPosition{file_}, std::to_string(rows) + (rows == 1 ? " row tells" : " rows tell") +
                                                 " no claim by the mapping " + chosen_.mapping->name});
        }
        return Step::end;
    }
    --rows_left_;
    std::string reason(csv_->fault());
    row.line = csv_->line();
    row.bytes = {csv_->begin(), csv_->end()};
    if (reason.empty()) reason = fault_of_record();
    if (reason.empty()) reason = rows_->read(csv_->fields(), row);
    if (!reason.empty()) {
        skip_(skipped(csv_->line(), std::move(reason)));
        return Step::passed_over;
    }
    for (std::string& text : row.notes) note_(Note{InputPosition{file_, csv_->line()}, std::move(text)});
    if (row.claims().empty() && row.entities().empty()) {
        ++silent_rows_;
        if (row.record.empty()) return Step::passed_over;  // else it stands on the list all the same
    }
    return Step::row;
}

// Why the record is none of the table's; empty: it is one.
std::string TableReader::fault_of_record() const {
    if (csv_->fields().size() != chosen_.header.size()) {
        return "the row has " + std::to_string(csv_->fields().size()) + " fields, the header " +
               std::to_string(chosen_.header.size());
    }
    return is_plain(csv_->text()) ? "" : fault_of_text(csv_->text(), encoding_);
}

}  // namespace kith::records
