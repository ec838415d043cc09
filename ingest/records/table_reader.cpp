#include "ingest/records/table_reader.hpp"

#include <unicode/ustring.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <unordered_set>
#include <utility>

namespace kith::records {
namespace {

constexpr std::int64_t rows_between_progress = 1 << 16;
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
        this->skip(source.head().empty() ? 0 : line, chosen_.fault);
        return;
    }
    if (!chosen_.note.empty()) note_(Note{InputPosition{file_, line}, chosen_.note});
    try {
        begin(source, options, ontology, gazetteer, load);
    } catch (const Error& error) {  // the mapping is for another table
        chosen_.mapping = nullptr;
        rows_.reset();
        const std::string place = error.position().line > 0 ? " (" + to_string(error.position()) + ")" : "";
        this->skip(line, error.problem() + place + ". " + error.next_step());
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
    for (; rows_ && rows_left_ > 0 && csv_->next(); --rows_left_) {
        std::string reason(csv_->fault());
        row.line = csv_->line();
        row.bytes = {csv_->begin(), csv_->end()};
        if (reason.empty()) reason = fault_of_record();
        if (reason.empty()) reason = rows_->read(csv_->fields(), row);
        if (!reason.empty()) {
            skip(csv_->line(), std::move(reason));
            continue;
        }
        for (std::string& text : row.notes) note_(Note{InputPosition{file_, csv_->line()}, std::move(text)});
        if (row.claims().empty() && row.entities().empty()) {
            ++silent_rows_;
            if (row.record.empty()) continue;  // else it stands on the list all the same
        }
        --rows_left_;
        return true;
    }
    if (const std::size_t rows = std::exchange(silent_rows_, 0); rows > 0) {
        note_(Note{InputPosition{file_}, std::to_string(rows) + (rows == 1 ? " row tells" : " rows tell") +
                                             " no claim by the mapping " + chosen_.mapping->name});
    }
    return false;
}

// Why the record is none of the table's; empty: it is one.
std::string TableReader::fault_of_record() const {
    if (csv_->fields().size() != chosen_.header.size()) {
        return "the row has " + std::to_string(csv_->fields().size()) + " fields, the header " +
               std::to_string(chosen_.header.size());
    }
    return is_plain(csv_->text()) ? "" : fault_of_text(csv_->text(), encoding_);
}

// Of one publisher, tables with the same columns: "Port Register: No;Ship;Manager". Names of files tell nothing, since
// every edition has its own.
std::string list_of(const TableReader& reader, const std::string& who) {
    std::string list = who + ':';
    for (const std::string& name : reader.header().keys()) list.append(list.back() == ':' ? " " : ";").append(name);
    return list;
}

std::int64_t push_table(TableReader& reader, const TableDefaults& defaults, ClaimSink& sink,
                        const std::function<void()>& progress) {
    const Mapping* const mapping = reader.mapping();
    const std::string publisher =
        defaults.publisher.empty() && mapping != nullptr ? mapping->publisher : defaults.publisher;
    std::unordered_set<std::string> sources;
    std::optional<std::pair<std::string, std::string>> current;  // source, and when it was published
    std::int64_t rows = 0;
    for (TableRow row; reader.next(row);) {
        if (!current || current->first != row.source || current->second != row.published) {
            current.emplace(row.source, row.published);
            DocumentRecord document;
            document.location = row.source.empty() ? reader.file() : row.source;
            if (!row.published.empty()) document.location += " (" + row.published + ")";
            document.publisher = row.source.empty() ? publisher : row.source;
            document.published = row.published.empty() ? defaults.date : row.published;
            if (defaults.edition && mapping != nullptr && mapping->record.is_given()) {
                document.list = list_of(reader, document.publisher.empty() ? document.location : document.publisher);
                document.edition = defaults.edition();
                document.is_snapshot = defaults.is_snapshot;
            }
            sources.insert(document.location);
            sink.begin(document);
        }
        const auto take = [&](const auto& add) {
            try {
                add();
            } catch (const RejectedRecord& rejected) {
                reader.skip(row.line, rejected.what());
            }
        };
        if (!row.record.empty()) sink.add_record(row.record);
        for (const EntityReference& entity : row.entities()) take([&] { sink.add_entity(entity, row.bytes); });
        for (const ClaimRecord& claim : row.claims()) {
            take([&] { sink.add(claim); });
        }
        if (++rows % rows_between_progress == 0) progress();
    }
    return static_cast<std::int64_t>(sources.size());
}

}  // namespace kith::records
