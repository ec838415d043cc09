#include "ingest/records/push_table.hpp"

#include <optional>
#include <unordered_set>
#include <utility>

#include "ingest/records/rows_ahead.hpp"

namespace kith::records {
namespace {

constexpr std::int64_t rows_between_progress = 1 << 16;

// Of one publisher, tables with the same columns: "Port Register: No;Ship;Manager". Names of files tell nothing, since
// every edition has its own.
std::string list_of(const TableReader& reader, const std::string& who) {
    std::string list = who + ':';
    for (const std::string& name : reader.header().keys()) list.append(list.back() == ':' ? " " : ";").append(name);
    return list;
}

}  // namespace

std::int64_t push_table(TableReader& reader, const TableDefaults& defaults, ClaimSink& sink, bool in_thread,
                        const std::function<void()>& progress) {
    const Mapping* const mapping = reader.mapping();
    const std::string publisher =
        defaults.publisher.empty() && mapping != nullptr ? mapping->publisher : defaults.publisher;
    std::unordered_set<std::string> sources;
    std::optional<std::pair<std::string, std::string>> current;  // source, and when it was published
    std::string untaken;                                         // where it is, while nothing of it was taken
    std::int64_t rows = 0;
    RowsAhead ahead(reader, in_thread);
    while (const TableRow* const next = ahead.next()) {
        const TableRow& row = *next;
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
            untaken = document.location;
            sink.begin(document);
        }
        const auto take = [&](const auto& add) {
            try {
                add();
                if (!untaken.empty()) sources.insert(std::exchange(untaken, {}));
            } catch (const RejectedRecord& rejected) {
                ahead.skip(row.line, rejected.what());
            }
        };
        if (!row.record.empty()) take([&] { sink.add_record(row.record); });
        for (const EntityReference& entity : row.entities()) take([&] { sink.add_entity(entity, row.bytes); });
        for (const ClaimRecord& claim : row.claims()) {
            take([&] { sink.add(claim); });
        }
        if (++rows % rows_between_progress == 0) progress();
    }
    return static_cast<std::int64_t>(sources.size());
}

}  // namespace kith::records
