#include "query/ask/overview.hpp"

#include "query/ask/filters.hpp"
#include "query/overview_json.hpp"

namespace kith {

namespace {

void append_entity(Row& row, const Entity& entity) {
    row.insert(row.end(), {integer(entity.id), optional_text(entity.name), std::string(to_string(entity.kind))});
}

Rows rank_rows(const RankAnswer& answer) {
    Rows rows;
    for (const RankView& rank : answer.ranks) {
        Row& row = rows.emplace_back();
        row = {count_of(rows.size())};
        append_entity(row, rank.entity);
        row.insert(row.end(), {rank.score, rank.error});
    }
    return rows;
}

void append_groups(Rows& rows, const std::vector<GroupView>& groups, const std::optional<std::string>& list) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
        for (const Entity& member : groups[i].members) {
            Row& row = rows.emplace_back();
            if (list) row.push_back(*list);
            row.insert(row.end(), {count_of(i + 1), count_of(groups[i].size)});
            append_entity(row, member);
        }
    }
}

// A row a member that is named.
Rows community_rows(const CommunitiesAnswer& answer) {
    Rows rows;
    append_groups(rows, answer.groups, std::nullopt);
    return rows;
}

// The members of groups, both ends of each bridge, and the articulation points.
Rows component_rows(const ComponentsAnswer& answer) {
    Rows rows;
    append_groups(rows, answer.groups, "group");
    for (std::size_t i = 0; i < answer.bridges.size(); ++i) {
        for (const Entity* end : {&answer.bridges[i].first, &answer.bridges[i].second}) {
            append_entity(rows.emplace_back(Row{std::string("bridge"), count_of(i + 1), Value()}), *end);
        }
    }
    for (std::size_t i = 0; i < answer.articulation_points.size(); ++i) {
        append_entity(rows.emplace_back(Row{std::string("articulation point"), count_of(i + 1), Value()}),
                      answer.articulation_points[i]);
    }
    return rows;
}

std::vector<Parameter> group_parameters(std::string_view most) {
    return std::vector<Parameter>{most_parameter("20", most),
                                  {.name = "members",
                                   .type = ArgumentType::integer,
                                   .meaning = "how many of each group to name, the most claimed about first",
                                   .least = 1,
                                   .most = 1e6,
                                   .usual = "6",
                                   .counts_rows = true}} +
           search_filter_parameters();
}

OverviewLimits limits_of(const Arguments& arguments) {
    return {arguments.count("most"), arguments.count("members")};
}

}  // namespace

RankAnswer answer_rank(const Store& store, const Arguments& arguments, Notes& notes) {
    const ClaimFilter filter = claim_filter(store, arguments, notes);
    const std::string by = arguments.text("by");
    ResultBuilder builder(store);
    return ranking(builder, by,
                   by == "links" ? rank_by_links(store, filter) : rank_by_betweenness(store, {.filter = filter}),
                   arguments.count("most"));
}

CommunitiesAnswer answer_communities(const Store& store, const Arguments& arguments, Notes& notes) {
    const ClaimFilter filter = claim_filter(store, arguments, notes);
    ResultBuilder builder(store);
    return communities(builder, find_communities(store, filter), rank_by_claims(store, filter), limits_of(arguments));
}

ComponentsAnswer answer_components(const Store& store, const Arguments& arguments, Notes& notes) {
    const ClaimFilter filter = claim_filter(store, arguments, notes);
    ResultBuilder builder(store);
    return components(builder, find_connectivity(store, filter), rank_by_claims(store, filter), limits_of(arguments));
}

const Question& rank_question() {
    static const Question question{
        .name = "rank",
        .command = "rank",
        .title = "Who matters most",
        .summary = "Entities by standing (links: PageRank) or by standing between others (betweenness), highest first.",
        .example = "kith rank --by betweenness --most 10",
        .parameters = std::vector<Parameter>{{.name = "by",
                                              .meaning = "links: who is claimed about, by those who are; betweenness: "
                                                         "who stands between",
                                              .choices = {"links", "betweenness"},
                                              .usual = "\"links\"",
                                              .placeholder = "MEASURE"},
                                             most_parameter("20", "how many to give, the first of them")} +
                      search_filter_parameters(),
        .json = as_json<answer_rank>,
        .columns = {"rank INTEGER", "id INTEGER", "name TEXT", "kind TEXT", "score REAL", "error REAL"},
        .rows = as_rows<answer_rank, rank_rows>,
    };
    return question;
}

const Question& communities_question() {
    static const Question question{
        .name = "communities",
        .command = "communities",
        .title = "The groups that the graph falls into",
        .summary =
            "Groups of entities with more ties among themselves than to others (Louvain's method), the largest "
            "first, each with the members of whom most is claimed.",
        .example = "kith communities --status actual",
        .parameters = group_parameters("how many groups to give, the largest first"),
        .json = as_json<answer_communities>,
        .columns = {"community INTEGER", "size INTEGER", "id INTEGER", "name TEXT", "kind TEXT"},
        .rows = as_rows<answer_communities, community_rows>,
    };
    return question;
}

const Question& components_question() {
    static const Question question{
        .name = "components",
        .command = "components",
        .title = "What hangs together, and which single ties and entities hold it",
        .summary =
            "Groups with no tie from one to another; ties that alone hold two parts together (bridges), and "
            "entities without whom others would be cut off (articulation points).",
        .example = "kith components --min-sources 2",
        .parameters = group_parameters("how much of each list to give, the largest or most claimed about first"),
        .json = as_json<answer_components>,
        .columns = {"list TEXT", "number INTEGER", "size INTEGER", "id INTEGER", "name TEXT", "kind TEXT"},
        .rows = as_rows<answer_components, component_rows>,
    };
    return question;
}

}  // namespace kith
