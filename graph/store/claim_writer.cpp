#include "graph/store/claim_writer.hpp"

#include <algorithm>
#include <string>

namespace kith {

ClaimWriter::ClaimWriter(Database& database)
    : database_(database),
      find_(database.prepare(
          "SELECT id, time, item, role, confidence, day, unnamed_speaker FROM claim WHERE subject = ?1 AND relation = "
          "?2 AND object = ?3 AND status = ?4 AND speaker IS ?5 AND place IS ?6")),
      repeat_(database.prepare("UPDATE claim SET confidence = ?2, day = ?3 WHERE id = ?1")),
      insert_(database.prepare(insertion_of<ClaimRow>(1))),
      insert_evidence_(database.prepare(insertion_of<EvidenceRow>(1) + " ON CONFLICT DO NOTHING")),
      raise_evidence_(
          database.prepare("UPDATE evidence SET confidence = ?4 WHERE claim = ?1 AND document = ?2 AND begin = ?3 AND "
                           "extractor = ?5 AND confidence < ?4")),
      alternative_group_(database.prepare("SELECT alternative_of FROM claim WHERE id = ?1")),
      set_alternative_(database.prepare("UPDATE claim SET alternative_of = ?2 WHERE id = ?1")),
      join_alternatives_(database.prepare("UPDATE claim SET alternative_of = ?2 WHERE alternative_of = ?1")),
      count_alternatives_(
          database.prepare("UPDATE property SET value = value + 1 WHERE name = 'alternatives' RETURNING value")) {}

ClaimId ClaimWriter::append(const ResolvedClaim& claim, const ClaimRecord& record) {
    ClaimRow(claim, record).bind_to(insert_, 1);
    insert_.run();
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
    const EvidenceRow row(claim, place, record);
    row.bind_to(insert_evidence_, 1);
    insert_evidence_.run();
    if (database_.changes() > 0) return true;
    raise_evidence_.bind(1, claim).bind(2, row.document).bind(3, static_cast<std::int64_t>(row.sentence.begin));
    raise_evidence_.bind(4, row.confidence).bind(5, row.extractor).run();
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
