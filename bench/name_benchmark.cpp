// How well names are matched: pairs of names with the answer, from a CSV file with the columns schema (Person, Company
// ...), name1, name2 and is_match (true or false).
//
//     build/release/bench/kith_name_benchmark pairs.csv              precision, recall and F1, of all and by schema
//     build/release/bench/kith_name_benchmark pairs.csv --errors     ... and the pairs that went wrong
//     build/release/bench/kith_name_benchmark pairs.csv --features   what training/names/fit.py learns from
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/names/name_comparison.hpp"
#include "ingest/records/csv.hpp"

namespace {

struct Tally {
    int right = 0, wrong = 0, missed = 0, refused = 0;

    void add(bool found, bool is_match) { ++(found ? (is_match ? right : wrong) : (is_match ? missed : refused)); }
};

void print(const std::string& name, const Tally& tally) {
    const double precision = tally.right / std::max(1.0, 1.0 * tally.right + tally.wrong);
    const double recall = tally.right / std::max(1.0, 1.0 * tally.right + tally.missed);
    std::cout << std::left << std::setw(14) << name << std::right << std::fixed << std::setprecision(3) << std::setw(8)
              << precision << std::setw(8) << recall << std::setw(8)
              << 2 * precision * recall / std::max(1e-9, precision + recall) << std::setw(8)
              << tally.right + tally.missed << std::setw(8) << tally.wrong + tally.refused << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: kith_name_benchmark PAIRS.csv [--errors | --features]\n";
        return 2;
    }
    const std::string_view option = argc > 2 ? argv[2] : "";
    std::ifstream file(argv[1], std::ios::binary);
    kith::records::CsvReader csv(
        [&](char* target, std::size_t size) {
            file.read(target, static_cast<std::streamsize>(size));
            return static_cast<std::size_t>(file.gcount());
        },
        ',');
    std::map<std::string, std::size_t> columns;
    if (csv.next()) {
        for (const std::string_view field : csv.fields()) columns.emplace(field, columns.size());
    }
    for (const char* needed : {"schema", "name1", "name2", "is_match"}) {
        if (columns.contains(needed)) continue;
        std::cerr << argv[1] << ": there is no column " << needed << '\n';
        return 2;
    }
    Tally all;
    std::map<std::string, Tally> by_schema;
    while (csv.next()) {
        if (!csv.fault().empty()) continue;
        const auto field = [&](const char* name) { return std::string(csv.fields()[columns.at(name)]); };
        const std::string schema = field("schema");
        const bool persons = schema == "Person", is_match = field("is_match") == "true";
        const auto compared = kith::compare_names(field("name1"), field("name2"),
                                                  persons ? kith::EntityKind::person : kith::EntityKind::organisation);
        const bool found = compared.score >= kith::same_name_score;
        all.add(found, is_match);
        by_schema[schema].add(found, is_match);
        if (option == "--features") {
            std::cout << (persons ? "person" : "body") << '\t' << is_match;
            for (const double value : compared.features) std::cout << '\t' << value;
            std::cout << '\t' << compared.same_words << '\n';
        } else if (option == "--errors" && found != is_match) {
            std::cout << (is_match ? "missed " : "wrong  ") << std::fixed << std::setprecision(2) << compared.score
                      << "  " << schema << ": " << field("name1") << " | " << field("name2") << "  ("
                      << in_words(compared) << ")\n";
        }
    }
    if (option == "--features") return 0;
    std::cout << "schema        precision recall    F1   pairs  others\n";
    for (const auto& [schema, tally] : by_schema) print(schema, tally);
    print("all", all);
}
