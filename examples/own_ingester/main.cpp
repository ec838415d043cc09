// Reads a format that kith does not know, registers of companies, beside those that it does:
//
//     own_ingester DATABASE PATH...
//
//     Blue Line Shipping; owner; Nordic Holding; 2021-03..       Nordic Holding -owns-> Blue Line Shipping
//     Blue Line Shipping; director; Ann Lee; 2022..              Ann Lee -leads-> Blue Line Shipping
//     Nordic Holding; seat; Malta; 2015..                        Nordic Holding -based_in-> Malta
#include <iostream>
#include <iterator>
#include <kith/kith.hpp>
#include <sstream>

namespace {

// What stands in the second field, and what it claims.
struct Entry {
    std::string_view word;
    std::string_view relation;
    kith::EntityKind other;  // kind of the one in the third field
    bool other_is_subject;
};
constexpr Entry entries[] = {
    {"owner", "owns", kith::EntityKind::company, true},
    {"director", "leads", kith::EntityKind::person, true},
    {"seat", "based_in", kith::EntityKind::state, false},
};

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in >> std::ws, field, ';');) fields.push_back(field);
    return fields;
}

// The claim of a line; nothing: it makes none.
std::optional<kith::ClaimRecord> claim_of(const std::string& line) {
    const std::vector<std::string> fields = fields_of(line);
    if (fields.size() < 3) return std::nullopt;
    for (const Entry& entry : entries) {
        if (fields[1] != entry.word) continue;
        kith::ClaimRecord claim;
        claim.relation = entry.relation;
        claim.subject = {fields[0], kith::EntityKind::company};
        claim.object = {fields[2], entry.other};
        if (entry.other_is_subject) std::swap(claim.subject, claim.object);
        if (fields.size() > 3) claim.time = fields[3];
        claim.confidence = 0.95;
        return claim;
    }
    return std::nullopt;
}

// A register is one document, its lines are the sentences: answers quote them.
void read_register(kith::OwnInput& input) {
    const std::string text = kith::to_utf8({std::istreambuf_iterator<char>(input.bytes), {}}, input.path);

    std::vector<kith::ClaimRecord> claims;
    kith::DocumentRecord document;
    document.location = input.path;
    document.publisher = "Register of Companies";
    document.text = text;
    std::istringstream lines(text);
    std::size_t begin = 0, number = 1;
    for (std::string line; std::getline(lines, line); begin += line.size() + 1, ++number) {
        if (line.empty() || line.starts_with('#')) continue;
        const kith::TextSpan span{begin, begin + line.size()};
        if (auto claim = claim_of(line)) {
            claim->sentence = span;
            claim->line = number;
            claims.push_back(std::move(*claim));
            document.sentences.push_back(span);
        } else {
            input.note(number, "not an entry of a register: COMPANY; owner, director or seat; NAME; TIME");
        }
    }
    if (!input.sink.begin(document)) return;  // the database has it already
    for (const kith::ClaimRecord& claim : claims) input.sink.add(claim);
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 3) return 2;
    kith::IngestOptions options;
    options.own_formats.push_back({".register", read_register});

    kith::StoreWriter writer(argv[1]);
    const kith::IngestReport report = kith::ingest_paths({argv + 2, argv + argc}, options, writer);
    writer.commit();
    for (const kith::Skipped& each : report.skipped)
        std::cerr << to_string(each.position) << ": " << each.reason << '\n';
    std::cout << report.documents << " documents, " << report.claims << " claims\n";
} catch (const kith::Error& error) {
    std::cerr << error.what() << '\n' << error.next_step() << '\n';
    return 1;
}
