// What is read off a tie: the best quote, who says it, and when.
#include "query/export/view.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace kith {
namespace {

// Shorter sentences are mostly captions and headlines, longer ones hide the point.
constexpr std::size_t readable_minimum_bytes = 40;
constexpr std::size_t readable_maximum_bytes = 320;

bool is_readable(const QuoteView& quote) {
    return quote.text.size() >= readable_minimum_bytes && quote.text.size() <= readable_maximum_bytes;
}

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

std::string file_name(const std::string& location) {
    const std::size_t slash = location.find_last_of('/');
    return slash == std::string::npos ? location : location.substr(slash + 1);
}

}  // namespace

GraphView graph_of(std::vector<TieView> ties, const std::vector<Entity>& asked) {
    GraphView graph;
    std::unordered_set<EntityId> seen;
    const auto add = [&](const Entity& entity) {
        if (seen.insert(entity.id).second) graph.nodes.push_back(entity);
    };
    for (const Entity& entity : asked) {
        add(entity);
        graph.asked.push_back(entity.id);
    }
    for (const TieView& tie : ties) {
        add(tie.subject);
        add(tie.object);
    }
    graph.ties = std::move(ties);
    return graph;
}

const QuoteView* best_quote(const TieView& tie) {
    const QuoteView* first = nullptr;
    for (const ClaimView& claim : tie.claims) {
        for (const QuoteView& quote : claim.quotes) {
            if (is_readable(quote)) return &quote;
            if (first == nullptr && !quote.text.empty()) first = &quote;
        }
    }
    return first;
}

Voices voices(const TieView& tie) {
    Voices result;
    std::vector<std::string> unnamed;
    for (const ClaimView& claim : tie.claims) {
        if (claim.speaker) {
            add_once(result.speakers, claim.speaker->name);
            continue;
        }
        if (!claim.unnamed_speaker.empty()) {
            add_once(unnamed, claim.unnamed_speaker + ", unnamed");
            continue;
        }
        for (const QuoteView& quote : claim.quotes) {
            const Document& document = quote.document;
            add_once(result.publishers, document.publisher.empty() ? file_name(document.location) : document.publisher);
        }
    }
    result.speakers.insert(result.speakers.end(), unnamed.begin(), unnamed.end());
    return result;
}

std::vector<std::string> extractors(const TieView& tie) {
    std::set<std::string> names;
    for (const ClaimView& claim : tie.claims) {
        for (const QuoteView& quote : claim.quotes) names.insert(quote.extractor);
    }
    const bool is_kith_among = names.erase("") > 0;
    std::vector<std::string> result(names.begin(), names.end());
    if (is_kith_among && !names.empty()) result.insert(result.begin(), "kith");
    return result;
}

std::vector<std::string> times(const TieView& tie) {
    std::set<std::string> result;
    for (const ClaimView& claim : tie.claims) {
        if (!claim.time.empty()) result.insert(claim.time);
    }
    return {result.begin(), result.end()};
}

}  // namespace kith
