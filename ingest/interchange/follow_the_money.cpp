#include "ingest/interchange/follow_the_money.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "graph/embedded.hpp"
#include "graph/tsv.hpp"
#include "ingest/interchange/json_text.hpp"
#include "ingest/interchange/own_details.hpp"

KITH_EMBEDDED(follow_the_money_tsv)

namespace kith::interchange {

namespace {

constexpr std::size_t most_pairs = 1000;  // of the ends of one link
constexpr double confidence = 0.9;        // of what a list says, as of tables

struct LinkSchema {
    std::string_view from, relation, to, role, item;
};
struct IdentifierProperty {
    std::string_view property, scheme;
    bool after_state = false;
};

struct Tables {
    std::unordered_map<std::string_view, EntityKind> things;
    std::unordered_map<std::string_view, LinkSchema> links;
    std::vector<std::pair<std::string_view, std::string_view>> states;  // property, relation
    std::vector<IdentifierProperty> identifiers;

    static const Tables& builtin() {
        static const Tables tables;
        return tables;
    }

private:
    Tables() {
        const std::string file = "ingest/interchange/data/follow_the_money.tsv";
        for (const TsvRow& row : tsv_rows(follow_the_money_tsv(), file, 3, 7)) {
            if (row[0] == "thing") {
                const auto kind = parse_entity_kind(row[2]);
                if (!kind) throw Error(row.position_of(2), "unknown kind \"" + std::string(row[2]) + '"');
                things.emplace(row[1], *kind);
            } else if (row[0] == "link") {
                links.emplace(row[1], LinkSchema{row[2], row[3], row[4], row[5], row[6]});
            } else if (row[0] == "state") {
                states.emplace_back(row[1], row[2]);
            } else {
                identifiers.push_back({row[1], row[2], row[3] == "state"});
            }
        }
    }
};

// How much a schema says: Company before Organization before LegalEntity before Thing.
int closeness(std::string_view schema) {
    const Tables& tables = Tables::builtin();
    if (schema == "Sanction" || tables.links.contains(schema)) return 4;
    if (!tables.things.contains(schema)) return 0;
    return schema == "LegalEntity" || schema == "Asset" ? 1 : schema == "Organization" || schema == "Vehicle" ? 2 : 3;
}

template <typename Properties>
std::string first(const Properties& properties, std::string_view property) {
    const auto found = properties.find(property);
    return found == properties.end() || found->second.empty() ? std::string() : found->second.front();
}

template <typename Properties>
std::string time_of(const Properties& properties) {
    const std::string interval = interval_of(first(properties, "startDate"), first(properties, "endDate"));
    return interval.empty() ? date_of(first(properties, "date")) : interval;
}

}  // namespace

ClaimRecord FollowTheMoney::claim_by(const Entity& entity) {
    return {.time = time_of(entity.properties),
            .confidence = confidence,
            .record = entity.id,
            .url = first(entity.properties, "sourceUrl")};
}

bool FollowTheMoney::is_record(const nlohmann::json& object) {
    if (!object.is_object() || text_of(object, "schema").empty()) return false;
    if (object.contains("prop") && object.contains("value")) return true;
    return object.contains("properties") && object.at("properties").is_object() && !text_of(object, "id").empty();
}

void FollowTheMoney::take(const nlohmann::json& object, const RecordPlace& place) {
    if (object.contains("prop")) return take_statement(object, place);
    if (object.contains("kith") && object.at("kith").is_object()) return take_own(object, place);
    const nlohmann::json& properties = object.at("properties");
    Entity entity{.id = text_of(object, "id"), .schema = text_of(object, "schema"), .place = place};
    std::vector<std::string> datasets;
    if (object.contains("datasets")) append_texts(object.at("datasets"), datasets);
    if (!datasets.empty()) entity.dataset = datasets.front();
    if (object.contains("referents")) append_texts(object.at("referents"), entity.referents);
    for (const auto& [name, values] : properties.items()) append_texts(values, entity.properties[name]);
    if (entity.properties["name"].empty() && !text_of(object, "caption").empty())
        entity.properties["name"].push_back(text_of(object, "caption"));
    add(entity);
}

void FollowTheMoney::take_own(const nlohmann::json& object, const RecordPlace& place) {
    try {
        if (object.at("kith").contains("relation")) return take_own_claim(object, place);
        EntityReference entity = reference_of(object.at("kith"));
        std::vector<std::string> names;
        if (object.at("properties").contains("name")) append_texts(object.at("properties").at("name"), names);
        if (names.empty()) return records_.skip(place, "the " + text_of(object, "schema") + " has no name");
        entity.name = names.front();
        entity.mention = names.front();
        if (object.at("properties").contains("alias"))
            append_texts(object.at("properties").at("alias"), entity.aliases);
        entity.known_identifiers = identifiers_in(object.at("kith"), "known_identifiers");
        records_.begin({.location = place.position.file});
        records_.add_known_entity(text_of(object, "id"), std::move(entity), place);
    } catch (const RejectedRecord& rejected) {
        records_.skip(place, rejected.problem());
    }
}

// One link for each piece of evidence, of the document that gives it.
void FollowTheMoney::take_own_claim(const nlohmann::json& object, const RecordPlace& place) {
    const nlohmann::json& own = object.at("kith");
    const auto& links = Tables::builtin().links;
    const auto schema = links.find(text_of(object, "schema"));
    if (schema == links.end()) return records_.skip(place, "a claim of the schema " + text_of(object, "schema"));
    const auto end = [&](std::string_view property) {
        std::vector<std::string> ids;
        if (const auto found = object.at("properties").find(property); found != object.at("properties").end())
            append_texts(*found, ids);
        return ids.empty() ? std::string() : ids.front();
    };
    Link link{.from = end(schema->second.from), .to = end(schema->second.to), .claim = details_of(own), .place = place};
    if (!own.contains("evidence") || !own.at("evidence").is_array())
        return records_.skip(place, "the claim has no evidence");
    for (const nlohmann::json& evidence : own.at("evidence")) {
        if (!evidence.is_object()) continue;
        add_evidence(evidence, link.claim);
        link.place.bytes = link.claim.sentence;
        link.place.position.line = link.claim.line;
        records_.begin({.location = text_of(evidence, "document"),
                        .publisher = text_of(evidence, "publisher"),
                        .published = date_of(text_of(evidence, "published"))});
        records_.add_link(link);
    }
}

void FollowTheMoney::take_statement(const nlohmann::json& statement, const RecordPlace& place) {
    std::string id = text_of(statement, "canonical_id");
    if (id.empty()) id = text_of(statement, "entity_id");
    if (id.empty()) return records_.skip(place, "a statement about nobody: it has no \"entity_id\"");
    const auto [found, is_new] = stated_.try_emplace(id);
    Entity& entity = found->second;
    const std::string schema = text_of(statement, "schema"), dataset = text_of(statement, "dataset");
    if (is_new) entity = {.id = id, .schema = schema, .dataset = dataset, .place = place};
    // Of several schemata and datasets, the same in whatever order they come: the closest, and the first by name.
    if (std::pair(closeness(schema), schema) > std::pair(closeness(entity.schema), entity.schema))
        entity.schema = schema;
    entity.dataset = std::min(entity.dataset, dataset);
    const std::size_t bytes = place.bytes.end - place.bytes.begin + sizeof(Entity);
    if (!records_.reserve(bytes, place)) return;
    stated_bytes_ += bytes;
    const std::string property = text_of(statement, "prop");
    std::vector<std::string>& values = entity.properties[property];
    if (property != "id" && values.size() < most_values) values.push_back(text_of(statement, "value"));
}

void FollowTheMoney::settle() {
    for (const auto& [id, entity] : stated_) add(entity);
    stated_.clear();
    records_.release(std::exchange(stated_bytes_, 0));
}

void FollowTheMoney::add(const Entity& entity) {
    DocumentRecord source;
    source.location = entity.place.position.file;
    if (!entity.dataset.empty()) {
        source.location += '#' + entity.dataset;
        source.publisher = entity.dataset;
    }
    records_.begin(source);
    const auto& things = Tables::builtin().things;
    if (const auto thing = things.find(entity.schema); thing != things.end()) return add_thing(entity, thing->second);
    if (entity.schema == "Sanction") return add_sanction(entity);
    if (add_link(entity)) return;
    // Addresses, documents and the like tie nobody.
}

std::vector<Identifier> FollowTheMoney::identifiers_of(const Entity& entity) const {
    std::vector<Identifier> found;
    const auto add = [&](std::string_view scheme, const std::string& value) {
        try {
            found.push_back(make_identifier(scheme, value));
        } catch (const RejectedRecord&) {  // lists hold much that is none: "unknown", "see remarks"
        }
    };
    if (entity.id.starts_with("NK-")) add("opensanctions", entity.id);
    add("wikidata", entity.id);
    if (found.empty()) {
        const std::string list = entity.dataset.empty() ? "ftm" : entity.dataset;
        add("record", list + '/' + entity.id);
    }
    for (const std::string& referent : entity.referents) {
        if (referent.starts_with("ofac-")) add("ofac", referent.substr(5));
    }
    std::string state = first(entity.properties, "jurisdiction");
    for (const char* property : {"mainCountry", "nationality", "country", "citizenship"}) {
        if (state.empty()) state = first(entity.properties, property);
    }
    for (const IdentifierProperty& each : Tables::builtin().identifiers) {
        const auto values = entity.properties.find(each.property);
        if (values == entity.properties.end()) continue;
        const std::string before = each.after_state ? state + '/' : "";
        for (const std::string& value : values->second) add(each.scheme, before + value);
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

void FollowTheMoney::add_thing(const Entity& entity, EntityKind kind) {
    EntityReference reference;
    reference.kind = kind;
    reference.name = first(entity.properties, "name");
    if (reference.name.empty()) return records_.skip(entity.place, "the " + entity.schema + " has no name");
    for (const char* property : {"name", "alias", "previousName"}) {
        const auto names = entity.properties.find(std::string_view(property));
        if (names == entity.properties.end()) continue;
        for (const std::string& name : names->second) {
            if (name != reference.name) reference.aliases.push_back(name);
        }
    }
    reference.identifiers = identifiers_of(entity);
    records_.add_entity(entity.id, reference, entity.place);
    add_states(entity, kind);
}

void FollowTheMoney::add_states(const Entity& entity, EntityKind kind) {
    for (const auto& [property, relation] : Tables::builtin().states) {
        const auto codes = entity.properties.find(property);
        const Relation* known = records_.ontology().find(relation);
        if (codes == entity.properties.end() || !known || !known->allows_subject(kind)) continue;
        for (const std::string& code : codes->second) {
            const std::string state = state_named(code);
            if (state.empty()) continue;
            ClaimRecord claim{.relation = std::string(relation),
                              .object = {.name = state, .kind = EntityKind::state},
                              .confidence = confidence,
                              .record = entity.id,
                              .url = first(entity.properties, "sourceUrl")};
            records_.add_claim(entity.id, std::move(claim), entity.place);
        }
    }
}

bool FollowTheMoney::add_link(const Entity& entity) {
    const auto& links = Tables::builtin().links;
    const auto found = links.find(entity.schema);
    if (found == links.end()) return false;
    const LinkSchema& schema = found->second;
    Link link{.claim = claim_by(entity), .place = entity.place};
    link.claim.relation = schema.relation;
    link.claim.role = first(entity.properties, schema.role);
    if (records_.ontology().find(link.claim.role)) link.claim.relation = std::exchange(link.claim.role, {});
    link.claim.item = first(entity.properties, schema.item);
    if (schema.item == "percentage" && !link.claim.item.empty() && !link.claim.item.ends_with('%'))
        link.claim.item += " %";
    if (schema.item == "amount" && !link.claim.item.empty())
        link.claim.item += ' ' + first(entity.properties, "currency");
    const auto from = entity.properties.find(schema.from), to = entity.properties.find(schema.to);
    if (from == entity.properties.end() || to == entity.properties.end()) {
        records_.skip(entity.place, "the " + entity.schema + " lacks its \"" +
                                        std::string(from == entity.properties.end() ? schema.from : schema.to) + '"');
        return true;
    }
    std::size_t pairs = 0;
    for (const std::string& one : from->second) {
        for (const std::string& other : to->second) {
            if (++pairs > most_pairs) return true;
            link.from = one;
            link.to = other;
            records_.add_link(link);
        }
    }
    return true;
}

// An authority is a name, no record.
void FollowTheMoney::add_sanction(const Entity& entity) {
    const auto sanctioned = entity.properties.find("entity");
    std::string authority = first(entity.properties, "authority");
    EntityKind kind = EntityKind::government_body;
    if (authority.empty()) {
        authority = state_named(first(entity.properties, "country"));
        kind = EntityKind::state;
    }
    if (sanctioned == entity.properties.end() || authority.empty())
        return records_.skip(entity.place, "the Sanction does not say who sanctions whom");
    const std::string id = "authority " + authority;
    records_.add_entity(id, {.name = authority, .kind = kind}, entity.place);
    for (const std::string& each : sanctioned->second) {
        Link link{.from = id, .to = each, .claim = claim_by(entity), .place = entity.place};
        link.claim.relation = "sanctions";
        link.claim.role = first(entity.properties, "program");
        link.claim.quote = first(entity.properties, "reason");
        records_.add_link(std::move(link));
    }
}

}  // namespace kith::interchange
