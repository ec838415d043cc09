#include "ingest/graphs/graph_file.hpp"

#include <utility>

#include "graph/claim_rules.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/graphs/nodes.hpp"

namespace kith::graphs {

void GraphFile::skip(const XmlPlace& place, std::string reason) {
    skip_({InputPosition{file_, place.line}, std::move(reason)});
}

bool GraphFile::is_fit(const Element& element) {
    for (const std::string* each : {&element.id, &element.source, &element.target}) {
        if (each->size() <= longest_name_bytes) continue;
        skip(element.place, "an id is longer than " + std::to_string(longest_name_bytes) + " bytes");
        return false;
    }
    if (element.is_too_long) skip(element.place, "its attributes are longer than 512 KiB");
    return !element.is_too_long;
}

void GraphFile::add_node(const Element& node) {
    if (!is_fit(node)) return;
    NodeEntity found = entity_of(node);
    if (found.entity.name.size() > longest_name_bytes)
        return skip(node.place, "its name is longer than " + std::to_string(longest_name_bytes) + " bytes");
    if (found.entity.name.empty()) return skip(node.place, "a node without an id");
    for (std::string& text : found.notes) note_({InputPosition{file_, node.place.line}, std::move(text)});
    try {
        nodes_->add(node.id, found.entity, found.is_kind_told);
    } catch (const Error&) {
        throw UnusableInput(InputPosition{file_, node.place.line}, "its nodes take more than 256 MiB",
                            "Give nodes and edges as two tables, with names for both ends of an edge.");
    }
    if (found.is_kind_told) return push(std::move(found.entity), true, node.place);
    of_no_kind_.push_back({node.id, node.place});
}

void GraphFile::add_edge(const Element& edge) {
    if (!is_fit(edge)) return;
    if (edge.source.empty() || edge.target.empty()) return skip(edge.place, "an edge without source or target");
    tied_.insert(edge.source);
    tied_.insert(edge.target);
    edges_.add(edge);
}

void GraphFile::push(EntityReference entity, bool is_kind_told, const XmlPlace& place) {
    recognise(gazetteer_, ~EntityKindSet(), is_kind_told, entity);
    if (!std::exchange(is_current_, true)) sink_.begin(document_);
    has_entities_ = true;
    try {
        sink_.add_entity(entity, place.bytes);
    } catch (const RejectedRecord& rejected) {
        skip(place, rejected.what());
    }
}

void GraphFile::finish() {
    is_current_ = false;
    for (const Waiting& each : of_no_kind_) {
        const records::LookedUp* const known = nodes_->find(each.id, {});
        if (known != nullptr && !tied_.contains(each.id)) push(*known, false, each.place);
    }
}

}  // namespace kith::graphs
