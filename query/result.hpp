// Answers: what each question of the command line gives, as plain values, complete with names, documents and quotes.
//
// They are built once (query/result_builder) and drawn by every format: tables by query/cli, JSON by query/result_json,
// pictures by query/export. Views point into their store's ontology and live no longer than the store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/store.hpp"
#include "query/export/view.hpp"

namespace kith {

// One step of a path, with all ties that carry it, strongest first.
struct HopView {
    Entity from;
    Entity to;
    double strength = 0.0;
    std::vector<TieView> ties;
    std::vector<TieView> denials;  // what sources deny between the two, where the search left it out
};

struct PathView {
    std::vector<HopView> hops;
    double strength = 0.0;
};

struct PathAnswer {
    Entity from;
    Entity to;
    std::vector<PathView> paths;
};

// Claims grouped into ties; `about` names the entities the question was about, if any.
struct ClaimsAnswer {
    std::vector<Entity> about;
    std::vector<TieView> ties;
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
};

// Who an entity is.
struct Profile {
    Entity entity;
    std::vector<Alias> aliases;    // without the name itself
    int documents = 0;             // that say something of it
    int sources = 0;               // independent ones among them
    std::vector<TieGroup> groups;  // the group with the strongest tie first
    std::vector<TieView> said;     // as a speaker
    std::vector<TimelineEntry> timeline;
};

struct Neighbour {
    Entity entity;
    int hops = 0;
    std::vector<TieView> ties;  // to entities that are one hop nearer, strongest first
};

struct NeighboursAnswer {
    Entity entity;
    std::vector<Neighbour> neighbours;  // nearest first, then the most strongly tied
};

}  // namespace kith
