// XML of any length as its tags and texts come, in bounded memory, by expat: for lists and graphs of many records.
//
//     class Names final : public XmlHandler { void open(std::string_view name, const XmlAttributes&, const XmlPlace&) ... };
//     read_xml(read, "graph.graphml", names);
//
// Names come without their prefixes. A document type is passed over; one that declares entities is refused, so that no
// "billion laughs" can begin. Depth, and the length of a tag, are bounded.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "graph/claim.hpp"

namespace kith {

// Where a tag stands.
struct XmlPlace {
    std::size_t line = 0;
    TextSpan bytes{};
};

class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}

    // With its prefix as it is written; empty: there is none.
    std::string_view find(std::string_view name) const;

    // Hands each to `take(name, value)`: C strings, valid for the call.
    template <typename Take>
    void for_each(const Take& take) const {
        for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) take(pair[0], pair[1]);
    }

private:
    const char* const* pairs_;  // name, value, ..., null
};

// May throw. Text comes in pieces.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void open(std::string_view name, const XmlAttributes& attributes, const XmlPlace& place) = 0;
    virtual void close(std::string_view name, const XmlPlace& place) = 0;
    virtual void text(std::string_view piece) = 0;

protected:
    XmlHandler() = default;
    XmlHandler(const XmlHandler&) = default;
    XmlHandler& operator=(const XmlHandler&) = default;
};

// `read` gives UTF-8, whatever the declaration says. Throws UnusableInput, with line and column, for what is not
// well-formed or exceeds the bounds, after what stands before it was handed over.
void read_xml(const std::function<std::size_t(char* target, std::size_t size)>& read, const std::string& file,
              XmlHandler& handler);

// encoding="windows-1251" of the declaration; empty: none.
std::string declared_xml_encoding(std::string_view head);

}  // namespace kith
