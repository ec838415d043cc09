#include "query/export/store_replay.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graph/code_points.hpp"
#include "graph/hexadecimal.hpp"
#include "graph/store/source_key.hpp"
#include "graph/store/store_database.hpp"
#include "query/export/claim_attributes.hpp"
#include "query/export/said_claims.hpp"

namespace kith {
namespace {

EntityReference reference_to(const ExportedEntity& entity, EntityKind kind) {
    EntityReference reference{.name = entity.entity.name, .kind = kind};
    reference.identifiers = entity.identifiers;
    return reference;
}

// One place where a claim is said.
struct Saying {
    std::optional<Claim> standing{};  // nothing: what is said there does not stand
    Claim said{};
    Evidence evidence{};
    double said_confidence = 0.0;
};

class Replay {
public:
    // `said`: all of the store; null: the claims as they stand.
    Replay(const Store& store, const EachClaim& each_claim, const SaidClaims* said, ClaimPrinter& printer,
           AfterLine after)
        : store_(store), printer_(printer), after_(std::move(after)), said_(said), entities_(store, each_claim) {
        each_claim([&](const Claim& claim) { claims_.insert(claim.id); });
    }

    std::size_t run() {
        const NumberSet& entities = said_ ? said_->entities() : entities_.all();
        entities.each([&](EntityId id) { add_entity(id); });
        for (const DocumentId id : documents()) add_document(id);
        if (said_) add_judgements();
        return left_out_;
    }

private:
    const ExportedEntity& said_entity(EntityId id) const { return said_ ? said_->entity(id) : entities_.of(id); }

    std::vector<std::string> mentions_of(EntityId id) const {
        if (said_) return said_->mentions(id);
        std::vector<std::string> mentions;
        for (const Alias& each : store_.aliases(id)) {
            if (each.origin == "mention") mentions.push_back(each.name);
        }
        return mentions;
    }

    // Texts alone use the other names: a sink learns them as they are used.
    void add_entity(EntityId id) {
        const ExportedEntity entity = said_entity(id);
        EntityReference reference = reference_to(entity, entity.entity.kind);
        reference.aliases = entity.aliases;
        reference.known_identifiers = entity.known_identifiers;
        std::vector<std::string> mentions = mentions_of(id);
        std::ranges::sort(mentions);
        if (mentions.empty()) mentions.push_back(entity.entity.name);
        for (const std::string& each : mentions) {
            reference.mention = each;
            printer_.add_entity(reference, {});
        }
        tell({.kind = PrintedLine::Kind::entity, .entity = id});
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
        std::vector<SaidClaims::Past> past;
        std::vector<std::string> records;
        if (said_) {
            past = said_->past(id);
            records = said_->bare_records(id);
        }
        if (!records.empty() || is_told_by_itself(id)) ensure_begun(id);
        if (!records.empty()) {
            printer_.add_records(records);
            tell({.kind = PrintedLine::Kind::records, .document = id});
        }
        std::vector<Saying> sayings;  // that begin at one place
        auto next_past = past.begin();
        const auto add_past = [&](std::size_t before) {
            for (; next_past != past.end() && next_past->evidence.sentence.begin < before; ++next_past) {
                if (next_past->claim.subject == next_past->claim.object) {
                    ++left_out_;
                    continue;
                }
                const auto at = next_past->evidence.sentence.begin;
                if (!sayings.empty() && sayings.front().evidence.sentence.begin != at) add_sayings(id, sayings);
                sayings.push_back(
                    {std::nullopt, next_past->claim, next_past->evidence, next_past->evidence.confidence});
            }
        };
        Statement rows = database_of(store_).prepare(
            "SELECT claim, begin, \"end\", cue_begin, cue_end, line, confidence, record, url, quote, extractor FROM "
            "evidence "
            "WHERE document = ?1 ORDER BY begin");
        const auto position = [&](int column) { return static_cast<std::size_t>(rows.integer(column)); };
        const auto text = [&](int column) { return std::string(rows.text(column)); };
        for (rows.bind(1, id); rows.step();) {
            const ClaimId claim = rows.integer(0);
            if (!claims_.contains(claim)) continue;
            const Evidence evidence{.claim = claim,
                                    .document = id,
                                    .sentence = {position(1), position(2)},
                                    .cue = {position(3), position(4)},
                                    .line = position(5),
                                    .quote = text(9),
                                    .confidence = static_cast<double>(rows.integer(6)) / 1000.0,
                                    .record = text(7),
                                    .url = text(8),
                                    .extractor = text(10)};
            std::optional<Saying> saying = saying_of(store_.claim(claim), evidence);
            if (!saying) continue;
            add_past(evidence.sentence.begin + 1);
            if (!sayings.empty() && sayings.front().evidence.sentence.begin != evidence.sentence.begin)
                add_sayings(id, sayings);
            sayings.push_back(*std::move(saying));
        }
        add_past(std::string::npos);
        add_sayings(id, sayings);
    }

    // Nothing: it ties one to himself, which no sink takes.
    std::optional<Saying> saying_of(const Claim& standing, const Evidence& evidence) {
        Saying saying{standing, standing, evidence, evidence.confidence};
        if (said_) {
            saying.said = said_->claim(standing, evidence.document);
            saying.said_confidence = said_->confidence(evidence);
        }
        if (saying.said.subject == saying.said.object) {  // which two were, until they were found to be one
            ++left_out_;
            return std::nullopt;
        }
        if (standing.subject == standing.object || standing.status == Status::rejected) saying.standing.reset();
        return saying;
    }

    // Texts and editions of lists, also where nothing is claimed there.
    bool is_told_by_itself(DocumentId id) const {
        if (!said_) return false;
        Statement row = database_of(store_).prepare(
            has_lists_ ? "SELECT 1 FROM document WHERE id = ?1 AND (text IS NOT NULL OR list IS NOT NULL)"
                       : "SELECT 1 FROM document WHERE id = ?1 AND text IS NOT NULL");
        return row.bind(1, id).step();
    }

    auto order_of(const Saying& saying) const {
        const Claim& claim = saying.said;
        const NumberSet& entities = said_ ? said_->entities() : entities_.all();
        const auto number = [&](std::optional<EntityId> id) { return id ? entities.place(*id) : 0; };
        return std::tuple(number(claim.subject), claim.relation, number(claim.object), claim.status,
                          number(claim.speaker), claim.unnamed_speaker, claim.item, claim.role, number(claim.place),
                          claim.time, saying.evidence.extractor, saying.evidence.sentence.end);
    }

    void add_sayings(DocumentId document, std::vector<Saying>& sayings) {
        if (sayings.empty()) return;
        ensure_begun(document);
        std::ranges::sort(sayings,
                          [&](const Saying& one, const Saying& other) { return order_of(one) < order_of(other); });
        for (const Saying& each : sayings) add(each);
        sayings.clear();
    }

    void ensure_begun(DocumentId document) {
        if (!std::exchange(is_begun_, true)) begin(document);
    }

    void begin(DocumentId id) {
        const Document known = store_.document(id);
        DocumentRecord record{.location = known.location,
                              .title = known.title,
                              .byline = known.byline,
                              .publisher = known.publisher,
                              .published = known.published};
        Statement row = database_of(store_).prepare(
            has_lists_ ? "SELECT text, list, edition, is_snapshot FROM document WHERE id = ?1"
                       : "SELECT text, NULL, NULL, 0 FROM document WHERE id = ?1");
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
        record.is_snapshot = row.integer(3) != 0;
        printer_.begin(record);
        tell({.kind = PrintedLine::Kind::document, .document = id});
        if (said_) begun_.insert(id);
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

    void add(const Saying& saying) {
        const auto of_said = [&](EntityId id) -> const ExportedEntity& { return said_entity(id); };
        ClaimRecord said = record_of(saying.said, of_said);
        add_evidence(saying.evidence, said);
        said.confidence = saying.said_confidence;
        if (saying.said.alternative_of && groups_.contains(*saying.said.alternative_of)) {
            const int next = static_cast<int>(numbers_.size()) + 1;
            said.alternative = numbers_.try_emplace(*saying.said.alternative_of, next).first->second;
        }
        if (!saying.standing) {
            printer_.add_said(said);
        } else if (!said_ || said_->is_plain()) {
            printer_.add(said);
        } else {
            ClaimRecord standing =
                record_of(*saying.standing, [&](EntityId id) -> const ExportedEntity& { return entities_.of(id); });
            add_evidence(saying.evidence, standing);
            standing.alternative = said.alternative;
            printer_.add(standing, said);
        }
        tell({.kind = saying.standing ? PrintedLine::Kind::claim : PrintedLine::Kind::said,
              .document = saying.evidence.document,
              .evidence = &saying.evidence});
    }

    void tell(const PrintedLine& line) const {
        if (after_) after_(line);
    }

    void add_evidence(const Evidence& evidence, ClaimRecord& record) const {
        record.confidence = evidence.confidence;
        record.sentence = bytes_of(evidence.sentence);
        record.cue = bytes_of(evidence.cue);
        record.line = evidence.line;
        record.record = evidence.record;
        record.url = evidence.url;
        record.quote = evidence.quote;
        record.extractor = evidence.extractor;
    }

    // `entity_of` gives whom an id stands for.
    template <typename EntityOf>
    ClaimRecord record_of(const Claim& claim, const EntityOf& entity_of) const {
        const Relation& relation = store_.ontology().at(claim.relation);
        const auto end = [&](EntityId id, bool is_subject) {
            const ExportedEntity& entity = entity_of(id);
            return reference_to(entity, kind_at(relation, is_subject, entity.entity));
        };
        const auto other = [&](std::optional<EntityId> id) -> std::optional<EntityReference> {
            if (!id) return std::nullopt;
            const ExportedEntity& entity = entity_of(*id);
            return reference_to(entity, entity.entity.kind);
        };
        return {.subject = end(claim.subject, true),
                .relation = relation.name,
                .object = end(claim.object, false),
                .status = claim.status,
                .speaker = other(claim.speaker),
                .unnamed_speaker = claim.unnamed_speaker,
                .item = claim.item,
                .role = claim.role,
                .place = other(claim.place),
                .time = claim.time};
    }

    void add_judgements() {
        const auto of_said = [&](EntityId id) -> const ExportedEntity& { return said_entity(id); };
        const auto reference = [&](EntityId id) {
            const ExportedEntity& entity = said_->entity(id);
            return reference_to(entity, entity.entity.kind);
        };
        for (const SaidClaims::Sameness& each : said_->sameness()) {
            SamenessRecord record{.entity = reference(each.entity),
                                  .other = reference(each.other),
                                  .verdict = each.verdict,
                                  .judge = each.judge,
                                  .decided = each.decided,
                                  .score = each.score};
            for (const DocumentId document : each.documents) {
                if (begun_.contains(document)) record.documents.push_back(hash_of(document));
            }
            printer_.add_judgement(record);
            tell({.kind = PrintedLine::Kind::judgement});
        }
        for (const ClaimJudgement& each : said_->claim_judgements()) {
            Claim right = each.said;
            std::tie(right.subject, right.relation, right.object) =
                std::tie(each.right.subject, each.right.relation, each.right.object);
            right.status = each.right.status;
            printer_.add_judgement({.verdict = each.verdict,
                                    .judge = each.judge,
                                    .decided = each.decided,
                                    .said = record_of(each.said, of_said),
                                    .right = record_of(right, of_said)});
            tell({.kind = PrintedLine::Kind::judgement});
        }
    }

    // As whoever reads the lines makes it: an edition may have got its name from another file.
    std::string hash_of(DocumentId id) const {
        Statement row = database_of(store_).prepare(
            has_lists_ ? "SELECT text IS NULL, sha256, location, list, edition FROM document WHERE id = ?1"
                       : "SELECT text IS NULL, sha256, location, NULL, NULL FROM document WHERE id = ?1");
        row.bind(1, id).step();
        if (row.integer(0) == 0) return in_hexadecimal(row.blob(1));
        return in_hexadecimal(source_digest(source_key(row.text(2), row.text(3), row.text(4))));
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
    ClaimPrinter& printer_;
    const AfterLine after_;
    const SaidClaims* said_;
    ExportedEntities entities_;
    NumberSet claims_;
    NumberSet begun_;  // documents
    // A store of before schema 6 knows no lists.
    const bool has_lists_ = database_of(store_).integer("PRAGMA user_version") >= 6;
    std::size_t left_out_ = 0;

    // The document at hand.
    std::set<std::int64_t> groups_;        // of alternatives
    std::map<std::int64_t, int> numbers_;  // of those in order of appearance
    std::string text_;
    std::optional<CodePoints> points_;
    bool is_begun_ = false;
};

}  // namespace

std::size_t replay(const Store& store, const SaidClaims& said, ClaimPrinter& printer, const AfterLine& after) {
    ClaimFilter all;
    all.statuses.assign(all_statuses().begin(), all_statuses().end());
    all.statuses.push_back(Status::rejected);
    const EachClaim each_claim = [&](const auto& take) { store.each_claim(all, take); };
    return Replay(store, each_claim, &said, printer, after).run();
}

std::size_t replay(const Store& store, const EachClaim& each_claim, ClaimPrinter& printer) {
    return Replay(store, each_claim, nullptr, printer, {}).run();
}

}  // namespace kith
