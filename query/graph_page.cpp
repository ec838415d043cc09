#include "query/graph_page.hpp"

#include <map>
#include <set>
#include <string>

#include "graph/error.hpp"
#include "query/export/json.hpp"
#include "query/page.hpp"

namespace kith {

namespace {

constexpr std::size_t most_ties = 20'000;
constexpr std::size_t most_text_bytes = 1'000'000;

Json relations_of(const Store& store) {
    Json list = Json::array();
    for (const Relation& relation : store.ontology().all()) {
        list.push_back({{"name", relation.name},
                        {"group", relation.group},
                        {"inverse", relation.inverse},
                        {"symmetric", relation.symmetric},
                        {"gloss", relation.gloss}});
    }
    return list;
}

Json entities_of(const Store& store, const GraphView& graph) {
    std::map<EntityId, Entity> entities;
    for (const Entity& node : graph.nodes) entities.emplace(node.id, node);
    for (const TieView& tie : graph.ties) {
        for (const ClaimView& claim : tie.claims) {
            if (claim.speaker) entities.emplace(claim.speaker->id, *claim.speaker);
        }
    }
    Json list = Json::array();
    for (const auto& [id, entity] : entities) {
        Json row = json_of(entity);
        row["aliases"] = Json::array();
        for (const Alias& alias : store.aliases(id)) {
            if (alias.name != entity.name) row["aliases"].push_back(alias.name);
        }
        list.push_back(std::move(row));
    }
    return list;
}

// Of the documents that are quoted, in the order of their numbers.
std::set<DocumentId> documents_of(const GraphView& graph) {
    std::set<DocumentId> documents;
    for (const TieView& tie : graph.ties) {
        for (const ClaimView& claim : tie.claims) {
            for (const QuoteView& quote : claim.quotes) documents.insert(quote.document.id);
        }
    }
    return documents;
}

Json texts_of(const Store& store, const std::set<DocumentId>& documents) {
    Json list = Json::array();
    std::size_t bytes = 0;
    for (const DocumentId id : documents) {
        std::string text = store.text(id);
        if (text.empty() || bytes + text.size() > most_text_bytes) continue;
        bytes += text.size();
        list.push_back({{"id", id}, {"text", std::move(text)}});
    }
    return list;
}

}  // namespace

void write_graph_page(const Store& store, const GraphView& graph, std::ostream& out) {
    if (graph.ties.size() > most_ties) {
        throw Error("a page with " + std::to_string(graph.ties.size()) + " ties is more than a browser can hold",
                    "Write a part of it with --around, --depth and the filters, or explore it with `kith serve`.");
    }
    std::size_t claims = 0;
    Json ties = Json::array();
    for (const TieView& tie : graph.ties) {
        claims += tie.claims.size();
        ties.push_back(json_of(tie));
    }
    const std::set<DocumentId> documents = documents_of(graph);
    const std::string about = std::to_string(claims) + (claims == 1 ? " claim" : " claims") + " about " +
                              std::to_string(graph.nodes.size()) + " actors and things, from " +
                              std::to_string(documents.size()) + (documents.size() == 1 ? " document" : " documents");
    out << page_with({{"about", about},
                      {"show", graph.asked},
                      {"relations", relations_of(store)},
                      {"entities", entities_of(store, graph)},
                      {"ties", std::move(ties)},
                      {"documents", texts_of(store, documents)}});
}

}  // namespace kith
