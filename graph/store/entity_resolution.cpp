#include "graph/store/entity_resolution.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "graph/ascii.hpp"
#include "graph/claim_rules.hpp"
#include "graph/name_key.hpp"
#include "graph/tsv.hpp"

namespace kith {

namespace {

bool is_closer(EntityKind kind, EntityKind than) {
    return (than == EntityKind::organisation && kind != than) ||
           (than == EntityKind::place && kind == EntityKind::state);
}

bool identifies(std::string_view form_key, std::string_view name_key) {
    const auto form = split(form_key, ' ');
    const auto name = split(name_key, ' ');
    const auto names = [&](std::string_view word) {
        return word.size() > 2 && std::ranges::find(name, word) != name.end();
    };
    if (std::ranges::any_of(form, names)) return true;
    std::string initials;
    for (const std::string_view word : name) {
        if (word != "of" && word != "the" && word != "and" && word != "for") initials += word.front();
    }
    return initials.size() > 1 && form_key == initials;
}

const std::string& name_in_store(const EntityReference& reference) {
    return reference.known_name.empty() ? reference.name : reference.known_name;
}

// What references are told by: mostly the name alone, which is then not copied. `buffer` holds what else they are told by:
// the name that they are known by, and identifiers.
std::string_view name_with_identifiers(const EntityReference& reference, std::string& buffer) {
    if (reference.identifiers.empty() && reference.known_name.empty()) return reference.name;
    buffer = reference.name;
    if (!reference.known_name.empty()) buffer += '\t' + reference.known_name;
    for (const Identifier& each : reference.identifiers) buffer += '\n' + to_string(each);
    return buffer;
}

}  // namespace

EntityResolution::EntityResolution(Database& database, EntityWriter& writer)
    : database_(database),
      writer_(writer),
      find_(database.prepare(
          "SELECT e.id, e.kind FROM alias a JOIN entity e ON e.id = a.entity "
          "WHERE a.key = ?1 AND (NOT ?2 OR (a.origin = 'name' AND NOT EXISTS (SELECT 1 FROM alias g WHERE "
          "g.entity = e.id AND g.origin = 'gazetteer'))) AND a.origin <> 'mention' AND NOT "
          "EXISTS (SELECT 1 FROM identifier i WHERE i.entity = e.id "
          "AND i.origin = 'record') ORDER BY a.origin <> 'name', e.id")),
      find_recorded_(database.prepare(
          "SELECT e.id, e.kind FROM identifier i JOIN entity e ON e.id = i.entity WHERE i.scheme = ?1 AND i.value = ?2 "
          "AND i.origin = 'record' AND EXISTS (SELECT 1 FROM alias a WHERE a.key = ?3 AND a.entity = e.id AND "
          "a.origin <> 'mention') ORDER BY e.id")),
      find_identifiers_(
          database.prepare("SELECT scheme, value FROM identifier WHERE entity = ?1 AND origin = 'record'")) {}

std::vector<Identifier> EntityResolution::recorded_identifiers(EntityId id) {
    std::vector<Identifier> found;
    for (find_identifiers_.bind(1, id); find_identifiers_.step();)
        found.push_back({std::string(find_identifiers_.text(0)), std::string(find_identifiers_.text(1))});
    return found;
}

std::optional<EntityResolution::Known> EntityResolution::first_of_kind(Statement& rows, EntityKind kind,
                                                                       std::span<const Identifier> identifiers) {
    while (rows.step()) {
        const auto stored = parse_entity_kind(rows.text(1));
        if (!stored || kind_class(*stored) != kind_class(kind)) continue;
        const Known known{rows.integer(0), *stored};
        if (!identifiers.empty() && contradict(identifiers, recorded_identifiers(known.id))) continue;
        rows.reset();
        return known;
    }
    return std::nullopt;
}

std::optional<EntityResolution::Known> EntityResolution::find(const std::string& key, EntityKind kind,
                                                              std::span<const Identifier> identifiers, Names names) {
    if (keys_ && keys_->find(key) == nullptr) return std::nullopt;
    writer_.settle();
    if (identifiers.empty())
        return first_of_kind(find_.bind(1, key).bind(2, std::int64_t{names == Names::own}), kind, {});
    for (const Identifier& each : identifiers) {
        find_recorded_.bind(1, each.scheme).bind(2, each.value).bind(3, key);
        if (const auto found = first_of_kind(find_recorded_, kind, identifiers)) return found;
    }
    return std::nullopt;
}

std::optional<EntityId> EntityResolution::known(const EntityReference& reference) {
    const auto known = find(reference);
    return known ? std::optional(known->id) : std::nullopt;
}

std::optional<EntityResolution::Known> EntityResolution::find(const EntityReference& reference) {
    std::string buffer;
    const Known* const found = known_[kind_class(reference.kind)].find(name_with_identifiers(reference, buffer));
    return found != nullptr ? *found : find(reference, name_key(reference.name));
}

std::optional<EntityResolution::Known> EntityResolution::find(const EntityReference& reference,
                                                              const std::string& key) {
    const auto find_by = [&](const std::string& name, Names names) {
        return find(name, reference.kind, reference.identifiers, names);
    };
    // Somebody known by a longer name is not who is known by another and is called so, too: "La." is not "L.A."
    const bool is_known = !reference.known_name.empty();
    if (is_known) {
        if (const auto known = find_by(name_key(reference.known_name), Names::any)) return known;
    }
    if (const auto found = find_by(key, is_known ? Names::own : Names::any)) return found;
    const std::string turned = given_name_first(reference);
    return turned.empty() ? std::nullopt : find_by(name_key(turned), Names::any);
}

bool EntityResolution::would_be_one(const EntityReference& one, const EntityReference& other) {
    if (kind_class(one.kind) != kind_class(other.kind)) return false;
    if (contradict(one.identifiers, other.identifiers)) return false;
    if (one.name == other.name || name_in_store(one) == name_in_store(other) ||
        find_shared(one.identifiers, other.identifiers) != nullptr)
        return true;
    const auto first = find(one), second = find(other);
    if (second) return first && first->id == second->id;
    const std::string key = name_key(other.name), turned = name_key(given_name_first(other));
    const auto is_same = [&](const std::string& name) {
        const std::string known_key = name_key(name);
        return !known_key.empty() && (known_key == key || known_key == turned);
    };
    return is_same(one.name) || is_same(given_name_first(one)) || std::ranges::any_of(one.aliases, is_same);
}

EntityResolution::Known EntityResolution::find_or_make(const EntityReference& reference) {
    const std::string key = required_name_key(reference);
    if (const auto known = find(reference, key)) {
        if (!given_name_first(reference).empty() || !reference.known_name.empty())
            add_alias(known->id, reference.name, "name");
        return *known;
    }
    const Known made{writer_.make(name_in_store(reference), reference.kind), reference.kind};
    ++made_;
    insert_alias(key, made.id, reference.name, "name");
    for (const std::string& other : {given_name_first(reference), reference.known_name}) {
        if (const std::string other_key = name_key(other); !other_key.empty())
            insert_alias(other_key, made.id, other, "name");
    }
    return made;
}

void EntityResolution::add_alias(EntityId id, std::string_view name, std::string_view origin) {
    if (!recorded_.insert(std::to_string(id) + ' ' + std::string(name)).second) return;
    const std::string key = name_key(name);
    if (!key.empty()) insert_alias(key, id, name, origin);
}

void EntityResolution::insert_alias(const std::string& key, EntityId id, std::string_view name,
                                    std::string_view origin) {
    writer_.put({.of = EntityRow::Of::alias, .entity = id, .key = key, .name = std::string(name), .origin = origin});
    if (keys_ && keys_->find(key) == nullptr) keys_->insert(key, {});
}

void EntityResolution::expect_many_names() {
    keys_.emplace();
    Statement keys = database_.prepare("SELECT DISTINCT key FROM alias");
    while (keys.step()) keys_->insert(keys.text(0), {});
}

void EntityResolution::add_identifier(EntityId id, const Identifier& identifier, std::string_view origin) {
    if (!recorded_.insert(std::to_string(id) + ' ' + to_string(identifier) + ' ' + std::string(origin)).second) return;
    writer_.put({.of = EntityRow::Of::identifier,
                 .entity = id,
                 .key = identifier.scheme,
                 .name = identifier.value,
                 .origin = origin});
}

std::pair<EntityId, EntityKind> EntityResolution::resolve(const EntityReference& reference) {
    KnownByName& names = known_[kind_class(reference.kind)];
    std::string buffer;
    const std::string_view name = name_with_identifiers(reference, buffer);
    Known* found = names.find(name);
    if (found == nullptr) found = &names.insert(name, find_or_make(reference));
    const EntityId id = found->id;
    for (const std::string& alias : reference.aliases) add_alias(id, alias, "gazetteer");
    for (const Identifier& each : reference.identifiers) add_identifier(id, each, "record");
    for (const Identifier& each : reference.known_identifiers) add_identifier(id, each, "gazetteer");
    if (is_closer(reference.kind, found->kind)) {
        writer_.put({.of = EntityRow::Of::kind, .kind = reference.kind, .entity = id});
        found->kind = reference.kind;
    }
    return {id, found->kind};
}

void EntityResolution::forget_known() {
    for (KnownByName& each : known_) each.clear();
    recorded_.clear();
    keys_.reset();
}

void EntityResolution::add_mention(EntityId id, const EntityReference& reference) {
    const std::string& form = reference.mention;
    if (form.empty() || form == reference.name || form.size() > 200) return;
    const char first = form.front();
    if (static_cast<unsigned char>(first) < 0x80 && !ascii::is_upper(first) && !ascii::is_digit(first)) return;
    if (identifies(name_key(form), name_key(reference.name))) add_alias(id, form, "mention");
}

}  // namespace kith
