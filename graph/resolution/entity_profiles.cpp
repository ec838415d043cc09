#include "graph/resolution/entity_profiles.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace kith {

void EntityProfile::add(std::string_view further_name) {
    names.push_back(words_of(further_name, kind));
    sounds.push_back(sounds_of(names.back()));
}

std::vector<EntityProfile> read_profiles(const Database& database) {
    std::vector<EntityProfile> profiles;
    std::unordered_map<EntityId, std::size_t> index;
    Statement entities = database.prepare("SELECT id, name, kind FROM entity ORDER BY id");
    while (entities.step()) {
        EntityProfile profile;
        profile.id = entities.integer(0);
        profile.name = entities.text(1);
        profile.kind = parse_entity_kind(entities.text(2)).value_or(EntityKind::organisation);
        profile.add(profile.name);
        index.emplace(profile.id, profiles.size());
        profiles.push_back(std::move(profile));
    }
    const auto profile_of = [&](EntityId id) {
        const auto found = index.find(id);
        return found == index.end() ? nullptr : &profiles[found->second];
    };
    Statement aliases = database.prepare(
        "SELECT a.entity, a.name FROM alias a JOIN entity e ON e.id = a.entity "
        "WHERE a.origin IN ('gazetteer', 'user') AND a.name <> e.name AND (SELECT count(DISTINCT o.entity) FROM alias "
        "o "
        "WHERE o.key = a.key AND o.origin <> 'mention') <= ?1 ORDER BY a.entity, a.key, a.name");
    aliases.bind(1, EntityProfile::most_bearers_of_alias);
    while (aliases.step()) {
        EntityProfile* const profile = profile_of(aliases.integer(0));
        if (profile && profile->names.size() < EntityProfile::most_names) profile->add(aliases.text(1));
    }
    Statement known = database.prepare("SELECT DISTINCT entity FROM alias WHERE origin = 'gazetteer'");
    while (known.step()) {
        if (EntityProfile* const profile = profile_of(known.integer(0))) profile->well_known = true;
    }
    const std::string told_by_record =
        "EXISTS (SELECT 1 FROM claim c JOIN evidence e ON e.claim = c.id JOIN document d ON d.id = e.document "
        "WHERE d.text IS NULL AND c.";
    Statement read = database.prepare(
        "SELECT m.entity FROM (SELECT DISTINCT entity FROM mention) m WHERE NOT EXISTS (SELECT 1 FROM mention r "
        "JOIN document d ON d.id = r.document WHERE r.entity = m.entity AND d.text IS NULL) AND NOT " +
        told_by_record + "subject = m.entity) AND NOT " + told_by_record + "object = m.entity)");
    while (read.step()) {
        if (EntityProfile* const profile = profile_of(read.integer(0))) profile->only_read = true;
    }
    Statement identifiers =
        database.prepare("SELECT entity, scheme, value FROM identifier ORDER BY scheme, value, entity");
    while (identifiers.step()) {
        EntityProfile* const profile = profile_of(identifiers.integer(0));
        const Identifier identifier{std::string(identifiers.text(1)), std::string(identifiers.text(2))};
        if (profile && find_identifier_scheme(identifier.scheme)) profile->identifiers.push_back(identifier);
    }
    Statement counts = database.prepare(
        "SELECT entity, count(*) FROM (SELECT entity FROM mention UNION ALL SELECT subject FROM claim UNION ALL "
        "SELECT object FROM claim) GROUP BY entity");
    while (counts.step()) {
        if (EntityProfile* const profile = profile_of(counts.integer(0))) profile->weight = counts.integer(1);
    }
    return profiles;
}

const NameWord* single_word(const EntityProfile& profile) {
    const NameWord* only = nullptr;
    for (const NameWord& word : profile.names.front().words) {
        if (!is_full(word)) continue;
        if (only) return nullptr;
        only = &word;
    }
    return only;
}

std::string_view name_of_any_kind(const EntityProfile& profile) {
    const NameWords& name = profile.names.front();
    const bool several = std::ranges::count_if(name.words, is_full) > 1;
    return profile.only_read && !profile.is_person() && several ? std::string_view(name.letters) : std::string_view();
}

std::vector<std::string> words_borne_by(const EntityProfile& profile) {
    std::vector<std::string> words;
    if (!profile.is_person() || single_word(profile) != nullptr) return words;
    for (const NameWord& word : profile.names.front().words) {
        if (is_full(word)) words.push_back(word.text);
    }
    return words;
}

}  // namespace kith
