#include "ingest/documents/html/metadata.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "graph/written_date.hpp"
#include "ingest/documents/article_fields.hpp"

namespace kith {
namespace {

using Json = nlohmann::json;

constexpr int deepest_json = 32;

std::string date_of_statement(std::string_view text) {
    const auto date = read_date(text);
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
    for (const char* date : {"datePublished", "dateCreated"}) {
        set_if_empty(metadata.credits.published, date_of_statement(string_member(object, date)));
    }
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

// The best value of each part that elements state by name.
class StatedParts {
public:
    void take(const GumboNode* element) {
        for (const char* naming : {"property", "name", "itemprop"}) {
            if (const auto field = ArticleFields::builtin().meta(attribute(element, naming))) {
                return take(*field, value_of(element));
            }
        }
    }

    HtmlMetadata metadata() const {
        HtmlMetadata metadata;
        metadata.title = value(ArticlePart::title);
        metadata.credits = {value(ArticlePart::byline), value(ArticlePart::publisher), value(ArticlePart::published)};
        return metadata;
    }
    std::string value(ArticlePart part) const {
        const auto found = values_.find(part);
        return found == values_.end() ? std::string() : found->second.second;
    }

private:
    static std::string value_of(const GumboNode* element) {
        for (const char* holder : {"content", "datetime"}) {
            if (const std::string_view value = attribute(element, holder); !value.empty()) return std::string(value);
        }
        return is_element(element, GUMBO_TAG_META) ? std::string() : text_of(element);
    }

    void take(const ArticleField& field, std::string value) {
        const bool is_date = field.part == ArticlePart::published || field.part == ArticlePart::revised;
        if (is_date) value = date_of_statement(value);
        const bool is_name = field.part == ArticlePart::byline || field.part == ArticlePart::publisher;
        if (is_name && value.starts_with("http")) return;
        if (value.empty()) return;
        const auto [kept, is_new] = values_.try_emplace(field.part, field.rank, value);
        if (!is_new && field.rank < kept->second.first) kept->second = {field.rank, std::move(value)};
    }

    std::map<ArticlePart, std::pair<std::size_t, std::string>> values_;  // with the rank of the name
};

// What an element that is no meta element may state: only dates, since "headline" also stands at teasers.
bool states_date(const GumboNode* element) {
    const auto field = ArticleFields::builtin().meta(attribute(element, "itemprop"));
    return field && (field->part == ArticlePart::published || field->part == ArticlePart::revised);
}

std::string date_of_time(const GumboNode* element) {
    const std::string_view machine_readable = attribute(element, "datetime");
    return date_of_statement(machine_readable.empty() ? text_of(element) : std::string(machine_readable));
}

}  // namespace

HtmlMetadata read_html_metadata(const GumboNode* root) {
    HtmlMetadata stated;
    HtmlMetadata fallback;
    StatedParts parts;
    for (const GumboNode* node = root; node != nullptr; node = next_node(node, root)) {
        if (!is_element(node)) continue;
        if (is_element(node, GUMBO_TAG_SCRIPT) && attribute(node, "type") == "application/ld+json") {
            read_json_ld(text_of(node), stated);
        } else if (is_element(node, GUMBO_TAG_META) || states_date(node)) {
            parts.take(node);
        } else if (is_element(node, GUMBO_TAG_TITLE)) {
            set_if_empty(fallback.title, without_site(text_of(node)));
        } else if (is_element(node, GUMBO_TAG_TIME)) {
            set_if_empty(fallback.credits.published, date_of_time(node));
        }
    }
    const HtmlMetadata named = parts.metadata();
    set_if_empty(stated.title, named.title);
    set_if_empty(stated.title, fallback.title);
    stated.credits.complete(named.credits);
    stated.credits.complete(fallback.credits);
    set_if_empty(stated.credits.published, parts.value(ArticlePart::revised));
    return stated;
}

}  // namespace kith
