#include "ingest/json_articles.hpp"

#include <map>
#include <nlohmann/json.hpp>

#include "graph/partial_date.hpp"
#include "ingest/article_cleaner.hpp"
#include "ingest/unusable_input.hpp"

namespace kith {
namespace {

using Json = nlohmann::json;

constexpr std::size_t deepest_nesting = 64;

// Takes up the members of one object as they are parsed; what lies deeper is passed over without being kept.
class MemberReader final : public nlohmann::json_sax<Json> {
public:
    explicit MemberReader(const Place& place) : place_(place) {}

    bool null() override { return other_value(); }
    bool boolean(bool) override { return other_value(); }
    bool number_integer(number_integer_t number) override { return value(std::to_string(number)); }
    bool number_unsigned(number_unsigned_t number) override { return value(std::to_string(number)); }
    bool number_float(number_float_t, const string_t& digits) override { return value(digits); }
    bool string(string_t& text) override { return value(std::move(text)); }
    bool binary(binary_t&) override { return other_value(); }
    bool start_object(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override {
        if (depth_ == 0)
            throw UnusableInput(place_, "expected an object, found an array",
                                "Write one object a line: jq -c '.[]' FILE.");
        return enter();
    }
    bool end_array() override { return leave(); }
    bool key(string_t& name) override {
        if (depth_ == 1) name_ = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const Json::exception& error) override {
        const std::string_view message = error.what();
        const std::size_t colon = message.find(": ");  // "[json....] parse error at line 1, column 9: ..."
        throw UnusableInput(Place{place_.file, place_.line, position},
                            "not JSON: " + std::string(colon == message.npos ? message : message.substr(colon + 2)),
                            "Each line must be one JSON object.");
    }

    std::string take(const std::string& name) {
        const auto found = members_.find(name);
        return found == members_.end() ? std::string() : std::move(found->second);
    }

private:
    bool value(std::string text) {
        require_object();
        if (depth_ == 1) members_[name_] = std::move(text);
        return true;
    }
    bool other_value() {
        require_object();
        return true;
    }
    void require_object() const {
        if (depth_ == 0) throw UnusableInput(place_, "expected an object", "Each line must be one JSON object.");
    }
    bool enter() {
        if (++depth_ > deepest_nesting) {
            throw UnusableInput(place_, "nested deeper than " + std::to_string(deepest_nesting) + " levels");
        }
        return true;
    }
    bool leave() {
        --depth_;
        return true;
    }

    Place place_;
    std::size_t depth_ = 0;
    std::string name_;
    std::map<std::string, std::string> members_;
};

}  // namespace

text::Article parse_json_article(std::string_view line, const Place& place) {
    MemberReader members(place);
    Json::sax_parse(line.begin(), line.end(), &members);

    const std::string id = members.take("id");
    const std::string date = members.take("date");
    text::Article article;
    article.location = place.file + (id.empty() ? ":" + std::to_string(place.line) : "#" + id);
    article.title = members.take("title");
    article.byline = members.take("byline");
    article.publisher = members.take("publisher");
    if (!date.empty()) {
        const auto published = parse_partial_date(date) ? parse_partial_date(date) : parse_written_date(date);
        if (!published)
            throw UnusableInput(place, "\"date\" is not a date: \"" + date + "\"",
                                "Write it as 2023-11-21 or 2023-11.");
        article.published = published->to_string();
    }
    const std::string text = members.take("text");
    if (text.empty()) throw UnusableInput(place, "no \"text\"", "Give the article's text as a string.");
    article = clean_article(text, std::move(article));
    if (article.text.empty()) throw UnusableInput(place, "\"text\" holds no article");
    return article;
}

}  // namespace kith
