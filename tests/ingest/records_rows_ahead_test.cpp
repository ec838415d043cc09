#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "ingest/records/rows_ahead.hpp"
#include "tests/ingest/table_picture.hpp"

using namespace kith;

namespace {

// What a reader of rows sees, in its order: lines of rows, "!" and lines of those passed over, "note" and lines.
std::vector<std::string> seen(const records::ReadBytes& bytes, bool in_thread) {
    std::vector<std::string> order;
    records::TableMappings mappings({}, Ontology::builtin());
    records::TableSource source(bytes, "ties.csv", ',');
    records::TableReader reader(
        source, mappings, {}, Ontology::builtin(), nullptr, [](const std::string&) { return nullptr; },
        [&](const Skipped& skipped) { order.push_back("! " + std::to_string(skipped.position.line)); },
        [&](const Note& note) { order.push_back("note " + std::to_string(note.position.line)); });
    try {
        records::RowsAhead rows(reader, in_thread);
        while (const records::TableRow* const row = rows.next()) {
            order.push_back(std::to_string(row->line) + ' ' + row->claims().front().object.name);
            if (row->line == 77) rows.skip(row->line, "it is not wanted");
        }
    } catch (const std::runtime_error& error) {
        order.push_back(error.what());
    }
    return order;
}

std::string long_table() {
    std::string table = "subject,relation,object,confidence\n";
    for (int i = 0; i < 3000; ++i) {
        const bool is_bad = i % 7 == 0 || (i > 1000 && i < 2200);
        table += "Ada," + std::string(is_bad ? "eats" : "supplies") + ",Company " + std::to_string(i);
        table += i % 5 == 0 ? ",much\n" : ",0.5\n";
    }
    return table;
}

}  // namespace

TEST_CASE("rows read ahead come in their order, and what is told of them stands between them") {
    const std::vector<std::string> one_by_one = seen(test::bytes_of(long_table()), false);
    CHECK(one_by_one.size() == 3000);
    CHECK(one_by_one.front() == "! 2");
    CHECK(one_by_one.back() == "3001 Company 2999");
    CHECK(seen(test::bytes_of(long_table()), true) == one_by_one);
}

TEST_CASE("what ends the reading is thrown behind the rows before it") {
    const auto breaking = [](std::string text) {
        return [text = std::move(text), at = std::size_t{0}](char* target, std::size_t size) mutable {
            if (at == text.size()) throw std::runtime_error("the disk is gone");
            const std::size_t count = std::min({size, std::size_t{1000}, text.size() - at});
            text.copy(target, count, at);
            at += count;
            return count;
        };
    };
    for (const bool in_thread : {false, true}) {
        const std::vector<std::string> order =
            seen(breaking(long_table() + std::string(std::size_t{8} << 20, ' ')), in_thread);
        CHECK(order.size() == 3001);
        CHECK(order.back() == "the disk is gone");
    }
}
