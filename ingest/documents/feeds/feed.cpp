#include "ingest/documents/feeds/feed.hpp"

#include <array>
#include <sstream>

#include "graph/ascii.hpp"
#include "graph/written_date.hpp"
#include "ingest/documents/article_cleaner.hpp"
#include "ingest/documents/html/text.hpp"
#include "ingest/documents/stated.hpp"
#include "ingest/documents/unusable_input.hpp"

namespace kith {
namespace {

constexpr std::size_t longest_line_bytes = 2000;  // a title, a name, an address

bool is_entry(pugi::xml_node node) {
    return local_name(node) == "item" || local_name(node) == "entry";
}

// On one line, of bounded length.
std::string line_of(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool is_within_letter = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
        if (line.size() >= longest_line_bytes && !is_within_letter) break;
        const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (is_blank && (line.empty() || line.ends_with(' '))) continue;
        line += is_blank ? ' ' : c;
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

std::string line_in(pugi::xml_node node, std::string_view name) {
    return line_of(text_of(child(node, name)));
}

// The text of the first of these children that has any.
template <std::size_t N>
std::string first_of(pugi::xml_node node, const std::array<std::string_view, N>& names) {
    for (const std::string_view name : names) {
        if (std::string text = line_in(node, name); !text.empty()) return text;
    }
    return {};
}

// HTML that is written as text, or as elements (Atom's xhtml); plain text where the feed says so.
std::string body_in(pugi::xml_node node, const std::string& file) {
    const std::string_view type = node.attribute("type").as_string();
    if (type == "xhtml") {
        std::ostringstream html;
        for (const pugi::xml_node each : node.children()) each.print(html, "", pugi::format_raw);
        return text_without_html(html.str(), file);
    }
    return type == "text" ? text_of(node) : text_without_html(text_of(node), file);
}

std::string longest_body(pugi::xml_node entry, const std::string& file) {
    std::string longest;
    for (const pugi::xml_node each : entry.children()) {
        const std::string_view name = local_name(each);
        if (name != "encoded" && name != "content" && name != "description" && name != "summary") continue;
        if (std::string body = body_in(each, file); body.size() > longest.size()) longest = std::move(body);
    }
    return longest;
}

// RSS has the address as text, Atom as an attribute of one link among others.
std::string link_of(pugi::xml_node entry) {
    for (const pugi::xml_node each : entry.children()) {
        if (local_name(each) != "link") continue;
        const std::string_view relation = each.attribute("rel").as_string("alternate");
        std::string address = line_of(each.attribute("href").as_string());
        if (relation == "alternate" && is_web_address(address)) return address;
        if (std::string text = line_of(text_of(each)); is_web_address(text)) return text;
    }
    const std::string id = first_of(entry, std::array<std::string_view, 2>{"guid", "id"});
    return is_web_address(id) ? id : std::string();
}

// "ann@example.com (Ann Lee)", as RSS writes it, is Ann Lee; an address alone is nobody's name.
std::string author_of(pugi::xml_node entry) {
    if (std::string name = line_in(entry, "creator"); !name.empty()) return name;
    const pugi::xml_node author = child(entry, "author");
    if (const pugi::xml_node name = child(author, "name")) return line_of(text_of(name));
    std::string text = line_of(text_of(author));
    if (text.find('@') == text.npos) return text;
    const std::size_t open = text.find('(');
    return open == text.npos ? std::string() : text.substr(open + 1, text.find(')', open) - open - 1);
}

}  // namespace

bool looks_like_feed(std::string_view head) {
    const std::string lower = ascii::lower_case(head);
    const std::size_t begin = lower.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (begin == lower.npos || lower[begin] != '<') return false;
    for (const std::string_view root : {"<rss", "<feed", "<rdf:rdf"}) {
        const std::size_t at = lower.find(root);
        if (at == lower.npos) continue;
        const bool is_rss = root != "<rdf:rdf" || lower.find("purl.org/rss/") != lower.npos;
        return is_rss && lower.find("<html") == lower.npos;
    }
    return false;
}

Feed::Feed(std::string bytes, std::string file)
    : file_(std::move(file)), document_(parse_xml(std::move(bytes), file_)) {
    const pugi::xml_node root = document_.document_element();
    const pugi::xml_node channel = child(root, "channel");
    title_ = line_in(channel ? channel : root, "title");
    const auto is_wanted = [](pugi::xml_node each) { return is_entry(each); };
    entry_ = root.find_child(is_wanted);
    if (!entry_) entry_ = channel.find_child(is_wanted);
    if (!entry_) throw UnusableInput(InputPosition{file_}, "no entries in the feed");
}

bool Feed::next() {
    if (number_++ == 0) return true;
    do entry_ = entry_.next_sibling();
    while (entry_ && !is_entry(entry_));
    return static_cast<bool>(entry_);
}

std::string Feed::location() const {
    if (std::string link = link_of(entry_); !link.empty()) return link;
    const std::string id = first_of(entry_, std::array<std::string_view, 2>{"guid", "id"});
    return file_ + "#" + (id.empty() ? std::to_string(number_) : id);
}

text::Article Feed::article(const std::function<void(const Note&)>& note) const {
    text::Article known;
    known.location = location();
    known.title = line_of(body_in(child(entry_, "title"), file_));
    known.byline = author_of(entry_);
    known.publisher = line_in(entry_, "publisher");
    const pugi::xml_node source = child(entry_, "source");
    if (known.publisher.empty())
        known.publisher = child(source, "title") ? line_in(source, "title") : line_of(text_of(source));
    if (known.publisher.empty()) known.publisher = title_;
    const std::string date = first_of(
        entry_, std::array<std::string_view, 6>{"pubDate", "published", "issued", "date", "created", "updated"});
    if (const auto published = read_date(date)) known.published = published->to_string();
    if (known.published.empty() && !date.empty()) {
        note({InputPosition{known.location}, no_certain_date(date)});
    }
    const std::string body = longest_body(entry_, file_);
    if (body.empty()) throw UnusableInput(InputPosition{known.location}, "the entry has no text");
    const std::string text = known.title + "\n\n" + body;
    return clean_article(text, std::move(known));
}

}  // namespace kith
