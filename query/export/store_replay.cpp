#include "query/export/store_replay.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graph/code_points.hpp"
#include "graph/store/store_database.hpp"
#include "query/export/claim_attributes.hpp"

namespace kith {
namespace {

EntityReference reference_to(const ExportedEntity& entity, EntityKind kind) {
    EntityReference reference{.name = entity.entity.name, .kind = kind};
    reference.identifiers = entity.identifiers;
    return reference;
}

// One place where a claim is said.
struct Place {
    Claim claim{};
    Evidence evidence{};
};

class Replay {
public:
    Replay(const Store& store, const EachClaim& each_claim, ClaimSink& sink)
        : store_(store), sink_(sink), entities_(store, each_claim) {
        each_claim([&](const Claim& claim) { claims_.insert(claim.id); });
    }

    std::size_t run() {
        entities_.all().each([&](EntityId id) { add_entity(entities_.of(id)); });
        for (const DocumentId id : documents()) add_document(id);
        return left_out_;
    }

private:
    // Texts alone use the other names: a sink learns them as they are used.
    void add_entity(const ExportedEntity& entity) {
        EntityReference reference = reference_to(entity, entity.entity.kind);
        reference.aliases = entity.aliases;
        reference.known_identifiers = entity.known_identifiers;
        std::set<std::string> mentions;
        for (const Alias& each : store_.aliases(entity.entity.id)) {
            if (each.origin == "mention") mentions.insert(each.name);
        }
        if (mentions.empty()) mentions.insert(entity.entity.name);
        for (const std::string& each : mentions) {
            reference.mention = each;
            sink_.add_entity(reference, {});
        }
    }

    std::vector<DocumentId> documents() const {
        std::vector<DocumentId> found;
        Statement rows = database_of(store_).prepare("SELECT id FROM document ORDER BY id");
        while (rows.step()) found.push_back(rows.integer(0));
        return found;
    }

    void add_document(DocumentId id) {
        groups_ = groups_of(id);
        numbers_.clear();
        is_begun_ = false;
        std::vector<Place> places;  // that begin at one place
        Statement rows = database_of(store_).prepare(
            "SELECT claim, begin, \"end\", cue_begin, cue_end, line, confidence, record, url, quote, extractor FROM "
            "evidence "
            "WHERE document = ?1 ORDER BY begin");
        const auto position = [&](int column) { return static_cast<std::size_t>(rows.integer(column)); };
        const auto text = [&](int column) { return std::string(rows.text(column)); };
        for (rows.bind(1, id); rows.step();) {
            const ClaimId claim = rows.integer(0);
            if (!claims_.contains(claim)) continue;
            Claim said = store_.claim(claim);
            if (said.subject == said.object) {  // which two were, until they were found to be one
                ++left_out_;
                continue;
            }
            if (!places.empty() && places.front().evidence.sentence.begin != position(1)) add_places(id, places);
            places.push_back({std::move(said),
                              {.claim = claim,
                               .document = id,
                               .sentence = {position(1), position(2)},
                               .cue = {position(3), position(4)},
                               .line = position(5),
                               .quote = text(9),
                               .confidence = static_cast<double>(rows.integer(6)) / 1000.0,
                               .record = text(7),
                               .url = text(8),
                               .extractor = text(10)}});
        }
        add_places(id, places);
    }

    auto order_of(const Place& place) const {
        const Claim& claim = place.claim;
        const auto number = [&](std::optional<EntityId> id) { return id ? entities_.all().place(*id) : 0; };
        return std::tuple(number(claim.subject), claim.relation, number(claim.object), claim.status,
                          number(claim.speaker), claim.unnamed_speaker, claim.item, claim.role, number(claim.place),
                          claim.time, place.evidence.extractor, place.evidence.sentence.end);
    }

    void add_places(DocumentId document, std::vector<Place>& places) {
        if (places.empty()) return;
        if (!std::exchange(is_begun_, true)) begin(document);
        std::ranges::sort(places,
                          [&](const Place& one, const Place& other) { return order_of(one) < order_of(other); });
        for (const Place& each : places) add(each);
        places.clear();
    }

    void begin(DocumentId id) {
        const Document known = store_.document(id);
        DocumentRecord record{.location = known.location,
                              .title = known.title,
                              .byline = known.byline,
                              .publisher = known.publisher,
                              .published = known.published};
        // A store of before schema 6 knows no lists.
        const bool has_lists = database_of(store_).integer("PRAGMA user_version") >= 6;
        Statement row = database_of(store_).prepare(has_lists ? "SELECT text, list, edition FROM document WHERE id = ?1"
                                                              : "SELECT text, NULL, NULL FROM document WHERE id = ?1");
        row.bind(1, id).step();
        points_.reset();
        if (!row.is_null(0)) {
            text_ = row.text(0);
            points_.emplace(text_);
            record.text = text_;
            record.sentences = sentences_of(id);
        }
        record.list = row.text(1);
        record.edition = row.text(2);
        sink_.begin(record);
    }

    std::vector<TextSpan> sentences_of(DocumentId id) const {
        std::vector<TextSpan> found;
        Statement rows =
            database_of(store_).prepare("SELECT begin, \"end\" FROM sentence WHERE document = ?1 ORDER BY number");
        for (rows.bind(1, id); rows.step();) {
            found.push_back(
                bytes_of({static_cast<std::size_t>(rows.integer(0)), static_cast<std::size_t>(rows.integer(1))}));
        }
        return found;
    }

    TextSpan bytes_of(const TextSpan& span) const {
        return points_ ? TextSpan{points_->byte_of(span.begin), points_->byte_of(span.end)} : span;
    }

    void add(const Place& place) {
        const Claim& claim = place.claim;
        const Relation& relation = store_.ontology().at(claim.relation);
        const auto end = [&](EntityId id, bool is_subject) {
            const ExportedEntity& entity = entities_.of(id);
            return reference_to(entity, kind_at(relation, is_subject, entity.entity));
        };
        const auto other = [&](std::optional<EntityId> id) -> std::optional<EntityReference> {
            if (!id) return std::nullopt;
            const ExportedEntity& entity = entities_.of(*id);
            return reference_to(entity, entity.entity.kind);
        };
        ClaimRecord record{.subject = end(claim.subject, true),
                           .relation = relation.name,
                           .object = end(claim.object, false),
                           .status = claim.status,
                           .speaker = other(claim.speaker),
                           .unnamed_speaker = claim.unnamed_speaker,
                           .item = claim.item,
                           .role = claim.role,
                           .place = other(claim.place),
                           .time = claim.time,
                           .confidence = place.evidence.confidence,
                           .sentence = bytes_of(place.evidence.sentence),
                           .cue = bytes_of(place.evidence.cue),
                           .line = place.evidence.line,
                           .record = place.evidence.record,
                           .url = place.evidence.url,
                           .quote = place.evidence.quote,
                           .extractor = place.evidence.extractor};
        if (claim.alternative_of && groups_.contains(*claim.alternative_of)) {
            const int next = static_cast<int>(numbers_.size()) + 1;
            record.alternative = numbers_.try_emplace(*claim.alternative_of, next).first->second;
        }
        sink_.add(record);
    }

    // Of which the document says more than one.
    std::set<std::int64_t> groups_of(DocumentId id) const {
        std::map<std::int64_t, std::set<ClaimId>> members;
        Statement rows = database_of(store_).prepare(
            "SELECT c.alternative_of, c.id FROM evidence e JOIN claim c ON c.id = e.claim WHERE e.document = ?1 AND "
            "c.alternative_of IS NOT NULL");
        for (rows.bind(1, id); rows.step();) {
            if (claims_.contains(rows.integer(1))) members[rows.integer(0)].insert(rows.integer(1));
        }
        std::set<std::int64_t> groups;
        for (const auto& [group, claims] : members) {
            if (claims.size() > 1) groups.insert(group);
        }
        return groups;
    }

    const Store& store_;
    ClaimSink& sink_;
    ExportedEntities entities_;
    NumberSet claims_;
    std::size_t left_out_ = 0;

    // The document at hand.
    std::set<std::int64_t> groups_;        // of alternatives
    std::map<std::int64_t, int> numbers_;  // of those in order of appearance
    std::string text_;
    std::optional<CodePoints> points_;
    bool is_begun_ = false;
};

}  // namespace

std::size_t replay(const Store& store, const EachClaim& each_claim, ClaimSink& sink) {
    return Replay(store, each_claim, sink).run();
}

}  // namespace kith
