#include "graph/store/claim_writer.hpp"

#include <algorithm>
#include <cmath>

#include "graph/name_key.hpp"

namespace kith {

namespace {

std::int64_t thousandths(double confidence) {
    return static_cast<std::int64_t>(std::lround(std::clamp(confidence, 0.0, 1.0) * 1000.0));
}

std::int64_t integer(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

// To filter and sort by: the start of the time told, else the publication.
std::optional<Day> day_of(const ResolvedClaim& claim, const ClaimRecord& record) {
    if (record.time.empty()) return claim.published;
    const auto interval = parse_interval(record.time);
    if (!interval) return claim.published;
    return interval->first ? interval->first : interval->last;
}

}  // namespace

ClaimWriter::ClaimWriter(Database& database)
    : database_(database),
      find_(database.prepare(
          "SELECT id, item, role, confidence, day, unnamed_speaker FROM claim WHERE subject = ?1 AND relation = ?2 "
          "AND object = ?3 AND status = ?4 AND speaker IS ?5 AND place IS ?6 AND time IS ?7")),
      raise_(database.prepare(
          "UPDATE claim SET confidence = ?2, day = ?3 WHERE id = ?1 AND (confidence <> ?2 OR day IS NOT ?3)")),
      insert_(database.prepare(
          "INSERT INTO claim (subject, relation, object, status, confidence, day, speaker, item, role, place, time, "
          "unnamed_speaker) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")),
      insert_evidence_(
          database.prepare("INSERT INTO evidence (claim, document, begin, \"end\", cue_begin, cue_end, line) "
                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING")),
      smallest_alternative_(database.prepare("SELECT min(alternative_of) FROM claim WHERE id IN (?1, ?2)")),
      set_alternative_(database.prepare("UPDATE claim SET alternative_of = ?1 WHERE id IN (?2, ?3)")) {}

ClaimId ClaimWriter::append(const ResolvedClaim& claim, const ClaimRecord& record) {
    insert_.bind(1, claim.subject).bind(2, std::int64_t{claim.relation}).bind(3, claim.object);
    insert_.bind(4, static_cast<std::int64_t>(record.status))
        .bind(5, thousandths(record.confidence))
        .bind(6, day_of(claim, record));
    insert_.bind(7, claim.speaker).bind_text_or_null(8, record.item).bind_text_or_null(9, record.role);
    insert_.bind(10, claim.place).bind_text_or_null(11, record.time);
    insert_.bind(12, record.unnamed_speaker).run();
    return database_.last_insert_id();
}

std::pair<ClaimId, bool> ClaimWriter::find_or_append(const ResolvedClaim& claim, const ClaimRecord& record) {
    const ClaimId known = find(claim, record);
    if (known != 0) return {known, false};
    return {append(claim, record), true};
}

ClaimId ClaimWriter::find(const ResolvedClaim& claim, const ClaimRecord& record) {
    find_.bind(1, claim.subject).bind(2, std::int64_t{claim.relation}).bind(3, claim.object);
    find_.bind(4, static_cast<std::int64_t>(record.status))
        .bind(5, claim.speaker)
        .bind(6, claim.place)
        .bind_text_or_null(7, record.time);
    const std::string item = term_key(record.item), role = term_key(record.role);
    const std::string unnamed_speaker = unnamed_speaker_key(record.unnamed_speaker);
    while (find_.step()) {
        if (term_key(find_.text(1)) != item || term_key(find_.text(2)) != role) continue;
        if (unnamed_speaker_key(find_.text(5)) != unnamed_speaker) continue;
        const ClaimId id = find_.integer(0);
        const std::int64_t confidence = std::max(find_.integer(3), thousandths(record.confidence));
        std::optional<std::int64_t> first_day = find_.optional_integer(4);
        find_.reset();
        if (const auto day = day_of(claim, record); day && (!first_day || *day < *first_day)) first_day = *day;
        raise_.bind(1, id).bind(2, confidence).bind(3, first_day).run();
        return id;
    }
    return 0;
}

bool ClaimWriter::add_evidence(ClaimId claim, DocumentId document, const ClaimRecord& record,
                               const CodePoints* points) {
    const TextSpan sentence = points ? points->of_bytes(record.sentence) : record.sentence;
    const TextSpan cue = points ? points->of_bytes(record.cue) : record.cue;
    insert_evidence_.bind(1, claim).bind(2, document).bind(3, integer(sentence.begin)).bind(4, integer(sentence.end));
    if (cue.empty()) {
        insert_evidence_.bind_null(5).bind_null(6);
    } else {
        insert_evidence_.bind(5, integer(cue.begin)).bind(6, integer(cue.end));
    }
    if (record.line == 0) {
        insert_evidence_.bind_null(7);
    } else {
        insert_evidence_.bind(7, integer(record.line));
    }
    insert_evidence_.run();
    return database_.changes() > 0;
}

// The group's number is its smallest claim id, so that it is not given out again while a member stands.
void ClaimWriter::add_alternative(int number, ClaimId claim) {
    const auto [group, is_new] = alternatives_.try_emplace(number, claim);
    if (is_new) return;
    smallest_alternative_.bind(1, group->second).bind(2, claim).step();
    const ClaimId joint = smallest_alternative_.optional_integer(0).value_or(std::min(group->second, claim));
    smallest_alternative_.reset();
    set_alternative_.bind(1, joint).bind(2, group->second).bind(3, claim).run();
}

}  // namespace kith
