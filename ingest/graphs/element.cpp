#include "ingest/graphs/element.hpp"

#include <algorithm>
#include <utility>

#include "ingest/documents/unusable_input.hpp"
#include "ingest/records/cell_values.hpp"

namespace kith::graphs {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 19;  // doubled quotes and all, a row of a table holds it
constexpr std::size_t most_declared = 1000;

}  // namespace

Element::Element(const XmlAttributes& told, const XmlPlace& at)
    : id(told.find("id")), source(told.find("source")), target(told.find("target")), place(at) {}

void Graph::add(bool is_edge, Element& element, const XmlPlace& close) {
    element.place.bytes.end = close.bytes.end;
    is_edge ? add_edge(element) : add_node(element);
}

void require_room(std::size_t declared) {
    if (declared >= most_declared) throw UnusableInput(InputPosition{}, "more than 1,000 attributes are declared");
}

void Element::add(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    bytes_ += name.size() + value.size();
    is_too_long = is_too_long || bytes_ > most_bytes;
    if (!is_too_long) attributes.push_back({std::string(name), std::string(value)});
}

void GatheredText::begin() {
    text_.clear();
    is_open_ = true;
}

void GatheredText::add(std::string_view piece) {
    // One byte more than is allowed tells that it was too long.
    if (is_open_) text_.append(piece.substr(0, most_bytes + 1 - std::min(text_.size(), most_bytes + 1)));
}

std::string GatheredText::take() {
    is_open_ = false;
    return std::string(records::without_blanks(text_));
}

}  // namespace kith::graphs
