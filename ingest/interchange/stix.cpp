#include "ingest/interchange/stix.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/tsv.hpp"
#include "ingest/interchange/json_text.hpp"

KITH_EMBEDDED(stix_tsv)

namespace kith::interchange {

namespace {

constexpr double usual_confidence = 0.8;  // of an object that tells none

struct Tables {
    struct Relationship {
        std::string_view relation;
        bool reverse = false;
    };
    std::unordered_map<std::string_view, EntityKind> objects;
    std::unordered_map<std::string_view, Relationship> relationships;

    static const Tables& builtin() {
        static const Tables tables;
        return tables;
    }

private:
    Tables() {
        for (const TsvRow& row : tsv_rows(stix_tsv(), "ingest/interchange/data/stix.tsv", 3, 4)) {
            if (row[0] == "object") {
                const auto kind = parse_entity_kind(row[2]);
                if (!kind) throw Error(row.position_of(2), "unknown kind \"" + std::string(row[2]) + '"');
                objects.emplace(row[1], *kind);
            } else {
                relationships.emplace(row[1], Relationship{row[2], row[3] == "reverse"});
            }
        }
    }
};

std::optional<EntityKind> kind_of(const nlohmann::json& object) {
    const auto& objects = Tables::builtin().objects;
    const std::string type = text_of(object, "type");
    auto found = objects.find(type + '/' + text_of(object, "identity_class"));
    if (found == objects.end()) found = objects.find(type);
    if (found == objects.end()) return std::nullopt;
    // A place that is a whole state has its code alone.
    const bool is_state = found->second == EntityKind::place && object.contains("country") &&
                          !object.contains("city") && !object.contains("administrative_area");
    return is_state ? EntityKind::state : found->second;
}

// Whether kith keeps objects of the type.
bool is_tied(std::string_view type) {
    return Tables::builtin().objects.contains(type);
}

double confidence_of(const nlohmann::json& object) {
    const auto found = object.find("confidence");
    if (found == object.end() || !found->is_number()) return usual_confidence;
    return std::clamp(found->get<double>() / 100.0, 0.0, 1.0);
}

}  // namespace

bool Stix::is_record(const nlohmann::json& object) {
    if (!object.is_object()) return false;
    const std::string type = text_of(object, "type");
    return !type.empty() && text_of(object, "id").starts_with(type + "--");
}

void Stix::take(const nlohmann::json& object, const RecordPlace& place) {
    const std::string type = text_of(object, "type"), id = text_of(object, "id");
    if (type == "identity") names_[id] = text_of(object, "name");
    if (type == "marking-definition") {
        std::string said = text_of(object, "name");
        if (const auto definition = object.find("definition"); said.empty() && definition != object.end()) {
            const std::string tlp = text_of(*definition, "tlp");
            said = tlp.empty() ? text_of(*definition, "statement") : "TLP:" + ascii::lower_case(tlp);
        }
        markings_[id] = said;
    }
    const std::size_t bytes = 4 * (place.bytes.end - place.bytes.begin) + sizeof(Object);  // as a tree
    if (type == "bundle" || !records_.reserve(bytes, place)) return;
    objects_bytes_ += bytes;
    objects_.push_back({object, place});
}

void Stix::settle() {
    for (const Object& each : objects_) {
        begin_source(each);
        const std::string type = text_of(each.json, "type");
        if (type == "relationship") {
            add_relationship(each);
        } else if (type == "sighting") {
            add_sightings(each);
        } else {
            add_entity(each);
        }
    }
    objects_.clear();
    records_.release(std::exchange(objects_bytes_, 0));
}

void Stix::begin_source(const Object& object) {
    DocumentRecord source;
    source.location = object.place.position.file;
    if (const auto creator = names_.find(text_of(object.json, "created_by_ref")); creator != names_.end())
        source.publisher = creator->second;
    std::vector<std::string> markings;
    if (object.json.contains("object_marking_refs")) append_texts(object.json.at("object_marking_refs"), markings);
    for (const std::string& each : markings) {
        const auto said = markings_.find(each);
        const std::string& words = said == markings_.end() || said->second.empty() ? each : said->second;
        source.title += (source.title.empty() ? "" : "; ") + words;
    }
    for (const std::string* each : {&source.publisher, &source.title}) {
        if (!each->empty()) source.location += '#' + *each;
    }
    records_.begin(source);
}

void Stix::add_entity(const Object& object) {
    const auto kind = kind_of(object.json);
    const std::string id = text_of(object.json, "id");
    if (!kind) return;  // indicators, observed data, reports: what kith does not tie
    EntityReference entity{.name = text_of(object.json, "name"), .kind = *kind};
    if (entity.name.empty()) entity.name = state_named(text_of(object.json, "country"));
    if (entity.name.empty()) return records_.skip(object.place, id + " has no name");
    for (const char* key : {"aliases", "x_mitre_aliases"}) {
        if (object.json.contains(key)) append_texts(object.json.at(key), entity.aliases);
    }
    std::erase(entity.aliases, entity.name);
    try {
        entity.identifiers.push_back(make_identifier("stix", id));
    } catch (const RejectedRecord& rejected) {
        return records_.skip(object.place, rejected.what());
    }
    records_.add_entity(id, std::move(entity), object.place);
}

void Stix::add_relationship(const Object& object) {
    const std::string type = text_of(object.json, "relationship_type");
    if (type.empty())
        return records_.skip(object.place, object.json.contains("relationship_type")
                                               ? "its relationship_type is no text, or an empty one"
                                               : "the relationship has no relationship_type");
    const auto& relationships = Tables::builtin().relationships;
    const auto found = relationships.find(type);
    std::string relation = type;
    std::ranges::replace(relation, '-', '_');
    const bool is_own = records_.ontology().find(relation) != nullptr;
    if (found == relationships.end() && !is_own)
        return records_.skip(object.place, "kith has no relation for \"" + type +
                                               "\". A file for --relations adds one: examples/relations/stix.tsv");
    Link link{
        .from = text_of(object.json, "source_ref"), .to = text_of(object.json, "target_ref"), .place = object.place};
    for (const std::string* end : {&link.from, &link.to}) {
        const std::string end_type = end->substr(0, end->find("--"));
        if (!is_tied(end_type))
            return records_.skip(object.place, "ties an object of type \"" + end_type + "\", of which kith keeps none");
    }
    if (!is_own) {
        relation = found->second.relation;
        if (found->second.reverse) std::swap(link.from, link.to);
    }
    link.claim.relation = relation;
    link.claim.time = interval_of(text_of(object.json, "start_time"), text_of(object.json, "stop_time"));
    link.claim.confidence = confidence_of(object.json);
    link.claim.record = text_of(object.json, "id");
    link.claim.quote = text_of(object.json, "description");
    if (object.json.contains("revoked") && object.json.at("revoked") == true) link.claim.status = Status::former;
    records_.add_link(std::move(link));
}

// Whoever is sighted somewhere is active there.
void Stix::add_sightings(const Object& object) {
    std::vector<std::string> places;
    if (object.json.contains("where_sighted_refs")) append_texts(object.json.at("where_sighted_refs"), places);
    for (const std::string& place : places) {
        Link link{.from = text_of(object.json, "sighting_of_ref"), .to = place, .place = object.place};
        link.claim.relation = place.starts_with("location--") ? "operates_in" : "attacks";
        link.claim.time = interval_of(text_of(object.json, "first_seen"), text_of(object.json, "last_seen"));
        link.claim.confidence = confidence_of(object.json);
        link.claim.record = text_of(object.json, "id");
        link.claim.quote = text_of(object.json, "description");
        records_.add_link(std::move(link));
    }
}

}  // namespace kith::interchange
