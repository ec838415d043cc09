#include "graph/search/effective_shares.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "graph/error.hpp"

namespace kith {

namespace {

// A loop of which nobody outside owns anything keeps for ever what comes into it. Losing this little, its visits are
// finite, and their ratios what they would be.
constexpr double least_loss = 1e-15;
constexpr std::size_t most_in_a_loop = 2'000;  // some seconds
constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

}  // namespace

// Companies of a loop, eliminated from the last to the first.
class EffectiveShares::Elimination {
public:
    // chance(row, column) of a step within the loop; loss[row]: of a step out of it.
    Elimination(std::size_t size, std::vector<double> chances, std::vector<double> losses, StopCheck* stop)
        : size_(size), chances_(std::move(chances)), leaving_(std::move(losses)) {
        for (std::size_t k = size_; k-- > 0;) {
            const double* row = &chances_[k * size_];
            const double loss = leaving_[k];
            for (std::size_t j = 0; j < k; ++j) leaving_[k] += row[j];
            for (std::size_t i = 0; i < k; ++i) {
                const double factor = chance(i, k) / leaving_[k];
                if (factor == 0.0) continue;
                if (stop) stop->step(k);
                double* other = &chances_[i * size_];
                for (std::size_t j = 0; j < k; ++j) other[j] += factor * row[j];
                leaving_[i] += factor * loss;
            }
        }
    }

    // How often each is passed by what comes in at `entries`.
    std::vector<double> visits(std::vector<double> entries) const {
        for (std::size_t k = size_; k-- > 1;) {
            if (entries[k] == 0.0) continue;
            const double factor = entries[k] / leaving_[k];
            for (std::size_t j = 0; j < k; ++j) entries[j] += factor * chance(k, j);
        }
        for (std::size_t k = 0; k < size_; ++k) {
            for (std::size_t j = 0; j < k; ++j) entries[k] += entries[j] * chance(j, k);
            entries[k] /= leaving_[k];
        }
        return entries;
    }

    // The chance to arrive from each where `arrivals` are the chances to do so with the next step.
    std::vector<double> arrivals(std::vector<double> chances) const {
        for (std::size_t k = size_; k-- > 1;) {
            for (std::size_t i = 0; i < k; ++i) chances[i] += chance(i, k) / leaving_[k] * chances[k];
        }
        for (std::size_t k = 0; k < size_; ++k) {
            for (std::size_t j = 0; j < k; ++j) chances[k] += chance(k, j) * chances[j];
            chances[k] /= leaving_[k];
        }
        return chances;
    }

    // How often what starts at one passes it, the start counted.
    double returns(std::size_t member) const {
        std::vector<double> entries(size_, 0.0);
        entries[member] = 1.0;
        return visits(std::move(entries))[member];
    }

private:
    double chance(std::size_t row, std::size_t column) const { return chances_[row * size_ + column]; }

    std::size_t size_;
    std::vector<double> chances_;
    std::vector<double> leaving_;  // to those before it, or out
};

EffectiveShares::EffectiveShares(std::size_t count, const std::vector<Holding>& holdings, StopCheck* stop)
    : steps_(count), claimed_(count, 0.0), stop_(stop) {
    for (const Holding& each : holdings) claimed_[each.owned] += each.share;
    for (const Holding& each : holdings) {
        if (each.share <= 0.0) continue;
        steps_[each.owned].push_back({each.owner, each.share / std::max(claimed_[each.owned], 1.0)});
    }
}

// Tarjan's algorithm with a stack of its own, since chains may be long: it finishes owners before what they own.
std::vector<std::vector<std::size_t>> EffectiveShares::loops(const std::vector<bool>& last) const {
    const std::size_t count = steps_.size();
    std::vector<std::size_t> order(count, nowhere), lowest(count, 0), next(count, 0), open, path;
    std::vector<bool> is_open(count, false);
    std::vector<std::vector<std::size_t>> found;
    std::size_t visited = 0;
    const auto enter = [&](std::size_t vertex) {
        order[vertex] = lowest[vertex] = visited++;
        if (!last.empty() && last[vertex]) next[vertex] = steps_[vertex].size();
        open.push_back(vertex);
        path.push_back(vertex);
        is_open[vertex] = true;
    };
    for (std::size_t root = 0; root < count; ++root) {
        if (order[root] != nowhere) continue;
        for (enter(root); !path.empty();) {
            const std::size_t vertex = path.back();
            if (stop_) stop_->step();
            if (next[vertex] < steps_[vertex].size()) {
                const std::size_t to = steps_[vertex][next[vertex]++].to;
                if (order[to] == nowhere) {
                    enter(to);
                } else if (is_open[to]) {
                    lowest[vertex] = std::min(lowest[vertex], order[to]);
                }
                continue;
            }
            path.pop_back();
            if (!path.empty()) lowest[path.back()] = std::min(lowest[path.back()], lowest[vertex]);
            if (lowest[vertex] != order[vertex]) continue;
            std::vector<std::size_t>& loop = found.emplace_back();
            do {
                loop.push_back(open.back());
                is_open[open.back()] = false;
                open.pop_back();
            } while (loop.back() != vertex);
        }
    }
    return found;
}

// Companies of a loop as numbers from 0; for others nowhere.
class EffectiveShares::LoopNumbers {
public:
    LoopNumbers(std::size_t count) : numbers_(count, nowhere) {}

    void set(const std::vector<std::size_t>& loop) {
        if (loop.size() > most_in_a_loop) {
            throw Error(std::to_string(loop.size()) + " companies own one another in loops, and at most " +
                            std::to_string(most_in_a_loop) + " can be reckoned with",
                        "Ask for fewer claims: a smaller --max-hops, --min-confidence, --publisher.");
        }
        for (std::size_t i = 0; i < loop.size(); ++i) numbers_[loop[i]] = i;
    }
    void clear(const std::vector<std::size_t>& loop) {
        for (const std::size_t member : loop) numbers_[member] = nowhere;
    }
    bool holds(std::size_t vertex) const { return numbers_[vertex] != nowhere; }
    std::size_t operator[](std::size_t vertex) const { return numbers_[vertex]; }

private:
    std::vector<std::size_t> numbers_;
};

std::span<const EffectiveShares::Step> EffectiveShares::steps(std::size_t vertex, const std::vector<bool>& last) const {
    if (!last.empty() && last[vertex]) return {};
    return steps_[vertex];
}

// Of a loop whose numbers are set.
EffectiveShares::Elimination EffectiveShares::eliminate(const std::vector<std::size_t>& loop,
                                                        const LoopNumbers& numbers,
                                                        const std::vector<bool>& last) const {
    const std::size_t size = loop.size();
    std::vector<double> chances(size * size, 0.0), losses(size, 1.0);
    for (std::size_t i = 0; i < size; ++i) {
        const auto owners = steps(loop[i], last);
        if (!owners.empty()) losses[i] = std::max(1.0 - claimed_[loop[i]], 0.0);
        for (const Step& step : owners) {
            (numbers.holds(step.to) ? chances[i * size + numbers[step.to]] : losses[i]) += step.chance;
        }
    }
    if (std::ranges::all_of(losses, [](double loss) { return loss == 0.0; })) std::ranges::fill(losses, least_loss);
    return {size, std::move(chances), std::move(losses), stop_};
}

std::vector<double> EffectiveShares::of_owners(std::size_t owned, const std::vector<bool>& last) const {
    std::vector<double> entries(steps_.size(), 0.0), shares(steps_.size(), 0.0);
    entries[owned] = 1.0;
    LoopNumbers numbers(steps_.size());
    const auto all = loops(last);
    for (auto loop = all.rbegin(); loop != all.rend(); ++loop) {  // what is owned before its owners
        std::vector<double> inward;
        for (const std::size_t member : *loop) inward.push_back(entries[member]);
        if (std::ranges::all_of(inward, [](double entry) { return entry == 0.0; })) continue;
        numbers.set(*loop);
        const Elimination elimination = eliminate(*loop, numbers, last);
        const std::vector<double> visits = elimination.visits(std::move(inward));
        for (std::size_t i = 0; i < loop->size(); ++i) {
            const std::size_t member = (*loop)[i];
            if (stop_) stop_->step(loop->size() * loop->size());
            const double returns = elimination.returns(i);
            shares[member] = std::min(member == owned ? 1.0 - 1.0 / returns : visits[i] / returns, 1.0);
            for (const Step& step : steps(member, last)) {
                if (!numbers.holds(step.to)) entries[step.to] += visits[i] * step.chance;
            }
        }
        numbers.clear(*loop);
    }
    return shares;
}

std::vector<double> EffectiveShares::of_holdings(std::size_t owner) const {
    std::vector<bool> last(steps_.size(), false);
    last[owner] = true;
    std::vector<double> shares(steps_.size(), 0.0);
    shares[owner] = 1.0;
    LoopNumbers numbers(steps_.size());
    for (const std::vector<std::size_t>& loop : loops(last)) {  // owners before what they own
        if (loop.front() == owner) continue;                    // alone, as it is the last
        numbers.set(loop);
        std::vector<double> arriving(loop.size(), 0.0);
        for (std::size_t i = 0; i < loop.size(); ++i) {
            for (const Step& step : steps(loop[i], last)) {
                if (!numbers.holds(step.to)) arriving[i] += step.chance * shares[step.to];
            }
        }
        if (std::ranges::any_of(arriving, [](double chance) { return chance > 0.0; })) {
            arriving = eliminate(loop, numbers, last).arrivals(std::move(arriving));
        }
        for (std::size_t i = 0; i < loop.size(); ++i) shares[loop[i]] = std::min(arriving[i], 1.0);
        numbers.clear(loop);
    }
    shares[owner] = 0.0;
    return shares;
}

}  // namespace kith
