// The parts of an article among the members of a JSON object.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "graph/error.hpp"
#include "ingest/documents/article_fields.hpp"

namespace kith {

// Takes up strings and numbers, arrays of strings ("authors": ["Ann Lee", "Bo Ray"]; paragraphs of a text) and the
// names of objects ("source": {"id": 3, "name": "Example Times"}). Throws UnusableInput where `object` is none.
class JsonMembers {
public:
    JsonMembers(std::string_view object, const InputPosition& position);

    // The value under the name that is believed most; empty: there is none. Takes it away.
    std::string take(ArticlePart part);

private:
    class Reader;

    std::map<ArticlePart, std::pair<std::size_t, std::string>> parts_;  // with the rank of the name
};

}  // namespace kith
