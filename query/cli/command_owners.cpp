// kith owners X: who owns it in effect, chain by chain; whether the 50 % rule blocks it; with --down what it owns.
#include <set>

#include "graph/share.hpp"
#include "query/ask/owners.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/export/text_layout.hpp"
#include "query/ownership_json.hpp"

namespace kith::cli {
namespace {

using Verdict = FiftyPercentRule::Verdict;

// A share that was reckoned: nobody needs its fourth decimal.
std::string reckoned(double share) {
    return share_in_words(share, 2);
}

// "50 %", "at least 50 %".
std::string share_of(const OwnerView& owner) {
    if (!owner.is_least) return reckoned(owner.share);
    return owner.share > 0.0 ? "at least " + reckoned(owner.share) : "share not known";
}

void print_owner(const OwnerView& owner, Report& report, Console& console) {
    console.out << inked(console, Ink::bold, single_line(owner.entity.name)) << " · " << share_of(owner) << '\n';
    for (const OwnershipChainView& chain : owner.chains) {
        const bool tells_more = chain.hops.size() > 1 && chain.share;
        report.print_wrapped(in_words(chain) + (tells_more ? ": " + reckoned(*chain.share) : ""), 2, Ink::dim);
    }
}

// Each claim that the answer rests on, once.
void print_claims(const OwnershipAnswer& answer, Report& report, Console& console) {
    std::set<ClaimId> told;
    const auto print_each = [&](const std::vector<HoldingView>& holdings) {
        for (const HoldingView& each : holdings) {
            if (!told.insert(each.tie.claims.front().id).second) continue;
            if (told.size() == 1) console.out << '\n' << inked(console, Ink::bold, "By these claims") << '\n';
            report.print_tie(each.tie, each.owner.id, 2);
            report.print_facts(each.tie, 4);
            report.print_best_quote(each.tie, 4);
        }
    };
    if (answer.rule) {
        for (const FiftyPercentRuleView::Step& step : answer.rule->steps) print_each(step.holdings);
    }
    for (const OwnerView& owner : answer.entities) {
        for (const OwnershipChainView& chain : owner.chains) print_each(chain.hops);
    }
}

std::string listing_in_words(const FiftyPercentRuleView::Step& step) {
    if (step.listings.empty()) return "is blocked, as asked";
    std::set<std::string> words;
    for (const TieView& tie : step.listings) words.insert(in_words(*tie.relation, true) + " " + tie.subject.name);
    std::string text;
    for (const std::string& each : words) text += (text.empty() ? "" : ", ") + each;
    return text;
}

std::string step_in_words(const FiftyPercentRuleView::Step& step) {
    if (step.is_listed) return step.entity.name + " " + listing_in_words(step);
    std::string text = step.entity.name + (step.is_blocked ? " is blocked: " : ": ") + reckoned(step.aggregate);
    for (std::size_t i = 0; i < step.holdings.size(); ++i) {
        const HoldingView& each = step.holdings[i];
        text += (i == 0 ? " (" : ", ") + each.owner.name + " " + in_words(each.share);
    }
    return text + (step.holdings.empty() ? "" : ")");
}

std::string verdict_in_words(const OwnershipAnswer& answer) {
    const FiftyPercentRuleView& rule = *answer.rule;
    const std::string name = answer.entity.name;
    if (rule.steps.back().is_listed) return name + " is blocked itself.";
    const std::string held = "Blocked persons hold " + reckoned(rule.aggregate) + " of it";
    if (rule.verdict == Verdict::blocked) return name + " is blocked. " + held + ".";
    if (rule.verdict == Verdict::not_blocked) return name + " is not blocked. " + held + ".";
    return "Whether " + name + " is blocked cannot be told. " + held + " as far as is known; " +
           (answer.complete ? "shares that no claim tells exactly would decide."
                            : "owners further off were not looked at.");
}

void print_rule(const OwnershipAnswer& answer, Report& report, Console& console) {
    const FiftyPercentRuleView& rule = *answer.rule;
    report.print_wrapped("The 50 % rule: " + verdict_in_words(answer), 0, Ink::bold);
    for (const FiftyPercentRuleView::Step& step : rule.steps) {
        report.print_wrapped(step_in_words(step), 2, Ink::dim);
        for (const TieView& tie : step.listings) report.print_facts(tie, 4);
    }
    if (!rule.steps.back().is_listed) {
        report.print_wrapped("By multiplication along the chains they have " + reckoned(rule.effective) +
                                 "; the rule does not go by that.",
                             0, Ink::dim);
    }
    console.out << '\n';
}

void print_remarks(const OwnershipAnswer& answer, Report& report) {
    if (answer.left_out > 0) {
        report.print_wrapped(counted(answer.left_out, "more entity", "more entities") + ": --most shows more", 0,
                             Ink::dim);
    }
    if (answer.itself > 0.0) {
        report.print_wrapped(answer.entity.name + " holds " + reckoned(answer.itself) + " of itself, through loops.", 0,
                             Ink::dim);
    }
    for (const OwnershipAnswer::Overclaimed& each : answer.overclaimed) {
        report.print_wrapped("Sources claim " + reckoned(each.claimed) + " of " + each.entity.name +
                                 ": in effective shares each owner has a part of 100 %.",
                             0, Ink::dim);
    }
    if (!answer.complete) {
        report.print_wrapped("There are longer chains, or more entities, than were followed.", 0, Ink::dim);
    }
}

void print(const OwnershipAnswer& answer, Console& console) {
    Report report(console);
    if (answer.rule) print_rule(answer, report, console);
    if (answer.entities.empty()) return;
    console.out << inked(console, Ink::bold,
                         single_line((answer.down ? "What it owns: " : "Who owns it: ") + answer.entity.name))
                << "\n\n";
    for (const OwnerView& owner : answer.entities) print_owner(owner, report, console);
    print_claims(answer, report, console);
    print_remarks(answer, report);
}

std::optional<Error> complaint(const OwnershipAnswer& answer) {
    if (!answer.entities.empty() || answer.rule) return std::nullopt;
    if (answer.down) return Error("no claim tells what " + answer.entity.name + " owns", "`kith show` lists its ties.");
    return Error("no claim tells who owns " + answer.entity.name, "--down tells what it owns.");
}

}  // namespace

Run declare_owners(CLI::App& app) {
    return ask_with(app, owners_question(), answer_owners, print, complaint);
}

}  // namespace kith::cli
