// By what names pages and records give the parts of an article: data/article_fields.tsv.
//
//     ArticleFields::builtin().json("publishedAt")  // the part `published`, and how far its name is believed
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kith {

enum class ArticlePart { id, address, source, title, byline, publisher, published, revised, text, articles };

struct ArticleField {
    ArticlePart part = ArticlePart::text;
    std::size_t rank = 0;  // the lowest is believed
};

class ArticleFields {
public:
    static const ArticleFields& builtin();

    // Reads the format of article_fields.tsv. Throws Error with file and line.
    static ArticleFields parse(std::string_view tsv, const std::string& file);

    std::optional<ArticleField> meta(std::string_view name) const { return find(meta_, name); }
    std::optional<ArticleField> json(std::string_view name) const { return find(json_, name); }
    bool is_list(std::string_view name) const { return find(lists_, name).has_value(); }

private:
    using Names = std::unordered_map<std::string, ArticleField>;
    static std::optional<ArticleField> find(const Names& names, std::string_view name);

    Names meta_, json_, lists_;
};

}  // namespace kith
