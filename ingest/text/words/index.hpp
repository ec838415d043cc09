// Which element of a list of the document is meant, as a type of its own: a mention cannot stand for an actor.
//
//     const MentionIndex mention = telling.subject;
//     document.actors[document.mentions[mention].actor].name
//     document.actors[mention]  // does not compile
#pragma once

#include <compare>
#include <cstddef>
#include <limits>
#include <ranges>
#include <utility>
#include <vector>

namespace kith {
namespace [[gnu::visibility("default")]] text {

// No element: what every index may be, and a number that counts none.
struct None {
    constexpr operator std::size_t() const { return std::numeric_limits<std::size_t>::max(); }
};
inline constexpr None none{};

template <typename Element>
class Index {
public:
    constexpr Index() = default;  // none
    constexpr Index(None) {}
    constexpr explicit Index(std::size_t value) : value_(value) {}

    constexpr std::size_t value() const { return value_; }
    constexpr auto operator<=>(const Index&) const = default;

private:
    std::size_t value_ = none;
};

// A vector that is read by its own index alone.
template <typename Element>
class IndexedVector : public std::vector<Element> {
public:
    using std::vector<Element>::vector;

    Element& operator[](Index<Element> index) { return std::vector<Element>::operator[](index.value()); }
    const Element& operator[](Index<Element> index) const { return std::vector<Element>::operator[](index.value()); }

    // Of the element that will be added next.
    Index<Element> next() const { return Index<Element>(this->size()); }
    Index<Element> add(Element element) {
        this->push_back(std::move(element));
        return Index<Element>(this->size() - 1);
    }
    // Of all elements, in order.
    auto indices() const {
        return std::views::iota(std::size_t{0}, this->size()) |
               std::views::transform([](std::size_t value) { return Index<Element>(value); });
    }
};

}  // namespace text
}  // namespace kith
