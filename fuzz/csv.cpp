// Tables of claims, handed over in pieces of varying size: fields lie within the table, and each row is told once.
#include <algorithm>
#include <cstring>

#include "fuzz/program.hpp"
#include "ingest/records/claim_table.hpp"

using namespace kith;

namespace {

void read(std::string_view table, char separator, std::size_t piece) {
    std::size_t at = 0;
    const auto bytes = [&](char* target, std::size_t size) {
        const std::size_t count = std::min({size, piece, table.size() - at});
        std::memcpy(target, table.data() + at, count);
        at += count;
        return count;
    };
    const auto skip = [](const Skipped& skipped) { fuzz::require(!skipped.reason.empty()); };
    const auto note = [](const Note& each) { fuzz::require(!each.text.empty()); };
    records::ClaimTableReader reader(bytes, separator, "table.csv", Ontology::builtin(), skip, note);
    std::size_t line = 0;
    for (records::ClaimRow row; reader.next(row); line = row.line) {
        fuzz::require(row.line > line && row.relation != nullptr && !row.subject.empty() && !row.object.empty());
        fuzz::require(row.bytes.begin <= row.bytes.end && row.bytes.end <= table.size());
        fuzz::require(row.confidence >= 0.0 && row.confidence <= 1.0);
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view table = fuzz::text_of(data + 1, size - 1);
    read(table, data[0] % 2 == 0 ? ',' : '\t', 1 + data[0] / std::size_t{2});
    return 0;
}
