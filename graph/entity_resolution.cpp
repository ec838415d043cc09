#include "graph/entity_resolution.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <vector>

#include "graph/error.hpp"
#include "graph/name_key.hpp"

namespace kith {

namespace {

// Kinds of one class may name one entity.
char kind_class(EntityKind kind) {
    switch (kind) {
        case EntityKind::person:
            return 'P';
        case EntityKind::state:
        case EntityKind::place:
            return 'L';
        case EntityKind::weapon:
        case EntityKind::vehicle:
        case EntityKind::product:
            return 'Q';
        case EntityKind::event:
        case EntityKind::agreement:
            return 'E';
        default:
            return 'O';
    }
}

bool is_closer(EntityKind kind, EntityKind than) {
    return (than == EntityKind::organisation && kind != than) ||
           (than == EntityKind::place && kind == EntityKind::state);
}

std::vector<std::string_view> words(std::string_view key) {
    std::vector<std::string_view> found;
    while (!key.empty()) {
        const std::size_t end = std::min(key.find(' '), key.size());
        if (end > 0) found.push_back(key.substr(0, end));
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return found;
}

bool identifies(std::string_view form_key, std::string_view name_key) {
    const auto form = words(form_key);
    const auto name = words(name_key);
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

}  // namespace

EntityResolution::EntityResolution(Database& database)
    : database_(database),
      find_(database.prepare("SELECT e.id, e.kind FROM alias a JOIN entity e ON e.id = a.entity "
                             "WHERE a.key = ?1 AND a.origin <> 'mention' ORDER BY a.origin <> 'name', e.id")),
      insert_entity_(database.prepare("INSERT INTO entity (name, kind) VALUES (?1, ?2)")),
      insert_alias_(database.prepare(
          "INSERT INTO alias (key, entity, name, origin) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")),
      update_kind_(database.prepare("UPDATE entity SET kind = ?2 WHERE id = ?1")) {}

EntityResolution::Known* EntityResolution::find(const std::string& key, EntityKind kind) {
    const char wanted = kind_class(kind);
    const std::string cache_key = wanted + key;
    if (const auto found = known_.find(cache_key); found != known_.end()) return &found->second;
    for (find_.bind(1, key); find_.step();) {
        const auto stored = parse_entity_kind(find_.text(1));
        if (!stored || kind_class(*stored) != wanted) continue;
        const Known known{find_.integer(0), *stored};
        find_.reset();
        return &known_.emplace(cache_key, known).first->second;
    }
    return nullptr;
}

void EntityResolution::add_alias(EntityId id, std::string_view name, std::string_view origin) {
    const std::string key = name_key(name);
    if (!key.empty()) insert_alias_.bind(1, key).bind(2, id).bind(3, name).bind(4, origin).run();
}

std::pair<EntityId, EntityKind> EntityResolution::resolve(const EntityReference& reference) {
    const std::string key = name_key(reference.name);
    if (key.empty())
        throw RejectedRecord("an entity's name needs letters or digits; this one has none: \"" + reference.name + "\"");
    Known* known = find(key, reference.kind);
    if (!known) {
        insert_entity_.bind(1, reference.name).bind(2, to_string(reference.kind)).run();
        const Known made{database_.last_insert_id(), reference.kind};
        ++made_;
        add_alias(made.id, reference.name, "name");
        known = &known_.emplace(kind_class(reference.kind) + key, made).first->second;
    } else if (is_closer(reference.kind, known->kind)) {
        known->kind = reference.kind;
        update_kind_.bind(1, known->id).bind(2, to_string(reference.kind)).run();
    }
    for (const std::string& alias : reference.aliases) {
        // Gazetteer names come with every reference; the store is asked once.
        if (known_.emplace(kind_class(reference.kind) + name_key(alias), *known).second)
            add_alias(known->id, alias, "gazetteer");
    }
    return {known->id, known->kind};
}

void EntityResolution::add_mention(EntityId id, const EntityReference& reference) {
    const std::string& form = reference.mention;
    if (form.empty() || form == reference.name || form.size() > 200) return;
    if (!mentioned_.emplace(std::to_string(id) + ' ' + form, id).second) return;
    const auto first = static_cast<unsigned char>(form.front());
    if (first < 0x80 && !std::isupper(first) && !std::isdigit(first)) return;
    if (identifies(name_key(form), name_key(reference.name))) add_alias(id, form, "mention");
}

}  // namespace kith
