#include "graph/store/claim_conditions.hpp"

#include <algorithm>
#include <cmath>

namespace kith {

namespace {

constexpr std::size_t first_publisher = 100;

}  // namespace

std::string claim_conditions(const ClaimFilter& filter, const Sameness& sameness) {
    std::string sql;
    const auto add = [&](const std::string& condition) { sql += " AND " + condition; };
    if (!filter.relations.empty()) add("c.relation IN " + sql_list(filter.relations));
    if (!filter.excluded_relations.empty()) add("c.relation NOT IN " + sql_list(filter.excluded_relations));
    if (!filter.statuses.empty()) add("c.status IN " + sql_list(filter.statuses));
    if (filter.min_confidence > 0.0) {  // in whole thousandths: a real's text would follow the host's locale
        const double least = std::ceil(std::min(filter.min_confidence, 2.0) * 1000.0 - 1e-6);
        add("c.confidence >= " + std::to_string(static_cast<int>(least)));
    }
    if (!filter.speakers.empty()) {
        std::vector<EntityId> speakers;
        for (const EntityId id : filter.speakers) {
            for (const EntityId member : sameness.members(id)) speakers.push_back(member);
        }
        add("c.speaker IN " + sql_list(speakers));
    }
    if (!filter.publishers.empty()) {
        std::string parameters;
        for (std::size_t i = 0; i < filter.publishers.size(); ++i) {
            parameters += (i == 0 ? "?" : ", ?") + std::to_string(first_publisher + i);
        }
        add("EXISTS (SELECT 1 FROM evidence e JOIN document d ON d.id = e.document WHERE e.claim = c.id AND "
            "d.publisher COLLATE NOCASE IN (" +
            parameters + "))");
    }
    return sql;
}

void bind_publishers(Statement& statement, const ClaimFilter& filter) {
    for (std::size_t i = 0; i < filter.publishers.size(); ++i) {
        statement.bind(static_cast<int>(first_publisher + i), filter.publishers[i]);
    }
}

}  // namespace kith
