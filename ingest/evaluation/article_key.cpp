#include "ingest/evaluation/article_key.hpp"

namespace kith::evaluation {

std::string article_key(std::string_view document) {
    const std::size_t slash = document.rfind('/');
    const std::string_view name = slash == document.npos ? document : document.substr(slash + 1);
    const std::size_t first = name.find_first_not_of('.');
    const std::size_t point = name.rfind('.');
    if (first == name.npos || point == name.npos || point < first) return std::string(name);
    return std::string(name.substr(0, point));
}

}  // namespace kith::evaluation
