#include "ingest/text/words/index.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/text/words/document.hpp"

namespace kith::text {
namespace {

template <typename List, typename Position>
concept reads = requires(const List& list, Position position) { list[position]; };

TEST_CASE("a list is read by its own index, by no other and by no number") {
    CHECK(reads<IndexedVector<Actor>, ActorIndex>);
    CHECK_FALSE(reads<IndexedVector<Actor>, MentionIndex>);
    CHECK_FALSE(reads<IndexedVector<Actor>, std::size_t>);
    CHECK_FALSE(std::equality_comparable_with<ActorIndex, MentionIndex>);
}

TEST_CASE("an index is none until it is that of an element") {
    IndexedVector<std::string> names;
    Index<std::string> ada;
    CHECK(ada == none);
    CHECK(names.next() == Index<std::string>(0));
    ada = names.add("Ada");
    const Index<std::string> bo = names.add("Bo");
    CHECK(ada != none);
    CHECK(ada < bo);
    CHECK(names[bo] == "Bo");
    std::vector<std::size_t> values;
    for (const Index<std::string> index : names.indices()) values.push_back(index.value());
    CHECK(values == std::vector<std::size_t>{0, 1});
}

}  // namespace
}  // namespace kith::text
