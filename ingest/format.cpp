#include "ingest/format.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "graph/ascii.hpp"
#include "ingest/documents/feeds/feed.hpp"
#include "ingest/documents/mail/mail.hpp"
#include "ingest/documents/mail/mbox.hpp"
#include "ingest/documents/office/docx.hpp"
#include "ingest/documents/office/pdf.hpp"
#include "ingest/documents/warc/records.hpp"

namespace kith {
namespace {

struct NamedFormat {
    std::string_view name;
    InputFormat format;
};

constexpr std::array format_names = {
    NamedFormat{"auto", InputFormat::automatic},
    NamedFormat{"text", InputFormat::text},
    NamedFormat{"html", InputFormat::html},
    NamedFormat{"jsonl", InputFormat::jsonl},
    NamedFormat{"csv", InputFormat::csv},
    NamedFormat{"tsv", InputFormat::tsv},
    NamedFormat{"pdf", InputFormat::pdf},
    NamedFormat{"docx", InputFormat::docx},
    NamedFormat{"feed", InputFormat::feed},
    NamedFormat{"mail", InputFormat::mail},
    NamedFormat{"mbox", InputFormat::mbox},
    NamedFormat{"warc", InputFormat::warc},
    NamedFormat{"graphml", InputFormat::graphml},
    NamedFormat{"gexf", InputFormat::gexf},
    NamedFormat{"ntriples", InputFormat::ntriples},
    NamedFormat{"turtle", InputFormat::turtle},
    NamedFormat{"sanctions", InputFormat::sanctions},
};

constexpr std::array file_endings = {
    NamedFormat{".txt", InputFormat::text},        NamedFormat{".md", InputFormat::text},
    NamedFormat{".html", InputFormat::html},       NamedFormat{".htm", InputFormat::html},
    NamedFormat{".xhtml", InputFormat::html},      NamedFormat{".jsonl", InputFormat::jsonl},
    NamedFormat{".ndjson", InputFormat::jsonl},    NamedFormat{".json", InputFormat::jsonl},
    NamedFormat{".csv", InputFormat::csv},         NamedFormat{".tsv", InputFormat::tsv},
    NamedFormat{".tab", InputFormat::tsv},         NamedFormat{".pdf", InputFormat::pdf},
    NamedFormat{".docx", InputFormat::docx},       NamedFormat{".rss", InputFormat::feed},
    NamedFormat{".atom", InputFormat::feed},       NamedFormat{".eml", InputFormat::mail},
    NamedFormat{".mbox", InputFormat::mbox},       NamedFormat{".warc", InputFormat::warc},
    NamedFormat{".graphml", InputFormat::graphml}, NamedFormat{".gexf", InputFormat::gexf},
    NamedFormat{".nt", InputFormat::ntriples},     NamedFormat{".nq", InputFormat::ntriples},
    NamedFormat{".ttl", InputFormat::turtle},
};

// The header of a table of claims names these three columns; see records/claim_table.hpp.
bool is_claim_header(std::string_view line) {
    return line.find("subject") != line.npos && line.find("relation") != line.npos && line.find("object") != line.npos;
}

InputFormat guess_from_content(std::string_view first_bytes) {
    if (looks_like_warc(first_bytes)) return InputFormat::warc;
    if (looks_like_mbox(first_bytes)) return InputFormat::mbox;
    if (looks_like_mail(first_bytes)) return InputFormat::mail;
    std::string head = ascii::lower_case(first_bytes.substr(0, 1024));
    if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
    head.erase(0, std::min(head.find_first_not_of(" \t\r\n"), head.size()));

    if (head.starts_with("@prefix ") || head.starts_with("@base ")) return InputFormat::turtle;
    if (head.starts_with("<http") || head.starts_with("_:")) return InputFormat::ntriples;
    if (looks_like_feed(head)) return InputFormat::feed;
    const auto has_tag = [&](std::string_view tag) { return head.starts_with('<') && head.find(tag) != head.npos; };
    if (has_tag("<graphml")) return InputFormat::graphml;
    if (has_tag("<gexf")) return InputFormat::gexf;
    if (has_tag("<sanctions")) return InputFormat::sanctions;
    if (head.starts_with("<!doctype html") || head.starts_with("<html") || has_tag("<head") || has_tag("<body"))
        return InputFormat::html;
    if (head.starts_with('{') && !head.starts_with("{\\rtf")) return InputFormat::jsonl;
    const std::string_view first_line = std::string_view(head).substr(0, head.find('\n'));
    if (is_claim_header(first_line)) {
        if (first_line.find('\t') != first_line.npos) return InputFormat::tsv;
        if (first_line.find_first_of(",;|") != first_line.npos) return InputFormat::csv;
    }
    return InputFormat::text;
}

}  // namespace

std::span<const InputFormat> all_input_formats() {
    static constexpr auto formats = [] {
        std::array<InputFormat, format_names.size()> all{};
        std::ranges::transform(format_names, all.begin(), &NamedFormat::format);
        return all;
    }();
    return formats;
}

std::string_view to_string(InputFormat format) {
    return std::ranges::find(format_names, format, &NamedFormat::format)->name;
}

std::optional<InputFormat> parse_input_format(std::string_view name) {
    const auto found = std::ranges::find(format_names, name, &NamedFormat::name);
    if (found == format_names.end()) return std::nullopt;
    return found->format;
}

bool has_ending(std::string_view name, std::string_view ending) {
    return ascii::lower_case(name).ends_with(ascii::lower_case(ending));
}

InputFormat guess_format(std::string_view name, std::string_view first_bytes) {
    if (looks_like_pdf(first_bytes)) return InputFormat::pdf;
    if (looks_like_office(name, first_bytes)) return InputFormat::docx;
    for (const NamedFormat& ending : file_endings) {
        if (has_ending(name, ending.name)) return ending.format;
    }
    return guess_from_content(first_bytes);
}

}  // namespace kith
