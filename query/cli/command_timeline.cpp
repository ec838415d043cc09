// kith timeline ENTITY: what texts date of it, earliest first.
#include "query/ask/timeline.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

void print(const TimelineAnswer& answer, Console& console) {
    Report report(console);
    for (const TimelineEntry& entry : answer.timeline) report.print_timeline_entry(entry, answer.entity.id, 0);
    if (answer.left_out > 0)
        report.print_wrapped(std::to_string(answer.left_out) + " more: --most shows more", 0, Ink::dim);
}

std::optional<Error> complaint(const TimelineAnswer& answer) {
    if (!answer.timeline.empty()) return std::nullopt;
    return Error(answer.entity.name + ": no text dates a tie of it", "`kith show` lists its ties, dated or not.");
}

}  // namespace

Run declare_timeline(CLI::App& app) {
    return ask_with(app, timeline_question(), answer_timeline, print, complaint);
}

}  // namespace kith::cli
