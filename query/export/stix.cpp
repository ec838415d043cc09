// A STIX 2.1 bundle: entities as identities, threat actors, locations and campaigns, claims as relationships.
//
// What STIX has no property for stands in an extension, as the standard wants it. No object holds the time of the clock:
// a relationship was created when the first document that says so was published, all else in 1970.
#include <algorithm>
#include <cmath>

#include "query/export/claim_attributes.hpp"
#include "query/export/claim_json.hpp"
#include "query/export/json_array.hpp"

namespace kith {
namespace {

constexpr std::string_view extension = "extension-definition--6b697468-0000-4000-8000-000000000001";
constexpr std::string_view author = "identity--6b697468-0000-4000-8000-000000000002";
constexpr std::string_view epoch = "1970-01-01T00:00:00.000Z";

// Of 32 hexadecimal digits, as a UUID that was made of what it names (version 5).
std::string uuid(std::string digits) {
    digits[12] = '5';
    digits[16] = "89ab"[static_cast<unsigned char>(digits[16]) & 3U];
    for (const std::size_t place : {8U, 13U, 18U, 23U}) digits.insert(place, 1, '-');
    return digits;
}

std::string type_of(EntityKind kind) {
    using enum EntityKind;
    if (kind == armed_group) return "threat-actor";
    if (kind == place) return "location";
    if (kind == event) return "campaign";
    return "identity";
}

std::string_view class_of(EntityKind kind) {
    using enum EntityKind;
    switch (kind) {
        case person:
            return "individual";
        case population_group:
            return "class";
        case weapon:
        case vehicle:
        case product:
            return "system";
        case agreement:
            return "unknown";
        default:
            return "organization";
    }
}

std::string id_of(const ExportedEntity& entity) {
    return type_of(entity.entity.kind) + "--" + uuid(stable_id(entity));
}

std::string timestamp(Day day) {
    return date_of(day).to_string() + "T00:00:00.000Z";
}

Json object(std::string_view type, const std::string& id, std::string_view created) {
    return {{"type", type},       {"spec_version", "2.1"}, {"id", id}, {"created_by_ref", author},
            {"created", created}, {"modified", created}};
}

class StixWriter final : public GraphWriter {
public:
    explicit StixWriter(std::ostream& out) : out_(out) {}

    void begin(const std::vector<std::string>& /*schemes*/) override {
        out_ << R"({"type":"bundle","id":"bundle--6b697468-0000-4000-8000-000000000003","objects":[)";
        Json self = object("identity", std::string(author), epoch);
        self.erase("created_by_ref");
        self.update({{"name", "kith"}, {"identity_class", "system"}});
        lines_.add(self);
        Json definition = object("extension-definition", std::string(extension), epoch);
        definition.update(
            {{"name", "kith's claims"},
             {"description", "What a claim says beside its two ends: status, speaker, item, role, evidence"},
             {"schema", "docs/exports.md of kith"},
             {"version", "1.0.0"},
             {"extension_types", {"property-extension"}}});
        lines_.add(definition);
    }

    void add(const ExportedEntity& entity) override {
        const std::string type = type_of(entity.entity.kind);
        Json json = object(type, id_of(entity), epoch);
        json["name"] = entity.entity.name;
        if (type == "identity") json["identity_class"] = class_of(entity.entity.kind);
        if (type == "location") json["region"] = entity.entity.name;
        if ((type == "threat-actor" || type == "campaign") && !entity.aliases.empty()) json["aliases"] = entity.aliases;
        Json references = Json::array();
        entity.each_identifier([&](const Identifier& each) {
            references.push_back({{"source_name", each.scheme}, {"external_id", each.value}});
        });
        if (!references.empty()) json["external_references"] = std::move(references);
        Json own = {{"extension_type", "property-extension"}, {"kind", to_string(entity.entity.kind)}};
        if (!entity.aliases.empty()) own["aliases"] = entity.aliases;
        json["extensions"][std::string(extension)] = std::move(own);
        lines_.add(json);
    }

    void add(const ExportedClaim& claim) override {
        const EvidenceWithDocument* const first = first_evidence(claim);
        std::string created(epoch);
        if (const auto day = parse_partial_date(first ? first->document.published : ""))
            created = timestamp(day->first_day());
        Json json = object("relationship", "relationship--" + uuid(stable_id(claim)), created);
        std::string type = claim.relation->name;
        std::ranges::replace(type, '_', '-');
        json.update({{"relationship_type", type},
                     {"source_ref", id_of(*claim.subject)},
                     {"target_ref", id_of(*claim.object)},
                     {"confidence", std::lround(claim.claim.confidence * 100.0)},
                     {"labels", {to_string(claim.claim.status)}}});
        if (first && !first->evidence.quote.empty()) json["description"] = first->evidence.quote;
        add_time(claim.claim.time, json);
        add_references(claim, json);
        Json own = details_json(claim);
        own["extension_type"] = "property-extension";
        json["extensions"][std::string(extension)] = std::move(own);
        lines_.add(json);
    }

    void finish() override { out_ << "\n]}\n"; }

private:
    // STIX wants the end behind the beginning.
    static void add_time(const std::string& time, Json& json) {
        const auto interval = parse_interval(time);
        if (!interval) return;
        if (interval->first) json["start_time"] = timestamp(*interval->first);
        if (interval->last && (!interval->first || *interval->last > *interval->first))
            json["stop_time"] = timestamp(*interval->last);
    }

    static void add_references(const ExportedClaim& claim, Json& json) {
        for (const EvidenceWithDocument& each : claim.evidence) {
            const std::string& publisher = each.document.publisher;
            const std::string& name = publisher.empty() ? each.document.location : publisher;
            if (name.empty()) continue;
            Json reference = {{"source_name", name}, {"description", each.document.location}};
            if (!each.evidence.url.empty()) reference["url"] = each.evidence.url;
            if (!each.evidence.record.empty()) reference["external_id"] = each.evidence.record;
            json["external_references"].push_back(std::move(reference));
        }
    }

    std::ostream& out_;
    JsonArray lines_{out_};
};

}  // namespace

std::unique_ptr<GraphWriter> make_stix_writer(std::ostream& out) {
    return std::make_unique<StixWriter>(out);
}

}  // namespace kith
