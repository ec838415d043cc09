#include "ingest/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "graph/partial_date.hpp"

namespace kith {
namespace {

using Json = nlohmann::json;

constexpr int deepest_json = 32;

std::string date_of_statement(std::string_view text) {
    const auto date = parse_written_date(text);
    return date ? date->to_string() : std::string();
}

// "Wagner prepares | Example Times" names the site behind the title.
std::string without_site(const std::string& title) {
    for (const std::string_view mark : {" | ", " \u2013 ", " \u2014 ", " - "}) {
        const std::size_t at = title.rfind(mark);
        if (at != std::string::npos && at * 2 > title.size()) return title.substr(0, at);
    }
    return title;
}

void set_if_empty(std::string& target, std::string value) {
    if (target.empty()) target = std::move(value);
}

// Names in a value of schema.org: "Ann Lee", {"name": "Ann Lee"}, or a list of such.
std::string names_of(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_object() && value.contains("name")) return names_of(value["name"]);
    std::string names;
    if (value.is_array()) {
        for (const Json& one : value) {
            const std::string name = one.is_array() ? std::string() : names_of(one);
            if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
        }
    }
    return names;
}

std::string string_member(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_article(const Json& object) {
    const auto type = object.find("@type");
    if (type == object.end()) return false;
    const auto names_article = [](const Json& name) {
        if (!name.is_string()) return false;
        const auto& text = name.get_ref<const std::string&>();
        return text.ends_with("Article") || text == "BlogPosting" || text == "Report";
    };
    return type->is_array() ? std::ranges::any_of(*type, names_article) : names_article(*type);
}

void read_article(const Json& object, HtmlMetadata& metadata) {
    set_if_empty(metadata.title, string_member(object, "headline"));
    set_if_empty(metadata.body, string_member(object, "articleBody"));
    set_if_empty(metadata.credits.published, date_of_statement(string_member(object, "datePublished")));
    if (object.contains("author")) set_if_empty(metadata.credits.byline, names_of(object["author"]));
    if (object.contains("publisher")) set_if_empty(metadata.credits.publisher, names_of(object["publisher"]));
}

// Looks through the statement and all within it; a page holds one object, a list, or an object with "@graph".
void read_json_ld(const std::string& text, HtmlMetadata& metadata) {
    bool too_deep = false;
    const auto bound = [&](int depth, Json::parse_event_t, Json&) {
        too_deep = too_deep || depth > deepest_json;
        return !too_deep;
    };
    const Json statement = Json::parse(text, bound, false);
    if (too_deep || statement.is_discarded()) return;
    std::vector<const Json*> pending = {&statement};
    for (std::size_t i = 0; i < pending.size(); ++i) {
        if (!pending[i]->is_structured()) continue;
        if (pending[i]->is_object() && is_article(*pending[i])) read_article(*pending[i], metadata);
        for (const Json& inner : *pending[i]) pending.push_back(&inner);
    }
}

void read_meta(const GumboNode* element, HtmlMetadata& metadata) {
    std::string_view name = attribute(element, "property");
    if (name.empty()) name = attribute(element, "name");
    if (name.empty()) name = attribute(element, "itemprop");
    const std::string content(attribute(element, "content"));
    const auto is = [&](std::initializer_list<std::string_view> names) {
        return std::ranges::find(names, name) != names.end();
    };
    if (is({"og:title", "twitter:title", "headline"})) set_if_empty(metadata.title, content);
    if (is({"og:site_name"})) set_if_empty(metadata.credits.publisher, content);
    if (is({"author", "article:author", "parsely-author", "dc.creator"}) && !content.starts_with("http")) {
        set_if_empty(metadata.credits.byline, content);
    }
    if (is({"article:published_time", "datePublished", "date", "pubdate", "dc.date", "dc.date.issued",
            "parsely-pub-date"})) {
        set_if_empty(metadata.credits.published, date_of_statement(content));
    }
}

}  // namespace

HtmlMetadata read_html_metadata(const GumboNode* root) {
    HtmlMetadata stated;
    HtmlMetadata fallback;
    std::vector<const GumboNode*> metas;
    for (const GumboNode* node = root; node != nullptr; node = next_node(node, root)) {
        if (!is_element(node)) continue;
        if (is_element(node, GUMBO_TAG_SCRIPT) && attribute(node, "type") == "application/ld+json") {
            read_json_ld(text_of(node), stated);
        } else if (is_element(node, GUMBO_TAG_META)) {
            metas.push_back(node);
        } else if (is_element(node, GUMBO_TAG_TITLE)) {
            set_if_empty(fallback.title, without_site(text_of(node)));
        } else if (is_element(node, GUMBO_TAG_TIME)) {
            set_if_empty(fallback.credits.published, date_of_statement(attribute(node, "datetime")));
        }
    }
    for (const GumboNode* meta : metas) read_meta(meta, stated);
    set_if_empty(stated.title, fallback.title);
    stated.credits.complete(fallback.credits);
    return stated;
}

}  // namespace kith
