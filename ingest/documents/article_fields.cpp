#include "ingest/documents/article_fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/tsv.hpp"

KITH_EMBEDDED(article_fields_tsv)

namespace kith {
namespace {

constexpr std::size_t longest_name = 100;

constexpr std::array<std::pair<std::string_view, ArticlePart>, 10> parts = {{
    {"id", ArticlePart::id},
    {"address", ArticlePart::address},
    {"source", ArticlePart::source},
    {"title", ArticlePart::title},
    {"byline", ArticlePart::byline},
    {"publisher", ArticlePart::publisher},
    {"published", ArticlePart::published},
    {"revised", ArticlePart::revised},
    {"text", ArticlePart::text},
    {"articles", ArticlePart::articles},
}};

std::string key_of(std::string_view name) {
    std::string key;
    for (const char c : name) {
        if (ascii::is_letter_or_digit(c)) key += ascii::lower(c);
    }
    return key;
}

}  // namespace

const ArticleFields& ArticleFields::builtin() {
    static const ArticleFields fields = parse(article_fields_tsv(), "ingest/documents/data/article_fields.tsv");
    return fields;
}

ArticleFields ArticleFields::parse(std::string_view tsv, const std::string& file) {
    ArticleFields fields;
    const std::array<std::pair<std::string_view, Names*>, 3> places = {
        {{"meta", &fields.meta_}, {"json", &fields.json_}, {"list", &fields.lists_}}};
    for (const TsvRow& row : tsv_rows(tsv, file, 3, 3)) {
        const auto place = std::ranges::find(places, row[0], &std::pair<std::string_view, Names*>::first);
        const auto part = std::ranges::find(parts, row[1], &std::pair<std::string_view, ArticlePart>::first);
        if (place == places.end()) throw Error(row.position(), "there is no place \"" + std::string(row[0]) + '"');
        if (part == parts.end()) throw Error(row.position_of(1), "there is no part \"" + std::string(row[1]) + '"');
        std::size_t rank = 0;
        for (const std::string_view name : split(row[2], ' ')) {
            place->second->try_emplace(key_of(name), ArticleField{part->second, rank++});
        }
    }
    return fields;
}

std::optional<ArticleField> ArticleFields::find(const Names& names, std::string_view name) {
    if (name.size() > longest_name) return std::nullopt;
    const auto found = names.find(key_of(name));
    if (found == names.end()) return std::nullopt;
    return found->second;
}

}  // namespace kith
