#include "ingest/documents/json/articles.hpp"

#include <algorithm>
#include <utility>

#include "graph/written_date.hpp"
#include "ingest/documents/article_cleaner.hpp"
#include "ingest/documents/html/text.hpp"
#include "ingest/documents/json/members.hpp"
#include "ingest/documents/stated.hpp"
#include "ingest/documents/unusable_input.hpp"

namespace kith {
namespace {

std::string location_of(const std::string& address, const std::string& id, const InputPosition& position) {
    if (!address.empty()) return address;
    return id.empty() ? to_string(position) : position.file + "#" + id;
}

// A title is one line, whatever it is written in.
std::string line_of(std::string text, const std::string& file) {
    std::string plain = text_without_html(std::move(text), file);
    for (char& c : plain) c = c == '\n' ? ' ' : c;
    const std::size_t begin = std::min(plain.find_first_not_of(' '), plain.size());
    return plain.substr(begin, plain.find_last_not_of(' ') + 1 - begin);
}

// All but text and id. The location is the address; "source" is an address with some, the publisher with others.
text::Article take_known(JsonMembers& members, const InputPosition& position,
                         const std::function<void(const Note&)>& note) {
    std::string source = members.take(ArticlePart::source);
    std::string address = members.take(ArticlePart::address);
    if (address.empty() && is_web_address(source)) address = std::exchange(source, {});

    text::Article article;
    article.location = std::move(address);
    article.title = line_of(members.take(ArticlePart::title), position.file);
    article.byline = line_of(members.take(ArticlePart::byline), position.file);
    article.publisher = line_of(members.take(ArticlePart::publisher), position.file);
    if (article.publisher.empty() && !is_web_address(source))
        article.publisher = line_of(std::move(source), position.file);
    if (const std::string date = members.take(ArticlePart::published); !date.empty()) {
        const auto published = read_date(date);
        if (published) article.published = published->to_string();
        if (!published) {
            note({InputPosition{position.file, position.line, 0},
                  no_certain_date(date) + ". Write it as 2023-11-21 or 2023-11"});
        }
    }
    return article;
}

}  // namespace

text::Article parse_json_article(std::string_view object, const InputPosition& position,
                                 const std::function<void(const Note&)>& note) {
    JsonMembers members(object, position);
    const InputPosition line{position.file, position.line, 0};
    text::Article article = take_known(members, position, note);
    article.location = location_of(article.location, members.take(ArticlePart::id), position);
    std::string text = members.take(ArticlePart::text);
    if (text.empty()) throw UnusableInput(line, "no \"text\"", "Give the article's text as a string.");
    article = clean_article(text_without_html(std::move(text), position.file), std::move(article));
    if (article.text.empty()) throw UnusableInput(line, "\"text\" holds no article");
    return article;
}

text::Article parse_sidecar(std::string_view object, const InputPosition& position,
                            const std::function<void(const Note&)>& note) {
    JsonMembers members(object, position);
    return take_known(members, position, note);
}

}  // namespace kith
