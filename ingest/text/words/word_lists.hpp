// Word lists by name, from a data file whose lines are "list<TAB>words".
//
//     const WordLists lists(words_tsv(), "words.tsv", {"person", "source"});
//     lists[0].contains("official")  // whether "person" has it
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace kith::text {

using WordList = std::unordered_set<std::string_view>;

class WordLists {
public:
    // Views into `table` and `names`, which must outlive them. Throws Error with file and line for a list that is not among
    // `names`, and with the file for one of `names` that has no words.
    WordLists(std::string_view table, const std::string& file, std::initializer_list<std::string_view> names);

    // In the order of `names`.
    const WordList& operator[](std::size_t list) const { return lists_[list]; }
    // One of `names`.
    const WordList& named(std::string_view name) const;

private:
    std::vector<std::string_view> names_;
    std::vector<WordList> lists_;
};

}  // namespace kith::text
