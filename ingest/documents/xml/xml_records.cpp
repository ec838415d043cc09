#include "ingest/documents/xml/xml_records.hpp"

#include <algorithm>
#include <string>

namespace kith {

namespace {

constexpr std::size_t most_bytes = std::size_t{4} << 20;

}  // namespace

bool XmlRecords::has_room(std::size_t bytes) {
    bytes_ += bytes;
    return bytes_ <= most_bytes;
}

void XmlRecords::open(std::string_view name, const XmlAttributes& attributes, const XmlPlace& place) {
    if (depth_ == 0) {
        if (std::ranges::find(names_, name) == names_.end()) return;
        tree_.reset();
        open_ = tree_;
        bytes_ = 0;
        begin_ = place;
    }
    ++depth_;
    if (!has_room(sizeof(void*) * 8 + place.bytes.end - place.bytes.begin)) return;
    open_ = open_.append_child(std::string(name).c_str());
    attributes.for_each([&](const char* key, const char* value) { open_.append_attribute(key).set_value(value); });
}

void XmlRecords::close(std::string_view /*name*/, const XmlPlace& place) {
    if (depth_ == 0) return;
    --depth_;
    if (bytes_ <= most_bytes) open_ = open_.parent();
    if (depth_ > 0) return;
    const XmlPlace all{begin_.line, {begin_.bytes.begin, place.bytes.end}};
    if (bytes_ > most_bytes) return too_long_(all);
    take_(tree_.first_child(), all);
}

void XmlRecords::text(std::string_view piece) {
    if (depth_ > 0 && has_room(piece.size()))
        open_.append_child(pugi::node_pcdata).set_value(std::string(piece).c_str());
}

}  // namespace kith
