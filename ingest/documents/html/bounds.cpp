#include "ingest/documents/html/bounds.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "graph/ascii.hpp"
#include "ingest/documents/unusable_input.hpp"

namespace kith {
namespace {

constexpr std::size_t deepest_nesting = 512;
constexpr std::size_t most_attributes = 1000;
constexpr std::size_t most_nodes = 4'000'000;
constexpr std::size_t longest_name = 32;

// Elements that take no end tag, or whose end HTML supplies when the next begins.
bool is_closed_by_itself(std::string_view name) {
    static constexpr std::array names = {"area",  "base",  "br",    "col",   "embed",  "hr",    "img",
                                         "input", "link",  "meta",  "param", "source", "track", "wbr",
                                         "p",     "li",    "dt",    "dd",    "option", "tr",    "td",
                                         "th",    "tbody", "thead", "tfoot", "html",   "head",  "body"};
    return std::ranges::find(names, name) != names.end();
}

// Elements that HTML opens again in every block that follows, until they are closed.
bool is_formatting(std::string_view name) {
    static constexpr std::array names = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                         "nobr", "s", "small", "strike", "strong", "tt",   "u"};
    return std::ranges::find(names, name) != names.end();
}

// Elements of drawings; there, and only there, "/>" closes an element.
bool is_drawing(std::string_view name) {
    static constexpr std::array names = {"svg",    "g",       "path",     "circle",         "ellipse",
                                         "rect",   "line",    "polyline", "polygon",        "use",
                                         "defs",   "symbol",  "text",     "tspan",          "stop",
                                         "mask",   "pattern", "clippath", "lineargradient", "radialgradient",
                                         "filter", "image",   "desc",     "marker",         "view"};
    return std::ranges::find(names, name) != names.end();
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// Walks over the tags as the HTML standard's tokenizer does (13.2.5). Where it is simpler, it counts more than there
// is.
class Scan {
public:
    Scan(std::string_view html, const std::string& file) : html_(html), file_(file) {}

    void run() {
        while ((at_ = html_.find('<', at_)) < html_.size()) {
            if (html_.substr(at_).starts_with("<!--")) {
                skip_comment();
                continue;
            }
            const bool closes = at_ + 1 < html_.size() && html_[at_ + 1] == '/';
            at_ += closes ? 2 : 1;
            if (at_ >= html_.size() || !ascii::is_letter(html_[at_])) continue;
            const std::string name = read_name();
            const bool closed = skip_attributes();
            closes ? close(name) : open(name, closed);
            if (!closes && !in_drawing_ && (name == "script" || name == "style")) skip_to_end_tag(name);
        }
    }

private:
    char current() const { return html_[at_]; }
    bool at_end() const { return at_ >= html_.size(); }
    void skip_blanks() {
        while (!at_end() && is_blank(current())) ++at_;
    }

    std::string read_name() {
        std::string name;
        for (; !at_end() && !is_blank(current()) && current() != '/' && current() != '>'; ++at_) {
            if (name.size() < longest_name) name += ascii::lower(current());
        }
        return name;
    }

    // To behind the tag's ">". True: the tag ends in "/>".
    bool skip_attributes() {
        bool slash = false;
        for (std::size_t count = 0;; ++count) {
            if (count > most_attributes) refuse("a tag with over 1000 attributes");
            for (skip_blanks(); !at_end() && current() == '/'; skip_blanks()) {
                slash = true;
                ++at_;
            }
            if (at_end()) return slash;
            if (current() == '>') {
                ++at_;
                return slash;
            }
            slash = false;
            ++at_;  // a name may begin with "="
            while (!at_end() && !is_blank(current()) && current() != '/' && current() != '>' && current() != '=') ++at_;
            skip_blanks();
            if (!at_end() && current() == '=') skip_value();
        }
    }

    void skip_value() {
        ++at_;
        skip_blanks();
        if (at_end()) return;
        if (current() == '"' || current() == '\'') {
            const std::size_t end = html_.find(current(), at_ + 1);
            at_ = end == html_.npos ? html_.size() : end + 1;
        } else {
            while (!at_end() && !is_blank(current()) && current() != '>') ++at_;
        }
    }

    void skip_comment() {
        const std::size_t end = std::min(html_.find("-->", at_), html_.find("--!>", at_));
        at_ = end == html_.npos ? html_.size() : end + 3;
    }

    void skip_to_end_tag(std::string_view name) {
        while ((at_ = html_.find("</", at_)) < html_.size()) {
            const std::string_view found = html_.substr(at_ + 2, name.size());
            if (std::ranges::equal(found, name, {}, ascii::lower)) return;
            at_ += 2;
        }
    }

    void open(const std::string& name, bool closed) {
        nodes_ += 1 + open_formatting_;
        if (nodes_ > most_nodes) refuse("more than four million elements");
        in_drawing_ = name == "svg" || (in_drawing_ && is_drawing(name));
        if (is_closed_by_itself(name) || (closed && in_drawing_)) return;
        ++open_[name];
        if (is_formatting(name)) ++open_formatting_;
        if (++depth_ > deepest_nesting) refuse("elements nested deeper than 512");
    }

    void close(const std::string& name) {
        if (name == "svg") in_drawing_ = false;
        const auto found = open_.find(name);
        if (found == open_.end() || found->second == 0) return;
        --found->second;
        --depth_;
        if (is_formatting(name)) --open_formatting_;
    }

    [[noreturn]] void refuse(const std::string& what) const {
        throw UnusableInput(InputPosition{file_}, "not the page of an article: " + what);
    }

    std::string_view html_;
    const std::string& file_;
    std::size_t at_ = 0;
    bool in_drawing_ = false;
    std::unordered_map<std::string, std::size_t> open_;
    std::size_t open_formatting_ = 0;
    std::size_t depth_ = 0;
    std::size_t nodes_ = 0;
};

}  // namespace

void require_bounded_html(std::string_view html, const std::string& file) {
    Scan(html, file).run();
}

}  // namespace kith
