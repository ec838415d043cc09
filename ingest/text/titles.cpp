#include "ingest/text/titles.hpp"

#include <algorithm>

#include "graph/embedded.hpp"
#include "ingest/text/table.hpp"
#include "ingest/text/tagger.hpp"
#include "ingest/text/tokenizer.hpp"

KITH_EMBEDDED(titles_tsv)

namespace kith::text {
namespace {

constexpr std::size_t max_title_tokens = 5;

std::string key_of(const Document& document, Range range) {
    std::string key;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (i > range.begin) key += ' ';
        key += i + 1 == range.end ? singular(document.tokens[i].lower) : document.tokens[i].lower;
    }
    return key;
}

}  // namespace

const Titles& Titles::builtin() {
    static const Titles titles;
    return titles;
}

Titles::Titles() {
    for (const Row& row : rows(titles_tsv())) {
        Document document;
        document.article.text = std::string(row[0]);
        Tokenizer().apply(document);
        const Gender gender = row[2] == "male" ? Gender::male : row[2] == "female" ? Gender::female : Gender::unknown;
        titles_.try_emplace(key_of(document, {0, document.tokens.size()}),
                            Title{std::string(row[1]), gender, document.tokens.size()});
    }
}

const Title* Titles::ending_at(const Document& document, Range range) const {
    for (std::size_t size = std::min(max_title_tokens, range.size()); size > 0; --size) {
        const auto found = titles_.find(key_of(document, {range.end - size, range.end}));
        if (found != titles_.end()) return &found->second;
    }
    return nullptr;
}

const Title* Titles::beginning_at(const Document& document, Range range) const {
    for (std::size_t size = std::min(max_title_tokens, range.size()); size > 0; --size) {
        const auto found = titles_.find(key_of(document, {range.begin, range.begin + size}));
        if (found != titles_.end()) return &found->second;
    }
    return nullptr;
}

}  // namespace kith::text
