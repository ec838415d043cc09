#include "graph/store/entity_lookup.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graph/name_key.hpp"
#include "graph/store/database.hpp"
#include "graph/suggestion.hpp"

namespace kith {

namespace {

constexpr std::size_t most_suggestions = 5;

// How much is claimed of an entity, up to a thousand a side: enough to rank the bearers of one name.
std::int64_t weight(const Store& store, EntityId id) {
    std::int64_t total = 0;
    Statement count = store.database().prepare(
        "SELECT (SELECT count(*) FROM (SELECT 1 FROM claim WHERE subject = ?1 LIMIT 1000)) + "
        "(SELECT count(*) FROM (SELECT 1 FROM claim WHERE object = ?1 LIMIT 1000))");
    for (const EntityId member : store.members(id)) {
        count.bind(1, member).step();
        total += count.integer(0);
        count.reset();
    }
    return total;
}

// Candidates with whether the name is one of theirs, and not what some text called them in passing.
using Candidates = std::map<EntityId, bool>;

std::vector<Entity> ranked(const Store& store, const Candidates& candidates) {
    std::vector<std::pair<std::int64_t, EntityId>> ranks;
    for (const auto& [id, is_name] : candidates) {
        const std::int64_t claims = candidates.size() == 1 ? 0 : weight(store, id);
        ranks.emplace_back(-(is_name ? 4 * claims + 1 : claims), id);
    }
    std::ranges::sort(ranks);
    std::vector<Entity> entities;
    for (const auto& [rank, id] : ranks) entities.push_back(store.entity(id));
    return entities;
}

bool holds_words(std::string_view name, std::string_view words) {
    for (std::size_t at = name.find(words); at != std::string_view::npos; at = name.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if ((at == 0 || name[at - 1] == ' ') && (end == name.size() || name[end] == ' ')) return true;
    }
    return false;
}

// Reads all aliases for those that hold the key: persons by their last names are meant, others only suggested.
EntityLookup search(const Store& store, const std::string& key) {
    EntityLookup lookup;
    if (key.size() < 2) return lookup;
    const std::size_t most = largest_suggested_distance(key.size());
    Candidates surnames;
    std::set<std::tuple<bool, std::size_t, std::string>> alike;  // misspelt, distance, name
    Statement rows = store.database().prepare(
        "SELECT a.key, e.name, e.id, e.kind = 'person' FROM alias a JOIN entity e ON e.id = a.entity");
    while (rows.step()) {
        const std::string_view other = rows.text(0);
        if (key.size() > 2 && holds_words(other, key)) {
            if (rows.integer(3) != 0 && other.ends_with(key)) surnames[store.canonical(rows.integer(2))] = true;
            alike.emplace(false, other.size() - key.size(), rows.text(1));
        } else if (const std::size_t distance = edit_distance(key, other, most); distance <= most) {
            alike.emplace(true, distance, rows.text(1));
        } else {
            continue;
        }
        if (alike.size() > 10 * most_suggestions) alike.erase(std::prev(alike.end()));
    }
    lookup.matches = ranked(store, surnames);
    if (!lookup.matches.empty()) return lookup;
    for (const auto& [misspelt, distance, name] : alike) {
        if (std::ranges::find(lookup.suggestions, name) == lookup.suggestions.end()) lookup.suggestions.push_back(name);
        if (lookup.suggestions.size() == most_suggestions) break;
    }
    return lookup;
}

}  // namespace

EntityLookup look_up_entity(const Store& store, std::string_view name) {
    const std::string key = name_key(name);
    Candidates named;
    Statement rows =
        store.database().prepare("SELECT entity, origin <> 'mention' FROM alias WHERE key = ?1 ORDER BY entity");
    for (rows.bind(1, key); rows.step();) {
        bool& is_name = named[store.canonical(rows.integer(0))];
        is_name = is_name || rows.integer(1) != 0;
    }
    if (named.empty()) return search(store, key);
    return {ranked(store, named), {}};
}

}  // namespace kith
