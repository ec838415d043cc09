// FollowTheMoney's entities, an object a line: for Aleph, OpenSanctions' tools and everything that followthemoney reads.
//
// An entity is a thing, a claim a link of the schema that fits its ends, else an UnknownLink whose role is the relation.
// What the model has no property for stands in the member "kith", which other programs pass over and `kith ingest` reads.
#include <algorithm>
#include <array>

#include "query/export/claim_attributes.hpp"
#include "query/export/claim_json.hpp"

namespace kith {
namespace {

std::string_view schema_of(EntityKind kind) {
    using enum EntityKind;
    switch (kind) {
        case person:
            return "Person";
        case company:
            return "Company";
        case state:
        case government_body:
        case military_unit:
            return "PublicBody";
        case place:
            return "Address";
        case vehicle:
            return "Vehicle";
        case weapon:
        case product:
            return "Asset";
        case event:
            return "Event";
        case agreement:
            return "Contract";
        case armed_group:
        case party:
        case international_body:
        case ngo:
        case media:
        case population_group:
        case organisation:
            break;
    }
    return "Organization";
}

// Whether a thing of the one schema may stand where the other is asked for.
bool is_a(std::string_view schema, std::string_view wanted) {
    const bool is_organisation = schema == "Organization" || schema == "Company" || schema == "PublicBody";
    if (wanted == "Person") return schema == "Person";
    if (wanted == "Organization") return is_organisation;
    if (wanted == "LegalEntity") return is_organisation || schema == "Person";
    if (wanted == "Asset") return schema == "Company" || schema == "Vehicle" || schema == "Asset";
    return true;
}

struct LinkSchema {
    std::string_view relation, schema, from, from_range, to, to_range, role;
};

constexpr std::array links = {
    LinkSchema{"owns", "Ownership", "owner", "LegalEntity", "asset", "Asset", "ownershipType"},
    LinkSchema{"directs", "Directorship", "director", "LegalEntity", "organization", "Organization", "role"},
    LinkSchema{"leads", "Directorship", "director", "LegalEntity", "organization", "Organization", "role"},
    LinkSchema{"member_of", "Membership", "member", "LegalEntity", "organization", "Organization", "role"},
    LinkSchema{"works_for", "Employment", "employee", "Person", "employer", "Organization", "role"},
    LinkSchema{"speaks_for", "Representation", "agent", "LegalEntity", "client", "LegalEntity", "role"},
    LinkSchema{"funds", "Payment", "payer", "LegalEntity", "beneficiary", "LegalEntity", "purpose"},
    LinkSchema{"succeeds", "Succession", "successor", "LegalEntity", "predecessor", "LegalEntity", "role"},
    LinkSchema{"relative_of", "Family", "person", "Person", "relative", "Person", "relationship"},
    LinkSchema{"associate_of", "Associate", "person", "Person", "associate", "Person", "relationship"},
};
constexpr LinkSchema unknown_link = {"", "UnknownLink", "subject", "Thing", "object", "Thing", "role"};

// By which property of a thing the scheme's numbers go; empty: by none.
std::string_view property_of(const Identifier& identifier, std::string_view schema) {
    const bool is_legal_entity = is_a(schema, "LegalEntity");
    if (identifier.scheme == "wikidata") return "wikidataId";
    if (identifier.scheme == "lei" && is_legal_entity) return "leiCode";
    if (identifier.scheme == "inn" && is_legal_entity) return "innCode";
    if (identifier.scheme == "ogrn" && is_legal_entity) return "ogrnCode";
    if (identifier.scheme == "duns" && is_legal_entity) return "dunsCode";
    if (identifier.scheme == "imo" && schema == "Vessel") return "imoNumber";
    if (identifier.scheme == "mmsi" && schema == "Vessel") return "mmsi";
    return {};
}

class FollowTheMoneyWriter final : public GraphWriter {
public:
    explicit FollowTheMoneyWriter(std::ostream& out) : out_(out) {}

    void add(const ExportedEntity& entity) override {
        std::string_view schema = schema_of(entity.entity.kind);
        const auto is_of_ship = [](const Identifier& each) { return each.scheme == "imo" || each.scheme == "mmsi"; };
        if (schema == "Vehicle" && std::ranges::any_of(entity.identifiers, is_of_ship)) schema = "Vessel";
        Json properties = {{"name", {entity.entity.name}}};
        if (schema == "Address") properties["full"] = {entity.entity.name};
        if (!entity.aliases.empty()) properties["alias"] = entity.aliases;
        entity.each_identifier([&](const Identifier& each) {
            const std::string property(property_of(each, schema));
            if (!property.empty()) properties[property].push_back(each.value);
        });
        Json own = reference_json(entity);
        own.erase("name");
        write("kith-" + stable_id(entity), schema, std::move(properties), std::move(own));
    }

    void add(const ExportedClaim& claim) override {
        const auto schema = std::ranges::find_if(links, [&](const LinkSchema& each) {
            return each.relation == claim.relation->name &&
                   is_a(schema_of(claim.subject->entity.kind), each.from_range) &&
                   is_a(schema_of(claim.object->entity.kind), each.to_range);
        });
        const LinkSchema& link = schema == links.end() ? unknown_link : *schema;
        Json properties = {{link.from, {"kith-" + stable_id(*claim.subject)}},
                           {link.to, {"kith-" + stable_id(*claim.object)}}};
        const auto add = [&](std::string_view property, const std::string& value) {
            if (!value.empty()) properties[std::string(property)].push_back(value);
        };
        if (link.schema == unknown_link.schema) add("role", claim.relation->name);
        add(link.role, claim.claim.role);
        if (link.schema == "Ownership" && claim.claim.item.ends_with('%')) {
            add("percentage", claim.claim.item);
        } else {
            add("summary", claim.claim.item);
        }
        add_dates(claim.claim.time, add);
        add("status", std::string(to_string(claim.claim.status)));
        if (claim.speaker) add("summary", "said by " + claim.speaker->entity.name);
        for (const EvidenceWithDocument& each : claim.evidence) {
            add("description", each.evidence.quote);
            add("publisher", each.document.publisher);
            add("sourceUrl", each.evidence.url);
            add("recordId", each.evidence.record);
        }
        write("kith-" + stable_id(claim), link.schema, std::move(properties), details_json(claim));
    }

private:
    template <typename Add>
    static void add_dates(const std::string& time, const Add& add) {
        const std::size_t dots = time.find("..");
        if (dots == time.npos) return add("date", time);
        add("startDate", time.substr(0, dots));
        add("endDate", time.substr(dots + 2));
    }

    void write(const std::string& id, std::string_view schema, Json properties, Json own) {
        out_ << compact({{"id", id},
                         {"schema", schema},
                         {"properties", std::move(properties)},
                         {"datasets", {"kith"}},
                         {"kith", std::move(own)}})
             << '\n';
    }

    std::ostream& out_;
};

}  // namespace

std::unique_ptr<GraphWriter> make_follow_the_money_writer(std::ostream& out) {
    return std::make_unique<FollowTheMoneyWriter>(out);
}

}  // namespace kith
