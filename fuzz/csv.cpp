// Tables, handed over in pieces of varying size: rows lie within the table, and each is told once. Some are read by a
// mapping, whose parts of columns, tables of values and texts are then at work.
#include <algorithm>
#include <cstring>

#include "fuzz/program.hpp"
#include "ingest/records/table_reader.hpp"

using namespace kith;

namespace {

// Of each a first byte: how the table is read.
const TableOptions ways[] = {
    {},
    {.columns = "1=subject,2=object,3=date,4=percentage,5=subject_alias", .relation = "owned_by"},
    {.map = "ofac-sdn"},
    {.map = "gdelt-events"},
    {.columns = "1=subject,2=relation,3=object,4=start,5=end,6=confidence", .dates = DateOrder::day_first, .rows = 3},
};

void read(std::string_view table, const TableOptions& options, std::size_t piece) {
    std::size_t at = 0;
    const auto bytes = [&](char* target, std::size_t size) {
        const std::size_t count = std::min({size, piece, table.size() - at});
        std::memcpy(target, table.data() + at, count);
        at += count;
        return count;
    };
    records::TableMappings mappings(options, Ontology::builtin());
    records::TableSource source(bytes, "table.csv", ',');
    records::TableReader reader(
        source, mappings, options, Ontology::builtin(), nullptr, [](const std::string&) { return nullptr; },
        [](const Skipped& skipped) { fuzz::require(!skipped.reason.empty()); },
        [](const Note& note) { fuzz::require(!note.text.empty()); });
    std::size_t line = 0;
    for (records::TableRow row; reader.next(row); line = row.line) {
        fuzz::require(row.line > line && row.bytes.begin <= row.bytes.end && row.bytes.end <= table.size());
        // A record without a claim stands on its list all the same.
        fuzz::require(!row.claims().empty() || !row.entities().empty() || !row.record.empty());
        for (const ClaimRecord& claim : row.claims()) {
            fuzz::require(!claim.subject.name.empty() && !claim.object.name.empty());
            fuzz::require(claim.time.empty() || parse_interval(claim.time));
            fuzz::require(claim.confidence >= 0.0 && claim.confidence <= 1.0);
        }
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string_view table = fuzz::text_of(data + 2, size - 2);
    fuzz::allow_errors([&] { read(table, ways[data[0] % std::size(ways)], 1 + data[1]); });
    return 0;
}
