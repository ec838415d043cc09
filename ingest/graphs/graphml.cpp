#include "ingest/graphs/graphml.hpp"

#include <algorithm>

namespace kith::graphs {

void GraphMl::open(std::string_view name, const XmlAttributes& attributes, const XmlPlace& place) {
    if (name == "key") return open_key(attributes);
    if (name == "node" || name == "edge") {
        open_.emplace_back(attributes, place);
    } else if (name == "hyperedge") {
        graph_.skip(place, "a hyperedge, of which kith has no like");
    } else if (name == "data") {
        const auto key = open_.empty() ? keys_.end() : keys_.find(attributes.find("key"));
        current_ = key == keys_.end() ? nullptr : &key->second;
        label_.clear();
        if (current_ != nullptr && !current_->is_drawing) text_.begin();
    } else if (name == "default" && current_ != nullptr) {
        text_.begin();
    } else if ((name == "NodeLabel" || name == "EdgeLabel") && current_ != nullptr && label_.empty()) {
        text_.begin();
    }
}

void GraphMl::open_key(const XmlAttributes& attributes) {
    require_room(keys_.size());
    const std::string id(attributes.find("id"));
    Key& key = keys_[id];
    key.of = attributes.find("for");
    key.name = attributes.find("attr.name");
    if (attributes.find("yfiles.type").ends_with("graphics")) {
        key.is_drawing = true;
        key.name = "label";
    }
    if (key.name.empty()) key.name = id;
    current_ = &key;
}

void GraphMl::close(std::string_view name, const XmlPlace& place) {
    if (name == "key") {
        current_ = nullptr;
    } else if (name == "default") {
        if (current_ != nullptr && text_.is_open()) current_->usual = text_.take();
    } else if (name == "NodeLabel" || name == "EdgeLabel") {
        if (text_.is_open()) label_ = text_.take();
    } else if (name == "data") {
        const std::string value = text_.is_open() ? text_.take() : label_;
        if (current_ != nullptr && !open_.empty()) open_.back().add(current_->name, value);
        current_ = nullptr;
    } else if (name == "node" || name == "edge") {
        if (!open_.empty()) close_element(name == "edge", place);
    }
}

void GraphMl::close_element(bool is_edge, const XmlPlace& place) {
    Element& element = open_.back();
    add_usual(is_edge, element);
    graph_.add(is_edge, element, place);
    open_.pop_back();
}

void GraphMl::add_usual(bool is_edge, Element& element) const {
    for (const auto& [id, key] : keys_) {
        if (key.usual.empty() || (key.of != "all" && !key.of.empty() && key.of != (is_edge ? "edge" : "node")))
            continue;
        if (std::ranges::find(element.attributes, key.name, &Attribute::name) == element.attributes.end())
            element.add(key.name, key.usual);
    }
}

}  // namespace kith::graphs
