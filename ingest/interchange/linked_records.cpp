#include "ingest/interchange/linked_records.hpp"

#include <algorithm>
#include <utility>

#include "graph/claim_rules.hpp"
#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/interchange/json_text.hpp"

namespace kith::interchange {

namespace {

// Of entities and links that wait. A list of a million entities takes half of it.
constexpr std::size_t most_bytes = std::size_t{1} << 30;
constexpr std::size_t most_detail_bytes = 1000, most_quote_bytes = 4000;

std::size_t bytes_of(const std::string& id, const EntityReference& entity) {
    return sizeof(entity) + id.size() + 2 * entity.name.size() + 100 * entity.identifiers.size() + 100;
}

std::size_t bytes_of(const Link& link) {
    const ClaimRecord& claim = link.claim;
    return sizeof(Link) + link.from.size() + link.to.size() + claim.role.size() + claim.item.size() +
           claim.record.size() + claim.url.size() + claim.quote.size() + link.place.position.file.size();
}

EntityKindSet all_kinds() {
    return EntityKindSet().set();
}

}  // namespace

LinkedRecords::LinkedRecords(const Gazetteer& gazetteer, ClaimSink& sink, Skip skip)
    : gazetteer_(gazetteer), sink_(sink), skip_(std::move(skip)) {}

void LinkedRecords::begin_edition(std::string edition, bool is_snapshot) {
    edition_ = std::move(edition);
    is_snapshot_ = is_snapshot;
}

void LinkedRecords::begin(const DocumentRecord& source) {
    const auto [found, is_new] = index_of_source_.try_emplace(
        source.location + '\n' + source.publisher + '\n' + source.published, sources_.size());
    if (is_new) {
        DocumentRecord& edition = sources_.emplace_back(source);
        if (edition.list.empty()) edition.list = source.publisher.empty() ? source.location : source.publisher;
        edition.edition = edition_;
        edition.is_snapshot = is_snapshot_;
    }
    current_ = found->second;
    is_begun_ = false;
}

void LinkedRecords::begin(std::size_t source) {
    if (is_begun_ && source == current_) return;
    current_ = source;
    sink_.begin(sources_[source]);
    is_begun_ = true;
}

bool LinkedRecords::is_fit(EntityReference& entity, const RecordPlace& place) const {
    if (entity.name.size() > longest_name_bytes) {
        skip(place, "its name is longer than " + std::to_string(longest_name_bytes) + " bytes");
        return false;
    }
    std::erase_if(entity.aliases, [](const std::string& alias) { return alias.size() > longest_name_bytes; });
    if (entity.mention.empty()) entity.mention = entity.name;
    return true;
}

void LinkedRecords::add_entity(const std::string& id, EntityReference entity, const RecordPlace& place) {
    if (!is_fit(entity, place)) return;
    recognise(gazetteer_, all_kinds(), true, entity);
    add_known_entity(id, std::move(entity), place);
}

void LinkedRecords::add_known_entity(const std::string& id, EntityReference entity, const RecordPlace& place) {
    if (!is_fit(entity, place)) return;
    begin(current_);
    sink_.add_record(id);
    try {
        sink_.add_entity(entity, place.bytes);
    } catch (const RejectedRecord& rejected) {
        return skip(place, rejected.what());
    }
    entity.aliases.clear();  // the sink has them
    if (!entities_.contains(id) && !reserve(bytes_of(id, entity), place)) return;
    entities_.insert_or_assign(id, std::move(entity));
}

void LinkedRecords::add_link(Link link) {
    ClaimRecord& claim = link.claim;
    for (std::string* const each : {&claim.role, &claim.item, &claim.record, &claim.url})
        *each = shortened(std::move(*each), most_detail_bytes);
    claim.quote = shortened(std::move(claim.quote), most_quote_bytes);
    claim.sentence = link.place.bytes;
    claim.line = link.place.position.line;
    if (reserve(bytes_of(link), link.place)) waiting_.push_back({std::move(link), current_});
}

void LinkedRecords::add_claim(const std::string& subject, ClaimRecord claim, const RecordPlace& place) {
    const EntityReference* const known = find(subject);
    if (known == nullptr) return;  // was skipped
    claim.subject = *known;
    claim.sentence = place.bytes;
    claim.line = place.position.line;
    claim.object.mention = claim.object.name;
    recognise(gazetteer_, all_kinds(), true, claim.object);
    begin(current_);
    try {
        sink_.add(claim);
    } catch (const RejectedRecord& rejected) {
        skip(place, rejected.what());
    }
}

bool LinkedRecords::reserve(std::size_t bytes, const RecordPlace& place) {
    if (kept_bytes_ + bytes <= most_bytes) {
        kept_bytes_ += bytes;
        return true;
    }
    if (!std::exchange(is_full_, true))
        skip(place, "too many records that name one another: those from here on are left out. Split the files");
    return false;
}

void LinkedRecords::release(std::size_t bytes) {
    kept_bytes_ -= std::min(kept_bytes_, bytes);
}

const EntityReference* LinkedRecords::find(const std::string& id) const {
    const auto found = entities_.find(id);
    return found == entities_.end() ? nullptr : &found->second;
}

void LinkedRecords::push(Waiting& waiting, const EntityReference& subject, const EntityReference& object) {
    ClaimRecord& claim = waiting.link.claim;
    claim.subject = subject;
    claim.object = object;
    begin(waiting.source);
    try {
        sink_.add(claim);
    } catch (const RejectedRecord& rejected) {
        skip(waiting.link.place, rejected.what());
    }
}

void LinkedRecords::settle() {
    std::vector<Waiting> open;
    std::size_t settled = 0;  // bytes
    for (Waiting& each : waiting_) {
        const EntityReference *subject = find(each.link.from), *object = find(each.link.to);
        if (subject && object) {
            settled += bytes_of(each.link);
            push(each, *subject, *object);
        } else {
            open.push_back(std::move(each));
        }
    }
    release(settled);
    waiting_ = std::move(open);
    is_begun_ = false;  // others write to the sink too
}

void LinkedRecords::finish() {
    settle();
    for (const Waiting& each : waiting_) {
        const bool lacks_subject = find(each.link.from) == nullptr;
        skip(each.link.place,
             "ties " + (lacks_subject ? each.link.from : each.link.to) + ", which none of the inputs has");
    }
    waiting_.clear();
}

}  // namespace kith::interchange
