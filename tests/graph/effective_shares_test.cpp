#include "graph/search/effective_shares.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "graph/random_graph.hpp"

using namespace kith;

namespace {

using Matrix = std::vector<std::vector<double>>;

// The slow solver: Gauss-Jordan on a dense matrix, with pivots.
Matrix inverse(Matrix matrix) {
    const std::size_t size = matrix.size();
    Matrix result(size, std::vector<double>(size, 0.0));
    for (std::size_t i = 0; i < size; ++i) result[i][i] = 1.0;
    for (std::size_t k = 0; k < size; ++k) {
        std::size_t pivot = k;
        for (std::size_t i = k; i < size; ++i) {
            if (std::abs(matrix[i][k]) > std::abs(matrix[pivot][k])) pivot = i;
        }
        std::swap(matrix[k], matrix[pivot]);
        std::swap(result[k], result[pivot]);
        const double divisor = matrix[k][k];
        for (std::size_t j = 0; j < size; ++j) {
            matrix[k][j] /= divisor;
            result[k][j] /= divisor;
        }
        for (std::size_t i = 0; i < size; ++i) {
            const double factor = i == k ? 0.0 : matrix[i][k];
            for (std::size_t j = 0; j < size && factor != 0.0; ++j) {
                matrix[i][j] -= factor * matrix[k][j];
                result[i][j] -= factor * result[k][j];
            }
        }
    }
    return result;
}

struct RandomShares {
    std::size_t count = 0;
    std::vector<Holding> holdings;
};

// Companies that own one another at random: loops, holdings of themselves, some of which more than all is claimed.
RandomShares random_shares(Dice& dice) {
    RandomShares graph;
    graph.count = static_cast<std::size_t>(2 + dice.roll(11));
    const int ties = 1 + dice.roll(static_cast<int>(graph.count) * 3);
    std::map<std::pair<std::size_t, std::size_t>, double> shares;
    std::vector<double> left(graph.count, 1.0);
    const bool may_exceed = dice.chance(20);
    for (int i = 0; i < ties; ++i) {
        const auto owner = static_cast<std::size_t>(dice.roll(static_cast<int>(graph.count)));
        const auto owned = static_cast<std::size_t>(dice.roll(static_cast<int>(graph.count)));
        if (shares.contains({owner, owned})) continue;
        const double share = 0.01 * dice.roll(100);
        if (!may_exceed && share > left[owned] - 0.001) continue;
        left[owned] -= share;
        shares[{owner, owned}] = share;
    }
    for (const auto& [pair, share] : shares) graph.holdings.push_back({pair.first, pair.second, share});
    return graph;
}

// (I - A)^-1, A scaled where more than all is claimed.
Matrix chains_of(const RandomShares& graph) {
    std::vector<double> sums(graph.count, 0.0);
    for (const Holding& each : graph.holdings) sums[each.owned] += each.share;
    Matrix matrix(graph.count, std::vector<double>(graph.count, 0.0));
    for (std::size_t i = 0; i < graph.count; ++i) matrix[i][i] = 1.0;
    for (const Holding& each : graph.holdings) {
        matrix[each.owner][each.owned] -= each.share / std::max(1.0, sums[each.owned]);
    }
    return inverse(std::move(matrix));
}

// Whether a loop keeps all that comes into it, so that there is no inverse.
bool is_singular(const Matrix& chains) {
    for (const auto& row : chains) {
        for (const double value : row) {
            if (!(std::abs(value) < 1e5)) return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("a chain is a product, and chains add up") {
    const EffectiveShares shares(3, {{0, 1, 0.6}, {1, 2, 0.5}, {0, 2, 0.2}});
    CHECK(shares.of_owners(2) == std::vector{0.6 * 0.5 + 0.2, 0.5, 0.0});
    CHECK(shares.of_holdings(0) == std::vector{0.0, 0.6, 0.5 * 0.6 + 0.2});
}

TEST_CASE("what a company holds of its own parent comes to whoever owns the parent") {
    // 0 holds 60 % of 1; the rest is held by 2, which 1 owns wholly.
    const EffectiveShares shares(3, {{0, 1, 0.6}, {2, 1, 0.4}, {1, 2, 1.0}});
    const auto owners = shares.of_owners(1);
    CHECK(owners[0] == doctest::Approx(1.0));
    CHECK(owners[1] == doctest::Approx(0.4));  // of itself
    CHECK(owners[2] == doctest::Approx(0.4));
}

TEST_CASE("shares that a company holds of itself are its owners'") {
    CHECK(EffectiveShares(2, {{0, 1, 0.8}, {1, 1, 0.2}}).of_owners(1)[0] == doctest::Approx(1.0));
}

TEST_CASE("a loop that nobody owns from outside has shares all the same") {
    const EffectiveShares shares(3, {{0, 1, 1.0}, {1, 0, 1.0}, {1, 2, 1.0}});
    CHECK(shares.of_owners(2)[0] == doctest::Approx(1.0));
    CHECK(shares.of_owners(2)[1] == doctest::Approx(1.0));
    CHECK(shares.of_owners(1)[0] == doctest::Approx(1.0));
    CHECK(shares.of_holdings(0)[2] == doctest::Approx(1.0));
}

TEST_CASE("of more than all that is claimed each has his part") {
    const EffectiveShares shares(3, {{0, 2, 0.9}, {1, 2, 0.6}});
    CHECK(shares.claimed(2) == doctest::Approx(1.5));
    CHECK(shares.of_owners(2)[0] == doctest::Approx(0.6));
    CHECK(shares.of_owners(2)[1] == doctest::Approx(0.4));
}

TEST_CASE("chains end at the last, so that their shares add up") {
    // 0 owns 1 wholly and 1 owns 2 wholly: together they hold all of it, not twice as much.
    const EffectiveShares shares(3, {{0, 1, 1.0}, {1, 2, 1.0}});
    CHECK(shares.of_owners(2, {true, true, false}) == std::vector{0.0, 1.0, 0.0});
}

TEST_CASE("a chain of a hundred thousand companies is followed to its end") {
    std::vector<Holding> holdings;
    for (std::size_t i = 0; i + 1 < 100'000; ++i) holdings.push_back({i, i + 1, 1.0});
    const EffectiveShares shares(100'000, holdings);
    CHECK(shares.of_owners(99'999)[0] == 1.0);
    CHECK(shares.of_holdings(0)[99'999] == 1.0);
}

TEST_CASE("effective shares are those of a slow solver, on 10,000 random graphs with loops") {
    Dice dice(12);
    std::size_t compared = 0, with_loops = 0, keeping = 0;
    double worst = 0.0;
    for (int round = 0; round < 10'000; ++round) {
        const RandomShares graph = random_shares(dice);
        const EffectiveShares shares(graph.count, graph.holdings);
        const Matrix chains = chains_of(graph);
        if (is_singular(chains)) {
            ++keeping;
            continue;
        }
        bool has_loop = false;
        for (std::size_t owned = 0; owned < graph.count; ++owned) {
            const auto owners = shares.of_owners(owned);
            has_loop = has_loop || chains[owned][owned] > 1.0 + 1e-9;
            for (std::size_t owner = 0; owner < graph.count; ++owner) {
                const double expected =
                    owner == owned ? 1.0 - 1.0 / chains[owner][owner] : chains[owner][owned] / chains[owner][owner];
                worst = std::max(worst, std::abs(owners[owner] - expected));
            }
        }
        for (std::size_t owner = 0; owner < graph.count; ++owner) {
            const auto holdings = shares.of_holdings(owner);
            for (std::size_t owned = 0; owned < graph.count; ++owned) {
                if (owner == owned) continue;
                worst = std::max(worst, std::abs(holdings[owned] - chains[owner][owned] / chains[owner][owner]));
            }
        }
        ++compared;
        with_loops += has_loop ? 1 : 0;
    }
    CHECK(worst < 1e-9);
    CHECK(compared > 9'000);
    CHECK(with_loops > 4'000);
    CHECK(keeping > 0);  // these are compared from both ends below
}

TEST_CASE("where a loop keeps all, what is asked from both ends agrees") {
    Dice dice(12);
    double worst = 0.0;
    for (int round = 0; round < 10'000; ++round) {
        const RandomShares graph = random_shares(dice);
        if (!is_singular(chains_of(graph))) continue;
        const EffectiveShares shares(graph.count, graph.holdings);
        for (std::size_t owner = 0; owner < graph.count; ++owner) {
            const auto holdings = shares.of_holdings(owner);
            for (std::size_t owned = 0; owned < graph.count; ++owned) {
                if (owner == owned) continue;
                worst = std::max(worst, std::abs(holdings[owned] - shares.of_owners(owned)[owner]));
            }
        }
    }
    CHECK(worst < 1e-9);
}
