// kith claims: what sources say, tie by tie, each claim with its speaker and its quotes.
#include "query/ask/claims.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

void print_tie(const TieView& tie, Console& console) {
    Report report(console);
    report.print_tie(tie, tie.subject.id, 0);
    report.print_wrapped(count_of_sources(tie.sources) + " · strength " + two_digits(tie.strength), 2, Ink::dim);
    report.print_claims(tie, 2);
    console.out << '\n';
}

void print(const ClaimsAnswer& answer, Console& console) {
    for (const TieView& tie : answer.ties) print_tie(tie, console);
    Report report(console);
    if (answer.left_out > 0) {
        report.print_wrapped(counted(answer.left_out, "more tie") + ": --most shows more", 0, Ink::dim);
    }
    if (answer.together) report.print_joint_mentions(*answer.together);
}

std::optional<Error> complaint(const ClaimsAnswer& answer) {
    if (!answer.ties.empty()) return std::nullopt;
    if (answer.together) {
        return Error("no claim found between " + answer.about[0].name + " and " + answer.about[1].name,
                     in_words(*answer.together) + " Loosen the filter, or ask `kith search`.");
    }
    return Error("no claim is of this kind", "Loosen the filter, or ask `kith show` who is tied to whom.");
}

}  // namespace

Run declare_claims(CLI::App& app) {
    Run run = ask_with(app, claims_question(), answer_claims, print, complaint);
    app.get_option("--between")->excludes(app.get_option("--about"))->excludes(app.get_option("--among"));
    app.get_option("--among")->excludes(app.get_option("--about"));
    return run;
}

}  // namespace kith::cli
