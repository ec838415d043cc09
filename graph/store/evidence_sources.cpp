#include "graph/store/evidence_sources.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/partial_date.hpp"
#include "graph/store/claim_conditions.hpp"

namespace kith {

namespace {

constexpr std::size_t most_touched = 100'000;
constexpr Day days_of_an_occasion = 3;

std::string reports_of(const std::string& subjects, const std::string& objects, const std::string& speakers) {
    return "SELECT e.claim, e.document, e.begin, e.source, d.lineage, d.published FROM claim c JOIN evidence e ON "
           "e.claim = c.id JOIN document d ON d.id = e.document WHERE c.relation = ?1 AND c.status = ?2 AND "
           "c.subject " +
           subjects + " AND c.object " + objects + " AND +c.speaker " + speakers;
}

std::optional<Day> day_of(std::string_view published) {
    const auto date = parse_partial_date(published);
    return date ? std::optional(date->first_day()) : std::nullopt;
}

}  // namespace

// One piece of evidence of a tie by one speaker.
struct EvidenceSources::Reported {
    ClaimId claim;
    DocumentId document;
    std::int64_t begin;
    std::int64_t source;  // as it is stored
    DocumentId lineage;
    std::optional<Day> day;
};

EvidenceSources::EvidenceSources(Database& database)
    : database_(database),
      merged_(database),
      tie_(database.prepare("SELECT subject, relation, object, status, speaker, (SELECT symmetric FROM relation "
                            "WHERE id = claim.relation) FROM claim WHERE id = ?1 AND speaker IS NOT NULL")),
      reports_(database.prepare(reports_of("= ?3", "= ?4", "= ?5"))),
      update_(database.prepare("UPDATE evidence SET source = ?4 WHERE claim = ?1 AND document = ?2 AND begin = ?3")) {}

void EvidenceSources::touch(ClaimId claim) {
    touched_.insert(claim);
    if (touched_.size() >= most_touched) settle();
}

void EvidenceSources::touch_entities(const std::vector<EntityId>& entities) {
    const std::string ids = sql_list(entities);
    Statement rows = database_.prepare("SELECT id FROM claim WHERE speaker IS NOT NULL AND (subject IN " + ids +
                                       " OR object IN " + ids + " OR speaker IN " + ids + ")");
    std::vector<ClaimId> claims;
    while (rows.step()) claims.push_back(rows.integer(0));
    for (const ClaimId claim : claims) touch(claim);
}

void EvidenceSources::settle() {
    std::vector<ClaimId> claims(touched_.begin(), touched_.end());
    touched_.clear();
    std::ranges::sort(claims);
    std::unordered_set<ClaimId> done;
    for (const ClaimId claim : claims) {
        if (done.contains(claim)) continue;
        std::vector<Reported> reports = told_with(claim);
        for (const Reported& each : reports) done.insert(each.claim);
        settle(reports);
    }
}

void EvidenceSources::settle_all() {
    touched_.clear();
    Statement rows = database_.prepare(
        "SELECT min(c.id) FROM claim c INDEXED BY claim_speaker JOIN evidence e ON e.claim = c.id WHERE c.speaker IS "
        "NOT "
        "NULL GROUP BY c.subject, c.relation, c.object, c.status, c.speaker HAVING count(*) > 1");
    while (rows.step()) {
        std::vector<Reported> reports = told_with(rows.integer(0));
        settle(reports);
    }
    // Ties that merges alone make one.
    std::vector<EntityId> merged;
    Statement entities =
        database_.prepare("SELECT entity FROM merged_entity UNION SELECT canonical FROM merged_entity");
    while (entities.step()) merged.push_back(entities.integer(0));
    touch_entities(merged);
    settle();
}

void EvidenceSources::append_told_with(ClaimId claim, std::vector<ClaimId>& told) {
    for (const Reported& each : told_with(claim)) told.push_back(each.claim);
}

std::vector<EvidenceSources::Reported> EvidenceSources::told_with(ClaimId claim) {
    if (!tie_.bind(1, claim).step()) return {};
    const std::vector<EntityId> subjects = merged_.members(tie_.integer(0)), objects = merged_.members(tie_.integer(2)),
                                speakers = merged_.members(tie_.integer(4));
    const std::int64_t relation = tie_.integer(1), status = tie_.integer(3);
    const bool is_symmetric = tie_.integer(5) != 0;
    tie_.reset();
    std::vector<Reported> reports;
    const auto read = [&](Statement& rows) {
        for (rows.bind(1, relation).bind(2, status); rows.step();) {
            reports.push_back({rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4),
                               day_of(rows.text(5))});
        }
    };
    if (subjects.size() == 1 && objects.size() == 1 && speakers.size() == 1) {
        read(reports_.bind(3, subjects[0]).bind(4, objects[0]).bind(5, speakers[0]));
    } else {
        const auto read_between = [&](const std::vector<EntityId>& from, const std::vector<EntityId>& to) {
            Statement rows =
                database_.prepare(reports_of("IN " + sql_list(from), "IN " + sql_list(to), "IN " + sql_list(speakers)));
            read(rows);
        };
        read_between(subjects, objects);
        if (is_symmetric && subjects != objects) read_between(objects, subjects);  // as some stand since a merge
    }
    return reports;
}

void EvidenceSources::settle(std::vector<Reported>& reports) {
    std::map<DocumentId, std::optional<Day>> first_days;  // of each lineage
    for (const Reported& each : reports) {
        std::optional<Day>& first = first_days[each.lineage];
        if (each.day && (!first || *each.day < *first)) first = each.day;
    }
    std::vector<std::pair<Day, DocumentId>> dated;
    std::map<DocumentId, DocumentId> sources;  // by lineage
    for (const auto& [lineage, day] : first_days) {
        sources.emplace(lineage, lineage);
        if (day) dated.emplace_back(*day, lineage);
    }
    std::ranges::sort(dated);
    for (auto first = dated.begin(), at = first; at != dated.end(); ++at) {
        if (at->first >= first->first + days_of_an_occasion) first = at;
        sources[at->second] = first->second;
    }
    for (const Reported& each : reports) {
        const DocumentId source = sources[each.lineage];
        if (source == each.source) continue;
        update_.bind(1, each.claim).bind(2, each.document).bind(3, each.begin).bind(4, source).run();
    }
}

}  // namespace kith
