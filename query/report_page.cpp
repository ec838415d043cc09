#include "query/report_page.hpp"

#include "query/export/markup.hpp"
#include "query/export/text_layout.hpp"

namespace kith {
namespace {

class MarkdownPage final : public ReportPage {
public:
    explicit MarkdownPage(std::ostream& out) : ReportPage(out) {}
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

class HtmlPage final : public ReportPage {
public:
    explicit HtmlPage(std::ostream& out) : ReportPage(out) {}
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
                "a{color:inherit}p:has(+blockquote){break-after:avoid}@page{margin:18mm}\n"
                "@media print{body{margin:0;max-width:none;padding:0;font-size:10pt}a{text-decoration:none}}\n"
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
        // The address itself is among the sources, where it can be read in print.
        const std::string anchor = is_web_address(link) ? "<a href=\"" + escaped(link) + "\">" : "";
        out_ << "<cite>" << anchor << escaped(source) << (anchor.empty() ? "" : "</a>") << "</cite></blockquote>\n";
    }
    void end() override { out_ << "</body></html>\n"; }

private:
    static std::string escaped(const std::string& text) { return xml_text(single_line(text)); }
    static std::string linked(const std::string& link) {
        return is_web_address(link) ? " <a href=\"" + escaped(link) + "\">" + escaped(link) + "</a>" : "";
    }
};

}  // namespace

std::unique_ptr<ReportPage> make_report_page(ReportFormat format, std::ostream& out) {
    if (format == ReportFormat::html) return std::make_unique<HtmlPage>(out);
    return std::make_unique<MarkdownPage>(out);
}

bool is_web_address(const std::string& text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

}  // namespace kith
