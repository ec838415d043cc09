#include "ingest/interchange/advanced_sanctions.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "graph/tsv.hpp"
#include "ingest/interchange/json_text.hpp"

KITH_EMBEDDED(advanced_sanctions_tsv)

namespace kith::interchange {

namespace {

constexpr double confidence = 0.9;  // of what a list says, as of tables
constexpr std::string_view publisher = "Office of Foreign Assets Control", lister = "United States";
constexpr std::string_view id_of_lister = "ofac-lister";

struct Tables {
    enum class Form { alone, after_state, named, after_kind };
    struct IdentifierType {
        std::string_view scheme;
        Form form;
    };
    struct RelationType {
        std::vector<std::string_view> relations;
        bool reverse = false;
    };
    std::unordered_map<std::string_view, EntityKind> parties;
    std::unordered_set<std::string_view> family;
    std::unordered_map<std::string_view, std::string_view> states;
    std::unordered_map<std::string_view, IdentifierType> identifiers;
    std::unordered_map<std::string_view, RelationType> relations;

    static const Tables& builtin() {
        static const Tables tables;
        return tables;
    }

private:
    Tables() {
        const std::string file = "ingest/interchange/data/advanced_sanctions.tsv";
        for (const TsvRow& row : tsv_rows(advanced_sanctions_tsv(), file, 2, 4)) {
            if (row[0] == "party") {
                const auto kind = parse_entity_kind(row[2]);
                if (!kind) throw Error(row.position_of(2), "unknown kind \"" + std::string(row[2]) + '"');
                parties.emplace(row[1], *kind);
            } else if (row[0] == "family") {
                family.insert(row[1]);
            } else if (row[0] == "state") {
                states.emplace(row[1], row[2]);
            } else if (row[0] == "identifier") {
                identifiers.emplace(row[1], IdentifierType{row[2], form_of(row[3])});
            } else {
                relations.emplace(row[1], RelationType{split(row[2], '|'), row[3] == "reverse"});
            }
        }
    }

    static Form form_of(std::string_view word) {
        return word == "state"   ? Form::after_state
               : word == "named" ? Form::named
               : word == "kind"  ? Form::after_kind
                                 : Form::alone;
    }
};

std::string id_of(std::string_view profile) {
    return "ofac-" + std::string(profile);
}

// "2001-12-04" of <Year>2001</Year><Month>12</Month><Day>4</Day>. Empty: it is none.
std::string date_in(pugi::xml_node date) {
    const std::string year = date.child_value("Year");
    std::string result = year;
    for (const char* part : {"Month", "Day"}) {
        const std::string number = date.child_value(part);
        if (number.empty()) break;
        result += (number.size() == 1 ? "-0" : "-") + number;
    }
    return date_of(result);
}

bool says(pugi::xml_node node, const char* attribute) {
    return std::string_view(node.attribute(attribute).value()) == "true";
}

void add(std::string_view scheme, const std::string& value, std::vector<Identifier>& found) {
    try {
        found.push_back(make_identifier(scheme, value));
    } catch (const RejectedRecord&) {  // lists hold much that is none: "unknown", "see remarks"
    }
}

// Of a type of documents, or of features, whose name may go on: "Digital Currency Address - XBT".
void add_identifier(std::string_view type, std::string value, const std::string& state,
                    std::vector<Identifier>& found) {
    constexpr std::string_view between = " - ";
    const std::size_t end = std::min(type.find(between), type.size());
    const auto& known = Tables::builtin().identifiers;
    auto each = known.find(type);
    if (each == known.end()) each = known.find(type.substr(0, end));
    if (each == known.end()) return;
    const auto [scheme, form] = each->second;
    if (form == Tables::Form::named && !ascii::lower_case(value).starts_with(scheme)) return;
    if (form == Tables::Form::after_state) value.insert(0, state + '/');
    if (form == Tables::Form::after_kind) {
        if (end == type.size()) return;
        value.insert(0, std::string(type.substr(end + between.size())) + '/');
    }
    add(scheme, value, found);
}

}  // namespace

AdvancedSanctions::~AdvancedSanctions() {
    records_.release(kept_bytes_);
}

std::span<const std::string_view> AdvancedSanctions::record_names() {
    static constexpr std::array<std::string_view, 14> names{
        "DateOfIssue",   "Country",       "PartyType",           "PartySubType",  "NamePartType",
        "FeatureType",   "List",          "IDRegDocType",        "RelationType",  "Location",
        "IDRegDocument", "DistinctParty", "ProfileRelationship", "SanctionsEntry"};
    return names;
}

void AdvancedSanctions::take(pugi::xml_node record, const RecordPlace& place) {
    const std::string_view name = record.name();
    if (name == "DateOfIssue") {
        published_ = date_in(record);
    } else if (name == "Location") {
        add_location(record, place);
    } else if (name == "IDRegDocument") {
        add_document(record, place);
    } else if (name == "DistinctParty") {
        add_party(record, place);
    } else if (name == "ProfileRelationship") {
        add_relationship(record, place);
    } else if (name == "SanctionsEntry") {
        add_entry(record, place);
    } else {
        add_value(record, place);
    }
}

bool AdvancedSanctions::reserve(std::size_t bytes, const RecordPlace& place) {
    constexpr std::size_t of_node = 150;  // of a map, with its strings
    if (!records_.reserve(of_node + bytes, place)) return false;
    kept_bytes_ += of_node + bytes;
    return true;
}

void AdvancedSanctions::settle() {
    if (is_empty()) return;
    const auto list = std::ranges::max_element(entries_, {}, [](const auto& each) { return each.second; });
    const std::string title = list == entries_.end() ? std::string() : list->first;
    records_.begin({.location = file_,
                    .title = title,
                    .publisher = std::string(publisher),
                    .published = published_,
                    .list = std::string(publisher) + (title.empty() ? "" : ": ") + title});
    if (!entries_.empty())
        records_.add_entity(std::string(id_of_lister), {.name = std::string(lister), .kind = EntityKind::state},
                            links_.empty() ? RecordPlace{} : links_.back().place);
    for (Party& party : parties_) {
        records_.add_entity(party.id, std::move(party.entity), party.place);
        for (const auto& [relation, state] : party.states) {
            ClaimRecord claim{.relation = std::string(relation),
                              .object = {.name = state, .kind = EntityKind::state},
                              .confidence = confidence,
                              .record = party.id};
            records_.add_claim(party.id, std::move(claim), party.place);
        }
    }
    for (Link& link : links_) records_.add_link(std::move(link));
    parties_.clear();
    links_.clear();
}

void AdvancedSanctions::add_value(pugi::xml_node value, const RecordPlace& place) {
    Value known{value.child_value(), value.attribute("PartyTypeID").value()};
    if (const auto code = value.attribute("ISO2")) known.of = code.value();
    const std::string key = std::string(value.name()) + ' ' + value.attribute("ID").value();
    if (reserve(key.size() + known.text.size(), place)) values_.emplace(key, std::move(known));
}

const AdvancedSanctions::Value* AdvancedSanctions::value(std::string_view list, pugi::xml_node node,
                                                         const char* attribute) const {
    const auto found = values_.find(std::string(list) + ' ' + node.attribute(attribute).value());
    return found == values_.end() ? nullptr : &found->second;
}

std::string AdvancedSanctions::text(std::string_view list, pugi::xml_node node, const char* attribute) const {
    const Value* const known = value(list, node, attribute);
    return known == nullptr ? node.attribute(attribute).value() : known->text;
}

void AdvancedSanctions::add_location(pugi::xml_node location, const RecordPlace& place) {
    const Value* const country = value("Country", location.child("LocationCountry"), "CountryID");
    const std::string id = location.attribute("ID").value();
    if (country != nullptr && reserve(id.size() + country->text.size(), place)) states_.emplace(id, *country);
}

void AdvancedSanctions::add_document(pugi::xml_node document, const RecordPlace& place) {
    Document each{text("IDRegDocType", document, "IDRegDocTypeID"), document.child_value("IDRegistrationNo"), {}};
    if (const Value* const issuer = value("Country", document, "IssuedBy-CountryID")) each.state = issuer->of;
    const std::string identity = document.attribute("IdentityID").value();
    if (reserve(identity.size() + each.type.size() + each.number.size(), place))
        documents_.emplace(identity, std::move(each));
}

// By its subtype where that tells ("Vessel"), else by its type ("Entity").
std::optional<EntityKind> AdvancedSanctions::kind_of(pugi::xml_node profile) const {
    const Value* const subtype = value("PartySubType", profile, "PartySubTypeID");
    if (subtype == nullptr) return std::nullopt;
    const auto& kinds = Tables::builtin().parties;
    auto found = kinds.find(subtype->text);
    if (found == kinds.end()) {
        const auto type = values_.find("PartyType " + subtype->of);
        if (type != values_.end()) found = kinds.find(type->second.text);
    }
    return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

// "MARANOV, Viktor Petrovich" of a person, whose family name may stand anywhere among the parts.
std::string AdvancedSanctions::name_in(pugi::xml_node documented, pugi::xml_node identity, EntityKind kind) const {
    std::string family, rest;
    for (const pugi::xml_node part : documented.children("DocumentedNamePart")) {
        const pugi::xml_node said = part.child("NamePartValue");
        const std::string group = said.attribute("NamePartGroupID").value();
        bool is_family = false;
        for (const pugi::xml_node each : identity.child("NamePartGroups").children("MasterNamePartGroup")) {
            const pugi::xml_node of_part = each.find_child([&](pugi::xml_node one) {
                return std::string_view(one.name()) == "NamePartGroup" && group == one.attribute("ID").value();
            });
            if (of_part) is_family = Tables::builtin().family.contains(text("NamePartType", of_part, "NamePartTypeID"));
        }
        std::string& name = is_family && kind == EntityKind::person ? family : rest;
        name += (name.empty() ? "" : " ") + std::string(said.child_value());
    }
    return family + (family.empty() || rest.empty() ? "" : ", ") + rest;
}

// The primary name as it is written in Latin letters; all others, also in other scripts, are aliases.
void AdvancedSanctions::add_names(pugi::xml_node identity, EntityReference& entity) const {
    for (const pugi::xml_node alias : identity.children("Alias")) {
        for (const pugi::xml_node documented : alias.children("DocumentedName")) {
            std::string name = name_in(documented, identity, entity.kind);
            if (name.empty()) continue;
            if (says(alias, "Primary") && entity.name.empty()) {
                entity.name = std::move(name);
            } else if (entity.aliases.size() < most_values) {
                entity.aliases.push_back(std::move(name));
            }
        }
    }
    std::erase(entity.aliases, entity.name);
}

std::vector<Identifier> AdvancedSanctions::identifiers_of(pugi::xml_node profile) const {
    std::vector<Identifier> found;
    for (const pugi::xml_node identity : profile.children("Identity")) {
        const auto [begin, end] = documents_.equal_range(std::string_view(identity.attribute("ID").value()));
        for (auto each = begin; each != end; ++each)
            add_identifier(each->second.type, each->second.number, each->second.state, found);
    }
    for (const pugi::xml_node feature : profile.children("Feature")) {
        const std::string type = text("FeatureType", feature, "FeatureTypeID");
        for (const pugi::xml_node version : feature.children("FeatureVersion"))
            add_identifier(type, version.child_value("VersionDetail"), {}, found);
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

void AdvancedSanctions::add_party(pugi::xml_node party, const RecordPlace& place) {
    for (const pugi::xml_node profile : party.children("Profile"))
        add_profile(profile, party.attribute("FixedRef").value(), place);
}

void AdvancedSanctions::add_profile(pugi::xml_node profile, const std::string& entry, const RecordPlace& place) {
    const std::string number = profile.attribute("ID").value();
    const auto kind = kind_of(profile);
    if (!kind)
        return records_.skip(place, "the party " + entry + " is of no type that kith knows: \"" +
                                        text("PartySubType", profile, "PartySubTypeID") + '"');
    Party party{.id = id_of(number), .entity = {.kind = *kind}, .place = place};
    for (const pugi::xml_node identity : profile.children("Identity")) add_names(identity, party.entity);
    if (party.entity.name.empty()) return records_.skip(place, "the party " + entry + " has no primary name");
    party.entity.identifiers = identifiers_of(profile);
    add("ofac", entry, party.entity.identifiers);
    add_states(profile, party);
    if (!reserve(place.bytes.end - place.bytes.begin, place)) return;
    kinds_.emplace(number, *kind);
    parties_.push_back(std::move(party));
}

void AdvancedSanctions::add_states(pugi::xml_node profile, Party& party) const {
    const auto& relations = Tables::builtin().states;
    for (const pugi::xml_node feature : profile.children("Feature")) {
        const auto relation = relations.find(text("FeatureType", feature, "FeatureTypeID"));
        if (relation == relations.end()) continue;
        const Relation* const known = records_.ontology().find(relation->second);
        if (known == nullptr || !known->allows_subject(party.entity.kind)) continue;
        for (const pugi::xml_node version : feature.children("FeatureVersion")) {
            const auto state =
                states_.find(std::string_view(version.child("VersionLocation").attribute("LocationID").value()));
            if (state == states_.end()) continue;
            const std::string name = state_named(state->second.of);
            std::pair<std::string_view, std::string> each{relation->second, name.empty() ? state->second.text : name};
            if (std::ranges::find(party.states, each) == party.states.end()) party.states.push_back(std::move(each));
        }
    }
}

void AdvancedSanctions::add_relationship(pugi::xml_node relationship, const RecordPlace& place) {
    const std::string type = text("RelationType", relationship, "RelationTypeID");
    const auto& relations = Tables::builtin().relations;
    const auto found = relations.find(type);
    if (found == relations.end()) return records_.skip(place, "kith has no relation for \"" + type + '"');
    std::string from = relationship.attribute("From-ProfileID").value(),
                to = relationship.attribute("To-ProfileID").value();
    if (found->second.reverse) std::swap(from, to);
    Link link{.from = id_of(from), .to = id_of(to), .place = place};
    const auto subject = kinds_.find(from), object = kinds_.find(to);
    const auto fits = [&](std::string_view name) {
        const Relation* const relation = records_.ontology().find(name);
        return relation != nullptr && subject != kinds_.end() && object != kinds_.end() &&
               relation->allows_subject(subject->second) && relation->allows_object(object->second);
    };
    const auto fitting = std::ranges::find_if(found->second.relations, fits);
    link.claim.relation = fitting == found->second.relations.end() ? found->second.relations.front() : *fitting;
    if (says(relationship, "Former")) link.claim.status = Status::former;
    link.claim.confidence = confidence;
    link.claim.record = relationship.attribute("ID").value();
    const std::string comment = relationship.child_value("Comment");
    link.claim.quote = type + (comment.empty() ? "" : ": " + comment);
    add_link(std::move(link));
}

void AdvancedSanctions::add_link(Link link) {
    if (reserve(sizeof(Link), link.place)) links_.push_back(std::move(link));
}

// Since the first of its dates; "SDN List: SDGT, IRGC".
void AdvancedSanctions::add_entry(pugi::xml_node entry, const RecordPlace& place) {
    const std::string profile = entry.attribute("ProfileID").value();
    const std::string list = text("List", entry, "ListID");
    ++entries_[list];
    std::string since, programs;
    for (const pugi::xml_node event : entry.children("EntryEvent")) {
        const std::string date = date_in(event.child("Date"));
        if (!date.empty() && (since.empty() || date < since)) since = date;
    }
    for (const pugi::xml_node measure : entry.children("SanctionsMeasure")) {
        const std::string program = measure.child_value("Comment");
        if (!program.empty()) programs += (programs.empty() ? "" : ", ") + program;
    }
    Link link{.from = std::string(id_of_lister), .to = id_of(profile), .place = place};
    link.claim.relation = "designates";
    link.claim.time = interval_of(since, "");
    link.claim.confidence = confidence;
    link.claim.record = entry.attribute("ID").value();
    link.claim.quote = list + (list.empty() || programs.empty() ? "" : ": ") + programs;
    add_link(std::move(link));
}

}  // namespace kith::interchange
