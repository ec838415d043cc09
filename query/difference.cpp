#include "query/difference.hpp"

#include <xxhash.h>

#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "graph/claim_identity.hpp"
#include "graph/name_key.hpp"
#include "graph/store/store_database.hpp"

namespace kith {
namespace {

struct Digest {
    std::uint64_t high = 0, low = 0;
    auto operator<=>(const Digest&) const = default;
};

constexpr char separator = '\x1f';

Digest digest_of(const std::string& text) {
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    return {hash.high64, hash.low64};
}

void append(std::string& text, const Digest& digest) {
    text.append(reinterpret_cast<const char*>(&digest), sizeof digest);
}

// What tells the entities of a store, by their numbers.
class EntityDigests {
public:
    explicit EntityDigests(const Store& store) : store_(store) {
        const Database& database = database_of(store);
        digests_.resize(static_cast<std::size_t>(database.integer("SELECT max(id) FROM entity")) + 1);
        Statement rows = database.prepare("SELECT id, name, kind FROM entity");
        while (rows.step()) {
            const std::size_t kind = kind_class(parse_entity_kind(rows.text(2)).value_or(EntityKind::organisation));
            digests_[static_cast<std::size_t>(rows.integer(0))] =
                digest_of(std::to_string(kind) + name_key(rows.text(1)));
        }
    }

    // By which more than one of them go.
    std::vector<Digest> of_several() const {
        std::vector<Digest> sorted = digests_;
        std::ranges::sort(sorted);
        std::vector<Digest> found;
        for (std::size_t i = 1; i < sorted.size(); ++i) {
            if (sorted[i] == sorted[i - 1] && sorted[i] != Digest()) found.push_back(sorted[i]);
        }
        return found;
    }

    // Those that go by one of these are told by their identifiers, too. Sorted.
    void tell_apart(const std::vector<Digest>& ambiguous) {
        Statement identifiers = database_of(store_).prepare(
            "SELECT scheme || ':' || value FROM identifier WHERE entity = ?1 ORDER BY scheme, value");
        for (std::size_t id = 0; id < digests_.size(); ++id) {
            if (!std::ranges::binary_search(ambiguous, digests_[id])) continue;
            std::string text;
            append(text, digests_[id]);
            for (identifiers.bind(1, static_cast<std::int64_t>(id)); identifiers.step();)
                (text += separator) += identifiers.text(0);
            digests_[id] = digest_of(text);
        }
    }

    // Each entity that stands under another, and that.
    template <typename Take>
    void each_merged(const Take& take) const {
        Statement rows = database_of(store_).prepare("SELECT entity, canonical FROM merged_entity ORDER BY entity");
        while (rows.step()) take(rows.integer(0), rows.integer(1));
    }

    const Store& store() const { return store_; }
    const Digest& of(EntityId id) const { return digests_.at(static_cast<std::size_t>(id)); }
    const std::vector<Digest>& all() const { return digests_; }
    void replace(EntityId id, const Digest& digest) { digests_.at(static_cast<std::size_t>(id)) = digest; }

private:
    const Store& store_;
    std::vector<Digest> digests_;
};

// Whom each store has for one, and whom both together have.
class Groups {
public:
    void join(const Digest& kept, const Digest& other) {
        const Digest one = root(kept), two = root(other);
        if (one != two) parents_[std::max(one, two)] = std::min(one, two);
    }
    Digest root(Digest digest) const {
        for (auto found = parents_.find(digest); found != parents_.end(); found = parents_.find(digest))
            digest = found->second;
        return digest;
    }
    bool are_empty() const { return parents_.empty(); }

private:
    std::map<Digest, Digest> parents_;
};

Groups groups_of(const EntityDigests& entities) {
    Groups groups;
    entities.each_merged(
        [&](EntityId entity, EntityId canonical) { groups.join(entities.of(canonical), entities.of(entity)); });
    return groups;
}

// What is one in `together`, and two in the other store, which knows both.
std::vector<Regrouped> regrouped(const EntityDigests& together, const EntityDigests& apart,
                                 const Groups& groups_apart) {
    std::vector<std::pair<EntityId, EntityId>> merged;
    together.each_merged([&](EntityId entity, EntityId canonical) { merged.emplace_back(entity, canonical); });
    if (merged.empty()) return {};
    std::set<Digest> wanted;
    for (const auto& [entity, canonical] : merged) wanted.insert({together.of(entity), together.of(canonical)});
    std::set<Digest> known;
    for (const Digest& each : apart.all()) {
        if (wanted.contains(each)) known.insert(each);
    }
    const Database& database = database_of(together.store());
    Statement row = database.prepare("SELECT name, kind FROM entity WHERE id = ?1");
    const auto entity_of = [&](EntityId id) {
        row.bind(1, id).step();
        const Entity entity{id, std::string(row.text(0)),
                            parse_entity_kind(row.text(1)).value_or(EntityKind::organisation)};
        row.reset();
        return entity;
    };
    std::vector<Regrouped> found;
    Groups told = groups_apart;
    for (const auto& [entity, canonical] : merged) {
        const Digest& one = together.of(canonical);
        const Digest& other = together.of(entity);
        if (!known.contains(one) || !known.contains(other) || told.root(one) == told.root(other)) continue;
        told.join(one, other);
        found.push_back({entity_of(canonical), entity_of(entity)});
    }
    return found;
}

// What a claim says, but for its status.
Digest digest_of(const Claim& claim, const Relation& relation, const EntityDigests& entities) {
    const auto of = [&](std::optional<EntityId> id) { return id ? entities.of(*id) : Digest(); };
    Digest subject = of(claim.subject), object = of(claim.object);
    if (relation.symmetric && object < subject) std::swap(subject, object);
    std::string text = relation.name + separator;
    for (const Digest& each : {subject, object, of(claim.speaker), of(claim.place)}) append(text, each);
    text += details_key(
        {.time = claim.time, .item = claim.item, .role = claim.role, .unnamed_speaker = claim.unnamed_speaker});
    return digest_of(text);
}

// In 24 bytes.
class Entry {
public:
    Entry(const Digest& digest, const Claim& claim)
        : content(digest), id_and_status_(claim.id << 3 | static_cast<std::int64_t>(claim.status)) {}

    Digest content;
    ClaimId id() const { return id_and_status_ >> 3; }
    Status status() const { return static_cast<Status>(id_and_status_ & 7); }

private:
    std::int64_t id_and_status_;
};

auto order_of(const Entry& entry) {
    return std::tuple(entry.content, entry.status());
}

void sort_each_once(std::vector<Entry>& entries) {
    std::ranges::sort(entries, {},
                      [](const Entry& entry) { return std::tuple_cat(order_of(entry), std::tuple(entry.id())); });
    const auto rest = std::ranges::unique(entries, {}, order_of);
    entries.erase(rest.begin(), rest.end());
}

void each_entry(const Store& store, const EachClaim& each_claim, const EntityDigests& entities,
                const std::function<void(const Entry&, const Claim&)>& take) {
    each_claim([&](const Claim& claim) {
        take({digest_of(claim, store.ontology().at(claim.relation), entities), claim}, claim);
    });
}

// Of one content, what went and what came are one claim that changed, in order of statuses, as far as both reach.
void pair(const std::vector<Entry>& went, const std::vector<Entry>& came, Difference& difference) {
    auto gone = went.begin();
    for (auto next = came.begin(); next != came.end() || gone != went.end();) {
        if (next == came.end() || (gone != went.end() && gone->content < next->content)) {
            difference.went.push_back((gone++)->id());
        } else if (gone == went.end() || next->content < gone->content) {
            difference.came.push_back((next++)->id());
        } else {
            difference.changed.push_back({(next++)->id(), (gone++)->status()});
        }
    }
    std::ranges::sort(difference.went);
    std::ranges::sort(difference.came);
    std::ranges::sort(difference.changed, {}, &ChangedClaim::id);
}

}  // namespace

Difference difference_between(const Store& first, const EachClaim& each_of_first, const Store& second,
                              const EachClaim& each_of_second) {
    Difference difference;
    EntityDigests entities(first), others(second);
    std::vector<Digest> ambiguous = entities.of_several();
    std::ranges::copy(others.of_several(), std::back_inserter(ambiguous));
    std::ranges::sort(ambiguous);
    entities.tell_apart(ambiguous);
    others.tell_apart(ambiguous);

    const Groups of_first = groups_of(entities), of_second = groups_of(others);
    std::vector<Regrouped> merged = regrouped(others, entities, of_first),
                           parted = regrouped(entities, others, of_second);
    std::map<Digest, bool> touched;  // whether a claim names one of those who are grouped anew
    if (!of_first.are_empty() || !of_second.are_empty()) {
        Groups both = of_first;
        others.each_merged(
            [&](EntityId entity, EntityId canonical) { both.join(others.of(canonical), others.of(entity)); });
        for (EntityDigests* const each : {&entities, &others}) {
            for (std::size_t id = 0; id < each->all().size(); ++id) {
                const auto entity = static_cast<EntityId>(id);
                each->replace(entity, both.root(each->of(entity)));
            }
        }
        for (const Regrouped& each : merged) touched[others.of(each.kept.id)] = false;
        for (const Regrouped& each : parted) touched[entities.of(each.kept.id)] = false;
    }
    const auto touch = [&](const Claim& claim, const EntityDigests& digests) {
        bool names_one = false;
        if (touched.empty()) return names_one;
        for (const std::optional<EntityId>& party :
             {std::optional(claim.subject), std::optional(claim.object), claim.speaker, claim.place}) {
            const auto found = party ? touched.find(digests.of(*party)) : touched.end();
            if (found != touched.end()) names_one = found->second = true;
        }
        return names_one;
    };

    std::vector<Entry> known;
    each_entry(first, each_of_first, entities, [&](const Entry& entry, const Claim& claim) {
        touch(claim, entities);
        known.push_back(entry);
    });
    sort_each_once(known);
    std::vector<bool> is_there(known.size());
    std::vector<Entry> came;
    each_entry(second, each_of_second, others, [&](const Entry& entry, const Claim& claim) {
        const bool is_regrouped = touch(claim, others);
        const auto found = std::ranges::lower_bound(known, order_of(entry), {}, order_of);
        if (found != known.end() && order_of(*found) == order_of(entry)) {
            is_there[static_cast<std::size_t>(found - known.begin())] = true;
            if (is_regrouped) difference.regrouped.push_back(claim.id);
        } else {
            came.push_back(entry);
        }
    });
    sort_each_once(came);
    std::vector<Entry> went;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (!is_there[i]) went.push_back(known[i]);
    }
    const auto is_untouched = [&](const EntityDigests& digests) {
        return [&](const Regrouped& each) { return !touched.at(digests.of(each.kept.id)); };
    };
    std::erase_if(merged, is_untouched(others));
    std::erase_if(parted, is_untouched(entities));
    difference.merged = std::move(merged);
    difference.parted = std::move(parted);
    pair(went, came, difference);
    return difference;
}

}  // namespace kith
