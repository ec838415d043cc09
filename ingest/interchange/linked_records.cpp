#include "ingest/interchange/linked_records.hpp"

#include <algorithm>
#include <utility>

#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/interchange/json_text.hpp"

namespace kith::interchange {

namespace {

// Of entities and links that wait. A list of a million entities takes a third of it.
constexpr std::size_t most_bytes = std::size_t{1} << 30;
constexpr std::size_t bytes_of_reference = 400, bytes_of_link = 900;  // about, with what they point at

EntityKindSet all_kinds() {
    return EntityKindSet().set();
}

}  // namespace

LinkedRecords::LinkedRecords(const Gazetteer& gazetteer, ClaimSink& sink, Skip skip)
    : gazetteer_(gazetteer), sink_(sink), skip_(std::move(skip)) {}

void LinkedRecords::begin(const DocumentRecord& source) {
    const auto [found, is_new] = index_of_source_.try_emplace(source.location, sources_.size());
    if (is_new) sources_.push_back(source);
    current_ = found->second;
    is_begun_ = false;
}

void LinkedRecords::begin(std::size_t source) {
    if (is_begun_ && source == current_) return;
    current_ = source;
    sink_.begin(sources_[source]);
    is_begun_ = true;
}

void LinkedRecords::add_entity(const std::string& id, EntityReference entity, const RecordPlace& place) {
    if (entity.name.size() > longest_name_bytes)
        return skip(place, "its name is longer than " + std::to_string(longest_name_bytes) + " bytes");
    std::erase_if(entity.aliases, [](const std::string& alias) { return alias.size() > longest_name_bytes; });
    if (entity.mention.empty()) entity.mention = entity.name;
    recognise(gazetteer_, all_kinds(), true, entity);
    begin(current_);
    try {
        sink_.add_entity(entity, place.bytes);
    } catch (const RejectedRecord& rejected) {
        return skip(place, rejected.what());
    }
    if (!has_room(bytes_of_reference, place)) return;
    entity.aliases.clear();  // the sink has them
    entities_.insert_or_assign(id, std::move(entity));
}

void LinkedRecords::add_link(Link link) {
    link.claim.sentence = link.place.bytes;
    link.claim.line = link.place.position.line;
    if (has_room(bytes_of_link, link.place)) waiting_.push_back({std::move(link), current_});
}

void LinkedRecords::add_claim(ClaimRecord claim, const RecordPlace& place) {
    claim.sentence = place.bytes;
    claim.line = place.position.line;
    for (EntityReference* const each : {&claim.subject, &claim.object}) {
        if (each->mention.empty()) each->mention = each->name;
        if (each->identifiers.empty()) recognise(gazetteer_, all_kinds(), true, *each);
    }
    begin(current_);
    try {
        sink_.add(claim);
    } catch (const RejectedRecord& rejected) {
        skip(place, rejected.what());
    }
}

bool LinkedRecords::has_room(std::size_t bytes, const RecordPlace& place) {
    kept_bytes_ += bytes;
    if (kept_bytes_ <= most_bytes) return true;
    if (!std::exchange(is_full_, true))
        skip(place, "too many records that name one another: those from here on are left out. Split the files");
    return false;
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
    for (Waiting& each : waiting_) {
        const EntityReference *subject = find(each.link.from), *object = find(each.link.to);
        if (subject && object) {
            push(each, *subject, *object);
        } else {
            open.push_back(std::move(each));
        }
    }
    kept_bytes_ -= std::min(kept_bytes_, (waiting_.size() - open.size()) * bytes_of_link);
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
