#include "ingest/text/words/word_lists.hpp"

#include <algorithm>

#include "graph/tsv.hpp"

namespace kith::text {

WordLists::WordLists(std::string_view table, const std::string& file, std::initializer_list<std::string_view> names)
    : names_(names), lists_(names.size()) {
    for (const TsvRow& row : tsv_rows(table, file, 2, 2)) {
        const auto name = std::ranges::find(names, row[0]);
        if (name == names.end()) throw Error(row.position(), "there is no list \"" + std::string(row[0]) + '"');
        for (const std::string_view word : split(row[1], ' '))
            lists_[static_cast<std::size_t>(name - names.begin())].insert(word);
    }
    const auto empty = std::ranges::find_if(lists_, &WordList::empty);
    if (empty == lists_.end()) return;
    const std::string_view name = names.begin()[empty - lists_.begin()];
    throw Error(InputPosition{file}, "the list \"" + std::string(name) + "\" has no words");
}

const WordList& WordLists::named(std::string_view name) const {
    return lists_.at(static_cast<std::size_t>(std::ranges::find(names_, name) - names_.begin()));
}

}  // namespace kith::text
