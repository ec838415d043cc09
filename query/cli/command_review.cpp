// kith review: what people judge of claims. One claim after the other, those first that a verdict changes most; or a
// single judgement for scripts (--confirm, --reject, --correct, --withdraw).
#include <iostream>
#include <memory>
#include <vector>

#include "query/ask/review.hpp"
#include "query/cli/key.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/corrections.hpp"
#include "query/export/text_layout.hpp"
#include "query/result_json.hpp"
#include "query/words.hpp"

namespace kith::cli {
namespace {

struct Options {
    QuestionOptions question{};
    std::string judge, decided;
    ClaimId confirmed = 0, rejected = 0, corrected = 0;
    std::int64_t withdrawn = 0;
    CorrectionWords correction{};
    bool list = false, judged = false;

    Judge by() const { return {judge, decided}; }
};

std::string tie_in_words(const Entity& subject, const Relation& relation, const Entity& object, Status status) {
    std::string words = subject.name + " " + in_words(relation) + " " + object.name;
    if (status != Status::actual) words += " (" + std::string(to_string(status)) + ")";
    return single_line(words);
}

void print_list(const ReviewAnswer& answer, Console& console) {
    if (answer.claims.empty()) return;
    Table table({"Claim", "Priority", "Confidence", "What is said"});
    for (const std::size_t column : {0U, 1U, 2U}) table.align_right(column);
    for (const ReviewedClaim& each : answer.claims) {
        const ClaimView& claim = each.tie.claims.front();
        table.add({std::to_string(claim.id), two_digits(each.priority), two_digits(claim.confidence),
                   tie_in_words(claim.subject, *claim.relation, claim.object, claim.status)});
    }
    table.print(console);
}

// The judgements there are, waiting ones too.
int list_judgements(const Options& options, Console& console) {
    const Store store = open_store(options.question.database(), console);
    Json list = Json::array();
    Table table({"Id", "Verdict", "Judge", "Date", "Claim", "What was said"});
    table.align_right(0);
    for (const ClaimJudgement& each : store.claim_judgements()) {
        const Claim& said = each.said;
        const ClaimJudgementView view{each.id,
                                      each.verdict,
                                      each.judge,
                                      each.decided,
                                      store.entity(said.subject),
                                      &store.ontology().at(said.relation),
                                      store.entity(said.object),
                                      said.status};
        list.push_back(json_of(view));
        list.back()["claim"] = each.claim ? Json(*each.claim) : Json(nullptr);
        table.add({std::to_string(view.id), std::string(to_string(view.verdict)), view.judge, view.decided,
                   each.claim ? std::to_string(*each.claim) : "waits",
                   tie_in_words(view.subject, *view.relation, view.object, view.status)});
    }
    if (options.question.wants("json")) {
        console.out << indented({{"judgements", list}}) << '\n';
    } else if (list.empty()) {
        console.out << "no claim was judged\n";
    } else {
        table.print(console);
    }
    return exit_good;
}

void ask_for(const char* what, const std::string& said, std::string& word, Console& console) {
    console.out << "    " << what << " [" << single_line(said) << "]? " << std::flush;
    word = read_line();
}

// What is left empty stays as it is.
CorrectionWords ask_for_correction(const ClaimView& claim, Console& console) {
    CorrectionWords words;
    console.out << "    Return keeps what is in brackets\n";
    ask_for("subject", claim.subject.name, words.subject, console);
    ask_for("relation", claim.relation->name, words.relation, console);
    ask_for("object", claim.object.name, words.object, console);
    ask_for("status", std::string(to_string(claim.status)), words.status, console);
    console.out << "    turn it round (y)? " << std::flush;
    words.turned = read_key("yn", console) == 'y';
    return words;
}

// The judgement's number; nothing where the correction could not be.
std::optional<std::int64_t> judge(const Options& options, const ClaimView& claim, char key, Console& console) {
    const std::string& database = options.question.database();
    try {
        if (key == 'y') return judge_claim(database, claim.id, ClaimVerdict::confirmed, options.by());
        if (key == 'n') return judge_claim(database, claim.id, ClaimVerdict::rejected, options.by());
        std::vector<std::string> notes;
        const std::int64_t id =
            correct_claim(database, claim.id, ask_for_correction(claim, console), options.by(), notes);
        print_notes(notes, console);
        return id;
    } catch (const Error& error) {
        if (key != 'c') throw;
        console.out << "    " << single_line(error.what()) << '\n';
        return std::nullopt;
    }
}

int go_through(const Options& options, const ReviewAnswer& answer, Console& console) {
    Report report(console);
    std::vector<std::pair<std::size_t, std::int64_t>> judged;  // place in the list, judgement
    std::size_t i = 0;
    while (i < answer.claims.size()) {
        const TieView& tie = answer.claims[i].tie;
        console.out << i + 1 << '/' << answer.claims.size();
        report.print_tie(tie, tie.subject.id, 2);
        report.print_claims(tie, 4);
        console.out << "    right (y), wrong (n), correct it (c), leave it (Return), undo (u), end (q)? " << std::flush;
        const char key = read_key("yncuq", console);
        console.out << '\n';
        if (key == 'q') break;
        if (key == ' ') {
            ++i;
        } else if (key == 'u') {
            if (judged.empty()) continue;
            withdraw_claim_judgement(options.question.database(), judged.back().second);
            i = judged.back().first;
            judged.pop_back();
        } else if (const auto id = judge(options, tie.claims.front(), key, console)) {
            judged.emplace_back(i++, *id);
        }
    }
    console.out << counted(judged.size(), "claim") << " judged\n";
    return exit_good;
}

int review(const Options& options, Console& console) {
    const Store store = open_store(options.question.database(), console);
    Notes notes;
    const ReviewAnswer answer =
        answer_review(store, options.question.arguments().completed(review_question().parameters), notes);
    print_notes(notes, console);
    if (options.question.wants("json")) {
        print_json(json_of(answer), notes, console);
        return exit_good;
    }
    if (!options.list) return go_through(options, answer, console);
    print_list(answer, console);
    return exit_good;
}

int run(const Options& options, Console& console) {
    const std::string& database = options.question.database();
    std::vector<std::string> notes;
    std::int64_t id = 0;
    if (options.withdrawn != 0) {
        withdraw_claim_judgement(database, options.withdrawn);
        console.out << "withdrawn: judgement " << options.withdrawn << '\n';
        return exit_good;
    }
    if (options.judged) return list_judgements(options, console);
    if (options.confirmed != 0) {
        id = judge_claim(database, options.confirmed, ClaimVerdict::confirmed, options.by());
    } else if (options.rejected != 0) {
        id = judge_claim(database, options.rejected, ClaimVerdict::rejected, options.by());
    } else if (options.corrected != 0) {
        CorrectionWords words = options.correction;
        const Arguments given = options.question.arguments();
        words.relation = joined(given.texts("relation"), ",");
        words.status = joined(given.texts("status"), ",");
        id = correct_claim(database, options.corrected, words, options.by(), notes);
    } else {
        return review(options, console);
    }
    print_notes(notes, console);
    console.out << "judgement " << id << ": `kith review --withdraw " << id << "` takes it back\n";
    return exit_good;
}

}  // namespace

Run declare_review(CLI::App& app) {
    auto options = std::make_shared<Options>();
    options->question.declare(app, review_question().parameters);
    options->question.declare_format(app, {"table", "json"});
    app.add_flag("--list", options->list, "Only list the claims, and ask nothing");
    app.add_flag("--judged", options->judged, "List what was judged instead");
    std::vector<CLI::Option*> acts;
    const auto act = [&](const char* name, std::int64_t& number, const char* meaning) {
        acts.push_back(app.add_option(name, number, meaning)->type_name("ID"));
    };
    act("--confirm", options->confirmed, "Judge that the source of this claim says so");
    act("--reject", options->rejected, "Judge that no source says so");
    act("--correct", options->corrected,
        "Judge that the source says something else: by --subject, --object, --turn, and what --relation and --status "
        "say");
    CLI::Option* const corrected = acts.back();
    act("--withdraw", options->withdrawn, "Take back the judgement of this number: --judged lists them");
    for (CLI::Option* one : acts) {
        for (CLI::Option* other : acts) {
            if (one != other) one->excludes(other);
        }
    }
    app.add_option("--subject", options->correction.subject, "Who does it, of a corrected claim")
        ->type_name("NAME")
        ->needs(corrected);
    app.add_option("--object", options->correction.object, "To whom, of a corrected claim")
        ->type_name("NAME")
        ->needs(corrected);
    app.add_flag("--turn", options->correction.turned, "Subject and object the other way round")->needs(corrected);
    app.add_option("--date", options->decided, "When it was judged, such as 2024-05-17; kith asks no clock")
        ->type_name("DATE");
    add_judge_option(app, options->judge);
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
