#include "graph/resolution/duplicates.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "graph/resolution/candidates.hpp"
#include "graph/resolution/entity_profiles.hpp"
#include "graph/resolution/pair_score.hpp"
#include "graph/store/store_database.hpp"

namespace kith {

namespace {

constexpr std::size_t pairs_a_step = 4096;  // of progress: some hundredths of a second

using Pair = std::pair<std::size_t, std::size_t>;  // indices of profiles, the smaller first

struct ScoredPair {
    Pair pair;
    PairScore score;
};

// What people have judged, by indices of profiles; of several judgements on one pair the last counts.
struct People {
    std::set<Pair> same, different, unsure;
};

// Nothing for an entity that is not there: a stranger's file may judge anything.
std::optional<std::size_t> index_of(const std::vector<EntityProfile>& profiles, EntityId id) {
    const auto found = std::ranges::lower_bound(profiles, id, {}, &EntityProfile::id);
    if (found == profiles.end() || found->id != id) return std::nullopt;
    return static_cast<std::size_t>(found - profiles.begin());
}

People judged_by_people(const Database& database, const std::vector<EntityProfile>& profiles) {
    std::map<Pair, std::string> last;
    Statement rows = database.prepare("SELECT entity, other, verdict FROM judgement WHERE judge <> ?1 ORDER BY id");
    for (rows.bind(1, automatic_judge); rows.step();) {
        const auto one = index_of(profiles, rows.integer(0)), other = index_of(profiles, rows.integer(1));
        if (one && other && one != other) last[std::minmax(*one, *other)] = rows.text(2);
    }
    People people;
    for (const auto& [pair, verdict] : last)
        (verdict == "same" ? people.same : verdict == "different" ? people.different : people.unsure).insert(pair);
    return people;
}

// Grows clusters of entities that are one: what people judged the same, and what is as good as certain. Names that
// contradict one another never come together by kith's links; what people tied is theirs to answer for.
class Clusters {
public:
    Clusters(const std::vector<EntityProfile>& profiles, PairScorer& scorer, const People& people)
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
                const Pair pair = std::minmax(a, b);
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
    const People& people_;
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

// Which of several names an actor goes by: of a person, one of several words first; then what is
// said most often.
bool is_better_name(const EntityProfile& one, const EntityProfile& other) {
    const auto rank = [](const EntityProfile& profile) {
        const std::string_view name = profile.name;
        return std::tuple(profile.is_person() && profile.names.front().words.size() > 1 ? 0 : 1, -profile.weight,
                          name.size(), name, profile.id);
    };
    return rank(one) < rank(other);
}

struct Found {
    std::vector<EntityProfile> profiles;
    std::vector<Duplicate> duplicates;
    std::vector<std::pair<EntityId, EntityId>> joins;  // judgements to stand, in order of making
};

// The links that hold each cluster together, walked from the entity whose name is kept, so that each judgement's first
// side is nearer to it. What people judged is walked too, and not said again.
void direct_links(const std::vector<EntityProfile>& profiles, const Clusters& clusters, const std::vector<Pair>& links,
                  const People& people, std::vector<std::pair<EntityId, EntityId>>& joins) {
    std::map<std::size_t, std::vector<std::size_t>> neighbours;
    std::set<std::size_t> roots;
    const auto add = [&](const Pair& pair) {
        neighbours[pair.first].push_back(pair.second);
        neighbours[pair.second].push_back(pair.first);
    };
    for (const Pair& link : links) {
        add(link);
        roots.insert(clusters.root(link.first));
    }
    for (const Pair& judged : people.same) add(judged);
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
                    joins.emplace_back(profiles[open[next]].id, profiles[neighbour].id);
            }
        }
    }
}

Found find(const Store& store, const CompareProgress& progress) {
    const Database& database = database_of(store);
    StopCheck* const stop = database.stop_check();
    Found found;
    found.profiles = read_profiles(database);
    const std::vector<EntityProfile>& profiles = found.profiles;
    PairScorer scorer(profiles, database);
    const People people = judged_by_people(database, profiles);
    std::vector<ScoredPair> pairs;
    const std::vector<Pair> candidates = candidate_pairs(profiles, stop);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Pair& pair = candidates[i];
        if (stop) stop->step(16);
        if (progress && i % pairs_a_step == 0) progress(i, candidates.size());
        if (people.same.contains(pair) || people.different.contains(pair) || people.unsure.contains(pair)) continue;
        PairScore score = scorer.score(pair.first, pair.second);
        if (score.probability >= ask_from && !score.contradictory) pairs.push_back({pair, score});
    }
    // Among equals by name, so that the order in which entities came says nothing.
    const auto rank = [&](const ScoredPair& each) {
        std::string_view one = profiles[each.pair.first].name, other = profiles[each.pair.second].name;
        if (other < one) std::swap(one, other);
        return std::tuple(-each.score.probability, one, other, each.pair);
    };
    std::ranges::sort(pairs, {}, rank);
    Clusters clusters(profiles, scorer, people);
    const Rivals rivals(pairs, scorer);
    std::vector<Pair> links;
    for (const ScoredPair& each : pairs) {
        const auto [one, other] = each.pair;
        if (clusters.root(one) != clusters.root(other) && each.score.probability >= join_from && !rivals.forbid(each) &&
            clusters.join(one, other))
            links.push_back(each.pair);
        const bool first = is_better_name(profiles[one], profiles[other]);
        const EntityProfile &kept = profiles[first ? one : other], &second = profiles[first ? other : one];
        found.duplicates.push_back({{kept.id, kept.name, kept.kind},
                                    {second.id, second.name, second.kind},
                                    each.score.probability,
                                    scorer.in_words(each.score, one, other),
                                    false});
    }
    direct_links(profiles, clusters, links, people, found.joins);
    return found;
}

}  // namespace

std::vector<Duplicate> find_duplicates(const Store& store) {
    std::vector<Duplicate> found = find(store, {}).duplicates;
    for (Duplicate& each : found) each.joined = store.canonical(each.kept.id) == store.canonical(each.other.id);
    // Of those that stand as one, only what is sure by itself tells why.
    std::erase_if(found, [](const Duplicate& each) { return each.joined && each.probability < join_from; });
    return found;
}

Joined join_duplicates(StoreWriter& writer, const CompareProgress& progress) {
    writer.finish_load();
    const Store store = writer.store();
    const Found found = find(store, progress);
    std::map<std::pair<EntityId, EntityId>, double> probability;
    for (const Duplicate& each : found.duplicates)
        probability[std::minmax(each.kept.id, each.other.id)] = each.probability;
    std::set<std::pair<EntityId, EntityId>> standing;
    Statement rows = database_of(store).prepare(
        "SELECT entity, other FROM judgement WHERE judge = ?1 AND verdict = 'same' ORDER BY id");
    for (rows.bind(1, automatic_judge); rows.step();) standing.emplace(rows.integer(0), rows.integer(1));
    const std::set<std::pair<EntityId, EntityId>> wanted(found.joins.begin(), found.joins.end());
    Joined joined;
    for (const auto& [one, other] : standing) {
        if (wanted.contains({one, other})) continue;
        writer.withdraw(one, other, automatic_judge);
        ++joined.withdrawn;
    }
    for (const auto& [one, other] : found.joins) {
        if (standing.contains({one, other})) continue;
        writer.judge(one, other, "same", automatic_judge, probability[std::minmax(one, other)]);
        ++joined.made;
    }
    return joined;
}

}  // namespace kith
