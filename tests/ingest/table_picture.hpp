// Tables written as text, and what is read from them.
//
//     read_table("Owner;Company\nAda;Acme\n").claims   // {"Ada owns Acme"}
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/records/table_reader.hpp"

namespace kith::test {

struct ReadTable {
    std::vector<std::string> claims;     // "subject relation object"
    std::vector<std::string> notes;      // "line: reason" and "line: note: text"
    std::vector<ClaimRecord> records{};  // the claims whole
    std::vector<EntityReference> entities{};
};

inline records::ReadBytes bytes_of(std::string text) {
    return [text = std::move(text), at = std::size_t{0}](char* target, std::size_t size) mutable {
        const std::size_t count = std::min(size, text.size() - at);
        text.copy(target, count, at);
        at += count;
        return count;
    };
}

inline ReadTable read_table(
    const std::string& text, const TableOptions& options = {}, const std::string& file = "ties.csv",
    const records::LoadLookUp& load = [](const std::string&) { return nullptr; }) {
    ReadTable table;
    records::TableMappings mappings(options, Ontology::builtin());
    records::TableSource source(bytes_of(text), file, ',');
    records::TableReader reader(
        source, mappings, options, Ontology::builtin(), nullptr, load,
        [&](const Skipped& skipped) {
            table.notes.push_back(std::to_string(skipped.position.line) + ": " + skipped.reason);
        },
        [&](const Note& note) { table.notes.push_back(std::to_string(note.position.line) + ": note: " + note.text); });
    for (records::TableRow row; reader.next(row);) {
        for (const ClaimRecord& claim : row.claims()) {
            table.claims.push_back(claim.subject.name + " " + claim.relation + " " + claim.object.name);
            table.records.push_back(claim);
        }
        for (const EntityReference& entity : row.entities()) table.entities.push_back(entity);
    }
    return table;
}

}  // namespace kith::test
