#include "graph/claim_identity.hpp"

#include <utility>

#include "graph/name_key.hpp"

namespace kith {

namespace {

constexpr char separator = '\x1f';  // no key holds one

std::string entity_key(const EntityReference& entity) {
    return std::to_string(kind_class(entity.kind)) + name_key(entity.name);
}

}  // namespace

ClaimDetails details_of(const ClaimRecord& claim) {
    return {claim.status, claim.time, claim.item, claim.role, claim.unnamed_speaker};
}

std::string details_key(const ClaimDetails& details) {
    std::string key = std::to_string(static_cast<int>(details.status));
    for (const std::string& part : {std::string(details.time), term_key(details.item), term_key(details.role),
                                    unnamed_speaker_key(details.unnamed_speaker)}) {
        key += separator;
        key += part;
    }
    return key;
}

std::string identity_key(const ClaimRecord& claim, bool is_symmetric) {
    std::string subject = entity_key(claim.subject), object = entity_key(claim.object);
    if (is_symmetric && object < subject) std::swap(subject, object);
    std::string key = claim.relation;
    for (const std::string& part : {subject, object, claim.speaker ? entity_key(*claim.speaker) : "",
                                    claim.place ? entity_key(*claim.place) : "", details_key(details_of(claim))}) {
        key += separator;
        key += part;
    }
    return key;
}

}  // namespace kith
