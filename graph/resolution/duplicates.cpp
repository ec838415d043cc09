#include "graph/resolution/duplicates.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "graph/resolution/candidates.hpp"
#include "graph/resolution/entity_profiles.hpp"
#include "graph/resolution/joins.hpp"
#include "graph/resolution/pair_score.hpp"
#include "graph/store/store_database.hpp"

namespace kith {

namespace {

constexpr std::size_t pairs_a_step = 4096;  // of progress: some hundredths of a second

// Nothing for an entity that is not there: a stranger's file may judge anything.
std::optional<std::size_t> index_of(const std::vector<EntityProfile>& profiles, EntityId id) {
    const auto found = std::ranges::lower_bound(profiles, id, {}, &EntityProfile::id);
    if (found == profiles.end() || found->id != id) return std::nullopt;
    return static_cast<std::size_t>(found - profiles.begin());
}

PeoplesPairs judged_by_people(const Database& database, const std::vector<EntityProfile>& profiles) {
    std::map<ProfilePair, std::string> last;
    Statement rows = database.prepare("SELECT entity, other, verdict FROM judgement WHERE judge <> ?1 ORDER BY id");
    for (rows.bind(1, automatic_judge); rows.step();) {
        const auto one = index_of(profiles, rows.integer(0)), other = index_of(profiles, rows.integer(1));
        if (one && other && one != other) last[std::minmax(*one, *other)] = rows.text(2);
    }
    PeoplesPairs people;
    for (const auto& [pair, verdict] : last)
        (verdict == "same" ? people.same : verdict == "different" ? people.different : people.unsure).insert(pair);
    return people;
}

struct Found {
    std::vector<EntityProfile> profiles;
    std::vector<Duplicate> duplicates;
    std::vector<std::pair<EntityId, EntityId>> joins;  // judgements to stand, in order of making
};

Found find(const Store& store, const CompareProgress& progress) {
    const Database& database = database_of(store);
    StopCheck* const stop = database.stop_check();
    Found found;
    found.profiles = read_profiles(database);
    const std::vector<EntityProfile>& profiles = found.profiles;
    StoreFacts facts(profiles, database);
    PairScorer scorer(profiles, facts);
    const PeoplesPairs people = judged_by_people(database, profiles);
    std::vector<ScoredPair> pairs;
    const std::vector<ProfilePair> candidates = candidate_pairs(profiles, stop);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const ProfilePair& pair = candidates[i];
        if (stop) stop->step(16);
        if (progress && i % pairs_a_step == 0) progress(i, candidates.size());
        if (people.same.contains(pair) || people.different.contains(pair) || people.unsure.contains(pair)) continue;
        PairScore score = scorer.score(pair.first, pair.second);
        if (score.probability >= ask_from && !score.contradictory) pairs.push_back({pair, score});
    }
    const Joins joins = join_pairs(profiles, std::move(pairs), scorer, people);
    for (const ScoredPair& each : joins.pairs) {
        const auto [one, other] = each.pair;
        const bool first = is_better_name(profiles[one], profiles[other]);
        const EntityProfile &kept = profiles[first ? one : other], &second = profiles[first ? other : one];
        found.duplicates.push_back({{kept.id, kept.name, kept.kind},
                                    {second.id, second.name, second.kind},
                                    each.score.probability,
                                    scorer.in_words(each.score, one, other),
                                    false});
    }
    for (const auto& [one, other] : joins.made) found.joins.emplace_back(profiles[one].id, profiles[other].id);
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
