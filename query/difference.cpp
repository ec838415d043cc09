#include "query/difference.hpp"

#include <xxhash.h>

#include <algorithm>
#include <compare>
#include <optional>
#include <string>
#include <tuple>

#include "graph/claim_identity.hpp"
#include "graph/name_key.hpp"
#include "graph/store/merged_entities.hpp"
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
        const auto merged = all_merged_entities(database);
        Statement rows = database.prepare("SELECT id, name, kind FROM entity");
        while (rows.step()) {
            if (merged.contains(rows.integer(0))) continue;
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
        for (std::size_t id = 0; id < digests_.size(); ++id) {
            if (!std::ranges::binary_search(ambiguous, digests_[id])) continue;
            std::string text;
            append(text, digests_[id]);
            for (const Identifier& each : store_.identifiers(static_cast<EntityId>(id)))
                text += separator + to_string(each);
            digests_[id] = digest_of(text);
        }
    }

    const Digest& of(EntityId id) const { return digests_.at(static_cast<std::size_t>(id)); }

private:
    const Store& store_;
    std::vector<Digest> digests_;
};

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
                const std::function<void(const Entry&)>& take) {
    each_claim([&](const Claim& claim) {
        take({digest_of(claim, store.ontology().at(claim.relation), entities), claim});
    });
}

// Of one content, what went and what came are one claim that changed, in order of statuses, as far as both reach.
Difference paired(const std::vector<Entry>& went, const std::vector<Entry>& came) {
    Difference difference;
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
    return difference;
}

}  // namespace

Difference difference_between(const Store& first, const EachClaim& each_of_first, const Store& second,
                              const EachClaim& each_of_second) {
    EntityDigests entities(first), others(second);
    std::vector<Digest> ambiguous = entities.of_several();
    std::ranges::copy(others.of_several(), std::back_inserter(ambiguous));
    std::ranges::sort(ambiguous);
    entities.tell_apart(ambiguous);
    others.tell_apart(ambiguous);

    std::vector<Entry> known;
    each_entry(first, each_of_first, entities, [&](const Entry& entry) { known.push_back(entry); });
    sort_each_once(known);
    std::vector<bool> is_there(known.size());
    std::vector<Entry> came;
    each_entry(second, each_of_second, others, [&](const Entry& entry) {
        const auto found = std::ranges::lower_bound(known, order_of(entry), {}, order_of);
        if (found != known.end() && order_of(*found) == order_of(entry)) {
            is_there[static_cast<std::size_t>(found - known.begin())] = true;
        } else {
            came.push_back(entry);
        }
    });
    sort_each_once(came);
    std::vector<Entry> went;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (!is_there[i]) went.push_back(known[i]);
    }
    return paired(went, came);
}

}  // namespace kith
