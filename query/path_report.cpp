#include "query/path_report.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <ranges>
#include <set>

#include "query/report_page.hpp"
#include "query/words.hpp"

namespace kith {
namespace {

constexpr std::size_t most_cited = 6, most_named = 6, most_sources_named = 10;

std::string percent(double strength) {
    return std::to_string(std::min(static_cast<int>(std::lround(strength * 100.0)), 99)) + " %";
}

std::string number_of(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// " (claim 3)", " (claims 3, 7)", " (claims 1, 2, 3, 4, 5, 6 and 90 more)"
std::string cited(const std::vector<ClaimId>& claims) {
    std::string text;
    for (const ClaimId each : claims | std::views::take(most_cited))
        text += (text.empty() ? "" : ", ") + std::to_string(each);
    if (text.empty()) return text;
    if (claims.size() > most_cited) text += " and " + std::to_string(claims.size() - most_cited) + " more";
    return (claims.size() == 1 ? " (claim " : " (claims ") + text + ")";
}

std::string cited(const std::vector<ClaimView>& claims) {
    std::vector<ClaimId> ids;
    for (const ClaimView& each : claims) ids.push_back(each.id);
    return cited(ids);
}

std::string said(const TieView& tie) {
    std::string text = tie.subject.name + " " + in_words(*tie.relation) + " " + tie.object.name;
    if (tie.status != Status::actual) text += " (" + std::string(to_string(tie.status)) + ")";
    return text;
}

// "2022.." -> "from 2022", "..2018" -> "until 2018".
std::string when(const std::string& time) {
    if (time.ends_with("..")) return "from " + time.substr(0, time.size() - 2);
    return time.starts_with("..") ? "until " + time.substr(2) : time;
}

std::string source_of(const Document& document) {
    std::string text = document.title;
    for (const std::string& each : {document.publisher, document.published}) {
        if (!each.empty()) text += (text.empty() ? "" : ", ") + each;
    }
    return text.empty() ? document.location : text;
}

class Report {
public:
    Report(const PathReport& report, ReportPage& page) : report_(report), answer_(report.paths), page_(page) {}

    void write() {
        page_.begin("How " + answer_.from.name + " is tied to " + answer_.to.name);
        write_question();
        for (std::size_t i = 0; i < answer_.paths.size(); ++i) write_path(i);
        if (!answer_.paths.empty()) write_contradictions();
        if (report_.fragility) write_fragility(*report_.fragility);
        write_what_is_missing();
        if (!documents_.empty()) write_sources();
        page_.end();
    }

private:
    void write_question() {
        std::string asked = "Asked of " + report_.database + ": how " + answer_.from.name + " (" +
                            in_words(answer_.from.kind) + ") is tied to " + answer_.to.name + " (" +
                            in_words(answer_.to.kind) + ").";
        for (const std::string& each : report_.restrictions) asked += " Only: " + each + ".";
        page_.paragraph(asked);
        if (answer_.paths.empty()) {
            page_.paragraph("No path was found.");
        } else {
            const PathView& best = answer_.paths.front();
            page_.paragraph(number_of(answer_.paths.size(), "path") +
                            (answer_.paths.size() == 1 ? " was found: it has " : " were found: the first has ") +
                            number_of(best.hops.size(), "hop") + " and is " + percent(best.strength) + " sure." +
                            cited(claims_of(best)));
        }
        page_.paragraph(
            "What follows is what sources claim, not what is so. A percentage is the chance that the source says so, "
            "as kith has read it. Numbers in brackets are those of claims: “kith evidence NUMBER” shows one.");
    }

    static std::vector<ClaimView> claims_of(const PathView& path) {
        std::vector<ClaimView> claims;
        for (const HopView& hop : path.hops) {
            for (const TieView& tie : hop.ties) claims.insert(claims.end(), tie.claims.begin(), tie.claims.end());
        }
        return claims;
    }

    void write_path(std::size_t number) {
        const PathView& path = answer_.paths[number];
        std::string way = path.hops.front().from.name;
        for (const HopView& hop : path.hops) way += " → " + hop.to.name;
        page_.heading(2, "Path " + std::to_string(number + 1) + ": " + way + " (" + percent(path.strength) + ")");
        for (const HopView& hop : path.hops) {
            std::vector<const TieView*> ties;
            for (const TieView& tie : hop.ties) ties.push_back(&tie);
            write_ties(ties);
            for (const TieView& tie : hop.denials) denials_.emplace(said(tie), &tie);
        }
    }

    // What is printed of ties: one quote of each, the strongest first, then further ones, `most_evidence` in all.
    using Chosen = std::map<const TieView*, std::set<const QuoteView*>>;

    Chosen chosen_of(const std::vector<const TieView*>& ties) const {
        std::map<const TieView*, std::vector<const QuoteView*>> quotes;
        std::size_t most = 0;
        for (const TieView* tie : ties) most = std::max(most, (quotes[tie] = in_order(*tie)).size());
        Chosen chosen;
        std::size_t left = report_.most_evidence == 0 ? SIZE_MAX : report_.most_evidence;
        for (std::size_t round = 0; round < most; ++round) {
            for (const TieView* tie : ties) {
                if (round >= quotes[tie].size()) continue;
                if (left == 0) return chosen;
                chosen[tie].insert(quotes[tie][round]);
                --left;
            }
        }
        return chosen;
    }

    // One of each source that does not copy another, of the surest claims, then the rest.
    static std::vector<const QuoteView*> in_order(const TieView& tie) {
        std::vector<const QuoteView*> first, rest;
        std::set<std::int64_t> sources;
        for (const ClaimView& claim : tie.claims) {
            for (const QuoteView& quote : claim.quotes)
                (sources.insert(quote.document.lineage).second ? first : rest).push_back(&quote);
        }
        first.insert(first.end(), rest.begin(), rest.end());
        return first;
    }

    void write_ties(const std::vector<const TieView*>& ties) {
        std::vector<const TieView*> fresh, known, unprinted;
        for (const TieView* tie : ties) {
            const bool is_new = told_.insert(tie->claims.empty() ? 0 : tie->claims.front().id).second;
            (is_new ? fresh : known).push_back(tie);
        }
        const Chosen chosen = chosen_of(fresh);
        for (const TieView* tie : fresh) {
            const auto found = chosen.find(tie);
            if (found != chosen.end()) {
                write_tie(*tie, found->second);
            } else {
                unprinted.push_back(tie);
            }
        }
        for (const TieView* tie : unprinted) note_unprinted(*tie, {});
        if (!unprinted.empty()) page_.paragraph("Also: " + named(unprinted) + ".");
        if (!known.empty()) page_.paragraph("Above already: " + named(known) + ".");
    }

    // "A fights B, 80 % sure (claim 3); A meets B, 70 % sure (claims 4, 9); + 12 more"
    static std::string named(const std::vector<const TieView*>& ties) {
        std::string text;
        for (const TieView* tie : ties | std::views::take(most_named))
            text +=
                (text.empty() ? "" : "; ") + said(*tie) + ", " + percent(tie->strength) + " sure" + cited(tie->claims);
        return ties.size() > most_named ? text + "; + " + std::to_string(ties.size() - most_named) + " more" : text;
    }

    void write_tie(const TieView& tie, const std::set<const QuoteView*>& chosen) {
        page_.heading(3, said(tie));
        const std::string sure = percent(tie.strength) + " sure, " +
                                 number_of(static_cast<std::size_t>(tie.sources), "independent source") + ".";
        if (tie.claims.size() == 1) {
            write_claim(tie.claims.front(), sure + " " + told_of(tie.claims.front()), chosen);
        } else {
            page_.paragraph(sure + cited(tie.claims));
            for (const ClaimView& claim : tie.claims) {
                const bool is_printed =
                    std::ranges::any_of(claim.quotes, [&](const QuoteView& quote) { return chosen.contains(&quote); });
                if (is_printed) write_claim(claim, told_of(claim) + "; " + percent(claim.confidence), chosen);
            }
        }
        if (const std::size_t left = note_unprinted(tie, chosen))
            page_.paragraph("+ " + number_of(left, "more quote") + " of this tie.");
    }

    // How many quotes of a tie are not printed.
    std::size_t note_unprinted(const TieView& tie, const std::set<const QuoteView*>& chosen) {
        std::size_t left = 0;
        for (const ClaimView& claim : tie.claims) {
            for (const QuoteView& quote : claim.quotes) {
                if (chosen.contains(&quote)) continue;
                ++left;
                unprinted_.insert(quote.document.id);
            }
        }
        unprinted_quotes_ += left;
        return left;
    }

    // Who says it, and its particulars.
    static std::string told_of(const ClaimView& claim) {
        std::string text = claim.speaker                    ? claim.speaker->name + " says so"
                           : !claim.unnamed_speaker.empty() ? claim.unnamed_speaker + ", unnamed, says so"
                                                            : "In the source's own words";
        for (const auto& [title, value] : {std::pair<std::string, std::string>("item", claim.item),
                                           {"role", claim.role},
                                           {"place", claim.place ? claim.place->name : ""},
                                           {"when", when(claim.time)}}) {
            if (!value.empty()) text += "; " + title + ": " + value;
        }
        for (const AlternativeView& other : claim.alternatives)
            text += "; or else " + (other.object == claim.object ? other.subject.name : other.object.name);
        for (const ClaimJudgementView& each : claim.judgements)
            text += "; " + std::string(to_string(each.verdict)) + " by " + each.judge;
        return text;
    }

    void write_claim(const ClaimView& claim, const std::string& told, const std::set<const QuoteView*>& chosen) {
        page_.paragraph(told + "." + cited({claim}));
        for (const QuoteView& quote : claim.quotes) {
            if (!chosen.contains(&quote)) continue;
            documents_.emplace(quote.document.id, quote.document);
            cited_in_[quote.document.id].insert(claim.id);
            std::string source = source_of(quote.document);
            if (quote.text.empty() && quote.line > 0) source += ", line " + std::to_string(quote.line);
            if (!quote.url.empty()) source += ", " + quote.url;
            page_.quote(quote.text, source, quote.url.empty() ? quote.document.location : quote.url);
        }
    }

    void write_contradictions() {
        page_.heading(2, "What contradicts it");
        if (denials_.empty()) page_.paragraph("No source that was read denies a tie of these paths.");
        std::vector<const TieView*> ties;
        for (const auto& [words, tie] : denials_) ties.push_back(tie);
        std::ranges::stable_sort(ties, std::greater(), &TieView::strength);
        write_ties(ties);
    }

    void write_fragility(const FragilityAnswer& answer) {
        page_.heading(2, "What it rests on");
        if (!answer.numbers.can_be_cut) {
            page_.paragraph("Some path has claims that name no source, so no loss of sources cuts the two apart.");
            return;
        }
        page_.paragraph("Without " + std::string(answer.numbers.exact ? "" : "at most ") +
                        number_of(answer.sources.size(), "source") + " no path of at most " +
                        number_of(static_cast<std::size_t>(answer.numbers.hops), "hop") + " is left:");
        for (const FragilityAnswer::Source& each : answer.sources | std::views::take(most_sources_named)) {
            const Document& first = each.documents.front();
            page_.item(each.name +
                           (each.documents.size() > 1 ? " (" + number_of(each.documents.size(), "document") + ")" : ""),
                       first.location);
        }
        if (answer.sources.size() > most_sources_named)
            page_.item("+ " + std::to_string(answer.sources.size() - most_sources_named) + " more", "");
    }

    void write_what_is_missing() {
        page_.heading(2, "What was not found");
        page_.paragraph(
            "kith finds about half of the ties that a careful reader finds in an article. That something is not here "
            "is no clearance.");
        if (!answer_.complete) page_.paragraph("There may be more paths: the search ended before all were found.");
        if (!answer_.together) return;
        const std::size_t texts = answer_.together->documents;
        page_.paragraph((texts == 0   ? "No text that was read names both."
                         : texts == 1 ? "One text that was read names both."
                                      : std::to_string(texts) + " texts that were read name both.") +
                        (answer_.together->sentences.empty() ? "" : " No claim was drawn from these sentences:"));
        for (const QuoteView& each : answer_.together->sentences) {
            documents_.emplace(each.document.id, each.document);
            page_.quote(each.text, source_of(each.document), each.document.location);
        }
    }

    void write_sources() {
        page_.heading(2, "Sources");
        for (const auto& [id, document] : documents_) {
            std::string text = source_of(document);
            if (!is_web_address(document.location) && text != document.location) text += " · " + document.location;
            const std::set<ClaimId>& claims = cited_in_[id];
            page_.item(text + cited(std::vector<ClaimId>(claims.begin(), claims.end())), document.location);
        }
        for (const auto& [id, document] : documents_) unprinted_.erase(id);
        if (unprinted_quotes_ == 0) return;
        page_.paragraph("Not printed: " + number_of(unprinted_quotes_, "quote") +
                        (unprinted_.empty() ? " of these sources."
                                            : ", also of " + number_of(unprinted_.size(), "more source") + ".") +
                        " “kith report --most-evidence 0” prints all.");
    }

    const PathReport& report_;
    const PathAnswer& answer_;
    ReportPage& page_;
    std::set<ClaimId> told_;
    std::map<std::string, const TieView*> denials_;
    std::map<DocumentId, Document> documents_;
    std::map<DocumentId, std::set<ClaimId>> cited_in_;
    std::set<DocumentId> unprinted_;
    std::size_t unprinted_quotes_ = 0;
};

}  // namespace

void write_report(const PathReport& report, ReportFormat format, std::ostream& out) {
    const std::unique_ptr<ReportPage> page = make_report_page(format, out);
    Report(report, *page).write();
}

}  // namespace kith
