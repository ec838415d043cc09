// What a report is made of, in one of its forms: headings, paragraphs, items, quotes. Texts come as they are in the sources.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "query/path_report.hpp"

namespace kith {

class ReportPage {
public:
    virtual ~ReportPage() = default;
    virtual void begin(const std::string& title) = 0;
    virtual void heading(int level, const std::string& text) = 0;
    virtual void paragraph(const std::string& text) = 0;
    virtual void item(const std::string& text, const std::string& link) = 0;
    virtual void quote(const std::string& text, const std::string& source, const std::string& link) = 0;
    virtual void end() = 0;

protected:
    explicit ReportPage(std::ostream& out) : out_(out) {}
    ReportPage(const ReportPage&) = delete;
    ReportPage& operator=(const ReportPage&) = delete;

    std::ostream& out_;
};

std::unique_ptr<ReportPage> make_report_page(ReportFormat format, std::ostream& out);

bool is_web_address(const std::string& text);

}  // namespace kith
