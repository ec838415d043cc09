// Turns what the store and the path search answer (ids) into views (names, documents, quotes).
//
//     PathAnswer answer = ResultBuilder(store).paths(question, find_paths(store, question));
//
// From when it is made until it goes, its store is read in one state, so that what a search has found is still there
// when it is looked up: make it before the search. It keeps what it has looked up: one builder serves one question. Not
// safe from several threads, like its Store.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/search/all_paths.hpp"
#include "graph/search/neighbourhood.hpp"
#include "graph/search/path.hpp"
#include "graph/search/time_respecting_path.hpp"
#include "graph/store/store.hpp"
#include "query/result.hpp"

namespace [[gnu::visibility("default")]] kith {

class ReadTransaction;

class ResultBuilder {
public:
    // The store must outlive the builder and the views.
    explicit ResultBuilder(const Store& store);
    ~ResultBuilder();
    ResultBuilder(ResultBuilder&&) noexcept;

    const Entity& entity(EntityId id);
    ClaimView claim(const Claim& claim);

    // The claims' ties, strongest first; those equally strong in order of first appearance. Of each claim, the evidence
    // counts that is as sure as the filter wants it.
    std::vector<TieView> ties(const std::vector<Claim>& claims, const ClaimFilter& filter = {});
    // The first `most` of them: what is beyond is only counted, in `left_out`.
    std::vector<TieView> strongest_ties(const std::vector<Claim>& claims, std::size_t most, std::size_t& left_out);

    PathAnswer paths(const PathQuestion& question, const std::vector<Path>& paths);
    PathAnswer all_paths(const AllPathsQuestion& question, const AllPaths& found);
    // One path, or none; each hop has the one claim that the order of time rests on.
    PathAnswer path_in_time_order(const TimeRespectingQuestion& question,
                                  const std::optional<std::vector<TimedHop>>& hops);
    std::vector<PastClaimView> history(EntityId entity);
    Profile profile(EntityId id, const ClaimFilter& filter);
    TimelineAnswer timeline(EntityId id, const ClaimFilter& filter);

    // Without the entities asked about, and those that `kinds` and `avoided` leave out.
    NeighboursAnswer neighbours(const NeighbourhoodQuestion& question, const Neighbourhood& found);
    CommonAnswer common(EntityId first, EntityId second, const ClaimFilter& filter,
                        const std::vector<CommonNeighbour>& found);
    FragilityAnswer fragility(const FragilityQuestion& question, const Fragility& found);

    // Ties that some source denies and another holds: as actual or planned, where the filter names no statuses. Of one
    // entity, or of all.
    ContradictionsAnswer contradictions(std::optional<EntityId> about, const ClaimFilter& filter);

private:
    struct Between {
        std::vector<Claim> claims, denials;
    };

    const std::vector<EvidenceWithDocument>& evidence(ClaimId id);
    std::vector<ClaimJudgementView> judgements(ClaimId id);
    std::vector<TieView> views_of(std::vector<Tie> ties, const std::vector<Claim>& claims);
    const Between& between(EntityId a, EntityId b, const ClaimFilter& filter);
    // With all claims that the filter lets through, or only one.
    HopView hop(EntityId from, EntityId to, const ClaimFilter& filter, bool directed, std::optional<ClaimId> only);
    PathView path(const std::vector<EntityId>& entities, const ClaimFilter& filter, bool directed);
    std::unordered_map<EntityId, std::vector<Claim>> inward_claims(const Neighbourhood& found,
                                                                   const NeighbourhoodQuestion& question);

    const Store& store_;
    std::unique_ptr<ReadTransaction> reading_;
    std::unordered_map<EntityId, Entity> entities_;
    std::unordered_map<ClaimId, std::vector<EvidenceWithDocument>> evidence_;
    std::optional<std::unordered_map<ClaimId, std::vector<ClaimJudgement>>> judgements_;  // all there are
    std::unordered_map<std::int64_t, std::vector<Claim>> alternatives_;                   // by group
    std::map<std::pair<EntityId, EntityId>, Between> between_;  // of one question: by lesser and greater
};

}  // namespace kith
