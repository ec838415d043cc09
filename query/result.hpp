// Answers: what each question of the command line gives, as plain values, complete with names, documents and quotes.
//
// They are built once (query/result_builder) and drawn by every format: tables by query/cli, JSON by query/result_json,
// pictures by query/export. Views point into their store's ontology and live no longer than the store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/search/fragility.hpp"
#include "graph/store/store.hpp"
#include "query/export/view.hpp"

namespace [[gnu::visibility("default")]] kith {

// One step of a path, with all ties that carry it, strongest first.
struct HopView {
    Entity from;
    Entity to;
    double strength = 0.0;
    std::vector<TieView> ties;
    std::vector<TieView> denials;  // what sources deny between the two, where the search left it out
    std::optional<Day> day;        // of a path in order of time: the day of its claim
};

struct PathView {
    std::vector<HopView> hops;
    double strength = 0.0;
};

// Where texts name two entities together although no claim that was asked for ties them. No claim is no clearance: what
// reads the texts misses much, and here a person can look.
struct JointMentions {
    std::size_t documents = 0;         // that name both
    std::vector<QuoteView> sentences;  // that name both, and that no claim between the two was drawn from; a few
};

struct PathAnswer {
    Entity from;
    Entity to;
    std::vector<PathView> paths;
    bool complete = true;                     // false: of all paths, only those found before the budget was used up
    std::optional<JointMentions> together{};  // where there is no path
};

// Claims grouped into ties; `about` names the entities the question was about, if any.
struct ClaimsAnswer {
    std::vector<Entity> about;
    std::vector<TieView> ties;
    std::size_t left_out = 0;                 // ties beyond those asked for
    std::optional<JointMentions> together{};  // of two between whom there is no claim
};

// Something that a text dates: the tie, and when it holds.
struct TimelineEntry {
    std::string time;
    TieView tie;  // its claims are those of this time
};

// Ties of an entity under one relation in one direction ("is directed by").
struct TieGroup {
    const Relation* relation = nullptr;
    bool inverse = false;  // the entity is the object
    std::vector<TieView> ties;
    std::size_t left_out = 0;  // beyond those asked for
};

// What an earlier edition of a list said.
struct PastClaimView {
    ClaimView claim{};                // with its one quote; without a number
    std::optional<Document> until{};  // the edition since which it is past
    bool is_dropped = false;          // its record is on the list no longer
};

// Who an entity is.
struct Profile {
    Entity entity;
    std::vector<Alias> aliases;  // without the name itself
    std::vector<Identifier> identifiers;
    int documents = 0;              // that say something of it
    int sources = 0;                // independent ones among them
    std::vector<TieGroup> groups;   // the group with the strongest tie first
    std::vector<TieView> said;      // as a speaker
    std::vector<TieView> rejected;  // by people
    std::vector<TimelineEntry> timeline;
    std::vector<PastClaimView> history;  // where it is asked for
    std::size_t said_left_out = 0, timeline_left_out = 0, history_left_out = 0;

    std::size_t left_out() const {
        std::size_t sum = said_left_out + timeline_left_out + history_left_out;
        for (const TieGroup& group : groups) sum += group.left_out;
        return sum;
    }
};

struct NeighbourView {
    Entity entity;
    int hops = 0;
    std::vector<TieView> ties;  // to entities that are one hop nearer, strongest first, denied ones last
};

struct NeighboursAnswer {
    std::vector<Entity> from;
    std::vector<NeighbourView> neighbours;    // nearest first, then the most strongly tied
    std::vector<Entity> cut;                  // entities of which only the most strongly tied neighbours were followed
    std::vector<std::size_t> cut_neighbours;  // how many neighbours each of those has
    bool full = false;                        // there are more than the answer may hold
};

struct CommonNeighbourView {
    Entity entity;
    std::vector<TieView> first_ties;   // with the first of the two, strongest first, denied ones last
    std::vector<TieView> second_ties;  // with the second
};

struct CommonAnswer {
    Entity first;
    Entity second;
    std::vector<CommonNeighbourView> neighbours;  // most strongly tied to both first
};

// On which sources all paths between two entities rest.
struct FragilityAnswer {
    struct Source {
        std::string name;
        std::vector<Document> documents;  // that fall with it
    };
    Entity from;
    Entity to;
    Fragility numbers;  // all but its sources, which are here with their documents
    std::vector<Source> sources;
    int max_hops = 0;  // that were asked for
};

struct TimelineAnswer {
    Entity entity;
    std::vector<TimelineEntry> timeline;  // earliest first
    std::size_t left_out = 0;
};

// What some source holds and another denies, of the same subject, relation and object.
struct Contradiction {
    std::vector<TieView> held;    // strongest first
    std::vector<TieView> denied;  // the ties that deny it
};

struct ContradictionsAnswer {
    std::vector<Contradiction> contradictions;  // those first whose weaker side is strongest
    std::size_t left_out = 0;
};

// A claim to be judged, as a tie of its own, and how much a verdict on it would tell.
struct ReviewedClaim {
    double priority = 0.0;
    TieView tie;
};

struct ReviewAnswer {
    std::vector<ReviewedClaim> claims;  // by priority
};

}  // namespace kith
