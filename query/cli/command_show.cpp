// kith show ENTITY: who it is, as far as the sources tell.
#include "query/ask/entity.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/export/text_layout.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

void print_heading(std::string_view heading, Console& console) {
    console.out << '\n' << inked(console, Ink::bold, heading) << '\n';
}

void print_rest(std::size_t left_out, Console& console) {
    if (left_out == 0) return;
    console.out << "  " << inked(console, Ink::dim, std::to_string(left_out) + " more: --limit 0 shows all") << '\n';
}

void print_names(const Profile& profile, Report& report, Console& console) {
    console.out << inked(console, Ink::bold, single_line(profile.entity.name)) << " · " << in_words(profile.entity.kind)
                << '\n';
    std::string names;
    for (const Alias& alias : profile.aliases) names += (names.empty() ? "also called " : ", ") + alias.name;
    if (!names.empty()) report.print_wrapped(names, 0, Ink::dim);
    std::string identifiers;
    for (const Identifier& each : profile.identifiers)
        identifiers += (identifiers.empty() ? "" : ", ") + to_string(each);
    if (!identifiers.empty()) report.print_wrapped(identifiers, 0, Ink::dim);
    std::size_t ties = 0;
    for (const TieGroup& group : profile.groups) ties += group.ties.size() + group.left_out;
    report.print_wrapped(counted(ties, "tie") + " in " +
                             counted(static_cast<std::size_t>(profile.documents), "document") + ", " +
                             count_of_sources(profile.sources),
                         0, Ink::dim);
}

void print_ties(const Profile& profile, Report& report, Console& console) {
    for (const TieGroup& group : profile.groups) {
        print_heading(in_words(*group.relation, group.inverse), console);
        for (const TieView& tie : group.ties) {
            report.print_other_end(tie, profile.entity.id, 2);
            report.print_facts(tie, 6);
            report.print_best_quote(tie, 6);
        }
        print_rest(group.left_out, console);
    }
}

void print_said(const Profile& profile, Report& report, Console& console) {
    if (profile.said.empty()) return;
    print_heading("says", console);
    for (const TieView& tie : profile.said) {
        report.print_tie(tie, tie.subject.id, 2);
        report.print_best_quote(tie, 6);
    }
    print_rest(profile.said_left_out, console);
}

void print_rejected(const Profile& profile, Report& report, Console& console) {
    if (profile.rejected.empty()) return;
    print_heading("rejected by people", console);
    for (const TieView& tie : profile.rejected) {
        report.print_tie(tie, profile.entity.id, 2);
        report.print_claims(tie, 6);
    }
}

void print_timeline(const Profile& profile, Report& report, Console& console) {
    if (profile.timeline.empty()) return;
    print_heading("timeline", console);
    for (const TimelineEntry& entry : profile.timeline) report.print_timeline_entry(entry, profile.entity.id, 2);
    print_rest(profile.timeline_left_out, console);
}

// "published 2024-01 · sdn.csv" of an edition.
std::string edition_in_words(const Document& document) {
    std::string words = document.published.empty() ? "an undated edition" : document.published;
    return words + " (" + document.location + ")";
}

void print_history(const Profile& profile, Report& report, Console& console) {
    if (profile.history.empty()) return;
    print_heading("what lists said before", console);
    for (const PastClaimView& past : profile.history) {
        report.print_tie({past.claim.subject, past.claim.relation, past.claim.object, past.claim.status, 1, 0.0, {}},
                         past.claim.subject.id, 2);
        const QuoteView& said = past.claim.quotes.front();
        std::string until = "until " + (past.until ? edition_in_words(*past.until) : "now");
        until += past.is_dropped ? ", which has record " + said.record + " no longer" : ", which says otherwise";
        report.print_wrapped("from " + edition_in_words(said.document) + " " + until, 6, Ink::blue);
        report.print_claim(past.claim, 6);
    }
    print_rest(profile.history_left_out, console);
}

void print(const Profile& profile, Console& console) {
    Report report(console);
    print_names(profile, report, console);
    print_ties(profile, report, console);
    print_said(profile, report, console);
    print_rejected(profile, report, console);
    print_timeline(profile, report, console);
    print_history(profile, report, console);
}

}  // namespace

Run declare_show(CLI::App& app) {
    return ask_with(app, entity_question(), answer_entity, print);
}

}  // namespace kith::cli
