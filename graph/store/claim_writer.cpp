#include "graph/store/claim_writer.hpp"

#include <algorithm>
#include <cmath>
#include <string>

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
          "SELECT id, time, item, role, confidence, day, unnamed_speaker FROM claim WHERE subject = ?1 AND relation = "
          "?2 AND object = ?3 AND status = ?4 AND speaker IS ?5 AND place IS ?6")),
      repeat_(database.prepare("UPDATE claim SET confidence = ?2, day = ?3 WHERE id = ?1")),
      insert_(database.prepare(
          "INSERT INTO claim (subject, relation, object, status, confidence, day, speaker, item, role, place, time, "
          "unnamed_speaker) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")),
      insert_evidence_(database.prepare(
          "INSERT INTO evidence (claim, document, begin, \"end\", cue_begin, cue_end, line, confidence, source, "
          "record, url, quote, extractor) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) "
          "ON CONFLICT DO NOTHING")),
      raise_evidence_(
          database.prepare("UPDATE evidence SET confidence = ?4 WHERE claim = ?1 AND document = ?2 AND begin = ?3 AND "
                           "extractor = ?5 AND confidence < ?4")),
      alternative_group_(database.prepare("SELECT alternative_of FROM claim WHERE id = ?1")),
      set_alternative_(database.prepare("UPDATE claim SET alternative_of = ?2 WHERE id = ?1")),
      join_alternatives_(database.prepare("UPDATE claim SET alternative_of = ?2 WHERE alternative_of = ?1")),
      count_alternatives_(
          database.prepare("UPDATE property SET value = value + 1 WHERE name = 'alternatives' RETURNING value")) {}

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
    const auto known = find(claim, details_of(record));
    if (!known) return {append(claim, record), true};
    const std::int64_t surest = std::max(known->confidence, thousandths(record.confidence));
    std::optional<std::int64_t> first_day = known->day;
    if (const auto told = day_of(claim, record); told && (!first_day || *told < *first_day)) first_day = *told;
    if (surest != known->confidence || first_day != known->day)
        repeat_.bind(1, known->id).bind(2, surest).bind(3, first_day).run();
    return {known->id, false};
}

bool ClaimWriter::renumber(ClaimId claim, ClaimId number) {
    database_.prepare("UPDATE OR IGNORE claim SET id = ?2 WHERE id = ?1").bind(1, claim).bind(2, number).run();
    return database_.changes() > 0;
}

std::optional<ClaimWriter::Found> ClaimWriter::find(const ResolvedClaim& claim, const ClaimDetails& details) {
    find_.bind(1, claim.subject).bind(2, std::int64_t{claim.relation}).bind(3, claim.object);
    find_.bind(4, static_cast<std::int64_t>(details.status)).bind(5, claim.speaker).bind(6, claim.place);
    std::string key;
    while (find_.step()) {
        if (key.empty()) key = details_key(details);
        const ClaimDetails stored{details.status, find_.text(1), find_.text(2), find_.text(3), find_.text(6)};
        if (details_key(stored) != key) continue;
        const Found found{find_.integer(0), find_.integer(4), find_.optional_integer(5)};
        find_.reset();
        return found;
    }
    return std::nullopt;
}

bool ClaimWriter::add_evidence(ClaimId claim, const EvidencePlace& place, const ClaimRecord& record) {
    const TextSpan sentence = place.points ? place.points->of_bytes(record.sentence) : record.sentence;
    const TextSpan cue = place.points ? place.points->of_bytes(record.cue) : record.cue;
    insert_evidence_.bind(1, claim).bind(2, place.document).bind(3, integer(sentence.begin));
    insert_evidence_.bind(4, integer(sentence.end));
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
    insert_evidence_.bind(8, thousandths(record.confidence)).bind(9, place.lineage);
    insert_evidence_.bind_text_or_null(10, record.record).bind_text_or_null(11, record.url);
    insert_evidence_.bind_text_or_null(12, record.quote).bind(13, record.extractor).run();
    if (database_.changes() > 0) return true;
    raise_evidence_.bind(1, claim).bind(2, place.document).bind(3, integer(sentence.begin));
    raise_evidence_.bind(4, thousandths(record.confidence)).bind(5, record.extractor).run();
    return false;
}

void ClaimWriter::add_alternative(int number, ClaimId claim) {
    const auto [first, is_new] = first_alternatives_.try_emplace(number, claim);
    if (!is_new) make_alternatives(first->second, claim);
}

void ClaimWriter::make_alternatives(ClaimId one, ClaimId other) {
    if (one == other) return;
    const auto first = alternative_group(one), second = alternative_group(other);
    if (first && second) {
        const auto [kept, joined] = std::minmax(*first, *second);
        if (kept != joined) join_alternatives_.bind(1, joined).bind(2, kept).run();
        return;
    }
    const std::int64_t group = first ? *first : second ? *second : new_alternative_group();
    if (!first) set_alternative_.bind(1, one).bind(2, group).run();
    if (!second) set_alternative_.bind(1, other).bind(2, group).run();
}

void ClaimWriter::forget_lone_alternatives() {
    database_.execute(
        "UPDATE claim SET alternative_of = NULL WHERE alternative_of IN (SELECT alternative_of FROM claim WHERE "
        "alternative_of IS NOT NULL GROUP BY alternative_of HAVING count(*) = 1)");
}

std::optional<std::int64_t> ClaimWriter::alternative_group(ClaimId claim) {
    std::optional<std::int64_t> group;
    if (alternative_group_.bind(1, claim).step()) group = alternative_group_.optional_integer(0);
    alternative_group_.reset();
    return group;
}

std::int64_t ClaimWriter::new_alternative_group() {
    count_alternatives_.step();
    const std::int64_t number = count_alternatives_.integer(0);
    count_alternatives_.reset();
    return number;
}

}  // namespace kith
