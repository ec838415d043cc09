#include "graph/resolution/joins.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>

#include "graph/resolution/duplicates.hpp"

namespace kith {

namespace {

// Grows clusters of entities that are one: what people judged the same, and what is as good as certain. Names that
// contradict one another never come together by kith's links; what people tied is theirs to answer for.
class Clusters {
public:
    Clusters(const std::vector<EntityProfile>& profiles, PairScorer& scorer, const PeoplesPairs& people)
        : scorer_(scorer), people_(people), all_(profiles.size()), joined_(profiles.size()) {
        for (const auto& [one, other] : people.same) all_.unite(one, other);
    }

    std::size_t root(std::size_t i) const { return all_.root(i); }
    const std::vector<std::size_t>& members(std::size_t i) const { return all_.members(i); }

    // False: something speaks against it.
    bool join(std::size_t one, std::size_t other) {
        if (all_.root(one) == all_.root(other)) return true;
        for (const std::size_t a : all_.members(one)) {
            for (const std::size_t b : all_.members(other)) {
                const ProfilePair pair = std::minmax(a, b);
                if (people_.different.contains(pair) || people_.unsure.contains(pair)) return false;
            }
        }
        if (joined_.members(one).size() + joined_.members(other).size() > most_joined) return false;
        for (const std::size_t a : joined_.members(one)) {
            for (const std::size_t b : joined_.members(other)) {
                if (scorer_.contradict(a, b)) return false;
            }
        }
        all_.unite(one, other);
        joined_.unite(one, other);
        return true;
    }

private:
    // More names than these nobody has; and all are compared with all.
    static constexpr std::size_t most_joined = 48;

    // Disjoint sets whose members can be listed.
    class Sets {
    public:
        explicit Sets(std::size_t size) : root_(size), members_(size) {
            std::iota(root_.begin(), root_.end(), std::size_t{0});
            for (std::size_t i = 0; i < size; ++i) members_[i] = {i};
        }
        std::size_t root(std::size_t i) const { return root_[i]; }
        const std::vector<std::size_t>& members(std::size_t i) const { return members_[root_[i]]; }
        void unite(std::size_t one, std::size_t other) {
            std::size_t into = root_[one], from = root_[other];
            if (into == from) return;
            if (members_[into].size() < members_[from].size()) std::swap(into, from);
            for (const std::size_t member : members_[from]) root_[member] = into;
            members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
            members_[from].clear();
        }

    private:
        std::vector<std::size_t> root_;
        std::vector<std::vector<std::size_t>> members_;  // of a root
    };

    PairScorer& scorer_;
    const PeoplesPairs& people_;
    Sets all_, joined_;  // the second by kith's links alone
};

// Whom an entity may be as likely as another: the less likely of two who cannot be one, and both where the difference is
// small. "Bush" is neither George W. nor his father then.
class Rivals {
public:
    Rivals(const std::vector<ScoredPair>& pairs, PairScorer& scorer) : scorer_(scorer) {
        for (const ScoredPair& each : pairs) {
            if (each.score.probability < join_from) continue;
            partners_[each.pair.first].push_back({each.pair.second, each.score.probability});
            partners_[each.pair.second].push_back({each.pair.first, each.score.probability});
        }
    }

    bool forbid(const ScoredPair& link) const {
        const auto [one, other] = link.pair;
        return is_rivalled(one, other, link.score.probability) || is_rivalled(other, one, link.score.probability);
    }

private:
    static constexpr double much_likelier = 4.0;  // ratio of doubts
    struct Partner {
        std::size_t index;
        double probability;
    };

    bool is_rivalled(std::size_t one, std::size_t partner, double probability) const {
        const auto rivals = partners_.find(one);
        return rivals != partners_.end() && std::ranges::any_of(rivals->second, [&](const Partner& rival) {
                   return rival.index != partner && 1.0 - rival.probability < much_likelier * (1.0 - probability) &&
                          scorer_.contradict(rival.index, partner);
               });
    }

    PairScorer& scorer_;
    std::map<std::size_t, std::vector<Partner>> partners_;
};

// The links that hold each cluster together, walked from the entity whose name is kept, so that each judgement's first
// side is nearer to it. What people judged is walked too, and not said again.
void direct_links(const std::vector<EntityProfile>& profiles, const Clusters& clusters,
                  const std::vector<ProfilePair>& links, const PeoplesPairs& people,
                  std::vector<std::pair<std::size_t, std::size_t>>& joins) {
    std::map<std::size_t, std::vector<std::size_t>> neighbours;
    std::set<std::size_t> roots;
    const auto add = [&](const ProfilePair& pair) {
        neighbours[pair.first].push_back(pair.second);
        neighbours[pair.second].push_back(pair.first);
    };
    for (const ProfilePair& link : links) {
        add(link);
        roots.insert(clusters.root(link.first));
    }
    for (const ProfilePair& judged : people.same) add(judged);
    for (const std::size_t root : roots) {
        std::vector<std::size_t> open{*std::ranges::min_element(
            clusters.members(root),
            [&](std::size_t a, std::size_t b) { return is_better_name(profiles[a], profiles[b]); })};
        std::set<std::size_t> seen{open.front()};
        for (std::size_t next = 0; next < open.size(); ++next) {
            for (const std::size_t neighbour : neighbours[open[next]]) {
                if (!seen.insert(neighbour).second) continue;
                open.push_back(neighbour);
                if (!people.same.contains(std::minmax(open[next], neighbour)))
                    joins.emplace_back(open[next], neighbour);
            }
        }
    }
}

}  // namespace

bool is_better_name(const EntityProfile& one, const EntityProfile& other) {
    const auto rank = [](const EntityProfile& profile) {
        const std::string_view name = profile.name;
        return std::tuple(profile.is_person() && profile.names.front().words.size() > 1 ? 0 : 1, -profile.weight,
                          name.size(), name, profile.id);
    };
    return rank(one) < rank(other);
}

Joins join_pairs(const std::vector<EntityProfile>& profiles, std::vector<ScoredPair> pairs, PairScorer& scorer,
                 const PeoplesPairs& people) {
    // Among equals by name, so that the order in which entities came says nothing.
    const auto rank = [&](const ScoredPair& each) {
        std::string_view one = profiles[each.pair.first].name, other = profiles[each.pair.second].name;
        if (other < one) std::swap(one, other);
        return std::tuple(-each.score.probability, one, other, each.pair);
    };
    std::ranges::sort(pairs, {}, rank);
    Clusters clusters(profiles, scorer, people);
    const Rivals rivals(pairs, scorer);
    std::vector<ProfilePair> links;
    for (const ScoredPair& each : pairs) {
        if (each.score.probability < join_from) break;
        const auto [one, other] = each.pair;
        if (clusters.root(one) != clusters.root(other) && !rivals.forbid(each) && clusters.join(one, other))
            links.push_back(each.pair);
    }
    Joins joins;
    direct_links(profiles, clusters, links, people, joins.made);
    joins.pairs = std::move(pairs);
    return joins;
}

}  // namespace kith
