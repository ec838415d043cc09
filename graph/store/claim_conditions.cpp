#include "graph/store/claim_conditions.hpp"

#include <algorithm>
#include <cmath>

#include "graph/store/merged_entities.hpp"

namespace kith {

namespace {

constexpr std::size_t first_name = 100;  // parameters: publishers, and behind them extractors

std::string parameter(std::size_t number) {
    return "?" + std::to_string(first_name + number);
}

}  // namespace

std::string claim_conditions(const ClaimFilter& filter, const Database& database) {
    std::string sql;
    const auto add = [&](const std::string& condition) { sql += " AND " + condition; };
    if (!filter.relations.empty()) add("c.relation IN " + sql_list(filter.relations));
    if (!filter.excluded_relations.empty()) add("c.relation NOT IN " + sql_list(filter.excluded_relations));
    add(filter.statuses.empty() ? "c.status <> " + std::to_string(static_cast<int>(Status::rejected))
                                : "c.status IN " + sql_list(filter.statuses));
    if (filter.min_confidence > 0.0) add("c.confidence >= " + std::to_string(least_thousandths(filter)));
    if (!filter.speakers.empty()) {
        const MergedEntities merged(database);
        std::vector<EntityId> speakers;
        for (const EntityId id : filter.speakers) {
            for (const EntityId member : merged.members(id)) speakers.push_back(member);
        }
        add("c.speaker IN " + sql_list(speakers));
    }
    if (!filter.publishers.empty()) {
        std::string publishers;
        for (std::size_t i = 0; i < filter.publishers.size(); ++i) publishers += (i == 0 ? "" : ", ") + parameter(i);
        add("EXISTS (SELECT 1 FROM evidence e JOIN document d ON d.id = e.document WHERE e.claim = c.id AND "
            "d.publisher COLLATE NOCASE IN (" +
            publishers + "))");
    }
    if (!filter.extractors.empty()) {
        std::string extractors;
        for (std::size_t i = 0; i < filter.extractors.size(); ++i) {
            extractors += (i == 0 ? "found GLOB lower(" : " OR found GLOB lower(") +
                          parameter(filter.publishers.size() + i) + ")";
        }
        add("EXISTS (SELECT 1 FROM (SELECT lower(coalesce(nullif(e.extractor, ''), 'kith')) AS found FROM evidence e "
            "WHERE e.claim = c.id) WHERE " +
            extractors + ")");
    }
    return sql;
}

// In whole thousandths: a real's text would follow the host's locale. What is no number restricts nothing.
std::int64_t least_thousandths(const ClaimFilter& filter) {
    if (!(filter.min_confidence > 0.0)) return 0;
    return static_cast<std::int64_t>(std::ceil(std::min(filter.min_confidence, 2.0) * 1000.0 - 1e-6));
}

int count_sources(const Database& database, const TieOfMembers& tie) {
    const std::string subjects = sql_list(tie.subjects), objects = sql_list(tie.objects);
    const std::string relation = std::to_string(tie.relation);
    std::string ends = "c.subject IN " + subjects + " AND c.object IN " + objects;
    if (tie.subjects.size() + tie.objects.size() > 2) {  // a merge may have turned some claims of a symmetric tie
        ends += " OR c.subject IN " + objects + " AND c.object IN " + subjects +
                " AND (SELECT symmetric FROM relation WHERE id = " + relation + ")";
    }
    return static_cast<int>(database.integer(
        "SELECT count(DISTINCT e.source) FROM claim c JOIN evidence e ON e.claim = c.id WHERE (" + ends +
        ") AND c.relation = " + relation + " AND c.status = " + std::to_string(static_cast<int>(tie.status))));
}

void bind_names(Statement& statement, const ClaimFilter& filter) {
    std::size_t number = first_name;
    for (const auto* const names : {&filter.publishers, &filter.extractors}) {
        for (const std::string& name : *names) statement.bind(static_cast<int>(number++), name);
    }
}

}  // namespace kith
