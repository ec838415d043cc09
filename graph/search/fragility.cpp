#include "graph/search/fragility.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "graph/error.hpp"
#include "graph/rows/question_graph.hpp"
#include "graph/rows/vertex_map.hpp"
#include "graph/search/source_cut.hpp"

namespace kith {

namespace {

using Pair = std::pair<Vertex, Vertex>;

// Steps on ways of at most some hops between two vertices.
template <typename Graph>
class WaysBetween {
public:
    WaysBetween(const Walk<Graph>& walk, Vertex from, Vertex to, std::size_t most) : walk_(walk), most_(most) {
        balls_[0].insert(from, 0);
        balls_[1].insert(to, 0);
        frontiers_[0] = {from};
        frontiers_[1] = {to};
    }

    // Nothing: there are more than `most` of them, or many times as many vertices to look at.
    std::optional<std::set<Pair>> find(int max_hops) {
        // Each end looks half way round itself; beyond, only at what the other has seen: what lies on a way is seen.
        const int halves[] = {(max_hops + 1) / 2, max_hops / 2};
        for (const int side : {0, 1}) {
            if (!grow(side, halves[side], false)) return std::nullopt;
        }
        for (const int side : {0, 1}) {
            if (!grow(side, max_hops, true)) return std::nullopt;
        }
        std::set<Pair> steps;
        for (const Vertex vertex : seen_by_start_) {
            const int before = *balls_[0].find(vertex);
            walk_.for_each_step(vertex, Side::start, [&](Vertex next, const EdgeDescriptor&) {
                const int* after = balls_[1].find(next);
                if (!after || before + 1 + *after > max_hops || steps.size() > most_) return;
                if (!walk_.rules().directed && steps.contains({next, vertex})) return;
                steps.emplace(vertex, next);
            });
        }
        if (steps.size() > most_) return std::nullopt;
        return steps;
    }

private:
    bool grow(int side, int depth, bool only_seen) {
        VertexMap<int>& ball = balls_[side];
        std::vector<Vertex>& frontier = frontiers_[side];
        while (depth_[side] < depth && !frontier.empty()) {
            ++depth_[side];
            std::vector<Vertex> next_frontier;
            for (const Vertex vertex : frontier) {
                walk_.for_each_step(vertex, side == 0 ? Side::start : Side::end,
                                    [&](Vertex next, const EdgeDescriptor&) {
                                        if (ball.contains(next) || (only_seen && !balls_[1 - side].contains(next)))
                                            return;
                                        if (ball.size() > 50 * most_) return;
                                        ball.insert(next, depth_[side]);
                                        if (walk_.may_pass(next)) next_frontier.push_back(next);
                                    });
                if (side == 0) seen_by_start_.push_back(vertex);
            }
            frontier = std::move(next_frontier);
        }
        return ball.size() <= 50 * most_;
    }

    const Walk<Graph>& walk_;
    std::size_t most_;
    VertexMap<int> balls_[2];  // hops from either end
    std::vector<Vertex> frontiers_[2];
    std::vector<Vertex> seen_by_start_;
    int depth_[2] = {0, 0};
};

// Numbers sources as they are met.
class SourceNumbers {
public:
    SourceNumbers(const Store& store, FragilityQuestion::By by) : store_(store), by_(by) {}

    void add_claim(ClaimId claim, std::set<std::uint32_t>& to) {
        for (const auto& [evidence, document] : store_.evidence(claim)) to.insert(number(document));
    }

    Fragility::Source source(std::uint32_t number) const {
        const Known& known = sources_.at(number);
        return {known.name, {known.documents.begin(), known.documents.end()}};
    }

private:
    struct Known {
        std::string name;
        std::set<DocumentId> documents;
    };

    std::uint32_t number(const Document& document) {
        const bool by_publisher = by_ == FragilityQuestion::By::publisher && !document.publisher.empty();
        const std::string key = by_publisher ? "p" + document.publisher : "l" + std::to_string(document.lineage);
        const auto [found, is_new] = numbers_.try_emplace(key, static_cast<std::uint32_t>(sources_.size()));
        if (is_new) {
            const std::string& title = document.title.empty() ? document.location : document.title;
            sources_.push_back({by_publisher ? document.publisher : title, {}});
        }
        sources_[found->second].documents.insert(document.id);
        return found->second;
    }

    const Store& store_;
    FragilityQuestion::By by_;
    std::map<std::string, std::uint32_t> numbers_;
    std::vector<Known> sources_;
};

template <typename Graph>
Fragility fragility(const Store& store, const Walk<Graph>& walk, Vertex from, Vertex to,
                    const FragilityQuestion& question) {
    Fragility answer;
    std::optional<std::set<Pair>> steps;
    for (answer.hops = std::clamp(question.max_hops, 0, 64); answer.hops > 0; --answer.hops) {
        steps = WaysBetween<Graph>(walk, from, to, question.most_ties).find(answer.hops);
        if (steps) break;
    }
    if (!steps || steps->empty()) return answer;
    answer.connected = true;

    SourceNumbers numbers(store, question.by);
    SourceCutQuestion cut_question;
    std::map<Vertex, std::uint32_t> places;
    const auto place = [&](Vertex vertex) {
        return places.try_emplace(vertex, static_cast<std::uint32_t>(places.size())).first->second;
    };
    cut_question.from = place(from);
    cut_question.to = place(to);
    cut_question.directed = question.directed;
    cut_question.stop = walk.rules().stop;
    for (const auto& [tail, head] : *steps) {
        std::set<std::uint32_t> sources;
        for (const Claim& claim : store.claims_between(walk.entity(tail), walk.entity(head), question.filter)) {
            if (!question.directed || leads_from(walk.entity(tail), claim, store.ontology()))
                numbers.add_claim(claim.id, sources);
        }
        cut_question.ties.push_back({place(tail), place(head), {sources.begin(), sources.end()}});
    }
    cut_question.vertices = static_cast<std::uint32_t>(places.size());
    const SourceCut cut = find_source_cut(cut_question);
    answer.can_be_cut = cut.can_be_cut;
    answer.exact = cut.exact;
    answer.at_least = cut.at_least;
    answer.disjoint_paths = cut.disjoint_paths;
    answer.disjoint_paths_exact = cut.disjoint_paths_exact;
    for (const std::uint32_t source : cut.sources) answer.sources.push_back(numbers.source(source));
    std::ranges::sort(answer.sources, {}, [](const Fragility::Source& source) { return source.documents.front(); });
    return answer;
}

}  // namespace

Fragility find_fragility(const Store& store, const FragilityQuestion& asked) {
    FragilityQuestion question = asked;
    question.from = store.entity(question.from).id;
    question.to = store.entity(question.to).id;
    if (question.from == question.to) throw Error("fragility is about the paths between two different entities");
    question.filter = without_denied(std::move(question.filter));
    return on_best_graph(store, question.filter, question.directed, IndexedGraph::Sources::when_asked,
                         [&](const auto& walk) {
                             const auto from = walk.graph().find(question.from), to = walk.graph().find(question.to);
                             return from && to ? fragility(store, walk, *from, *to, question) : Fragility{};
                         });
}

}  // namespace kith
