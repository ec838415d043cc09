#include "graph/store/entity_lookup.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/name_key.hpp"
#include "graph/store/database.hpp"
#include "graph/store/store_database.hpp"

namespace kith {

namespace {

constexpr int most_namesakes = 1000;  // of one last name

// "#17"
std::optional<EntityId> number_in(std::string_view name) {
    EntityId id = 0;
    if (!name.starts_with('#')) return std::nullopt;
    const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), id);
    return error == std::errc() && end == name.data() + name.size() ? std::optional(id) : std::nullopt;
}

// "Wagner (armed group)", as kith prints it where a name alone would not do.
struct NameOfKind {
    std::string_view name;
    EntityKind kind;
};

std::optional<NameOfKind> name_of_kind(std::string_view name) {
    const std::size_t open = name.rfind('(');
    if (!name.ends_with(')') || open == std::string_view::npos || open == 0) return std::nullopt;
    std::string word(name.substr(open + 1, name.size() - open - 2));
    std::ranges::replace(word, ' ', '_');
    const auto kind = parse_entity_kind(word);
    return kind ? std::optional(NameOfKind{name.substr(0, open), *kind}) : std::nullopt;
}

bool exists(const Store& store, EntityId id) {
    Statement row = database_of(store).prepare("SELECT 1 FROM entity WHERE id = ?1");
    return row.bind(1, id).step();
}

// How an entity, as it was before any judgement, comes to be called so.
enum class Naming { own_name, last_name, mention };

struct Bearer {
    EntityId id;
    EntityKind kind;
    Naming naming;
};

// By the last word of its name, which has an index; the key may be more than one word ("bin Salman").
void add_by_last_name(const Store& store, const std::string& key, std::vector<Bearer>& bearers) {
    Statement rows = database_of(store).prepare(
        "SELECT a.entity, a.key FROM alias a JOIN entity e ON e.id = a.entity "
        "WHERE replace(a.key, rtrim(a.key, replace(a.key, ' ', '')), '') = ?1 AND a.origin = 'name' "
        "AND instr(a.key, ' ') > 0 AND e.kind = 'person' LIMIT ?2");
    rows.bind(1, key.substr(key.rfind(' ') + 1)).bind(2, std::int64_t{most_namesakes});
    while (rows.step()) {
        if (rows.text(1).ends_with(" " + key))
            bearers.push_back({rows.integer(0), EntityKind::person, Naming::last_name});
    }
}

std::vector<Bearer> bearers_of(const Store& store, const Identifier& identifier) {
    std::vector<Bearer> bearers;
    Statement rows = database_of(store).prepare(
        "SELECT e.id, e.kind FROM identifier i JOIN entity e ON e.id = i.entity WHERE i.scheme = ?1 AND i.value = ?2 "
        "ORDER BY i.origin <> 'record', e.id");
    for (rows.bind(1, identifier.scheme).bind(2, identifier.value); rows.step();) {
        bearers.push_back(
            {rows.integer(0), parse_entity_kind(rows.text(1)).value_or(EntityKind::organisation), Naming::own_name});
    }
    return bearers;
}

std::vector<Bearer> bearers_of(const Store& store, std::string_view name) {
    const std::string key = name_key(name);
    std::vector<Bearer> bearers;
    if (const auto identifier = identifier_in(name)) bearers = bearers_of(store, *identifier);
    if (key.empty() || !bearers.empty()) return bearers;
    Statement rows = database_of(store).prepare(
        "SELECT e.id, e.kind, a.origin <> 'mention' FROM alias a JOIN entity e ON e.id = a.entity WHERE a.key = ?1 "
        "ORDER BY e.id");
    for (rows.bind(1, key); rows.step();) {
        bearers.push_back({rows.integer(0), parse_entity_kind(rows.text(1)).value_or(EntityKind::organisation),
                           rows.integer(2) != 0 ? Naming::own_name : Naming::mention});
    }
    const bool only_persons = std::ranges::all_of(
        bearers, [](EntityKind kind) { return kind == EntityKind::person; }, &Bearer::kind);
    if (only_persons) add_by_last_name(store, key, bearers);
    return bearers;
}

// How much is claimed of an entity, up to a thousand a side: enough to rank the bearers of one name.
std::int64_t count_of_claims(const Store& store, EntityId id) {
    std::int64_t total = 0;
    Statement count = database_of(store).prepare(
        "SELECT (SELECT count(*) FROM (SELECT 1 FROM claim WHERE subject = ?1 LIMIT 1000)) + "
        "(SELECT count(*) FROM (SELECT 1 FROM claim WHERE object = ?1 LIMIT 1000))");
    for (const EntityId member : store.members(id)) {
        count.bind(1, member).step();
        total += count.integer(0);
        count.reset();
    }
    return total;
}

// As they are now, the most claimed about first; among equals those whose own name it is, then by id.
std::vector<Entity> ranked(const Store& store, const std::vector<Bearer>& bearers) {
    std::map<EntityId, Naming> entities;
    for (const Bearer& bearer : bearers) {
        Naming& naming = entities.try_emplace(store.canonical(bearer.id), bearer.naming).first->second;
        naming = std::min(naming, bearer.naming);
    }
    std::vector<std::tuple<std::int64_t, Naming, EntityId>> ranks;
    for (const auto& [id, naming] : entities) {
        ranks.emplace_back(entities.size() == 1 ? 0 : -count_of_claims(store, id), naming, id);
    }
    std::ranges::sort(ranks);
    std::vector<Entity> found;
    for (const auto& [claims, naming, id] : ranks) found.push_back(store.entity(id));
    return found;
}

}  // namespace

std::vector<Entity> entities_named(const Store& store, std::string_view name) {
    if (const auto id = number_in(name)) {
        return exists(store, *id) ? std::vector{store.entity(*id)} : std::vector<Entity>();
    }
    if (const auto narrowed = name_of_kind(name)) {
        std::vector<Entity> found = ranked(store, bearers_of(store, narrowed->name));
        std::erase_if(found, [&](const Entity& entity) { return entity.kind != narrowed->kind; });
        if (!found.empty()) return found;
    }
    return ranked(store, bearers_of(store, name));
}

std::vector<EntityId> unmerged_entities_named(const Store& store, std::string_view name) {
    if (const auto id = number_in(name)) return exists(store, *id) ? std::vector{*id} : std::vector<EntityId>();
    // Those of that very name before those who are only called so.
    const auto ids = [&](std::string_view words, std::optional<EntityKind> kind) {
        std::vector<std::pair<Naming, EntityId>> found;
        for (const Bearer& bearer : bearers_of(store, words)) {
            if (!kind || bearer.kind == *kind) found.emplace_back(bearer.naming, bearer.id);
        }
        std::ranges::sort(found);
        std::vector<EntityId> ordered;
        for (const auto& [naming, id] : found) {
            if (std::ranges::find(ordered, id) == ordered.end()) ordered.push_back(id);
        }
        return ordered;
    };
    if (const auto narrowed = name_of_kind(name)) {
        std::vector<EntityId> found = ids(narrowed->name, narrowed->kind);
        if (!found.empty()) return found;
    }
    return ids(name, std::nullopt);
}

}  // namespace kith
