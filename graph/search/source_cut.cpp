#include "graph/search/source_cut.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
// GCC 12 wrongly thinks that an iterator in there may be uninitialized.
#pragma GCC diagnostic push
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#pragma GCC diagnostic pop
#include <limits>
#include <optional>

namespace kith {

namespace {

using Capacity = std::int64_t;
constexpr Capacity whole = 1'000'000;  // one source, in capacity
constexpr Capacity unlimited = Capacity{1} << 50;

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
// The properties are those that the algorithm asks for.
using FlowVertex =
    boost::property<boost::vertex_color_t, boost::default_color_type,
                    boost::property<boost::vertex_distance_t, long,
                                    boost::property<boost::vertex_predecessor_t, Traits::edge_descriptor>>>;
using FlowEdge = boost::property<boost::edge_capacity_t, Capacity,
                                 boost::property<boost::edge_residual_capacity_t, Capacity,
                                                 boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>;
using FlowGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, FlowVertex, FlowEdge>;

struct FlowCut {
    Capacity flow = 0;
    std::vector<bool> near_start;  // by vertex: on the start's side of the cut
};

class SourceCutSearch {
public:
    explicit SourceCutSearch(const SourceCutQuestion& question)
        : question_(question), kept_(question.ties.size()), leaving_(question.vertices) {
        std::uint32_t sources = 0;
        for (std::size_t i = 0; i < question.ties.size(); ++i) {
            const SourcedTie& tie = question.ties[i];
            for (const std::uint32_t source : tie.sources) sources = std::max(sources, source + 1);
            leaving_[tie.from].push_back({tie.to, i});
            if (!question.directed) leaving_[tie.to].push_back({tie.from, i});
        }
        removed_.resize(sources);
    }

    SourceCut search() {
        SourceCut answer;
        const FlowCut first = max_flow();
        answer.can_be_cut = first.flow < unlimited;
        if (!answer.can_be_cut) return answer;
        answer.at_least = rounded_up(first.flow);
        branch();
        answer.exact = branches_ <= question_.most_branches;
        answer.sources = *best_;
        if (answer.exact) answer.at_least = answer.sources.size();
        answer.exact = answer.sources.size() == answer.at_least;
        answer.disjoint_paths = any_shared() ? greedy_disjoint_paths() : answer.sources.size();
        answer.disjoint_paths_exact = answer.disjoint_paths == answer.sources.size();
        return answer;
    }

private:
    struct Leaving {
        std::uint32_t to;
        std::size_t tie;
    };

    static std::size_t rounded_up(Capacity flow) { return static_cast<std::size_t>((flow + whole - 1) / whole); }

    std::vector<std::uint32_t> left(const SourcedTie& tie) const {
        std::vector<std::uint32_t> sources;
        for (const std::uint32_t source : tie.sources) {
            if (!removed_[source]) sources.push_back(source);
        }
        return sources;
    }
    bool is_lost(const SourcedTie& tie) const {
        return !tie.sources.empty() &&
               std::ranges::all_of(tie.sources, [&](std::uint32_t source) { return removed_[source]; });
    }
    // On how many ties that are left each source stands.
    std::vector<Capacity> uses() const {
        std::vector<Capacity> count(removed_.size());
        for (const SourcedTie& tie : question_.ties) {
            if (is_lost(tie)) continue;
            for (const std::uint32_t source : left(tie)) ++count[source];
        }
        return count;
    }
    bool any_shared() const {
        return std::ranges::any_of(uses(), [](Capacity count) { return count > 1; });
    }

    // Widths are rounded down, so the flow stays a lower bound.
    FlowCut max_flow() const {
        FlowGraph graph(question_.vertices);
        const auto capacity = get(boost::edge_capacity, graph);
        const auto reverse = get(boost::edge_reverse, graph);
        const std::vector<Capacity> count = uses();
        for (std::size_t i = 0; i < question_.ties.size(); ++i) {
            const SourcedTie& tie = question_.ties[i];
            if (tie.from == tie.to || is_lost(tie)) continue;
            Capacity width = 0;
            for (const std::uint32_t source : left(tie)) width += whole / count[source];
            if (kept_[i] || tie.sources.empty()) width = unlimited;
            const auto there = add_edge(tie.from, tie.to, graph).first, back = add_edge(tie.to, tie.from, graph).first;
            put(capacity, there, width);
            put(capacity, back, question_.directed ? 0 : width);
            put(reverse, there, back);
            put(reverse, back, there);
        }
        FlowCut cut;
        cut.flow = boost::boykov_kolmogorov_max_flow(graph, question_.from, question_.to);
        // The start's side: what can still be reached over widths that are not used up. (The colours that the algorithm
        // leaves do not always tell: some vertices keep the start's after they were cut off.)
        const auto residual = get(boost::edge_residual_capacity, graph);
        cut.near_start.resize(question_.vertices);
        cut.near_start[question_.from] = true;
        std::vector<std::size_t> queue{question_.from};
        for (std::size_t at = 0; at < queue.size(); ++at) {
            for (auto [edge, end] = out_edges(queue[at], graph); edge != end; ++edge) {
                const std::size_t next = target(*edge, graph);
                if (cut.near_start[next] || get(residual, *edge) == 0) continue;
                cut.near_start[next] = true;
                queue.push_back(next);
            }
        }
        return cut;
    }

    // Ties of a path with the fewest that is left; nothing: none is.
    std::optional<std::vector<std::size_t>> path(const std::vector<bool>& without_ties) const {
        std::vector<std::optional<Leaving>> reached(question_.vertices);  // whence, and by which tie
        std::vector<std::uint32_t> queue{question_.from};
        reached[question_.from] = Leaving{question_.from, 0};
        for (std::size_t at = 0; at < queue.size() && !reached[question_.to]; ++at) {
            for (const auto& [to, tie] : leaving_[queue[at]]) {
                if (reached[to] || without_ties[tie]) continue;
                reached[to] = Leaving{queue[at], tie};
                queue.push_back(to);
            }
        }
        if (!reached[question_.to]) return std::nullopt;
        std::vector<std::size_t> ties;
        for (std::uint32_t vertex = question_.to; vertex != question_.from; vertex = reached[vertex]->to) {
            ties.push_back(reached[vertex]->tie);
        }
        return ties;
    }

    std::size_t removed_count() const { return static_cast<std::size_t>(std::ranges::count(removed_, true)); }

    void offer(const std::vector<std::uint32_t>& further) {
        if (best_ && removed_count() + further.size() >= best_->size()) return;
        std::vector<std::uint32_t> sources = further;
        for (std::uint32_t source = 0; source < removed_.size(); ++source) {
            if (removed_[source]) sources.push_back(source);
        }
        std::ranges::sort(sources);
        best_ = std::move(sources);
    }

    // Of the ties that lead over a cut, all sources that are left.
    std::vector<std::uint32_t> sources_over(const FlowCut& cut) const {
        std::vector<std::uint32_t> sources;
        for (const SourcedTie& tie : question_.ties) {
            const bool leads_over = cut.near_start[tie.from] && !cut.near_start[tie.to];
            const bool leads_back = cut.near_start[tie.to] && !cut.near_start[tie.from];
            if (!leads_over && (question_.directed || !leads_back)) continue;
            for (const std::uint32_t source : left(tie)) sources.push_back(source);
        }
        std::ranges::sort(sources);
        sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
        return sources;
    }

    void branch() {
        if (++branches_ > question_.most_branches && best_) return;
        if (question_.stop) question_.stop->look();  // a flow takes far longer
        const FlowCut cut = max_flow();
        if (cut.flow >= unlimited) return;  // a path of ties that are kept
        offer(sources_over(cut));
        if (removed_count() + rounded_up(cut.flow) >= best_->size()) return;

        std::vector<bool> lost(question_.ties.size());
        for (std::size_t i = 0; i < lost.size(); ++i) lost[i] = is_lost(question_.ties[i]);
        std::vector<std::size_t> ties = *path(lost);
        std::erase_if(ties, [&](std::size_t tie) { return kept_[tie] || question_.ties[tie].sources.empty(); });
        std::ranges::stable_sort(ties, {}, [&](std::size_t tie) { return left(question_.ties[tie]).size(); });
        for (const std::size_t tie : ties) {
            const std::vector<std::uint32_t> sources = left(question_.ties[tie]);
            for (const std::uint32_t source : sources) removed_[source] = true;
            if (!loses_a_kept_tie()) branch();
            for (const std::uint32_t source : sources) removed_[source] = false;
            kept_[tie] = true;
        }
        for (const std::size_t tie : ties) kept_[tie] = false;
    }

    bool loses_a_kept_tie() const {
        for (std::size_t i = 0; i < kept_.size(); ++i) {
            if (kept_[i] && is_lost(question_.ties[i])) return true;
        }
        return false;
    }

    // Each tie of a path stands on one source; no two paths on the same. Takes the least used sources first.
    std::size_t greedy_disjoint_paths() {
        std::size_t found = 0;
        const std::vector<Capacity> count = uses();
        std::vector<bool> without(question_.ties.size());
        while (const auto ties = path(without)) {
            if (question_.stop) question_.stop->look();
            std::vector<std::uint32_t> taken;
            for (const std::size_t tie : *ties) {
                const std::vector<std::uint32_t> sources = left(question_.ties[tie]);
                const auto is_taken = [&](std::uint32_t source) {
                    return std::ranges::find(taken, source) != taken.end();
                };
                if (sources.empty() || std::ranges::any_of(sources, is_taken)) continue;
                taken.push_back(
                    *std::ranges::min_element(sources, {}, [&](std::uint32_t source) { return count[source]; }));
            }
            for (const std::uint32_t source : taken) removed_[source] = true;
            for (std::size_t i = 0; i < without.size(); ++i) without[i] = is_lost(question_.ties[i]);
            ++found;
        }
        removed_.assign(removed_.size(), false);
        return found;
    }

    const SourceCutQuestion& question_;
    std::vector<bool> removed_;  // by source
    std::vector<bool> kept_;     // by tie: must not be lost in this branch
    std::vector<std::vector<Leaving>> leaving_;
    std::optional<std::vector<std::uint32_t>> best_;
    std::size_t branches_ = 0;
};

}  // namespace

SourceCut find_source_cut(const SourceCutQuestion& question) {
    return SourceCutSearch(question).search();
}

}  // namespace kith
