#include "query/export/claim_attributes.hpp"

#include <array>
#include <utility>

#include "graph/claim_identity.hpp"
#include "graph/claim_rules.hpp"
#include "graph/hexadecimal.hpp"
#include "graph/store/sha256.hpp"
#include "query/export/decimal.hpp"

namespace kith {
namespace {

using Evidenced = const EvidenceWithDocument*;

constexpr std::array attributes = {
    ClaimAttribute{"relation", false, [](const ExportedClaim& claim, Evidenced) { return claim.relation->name; }},
    ClaimAttribute{"status", false,
                   [](const ExportedClaim& claim, Evidenced) { return std::string(to_string(claim.claim.status)); }},
    ClaimAttribute{"speaker", false,
                   [](const ExportedClaim& claim, Evidenced) {
                       return claim.speaker ? claim.speaker->entity.name : std::string();
                   }},
    ClaimAttribute{"unnamed_speaker", false,
                   [](const ExportedClaim& claim, Evidenced) { return claim.claim.unnamed_speaker; }},
    ClaimAttribute{"item", false, [](const ExportedClaim& claim, Evidenced) { return claim.claim.item; }},
    ClaimAttribute{"role", false, [](const ExportedClaim& claim, Evidenced) { return claim.claim.role; }},
    ClaimAttribute{
        "place", false,
        [](const ExportedClaim& claim, Evidenced) { return claim.place ? claim.place->entity.name : std::string(); }},
    ClaimAttribute{"date", false, [](const ExportedClaim& claim, Evidenced) { return claim.claim.time; }},
    ClaimAttribute{"confidence", true,
                   [](const ExportedClaim& claim, Evidenced evidence) {
                       return decimal(evidence ? evidence->evidence.confidence : claim.claim.confidence, 3);
                   }},
    ClaimAttribute{
        "quote", false,
        [](const ExportedClaim&, Evidenced evidence) { return evidence ? evidence->evidence.quote : std::string(); }},
    ClaimAttribute{"publisher", false,
                   [](const ExportedClaim&, Evidenced evidence) {
                       return evidence ? evidence->document.publisher : std::string();
                   }},
    ClaimAttribute{"published", false,
                   [](const ExportedClaim&, Evidenced evidence) {
                       return evidence ? evidence->document.published : std::string();
                   }},
    ClaimAttribute{
        "url", false,
        [](const ExportedClaim&, Evidenced evidence) { return evidence ? evidence->evidence.url : std::string(); }},
    ClaimAttribute{
        "record_id", false,
        [](const ExportedClaim&, Evidenced evidence) { return evidence ? evidence->evidence.record : std::string(); }},
};

std::string stable(const std::string& text) {
    return in_hexadecimal(sha256(text)).substr(0, 32);
}

}  // namespace

std::span<const ClaimAttribute> claim_attributes() {
    return attributes;
}

const EvidenceWithDocument* first_evidence(const ExportedClaim& claim) {
    return claim.evidence.empty() ? nullptr : &claim.evidence.front();
}

std::string joined_aliases(const ExportedEntity& entity) {
    std::string joined;
    for (const std::string& alias : entity.aliases) {
        if (alias.find(';') == alias.npos) joined += (joined.empty() ? "" : ";") + alias;
    }
    return joined;
}

EntityKind kind_at(const Relation& relation, bool is_subject, const Entity& entity) {
    const auto may_stand = [&](EntityKind kind) {
        return is_subject ? relation.allows_subject(kind) : relation.allows_object(kind);
    };
    if (may_stand(entity.kind)) return entity.kind;
    for (const EntityKind kind : all_entity_kinds()) {
        if (kind_class(kind) == kind_class(entity.kind) && may_stand(kind)) return kind;
    }
    return entity.kind;
}

std::string stable_id(const ExportedEntity& entity) {
    std::string text = entity.entity.name + '\n' + std::to_string(kind_class(entity.entity.kind));
    for (const Identifier& each : entity.identifiers) text += '\n' + to_string(each);
    return stable(text);
}

std::string stable_id(const ExportedClaim& claim) {
    std::string text = stable_id(*claim.subject) + '\n' + claim.relation->name + '\n' + stable_id(*claim.object);
    for (const ExportedEntity* const each : {claim.speaker, claim.place})
        text += '\n' + (each ? stable_id(*each) : std::string());
    for (const std::string* const each :
         {&claim.claim.unnamed_speaker, &claim.claim.item, &claim.claim.role, &claim.claim.time})
        text += '\n' + *each;
    return stable(text + '\n' + std::string(to_string(claim.claim.status)));
}

std::string identity_id(const Claim& claim, const Relation& relation,
                        const std::function<std::string(EntityId)>& id_of) {
    std::string subject = id_of(claim.subject), object = id_of(claim.object);
    if (relation.symmetric && object < subject) std::swap(subject, object);
    std::string text = relation.name + '\n' + subject + '\n' + object;
    for (const std::optional<EntityId>& each : {claim.speaker, claim.place})
        text += '\n' + (each ? id_of(*each) : std::string());
    return stable(text + '\n' + details_key({claim.status, claim.time, claim.item, claim.role, claim.unnamed_speaker}));
}

}  // namespace kith
