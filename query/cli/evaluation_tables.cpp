#include "query/cli/evaluation_tables.hpp"

#include <string>
#include <utility>
#include <vector>

#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/export/decimal.hpp"

namespace kith::cli {
namespace {

using namespace evaluation;

std::string three_digits(double share) {
    return decimal(share, 3);
}

// "-" where there is nothing to divide by.
std::string share_of(std::size_t whole, double share) {
    return whole == 0 ? "-" : three_digits(share);
}

std::vector<std::string> cells_of(std::string name, const Tally& tally) {
    return {std::move(name),
            std::to_string(tally.gold),
            std::to_string(tally.found),
            std::to_string(tally.right),
            share_of(tally.found, tally.precision()),
            share_of(tally.gold, tally.recall()),
            share_of(tally.gold + tally.found, tally.f1())};
}

Table table_of_tallies(const std::string& title, bool with_meaning) {
    std::vector<std::string> titles = {title, "Gold", "Found", "Right", "Precision", "Recall", "F1"};
    if (with_meaning) titles.emplace_back("Meaning");
    Table table(std::move(titles));
    for (std::size_t column = 1; column < 7; ++column) table.align_right(column);
    return table;
}

void add(Table& table, std::string name, const Tally& tally, std::string meaning) {
    std::vector<std::string> cells = cells_of(std::move(name), tally);
    cells.push_back(std::move(meaning));
    table.add(std::move(cells));
}

// A part of the right claims that is right in one thing more.
void add_part(Table& table, std::string name, std::size_t right, std::size_t whole, std::string meaning) {
    table.add({std::move(name), "", std::to_string(whole), std::to_string(right),
               share_of(whole, Tally{.found = whole, .right = right}.precision()), "", "", std::move(meaning)});
}

void print_claims(const ClaimScore& claims, Console& console) {
    Table table = table_of_tallies("Claims", true);
    add(table, "pair", claims.pair, "two actors that are tied at all");
    add(table, "group", claims.group, "direction, and group of relations");
    add(table, "claim", claims.claim, "direction and relation");
    add_part(table, "status", claims.right_status, claims.claim.right, "of the right claims");
    add_part(table, "speaker", claims.right_speaker, claims.claim.right, "of the right claims");
    table.print(console);
}

std::string_view meaning_of(MistakeKind kind) {
    switch (kind) {
        case MistakeKind::missed:
            return "annotated, and nothing like it was found";
        case MistakeKind::spurious:
            return "found, and nothing like it is annotated";
        case MistakeKind::wrong_relation:
            return "the two are tied in another way";
        case MistakeKind::wrong_direction:
            return "subject and object have changed places";
        case MistakeKind::wrong_status:
            return "right but for the status";
        case MistakeKind::wrong_speaker:
            return "right but for the speaker";
    }
    return {};
}

std::string in_words(MistakeKind kind) {
    std::string words(to_string(kind));
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

void print_mistakes(const ClaimScore& claims, Console& console) {
    Table table({"Mistakes", "Claims", "Meaning"});
    table.align_right(1);
    for (const MistakeKind kind : all_mistake_kinds()) {
        table.add({in_words(kind), std::to_string(claims.mistakes[static_cast<std::size_t>(kind)]),
                   std::string(meaning_of(kind))});
    }
    table.print(console);
}

void print_relations(const ClaimScore& claims, Console& console) {
    Table table = table_of_tallies("Relation", false);
    for (const RelationTally& each : claims.relations) table.add(cells_of(each.relation, each.tally));
    table.print(console);
}

void print_names(const NameScore& names, Console& console) {
    Table table = table_of_tallies("Names", true);
    add(table, "span", names.span, "at exactly this place in the text");
    add(table, "coarse kind", names.coarse, "... and person, place, nationality, organisation or thing");
    add(table, "kind", names.fine, "... and exactly the kind");
    table.print(console);
    console.out << '\n';
    Table kinds({"Kind", "Gold", "Found", "Recall"});
    kinds.align_right(1);
    kinds.align_right(2);
    for (const KindRecall& each : names.kinds) {
        kinds.add({each.kind, std::to_string(each.gold), std::to_string(each.found),
                   three_digits(Tally{.gold = each.gold, .right = each.found}.recall())});
    }
    kinds.print(console);
}

std::string in_words(const ClaimSummary& claim) {
    std::string words = claim.subject + " —" + claim.relation + "→ " + claim.object;
    if (claim.status && *claim.status != Status::actual) words += " (" + std::string(to_string(*claim.status)) + ")";
    if (!claim.speaker.empty()) words += " · according to " + claim.speaker;
    return words;
}

}  // namespace

void print_scores(const Evaluation& result, Console& console) {
    Report(console).print_wrapped(counted(result.articles, "article"), 0, Ink::dim);
    console.out << '\n';
    print_claims(result.claims, console);
    console.out << '\n';
    print_mistakes(result.claims, console);
    if (!result.claims.relations.empty()) {
        console.out << '\n';
        print_relations(result.claims, console);
    }
    if (result.names) {
        console.out << '\n';
        print_names(*result.names, console);
    }
}

void print_calibration(const Calibration& calibration, Console& console) {
    console.out << '\n';
    Table table({"Confidence", "Claims", "Mean", "Right"});
    table.align_right(1);
    table.align_right(2);
    for (const ConfidenceBin& bin : calibration.bins) {
        if (bin.claims == 0) continue;
        table.add({two_digits(bin.from) + " to " + two_digits(bin.to), std::to_string(bin.claims),
                   three_digits(bin.mean_confidence), three_digits(bin.share_right)});
    }
    table.print(console);
    Report(console).print_wrapped("Expected calibration error " + three_digits(calibration.expected_error) + " of " +
                                      counted(calibration.claims, "claim") + " that tell a confidence",
                                  0, Ink::dim);
}

void print_examples(const std::vector<Mistake>& examples, Console& console) {
    Report report(console);
    for (const Mistake& mistake : examples) {
        console.out << '\n';
        report.print_wrapped(in_words(mistake.kind) + " · " + mistake.article, 0, Ink::bold);
        Table table;
        if (mistake.gold) table.add({"gold", in_words(*mistake.gold)});
        if (mistake.found) table.add({"found", in_words(*mistake.found)});
        const std::string& evidence = mistake.found ? mistake.found->evidence : mistake.gold->evidence;
        if (!evidence.empty()) table.add({"text", evidence});
        table.print(console);
    }
}

}  // namespace kith::cli
