// kith diff A.db B.db: what one database claims and the other does not.
#include <CLI/App.hpp>
#include <memory>

#include "query/ask/export_request.hpp"
#include "query/asked_claims.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/difference.hpp"
#include "query/difference_lines.hpp"
#include "query/result_builder.hpp"

namespace kith::cli {
namespace {

// As diff(1) has it.
constexpr int exit_equal = 0, exit_different = 1;

struct Options {
    std::string first, second;
    QuestionOptions question{};
};

// What is asked of a database. Nothing where it knows a name of the filter not, so that who is new there or gone is no
// mistake; `complaint` says so.
std::optional<ExportQuestion> question_to(const Store& store, const Arguments& arguments,
                                          std::optional<Error>& complaint) {
    try {
        Notes notes;
        return export_request(store, arguments, notes).question;
    } catch (const Stopped&) {
        throw;
    } catch (const Error& error) {
        complaint = error;
        return std::nullopt;
    }
}

EachClaim claims_of(const Store& store, const std::optional<ExportQuestion>& question) {
    if (!question) return [](const auto&) {};
    return each_asked_claim(store, *question);
}

// A database, in one state from first to last.
struct Side {
    explicit Side(Store&& opened) : store(std::move(opened)), views(store) {}
    Side(const Side&) = delete;
    Side& operator=(const Side&) = delete;

    Store store;
    ResultBuilder views;
};

void print_claim(char mark, Side& side, ClaimId id, std::string_view before, Console& console) {
    const TieView tie = side.views.ties({side.store.claim(id)}).front();
    Report report(console);
    console.out << mark << ' ';
    report.print_tie(tie, tie.subject.id, 0);
    if (!before.empty()) report.print_wrapped("was " + std::string(before), 4, Ink::dim);
    report.print_facts(tie, 4);
}

void print(Side& first, Side& second, const Difference& found, Console& console) {
    for (const ClaimId id : found.went) print_claim('-', first, id, {}, console);
    for (const ClaimId id : found.came) print_claim('+', second, id, {}, console);
    for (const ChangedClaim& each : found.changed) print_claim('~', second, each.id, to_string(each.before), console);
    Report report(console);
    for (const Regrouped& each : found.merged)
        report.print_wrapped("= " + each.kept.name + " and " + each.other.name + " are one now", 0, Ink::bold);
    for (const Regrouped& each : found.parted)
        report.print_wrapped("| " + each.kept.name + " and " + each.other.name + " are two now", 0, Ink::bold);
    console.out << counted(found.came.size(), "claim") << " came, " << found.went.size() << " went, "
                << found.changed.size() << " changed status";
    if (!found.merged.empty()) console.out << ", " << found.merged.size() << " merged";
    if (!found.parted.empty()) console.out << ", " << found.parted.size() << " parted";
    console.out << '\n';
}

int compare(const Options& options, Console& console) {
    Side first(open_store(options.first, console)), second(open_store(options.second, console));
    std::optional<Error> of_first, of_second;
    const auto to_first = question_to(first.store, options.question.arguments(), of_first);
    const auto to_second = question_to(second.store, options.question.arguments(), of_second);
    if (of_first && of_second) throw Error(*of_second);
    const Difference found = difference_between(first.store, claims_of(first.store, to_first), second.store,
                                                claims_of(second.store, to_second));
    if (options.question.wants("jsonl")) {
        write_difference_lines(first.store, second.store, found, console.out);
    } else {
        print(first, second, found, console);
    }
    return found.is_empty() ? exit_equal : exit_different;
}

// What cannot be read, or in time, must not pass for what is different.
int run(const Options& options, Console& console) {
    try {
        return compare(options, console);
    } catch (const Stopped& stopped) {
        if (stopped.reason() == Stopped::Reason::request) throw;
        throw UsageError(stopped.what(), "Allow more with --timeout, or ask for less by a filter.");
    } catch (const Error& error) {
        throw UsageError(error.what(), error.next_step());
    }
}

}  // namespace

Run declare_diff(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("A", options->first, "The database of before")->required()->type_name("FILE");
    app.add_option("B", options->second, "The database of now")->required()->type_name("FILE");
    std::vector<Parameter> parameters = export_parameters();
    std::erase_if(parameters, [](const Parameter& each) {
        return each.name == "format" || each.name == "most_entities";  // of files
    });
    options->question.declare(app, parameters);
    app.remove_option(app.get_option("--db"));
    app.get_option("--depth")->needs(app.get_option("--around"));
    options->question.declare_format(app, {"table", "jsonl"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
