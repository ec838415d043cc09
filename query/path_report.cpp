#include "query/path_report.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>

#include "query/export/markup.hpp"
#include "query/export/text_layout.hpp"
#include "query/words.hpp"

namespace kith {
namespace {

// What a report is made of, in one of its two forms. Texts come as they are in the sources.
class Page {
public:
    virtual ~Page() = default;
    virtual void begin(const std::string& title) = 0;
    virtual void heading(int level, const std::string& text) = 0;
    virtual void paragraph(const std::string& text) = 0;
    virtual void item(const std::string& text, const std::string& link) = 0;
    virtual void quote(const std::string& text, const std::string& source, const std::string& link) = 0;
    virtual void end() = 0;

protected:
    explicit Page(std::ostream& out) : out_(out) {}
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    std::ostream& out_;
};

bool is_web_address(const std::string& text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

class MarkdownPage final : public Page {
public:
    explicit MarkdownPage(std::ostream& out) : Page(out) {}
    void begin(const std::string& title) override { heading(1, title); }
    void heading(int level, const std::string& text) override {
        out_ << std::string(static_cast<std::size_t>(level), '#') << ' ' << escaped(text) << "\n\n";
    }
    void paragraph(const std::string& text) override { out_ << escaped(text) << "\n\n"; }
    void item(const std::string& text, const std::string& link) override {
        out_ << "- " << escaped(text) << linked(link) << "\n\n";
    }
    void quote(const std::string& text, const std::string& source, const std::string& link) override {
        if (!text.empty()) out_ << "> " << escaped("“" + text + "”") << "\n>\n";
        out_ << "> — " << escaped(source) << linked(link) << "\n\n";
    }
    void end() override {}

private:
    static std::string escaped(const std::string& text) {
        std::string safe;
        for (const char c : single_line(text)) {
            if (std::string_view("\\`*_[]<>#|&").find(c) != std::string_view::npos) safe += '\\';
            safe += c;
        }
        return safe;
    }
    static std::string linked(const std::string& link) {
        const bool is_plain = link.find_first_of("<> \n") == std::string::npos;
        return is_web_address(link) && is_plain ? " <" + link + ">" : "";
    }
};

class HtmlPage final : public Page {
public:
    explicit HtmlPage(std::ostream& out) : Page(out) {}
    void begin(const std::string& title) override {
        out_ << "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                "'unsafe-inline'\">\n<title>"
             << xml_text(title)
             << "</title>\n<style>\n"
                "body{font:11pt/1.5 Georgia,'DejaVu Serif',serif;color:#1c1c1c;max-width:46em;margin:3em "
                "auto;padding:0 1em}\n"
                "h1,h2,h3{font-family:Helvetica,Arial,'DejaVu Sans',sans-serif;line-height:1.25;break-after:avoid}\n"
                "h1{font-size:22pt}h2{font-size:15pt;border-top:1px solid #bbb;padding-top:.8em;margin-top:1.8em}"
                "h3{font-size:11.5pt;margin-bottom:.3em}\n"
                "blockquote{margin:.4em 0 1em 1em;padding-left:.9em;border-left:3px solid #c9c9c9;break-inside:avoid}\n"
                "blockquote p{margin:0}cite{font-style:normal;font-size:9.5pt;color:#555;overflow-wrap:anywhere}\n"
                ".item{margin:.45em 0;padding-left:1em;text-indent:-1em;overflow-wrap:anywhere}p{orphans:3;widows:3}\n"
                "a{color:inherit}@page{margin:20mm}@media print{body{margin:0;max-width:none;padding:0}}\n"
                "</style></head><body>\n";
        heading(1, title);
    }
    void heading(int level, const std::string& text) override {
        out_ << "<h" << level << '>' << escaped(text) << "</h" << level << ">\n";
    }
    void paragraph(const std::string& text) override { out_ << "<p>" << escaped(text) << "</p>\n"; }
    void item(const std::string& text, const std::string& link) override {
        out_ << "<p class=\"item\">• " << escaped(text) << linked(link) << "</p>\n";
    }
    void quote(const std::string& text, const std::string& source, const std::string& link) override {
        out_ << "<blockquote>";
        if (!text.empty()) out_ << "<p>“" << escaped(text) << "”</p>";
        out_ << "<cite>" << escaped(source) << linked(link) << "</cite></blockquote>\n";
    }
    void end() override { out_ << "</body></html>\n"; }

private:
    static std::string escaped(const std::string& text) { return xml_text(single_line(text)); }
    static std::string linked(const std::string& link) {
        return is_web_address(link) ? " <a href=\"" + escaped(link) + "\">" + escaped(link) + "</a>" : "";
    }
};

std::string percent(double strength) {
    return std::to_string(std::min(static_cast<int>(std::lround(strength * 100.0)), 99)) + " %";
}

std::string number_of(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// " (claim 3)", " (claims 3, 7)"
std::string cited(const std::vector<ClaimId>& claims) {
    std::string text;
    for (const ClaimId each : claims) text += (text.empty() ? "" : ", ") + std::to_string(each);
    if (text.empty()) return text;
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
    Report(const PathReport& report, Page& page) : report_(report), answer_(report.paths), page_(page) {}

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
            for (const TieView& tie : hop.ties) write_tie(tie);
            for (const TieView& tie : hop.denials) denials_.emplace(said(tie), &tie);
        }
    }

    void write_tie(const TieView& tie) {
        if (!told_.insert(tie.claims.empty() ? 0 : tie.claims.front().id).second) {
            page_.paragraph(said(tie) + ": see above." + cited(tie.claims));
            return;
        }
        page_.heading(3, said(tie));
        const std::string sure = percent(tie.strength) + " sure, " +
                                 number_of(static_cast<std::size_t>(tie.sources), "independent source") + ".";
        if (tie.claims.size() == 1) {
            write_claim(tie.claims.front(), sure + " " + told_of(tie.claims.front()));
            return;
        }
        page_.paragraph(sure + cited(tie.claims));
        for (const ClaimView& claim : tie.claims) write_claim(claim, told_of(claim) + "; " + percent(claim.confidence));
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

    void write_claim(const ClaimView& claim, const std::string& told) {
        page_.paragraph(told + "." + cited({claim}));
        for (const QuoteView& quote : claim.quotes) {
            documents_.emplace(quote.document.id, quote.document);
            cited_in_[quote.document.id].insert(claim.id);
            const bool is_record = quote.text.empty();
            page_.quote(
                quote.text,
                source_of(quote.document) + (is_record && quote.line > 0 ? ", line " + std::to_string(quote.line) : ""),
                quote.url.empty() ? quote.document.location : quote.url);
        }
    }

    void write_contradictions() {
        page_.heading(2, "What contradicts it");
        if (denials_.empty()) page_.paragraph("No source that was read denies a tie of these paths.");
        for (const auto& [words, tie] : denials_) write_tie(*tie);
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
        for (const FragilityAnswer::Source& each : answer.sources) {
            const Document& first = each.documents.front();
            page_.item(each.name +
                           (each.documents.size() > 1 ? " (" + number_of(each.documents.size(), "document") + ")" : ""),
                       first.location);
        }
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
    }

    const PathReport& report_;
    const PathAnswer& answer_;
    Page& page_;
    std::set<ClaimId> told_;
    std::map<std::string, const TieView*> denials_;
    std::map<DocumentId, Document> documents_;
    std::map<DocumentId, std::set<ClaimId>> cited_in_;
};

}  // namespace

void write_report(const PathReport& report, ReportFormat format, std::ostream& out) {
    std::unique_ptr<Page> page;
    if (format == ReportFormat::html) {
        page = std::make_unique<HtmlPage>(out);
    } else {
        page = std::make_unique<MarkdownPage>(out);
    }
    Report(report, *page).write();
}

}  // namespace kith
