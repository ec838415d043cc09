// Nodes and edges as the files of graph programs have them, before anything is known of what they mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/documents/xml/xml_events.hpp"

namespace kith::graphs {

struct Attribute {
    std::string name{}, value{};
};

struct Element {
    std::string id{};
    std::string source{}, target{};  // of an edge: ids of nodes
    std::vector<Attribute> attributes{};
    XmlPlace place{};

    Element() = default;
    // As the tag that opens it tells.
    Element(const XmlAttributes& told, const XmlPlace& at);

    // Of its name and value together half a mebibyte at most; what is longer is left out, and told by `is_too_long`.
    void add(std::string_view name, std::string_view value);
    bool is_too_long = false;

private:
    std::size_t bytes_ = 0;
};

// Takes what a file has, in its order.
class Graph {
public:
    virtual ~Graph() = default;
    virtual void add_node(const Element& node) = 0;
    virtual void add_edge(const Element& edge) = 0;
    virtual void skip(const XmlPlace& place, std::string reason) = 0;

    // Takes an element whose tag closes there.
    void add(bool is_edge, Element& element, const XmlPlace& close);

protected:
    Graph() = default;
    Graph(const Graph&) = default;
    Graph& operator=(const Graph&) = default;
};

// What files declare of attributes is kept. Throws UnusableInput where there is no more room for one.
void require_room(std::size_t declared);

// Text between tags, gathered up to that length.
class GatheredText {
public:
    void begin();
    void add(std::string_view piece);
    bool is_open() const { return is_open_; }
    std::string take();  // without blanks around it

private:
    std::string text_;
    bool is_open_ = false;
};

}  // namespace kith::graphs
