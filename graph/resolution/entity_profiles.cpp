#include "graph/resolution/entity_profiles.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kith {

namespace {

constexpr std::size_t most_names = 12;             // of one entity that are compared
constexpr std::int64_t most_bearers_of_alias = 2;  // what a list calls more by tells none of them: "text of image"
constexpr std::int64_t most_documents = 40;        // of one entity that are looked at for its company

}  // namespace

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
    Statement aliases = database.prepare(
        "SELECT a.entity, a.name FROM alias a JOIN entity e ON e.id = a.entity "
        "WHERE a.origin IN ('gazetteer', 'user') AND a.name <> e.name AND (SELECT count(DISTINCT o.entity) FROM alias "
        "o "
        "WHERE o.key = a.key AND o.origin <> 'mention') <= ?1 ORDER BY a.entity, a.key, a.name");
    aliases.bind(1, most_bearers_of_alias);
    while (aliases.step()) {
        const auto found = index.find(aliases.integer(0));
        if (found == index.end()) continue;
        EntityProfile& profile = profiles[found->second];
        if (profile.names.size() < most_names) profile.add(aliases.text(1));
    }
    Statement known = database.prepare("SELECT DISTINCT entity FROM alias WHERE origin = 'gazetteer'");
    while (known.step()) {
        if (const auto found = index.find(known.integer(0)); found != index.end())
            profiles[found->second].well_known = true;
    }
    Statement identifiers =
        database.prepare("SELECT entity, scheme, value FROM identifier ORDER BY scheme, value, entity");
    while (identifiers.step()) {
        const auto found = index.find(identifiers.integer(0));
        const Identifier identifier{std::string(identifiers.text(1)), std::string(identifiers.text(2))};
        if (found == index.end() || find_identifier_scheme(identifier.scheme) == nullptr) continue;
        profiles[found->second].identifiers.push_back(identifier);
    }
    Statement counts = database.prepare(
        "SELECT entity, count(*) FROM (SELECT entity FROM mention UNION ALL SELECT subject FROM claim UNION ALL "
        "SELECT object FROM claim) GROUP BY entity");
    while (counts.step()) {
        if (const auto found = index.find(counts.integer(0)); found != index.end())
            profiles[found->second].weight = counts.integer(1);
    }
    return profiles;
}

std::vector<std::pair<EntityId, EntityId>> called_alike(const Database& database) {
    std::vector<std::pair<EntityId, EntityId>> pairs;
    Statement rows = database.prepare(
        "SELECT DISTINCT m.entity, n.entity FROM alias m JOIN alias n ON n.key = m.key "
        "WHERE m.origin = 'mention' AND n.origin = 'name' AND m.entity <> n.entity ORDER BY 1, 2");
    while (rows.step()) pairs.emplace_back(rows.integer(0), rows.integer(1));
    return pairs;
}

CompanyKept::CompanyKept(const Database& database)
    // A list names thousands that have nothing to do with one another.
    : documents_(database.prepare("SELECT d.id FROM document d WHERE d.id IN (SELECT document FROM mention WHERE "
                                  "entity = ?1) AND d.text IS NOT NULL ORDER BY d.sha256 LIMIT ?2")),
      mentioned_(database.prepare("SELECT DISTINCT entity FROM mention WHERE document = ?1")),
      spread_(database.prepare("SELECT count(DISTINCT document) FROM mention WHERE entity = ?1")),
      document_count_(static_cast<double>(database.integer("SELECT count(*) FROM document"))) {}

const CompanyKept::Company& CompanyKept::of(EntityId id) {
    const auto [found, is_new] = known_.try_emplace(id);
    Company& company = found->second;
    if (!is_new) return company;
    for (documents_.bind(1, id).bind(2, most_documents); documents_.step();)
        company.documents.push_back(documents_.integer(0));
    std::ranges::sort(company.documents);
    std::map<EntityId, double> others;
    for (const std::int64_t document : company.documents) {
        for (mentioned_.bind(1, document); mentioned_.step();) {
            if (mentioned_.integer(0) != id) others[mentioned_.integer(0)] += 1.0;
        }
    }
    double length = 0.0;
    for (auto& [other, count] : others) {
        const auto [rare, unknown] = rarity_.try_emplace(other, 0.0);
        if (unknown) {
            spread_.bind(1, other).step();
            rare->second =
                std::log((document_count_ + 1.0) / static_cast<double>(std::max<std::int64_t>(1, spread_.integer(0))));
            spread_.reset();
        }
        count = std::log1p(count) * rare->second;
        length += count * count;
    }
    for (const auto& [other, count] : others)
        company.others.emplace_back(other, length > 0.0 ? count / std::sqrt(length) : 0.0);
    return company;
}

double CompanyKept::likeness(EntityId one, EntityId other) {
    const Company& first = of(one);
    const Company& second = of(other);  // references to elements of an unordered_map stay
    double sum = 0.0;
    for (auto a = first.others.begin(), b = second.others.begin();
         a != first.others.end() && b != second.others.end();) {
        if (a->first == b->first)
            sum += a++->second * b++->second;
        else if (a->first < b->first)
            ++a;
        else
            ++b;
    }
    return sum;
}

int CompanyKept::shared_documents(EntityId one, EntityId other) {
    const auto &first = of(one).documents, &second = of(other).documents;
    std::vector<std::int64_t> shared;
    std::ranges::set_intersection(first, second, std::back_inserter(shared));
    return static_cast<int>(shared.size());
}

}  // namespace kith
