#include "ingest/interchange/bods.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/share.hpp"
#include "graph/tsv.hpp"
#include "ingest/interchange/bods_identifiers.hpp"
#include "ingest/interchange/json_text.hpp"

KITH_EMBEDDED(bods_tsv)

namespace kith::interchange {

namespace {

constexpr double confidence = 0.9;               // of what a register says, as of tables
constexpr std::size_t most_replacements = 1000;  // of a chain

struct InterestType {
    std::string_view relation, role;
    bool is_possible = false;
};

struct Tables {
    std::unordered_map<std::string_view, EntityKind> entities;
    std::unordered_map<std::string_view, InterestType> interests;
    std::vector<std::pair<std::string_view, std::string_view>> identifiers;

    static const Tables& builtin() {
        static const Tables tables;
        return tables;
    }

private:
    Tables() {
        for (const TsvRow& row : tsv_rows(bods_tsv(), "ingest/interchange/data/bods.tsv", 3, 5)) {
            if (row[0] == "entity") {
                const auto kind = parse_entity_kind(row[2]);
                if (!kind) throw Error(row.position_of(2), "unknown kind \"" + std::string(row[2]) + '"');
                entities.emplace(row[1], *kind);
            } else if (row[0] == "interest") {
                interests.emplace(row[1], InterestType{row[2], row[3], row[4] == "possible"});
            } else {
                identifiers.emplace_back(row[1], row[2]);
            }
        }
    }
};

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (ascii::is_letter(c)) letters += ascii::lower(c);
    }
    return letters;
}

const nlohmann::json& member(const nlohmann::json& object, const char* name) {
    static const nlohmann::json none = nlohmann::json::object();
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found != object.end() && (found->is_object() || found->is_array()) ? *found : none;
}

// Its objects, without what else may stand there.
std::vector<const nlohmann::json*> objects_of(const nlohmann::json& object, const char* name) {
    std::vector<const nlohmann::json*> found;
    const nlohmann::json& list = member(object, name);
    if (!list.is_array()) return found;
    for (const nlohmann::json& each : list) {
        if (each.is_object() && found.size() < most_values) found.push_back(&each);
    }
    return found;
}

bool is_true(const nlohmann::json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

std::string name_of_state(const nlohmann::json& state) {
    std::string name = state_named(text_of(state, "code").substr(0, 2));
    return name.empty() ? text_of(state, "name") : name;
}

// "75 to 100 %", "over 75 %", "51 %", as graph/share reads it; empty: it is not told.
std::string share_of(const nlohmann::json& interest) {
    const nlohmann::json& share = member(interest, "share");
    const auto number = [&](const char* name) {
        const auto found = share.find(name);
        const bool is_share = found != share.end() && found->is_number();
        const double percent = is_share ? found->get<double>() : -1.0;
        return percent >= 0.0 && percent <= 100.0 ? percent : -1.0;
    };
    const auto words = [](double percent) {
        std::string text = share_in_words(percent / 100.0);
        return text.substr(0, text.find(' '));
    };
    if (const double exact = number("exact"); exact >= 0.0) return words(exact) + " %";
    const double least = std::max(number("minimum"), number("exclusiveMinimum")),
                 most = std::max(number("maximum"), number("exclusiveMaximum"));
    if (least >= 0.0 && most >= 0.0 && least <= most)
        return least == most ? words(least) + " %" : words(least) + " to " + words(most) + " %";
    if (least >= 0.0) return "over " + words(least) + " %";
    if (most >= 0.0) return "up to " + words(most) + " %";
    return {};
}

}  // namespace

bool Bods::is_record(const nlohmann::json& object) {
    if (!object.is_object()) return false;
    if (!text_of(object, "statementID").empty()) return text_of(object, "statementType").ends_with("Statement");
    return !text_of(object, "statementId").empty() && !text_of(object, "recordType").empty();
}

void Bods::take(const nlohmann::json& object, const RecordPlace& place) {
    const bool is_of_record = object.contains("recordType");
    Statement statement{.id = text_of(object, is_of_record ? "recordId" : "statementID"), .place = place};
    if (statement.id.empty()) return records_.skip(place, "a statement without a \"recordId\"");
    const std::string type = is_of_record ? text_of(object, "recordType") : text_of(object, "statementType");
    if (type == "person" || type == "personStatement") {
        statement.type = Type::person;
    } else if (type == "relationship" || type == "ownershipOrControlStatement") {
        statement.type = Type::relationship;
    } else if (type != "entity" && type != "entityStatement") {
        return records_.skip(place, "statements of type \"" + shortened(type, 80) + "\" are not known");
    }
    statement.is_closed = text_of(object, "recordStatus") == "closed";
    statement.date = date_of(text_of(object, "statementDate"));
    const nlohmann::json &publication = member(object, "publicationDetails"), &source = member(object, "source");
    statement.publisher = text_of(member(publication, "publisher"), "name");
    if (statement.publisher.empty()) statement.publisher = text_of(source, "description");
    statement.publisher = shortened(std::move(statement.publisher), 200);
    statement.url = text_of(source, "url");
    read_details(is_of_record ? member(object, "recordDetails") : object, statement);

    const std::size_t bytes = 2 * (place.bytes.end - place.bytes.begin) + sizeof(Statement);
    if (!records_.reserve(bytes, place)) return;
    bytes_ += bytes;
    std::vector<std::string> replaced;
    if (object.contains("replacesStatements")) append_texts(object.at("replacesStatements"), replaced);
    for (const std::string& each : replaced) {
        if (each != statement.id) replaced_by_.insert_or_assign(each, statement.id);
    }
    const auto [known, is_new] = statements_.try_emplace(statement.id);
    // Of several about one record the latest counts; of those of a day the last.
    if (is_new || statement.date >= known->second.date) known->second = std::move(statement);
}

void Bods::read_details(const nlohmann::json& details, Statement& statement) {
    if (statement.type == Type::entity) read_entity(details, statement);
    if (statement.type == Type::person) read_person(details, statement);
    if (statement.type == Type::relationship) read_relationship(details, statement);
}

void Bods::read_entity(const nlohmann::json& details, Statement& statement) {
    EntityReference& entity = statement.entity;
    std::string type = text_of(details, "entityType");
    if (type.empty()) type = text_of(member(details, "entityType"), "type");
    const auto kind = Tables::builtin().entities.find(letters_of(type));
    if (kind != Tables::builtin().entities.end()) entity.kind = kind->second;
    entity.name = text_of(details, "name");
    if (details.contains("alternateNames")) append_texts(details.at("alternateNames"), entity.aliases);
    statement.unnamed_since = text_of(member(details, "unspecifiedEntityDetails"), "reason");
    for (const char* name : {"jurisdiction", "incorporatedInJurisdiction"}) {
        const std::string state = name_of_state(member(details, name));
        if (!state.empty() && entity.kind != EntityKind::state) statement.states.push_back(state);
    }
    entity.identifiers = bods_identifiers(details, Tables::builtin().identifiers);
}

void Bods::read_person(const nlohmann::json& details, Statement& statement) {
    EntityReference& entity = statement.entity;
    entity.kind = EntityKind::person;
    for (const nlohmann::json* name : objects_of(details, "names")) {
        std::string full = text_of(*name, "fullName");
        for (const char* part : {"givenName", "patronymicName", "familyName"}) {
            const std::string words = text_of(*name, part);
            if (!words.empty() && text_of(*name, "fullName").empty()) full += (full.empty() ? "" : " ") + words;
        }
        if (full.empty()) continue;
        if (entity.name.empty()) {
            entity.name = full;
        } else {
            // What stands in the register goes before translations and former names.
            const std::string type = letters_of(text_of(*name, "type"));
            if (type == "individual" || type == "legal") std::swap(entity.name, full);
            entity.aliases.push_back(full);
        }
    }
    statement.unnamed_since = text_of(member(details, "unspecifiedPersonDetails"), "reason");
    for (const nlohmann::json* state : objects_of(details, "nationalities")) {
        if (std::string name = name_of_state(*state); !name.empty()) statement.states.push_back(std::move(name));
    }
    entity.identifiers = bods_identifiers(details, Tables::builtin().identifiers);
}

void Bods::read_relationship(const nlohmann::json& details, Statement& statement) {
    statement.subject = party_of(details, "subject");
    statement.party = party_of(details, "interestedParty");
    for (const char* name : {"componentStatementIDs", "componentRecords"}) {
        const nlohmann::json& parts = member(details, name);
        statement.has_parts = statement.has_parts || (parts.is_array() && !parts.empty());
    }
    for (const nlohmann::json* each : objects_of(details, "interests")) {
        const std::string level =
            text_of(*each, each->contains("directOrIndirect") ? "directOrIndirect" : "interestLevel");
        statement.interests.push_back({.type = letters_of(text_of(*each, "type")),
                                       .share = share_of(*each),
                                       .details = text_of(*each, "details"),
                                       .start = text_of(*each, "startDate"),
                                       .end = text_of(*each, "endDate"),
                                       .is_beneficial = is_true(*each, "beneficialOwnershipOrControl"),
                                       .is_indirect = level == "indirect"});
    }
    if (statement.interests.empty()) statement.interests.push_back({.type = "unknowninterest"});
}

Bods::Party Bods::party_of(const nlohmann::json& details, const char* name) {
    Party party{.id = text_of(details, name)};  // 0.4
    const nlohmann::json& described = member(details, name);
    for (const char* by : {"describedByEntityStatement", "describedByPersonStatement"}) {
        if (party.id.empty()) party.id = text_of(described, by);
    }
    party.reason = text_of(described, "reason");
    if (party.reason.empty()) party.reason = text_of(member(described, "unspecified"), "reason");
    return party;
}

const std::string& Bods::current(const std::string& id) const {
    const std::string* found = &id;
    for (std::size_t steps = 0; steps < most_replacements; ++steps) {
        const auto next = replaced_by_.find(*found);
        if (next == replaced_by_.end()) return *found;
        found = &next->second;
    }
    return *found;  // they replace each other in a circle
}

void Bods::settle() {
    for (const auto& [id, statement] : statements_) {
        if (replaced_by_.contains(id)) continue;
        begin_source(statement);
        statement.type == Type::relationship ? add_relationship(statement) : add_entity(statement);
    }
    statements_.clear();
    replaced_by_.clear();
    records_.release(std::exchange(bytes_, 0));
}

void Bods::begin_source(const Statement& statement) {
    DocumentRecord source;
    source.location = statement.place.position.file;
    source.publisher = statement.publisher;
    source.published = statement.date;
    if (!statement.publisher.empty()) source.location += '#' + statement.publisher;
    if (!statement.date.empty()) source.location += " (" + statement.date + ')';
    records_.begin(source);
}

void Bods::add_entity(const Statement& statement) {
    if (statement.entity.name.empty()) return;  // told where somebody is tied to it
    EntityReference entity = statement.entity;
    std::erase(entity.aliases, entity.name);
    if (entity.identifiers.empty()) {
        // Of one name there are many persons: without a number of its own each stands for itself.
        const std::string list = statement.publisher.empty() ? "bods" : statement.publisher;
        nlohmann::json own;
        own["identifiers"] = {{{"schemeName", list}, {"id", statement.id}}};
        if (entity.kind == EntityKind::person) entity.identifiers = bods_identifiers(own, {});
    }
    records_.add_entity(statement.id, std::move(entity), statement.place);
    for (const std::string& state : statement.states) {
        records_.add_claim(statement.id,
                           {.relation = statement.type == Type::person ? "citizen_of" : "based_in",
                            .object = {.name = state, .kind = EntityKind::state},
                            .status = statement.is_closed ? Status::former : Status::actual,
                            .confidence = confidence,
                            .record = statement.id,
                            .url = statement.url},
                           statement.place);
    }
}

void Bods::add_relationship(const Statement& statement) {
    for (const auto& [party, side] :
         {std::pair{&statement.party, "the interested party"}, {&statement.subject, "the subject"}}) {
        const auto found = statements_.find(current(party->id));
        const std::string& reason = found == statements_.end() ? party->reason : found->second.unnamed_since;
        const bool is_nobody = found != statements_.end() && found->second.entity.name.empty();
        if (!is_nobody && !party->id.empty()) continue;
        return records_.skip(statement.place, std::string(side) + " has no name" +
                                                  (reason.empty() ? "" : " (" + shortened(reason, 80) + ')'));
    }
    for (const Interest& interest : statement.interests) add_interest(statement, interest);
}

void Bods::add_interest(const Statement& statement, const Interest& interest) {
    const auto& types = Tables::builtin().interests;
    const auto found = types.find(interest.type);
    if (found == types.end()) {
        return records_.skip(statement.place,
                             "interests of type \"" + shortened(interest.type, 80) + "\" are not known");
    }
    const InterestType& type = found->second;
    Link link{.from = current(statement.party.id), .to = current(statement.subject.id), .place = statement.place};
    ClaimRecord& claim = link.claim;
    claim.relation = type.relation;
    const auto party = statements_.find(link.from);
    const Relation* const relation = records_.ontology().find(type.relation);
    if (party != statements_.end() && relation != nullptr && !relation->allows_subject(party->second.entity.kind))
        claim.relation = "directs";
    for (const std::string_view role : {type.role, std::string_view(interest.is_beneficial ? "beneficial owner" : ""),
                                        std::string_view(interest.is_indirect ? "indirect" : "")}) {
        if (!role.empty()) claim.role.append(claim.role.empty() ? "" : ", ").append(role);
    }
    // The share in a chain is told by its parts, and would be counted twice.
    if (!statement.has_parts) claim.item = interest.share;
    if (type.relation != "owns" && !claim.item.empty()) claim.item += " of " + std::string(type.role);
    claim.time = interval_of(interest.start, interest.end);
    claim.status = statement.is_closed ? Status::former : type.is_possible ? Status::possible : Status::actual;
    claim.confidence = confidence;
    claim.record = statement.id;
    claim.url = statement.url;
    claim.quote = interest.details;
    records_.add_link(std::move(link));
}

}  // namespace kith::interchange
