// The records of a long XML file, each as a tree, while the file goes by: for lists of many thousand entries.
//
//     const std::array<std::string_view, 2> names{"Location", "DistinctParty"};
//     XmlRecords records(names, [&](pugi::xml_node record, const XmlPlace& place) { ... }, too_long);
//     read_xml(read, "sdn_advanced.xml", records);
//
// A record is an element of one of these names that stands in no other. Names in its tree come without their prefixes.
#pragma once

#include <cstddef>
#include <functional>
#include <pugixml.hpp>
#include <span>
#include <string_view>

#include "ingest/documents/xml/xml_events.hpp"

namespace kith {

class XmlRecords final : public XmlHandler {
public:
    // `place` is that of all of the record. `names` must outlive it.
    using Take = std::function<void(pugi::xml_node record, const XmlPlace& place)>;
    // Of a record of more than 4 MiB, which is left out.
    using TooLong = std::function<void(const XmlPlace& place)>;

    XmlRecords(std::span<const std::string_view> names, Take take, TooLong too_long)
        : names_(names), take_(std::move(take)), too_long_(std::move(too_long)) {}

    void open(std::string_view name, const XmlAttributes& attributes, const XmlPlace& place) override;
    void close(std::string_view name, const XmlPlace& place) override;
    void text(std::string_view piece) override;

private:
    bool has_room(std::size_t bytes);

    std::span<const std::string_view> names_;
    Take take_;
    TooLong too_long_;
    pugi::xml_document tree_;
    pugi::xml_node open_;    // innermost element
    std::size_t depth_ = 0;  // of elements in the record at hand; 0: none is
    std::size_t bytes_ = 0;  // kept of it
    XmlPlace begin_{};
};

}  // namespace kith
