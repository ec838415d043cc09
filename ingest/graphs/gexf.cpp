#include "ingest/graphs/gexf.hpp"

namespace kith::graphs {
namespace {

std::string_view either(std::string_view one, std::string_view other) {
    return one.empty() ? other : one;
}

}  // namespace

void Gexf::open(std::string_view name, const XmlAttributes& attributes, const XmlPlace& place) {
    if (name == "attributes") {
        declares_for_ = &declarations(attributes.find("class") == "edge");
    } else if (name == "attribute" && declares_for_ != nullptr) {
        require_room(declares_for_->size());
        const std::string id(attributes.find("id"));
        declared_ = &(*declares_for_)[id];
        declared_->title = either(attributes.find("title"), id);
    } else if (name == "default" && declared_ != nullptr) {
        text_.begin();
    } else if (name == "node" || name == "edge") {
        open_element(name == "edge", attributes, place);
    } else if (name == "attvalue" && !open_.empty()) {
        open_value(attributes);
    }
}

void Gexf::open_element(bool is_edge, const XmlAttributes& attributes, const XmlPlace& place) {
    Open& open = open_.emplace_back(Element(attributes, place), is_edge);
    for (const auto* own : {"label", "kind", "weight"}) open.element.add(own, attributes.find(own));
    open.element.add("start", either(attributes.find("start"), attributes.find("startopen")));
    open.element.add("end", either(attributes.find("end"), attributes.find("endopen")));
}

void Gexf::open_value(const XmlAttributes& attributes) {
    Open& open = open_.back();
    const Declarations& declared = declarations(open.is_edge);
    const auto found = declared.find(either(attributes.find("for"), attributes.find("id")));
    if (found != declared.end()) open.values[found->second.title] = attributes.find("value");
}

void Gexf::close(std::string_view name, const XmlPlace& place) {
    if (name == "attributes") {
        declares_for_ = nullptr;
    } else if (name == "attribute") {
        declared_ = nullptr;
    } else if (name == "default") {
        if (declared_ != nullptr && text_.is_open()) declared_->usual = text_.take();
    } else if ((name == "node" || name == "edge") && !open_.empty()) {
        close_element(place);
    }
}

void Gexf::close_element(const XmlPlace& place) {
    Open& open = open_.back();
    for (const auto& [id, declared] : declarations(open.is_edge)) {
        if (!declared.usual.empty()) open.values.try_emplace(declared.title, declared.usual);
    }
    for (const auto& [title, value] : open.values) open.element.add(title, value);
    graph_.add(open.is_edge, open.element, place);
    open_.pop_back();
}

}  // namespace kith::graphs
