// kith contradictions: what some source holds and another denies.
#include "query/ask/contradictions.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

void print_one(const Contradiction& contradiction, Report& report, Console& console) {
    const EntityId from = contradiction.denied.front().subject.id;
    for (const std::vector<TieView>* side : {&contradiction.held, &contradiction.denied}) {
        for (const TieView& tie : *side) {
            report.print_tie(tie, from, side == &contradiction.held ? 0 : 2);
            report.print_facts(tie, 4);
            report.print_best_quote(tie, 4);
        }
    }
    console.out << '\n';
}

void print(const ContradictionsAnswer& answer, Console& console) {
    Report report(console);
    for (const Contradiction& each : answer.contradictions) print_one(each, report, console);
    if (answer.left_out > 0)
        report.print_wrapped(std::to_string(answer.left_out) + " more: --most shows more", 0, Ink::dim);
}

std::optional<Error> complaint(const ContradictionsAnswer& answer) {
    if (!answer.contradictions.empty()) return std::nullopt;
    return Error("no source denies what another holds", "`kith claims --status denied` lists what is denied at all.");
}

}  // namespace

Run declare_contradictions(CLI::App& app) {
    return ask_with(app, contradictions_question(), answer_contradictions, print, complaint);
}

}  // namespace kith::cli
