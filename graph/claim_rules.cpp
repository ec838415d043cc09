#include "graph/claim_rules.hpp"

#include <algorithm>
#include <string>

#include "graph/error.hpp"
#include "graph/name_key.hpp"

namespace kith {

namespace {

void require_kinds(const Relation& relation, const ClaimRecord& claim) {
    const auto require = [&](bool is_allowed, std::string_view side, const EntityReference& reference) {
        if (is_allowed) return;
        throw RejectedRecord("the " + std::string(side) + " of " + relation.name + " cannot be " +
                                 with_article(reference.kind) + " (" + reference.name + ")",
                             "`kith relations` lists what each relation ties.");
    };
    require(relation.allows_subject(claim.subject.kind), "subject", claim.subject);
    require(relation.allows_object(claim.object.kind), "object", claim.object);
}

bool has_alias(const EntityReference& reference, const std::string& key) {
    return std::ranges::any_of(reference.aliases, [&](const std::string& alias) { return name_key(alias) == key; });
}

}  // namespace

std::string given_name_first(const EntityReference& reference) {
    const std::string_view name = reference.name;
    const std::size_t comma = name.find(", ");
    if (reference.kind != EntityKind::person || comma == name.npos || name.find(',', comma + 1) != name.npos) return {};
    return std::string(name.substr(comma + 2)) + ' ' + std::string(name.substr(0, comma));
}

std::string required_name_key(const EntityReference& reference) {
    std::string key = name_key(reference.name);
    if (!key.empty()) return key;
    throw RejectedRecord("an entity's name needs letters or digits; this one has none: \"" + reference.name + "\"");
}

const Relation& require_acceptable(const ClaimRecord& claim, const Ontology& ontology) {
    const Relation* relation = ontology.find(claim.relation);
    if (relation == nullptr) {
        throw RejectedRecord("there is no relation \"" + claim.relation + "\"", "`kith relations` lists them.");
    }
    require_kinds(*relation, claim);
    if (claim.speaker && !claim.unnamed_speaker.empty()) {
        throw RejectedRecord(
            "the claim has two speakers, " + claim.speaker->name + " and \"" + claim.unnamed_speaker + '"',
            "Leave unnamed_speaker empty where the speaker has a name.");
    }
    if (!claim.time.empty() && !parse_interval(claim.time)) {
        throw RejectedRecord("\"" + claim.time + "\" is not a date",
                             "Write 2023, 2023-06, 2023-06-24 or an interval such as 2015..2018.");
    }
    if (!(claim.confidence >= 0.0 && claim.confidence <= 1.0)) {  // which is also so for what is no number
        throw RejectedRecord("a confidence lies between 0 and 1");
    }
    const std::string subject = required_name_key(claim.subject), object = required_name_key(claim.object);
    if (claim.speaker) required_name_key(*claim.speaker);
    if (claim.place) required_name_key(*claim.place);
    const auto turned_key = [](const EntityReference& reference) { return name_key(given_name_first(reference)); };
    if (kind_class(claim.subject.kind) == kind_class(claim.object.kind) &&
        !contradict(claim.subject.identifiers, claim.object.identifiers) &&
        (find_shared(claim.subject.identifiers, claim.object.identifiers) != nullptr || subject == object ||
         turned_key(claim.subject) == object || turned_key(claim.object) == subject ||
         has_alias(claim.subject, object) || has_alias(claim.object, subject))) {
        throw RejectedRecord("the claim ties " + claim.subject.name + " to itself");
    }
    return *relation;
}

}  // namespace kith
