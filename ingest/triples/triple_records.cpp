#include "ingest/triples/triple_records.hpp"

#include <algorithm>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/claim_rules.hpp"
#include "graph/error.hpp"
#include "ingest/records/relation_words.hpp"

namespace kith::triples {
namespace {

constexpr double confidence = 0.9;  // of what a record says, as of tables
constexpr std::size_t most_aliases = 200;
constexpr std::size_t rank_of_other_languages = 10'000;

// "Ada Lovelace" of "http://dbpedia.org/resource/Ada_Lovelace".
std::string name_in(std::string_view address) {
    const std::size_t begin = address.find_last_of("/#");
    if (address.starts_with("_:") || begin == address.npos) return {};
    std::string name;
    for (std::size_t i = begin + 1; i < address.size(); ++i) {
        const auto is_digit = [](char c) {
            return ascii::is_digit(c) || (ascii::lower(c) >= 'a' && ascii::lower(c) <= 'f');
        };
        if (address[i] == '%' && i + 2 < address.size() && is_digit(address[i + 1]) && is_digit(address[i + 2])) {
            name += static_cast<char>(std::stoi(std::string(address.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else {
            name += address[i] == '_' ? ' ' : address[i];
        }
    }
    return name;
}

}  // namespace

void TripleRecords::begin(const std::string& file, const std::string& publisher, const std::string& date) {
    source_ = {};
    source_.location = file;
    source_.publisher = publisher.empty() ? mapping_.publisher() : publisher;
    source_.published = date;
}

std::string TripleRecords::id_of(std::string_view address) const {
    return address.starts_with("_:") ? std::string(address) + ' ' + source_.location : std::string(address);
}

void TripleRecords::take(const Triple& triple) {
    const Property* const property = mapping_.property(std::string(triple.predicate));
    if (property == nullptr) return;
    const interchange::RecordPlace place{{source_.location, triple.line, 0}, triple.bytes};
    if (property->use == Property::Use::relation) return add_tie(*property, triple, place);
    if (triple.object.size() > longest_name_bytes)
        return records_.skip(place, "a name or number is longer than 1000 bytes");
    Subject* const subject = this->subject(id_of(triple.subject), place);
    if (subject == nullptr) return;
    switch (property->use) {
        case Property::Use::name:
        case Property::Use::alias:
            return add_name(*subject, *property, triple);
        case Property::Use::type:
            return add_kind(*subject, std::string(triple.object));
        case Property::Use::same:
            if (const auto item = mapping_.item(triple.object)) subject->entity.identifiers.push_back(*item);
            return;
        case Property::Use::identifier:
            try {
                subject->entity.identifiers.push_back(make_identifier(property->scheme, triple.object));
            } catch (const RejectedRecord& rejected) {
                records_.skip(place, rejected.what());
            }
            return;
        case Property::Use::relation:
            return;
    }
}

TripleRecords::Subject* TripleRecords::subject(const std::string& id, const interchange::RecordPlace& place) {
    const auto known = subjects_.find(id);
    const std::size_t bytes =
        known != subjects_.end() ? place.bytes.end - place.bytes.begin : sizeof(Subject) + 3 * id.size() + 200;
    if (!records_.reserve(bytes, place)) return nullptr;
    bytes_ += bytes;
    Subject& found = subjects_[id];
    if (known == subjects_.end()) found.place = place;
    return &found;
}

// The best of the mapping's names in the mapping's language; all others are aliases.
void TripleRecords::add_name(Subject& subject, const Property& property, const Triple& triple) const {
    std::string name(triple.object);
    if (name.empty()) return;
    EntityReference& entity = subject.entity;
    const bool is_foreign = !triple.language.empty() && triple.language.substr(0, 2) != mapping_.language();
    const std::size_t rank = property.rank + (is_foreign ? rank_of_other_languages : 0);
    if (property.use == Property::Use::name && (entity.name.empty() || rank < subject.name_rank)) {
        std::swap(entity.name, name);
        subject.name_rank = rank;
    }
    const bool is_known =
        name.empty() || name == entity.name || std::ranges::find(entity.aliases, name) != entity.aliases.end();
    if (!is_known && entity.aliases.size() < most_aliases) entity.aliases.push_back(std::move(name));
}

void TripleRecords::add_kind(Subject& subject, const std::string& type) const {
    const auto kind = mapping_.kind(type);
    // Of several the closest: a company is an organisation as well.
    if (!kind || (subject.is_kind_told && *kind == EntityKind::organisation)) return;
    if (subject.is_kind_told && subject.entity.kind != EntityKind::organisation) return;
    subject.entity.kind = *kind;
    subject.is_kind_told = true;
}

void TripleRecords::add_tie(const Property& property, const Triple& triple, const interchange::RecordPlace& place) {
    if (triple.object.empty() || triple.object.size() > longest_name_bytes)
        return records_.skip(place, "its object is empty or longer than 1000 bytes");
    TyingTriple tie{.from = id_of(triple.subject), .place = place};
    tie.to = triple.is_literal ? "literal " + std::string(triple.object) : id_of(triple.object);
    tie.relation = records_.ontology().find(property.relation);
    if (!triple.subject.starts_with("_:")) tie.url = triple.subject;
    if (property.is_inverse) std::swap(tie.from, tie.to);
    for (const std::string* end : {&tie.from, &tie.to}) {
        Subject* const each = subject(*end, place);
        if (each == nullptr) return;
        if (each->relation == nullptr) {
            each->relation = tie.relation;
            each->is_subject = end == &tie.from;
        }
        if (end->starts_with("literal ")) each->entity.name = triple.object;
    }
    ties_.push_back(std::move(tie));
}

void TripleRecords::push(const std::string& id, Subject& subject) {
    // A label of something that nobody ties and no type tells is of no use here: a class, a property.
    if (subject.relation == nullptr && !subject.is_kind_told) return;
    EntityReference& entity = subject.entity;
    if (!subject.is_kind_told) entity.kind = records::usual_kind(subject.relation, subject.is_subject);
    if (const auto item = mapping_.item(id)) entity.identifiers.push_back(*item);
    if (entity.name.empty()) entity.name = name_in(id);
    if (entity.name.empty()) return records_.skip(subject.place, "a blank node that is tied has no name");
    std::erase(entity.aliases, entity.name);
    std::ranges::sort(entity.identifiers);
    entity.identifiers.erase(std::ranges::unique(entity.identifiers).begin(), entity.identifiers.end());
    records_.add_entity(id, entity, subject.place);
}

void TripleRecords::settle() {
    if (!subjects_.empty()) records_.begin(source_);
    for (auto& [id, subject] : subjects_) push(id, subject);
    // What was told of a nameless node is not told again of its ties.
    const auto is_nameless = [&](const std::string& id) {
        return id.starts_with("_:") && subjects_.at(id).entity.name.empty();
    };
    std::erase_if(ties_, [&](const TyingTriple& tie) { return is_nameless(tie.from) || is_nameless(tie.to); });
    for (TyingTriple& each : ties_) {
        interchange::Link link{.from = std::move(each.from), .to = std::move(each.to), .place = each.place};
        link.claim.relation = each.relation->name;
        link.claim.confidence = confidence;
        link.claim.url = std::move(each.url);
        records_.add_link(std::move(link));
    }
    subjects_.clear();
    ties_.clear();
    records_.release(std::exchange(bytes_, 0));
    records_.settle();
}

}  // namespace kith::triples
