#include "graph/store/mentions.hpp"

#include <algorithm>
#include <set>

#include "graph/partial_date.hpp"
#include "graph/store/claim_conditions.hpp"
#include "graph/store/database.hpp"
#include "graph/store/schema.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_database.hpp"

namespace kith {

namespace {

TextSpan span_of(const Statement& row, int begin) {
    const auto position = [&](int column) {
        return static_cast<std::size_t>(std::max<std::int64_t>(row.integer(column), 0));
    };
    return {position(begin), std::max(position(begin), position(begin + 1))};
}

// Rows of document, begin, end of a sentence, begin and end of what to mark, text.
std::vector<SentenceFound> sentences_of(Statement& rows) {
    std::vector<SentenceFound> found;
    while (rows.step()) {
        found.push_back({rows.integer(0), span_of(rows, 1), span_of(rows, 3), std::string(rows.text(5))});
    }
    return found;
}

std::size_t size_at(const Statement& row, int column) {
    return static_cast<std::size_t>(row.integer(column));
}

bool is_published_within(std::string_view published, const SentenceFilter& filter) {
    if (!filter.since && !filter.until) return true;
    const auto date = parse_partial_date(published);
    return date && (!filter.since || date->last_day() >= *filter.since) &&
           (!filter.until || date->first_day() <= *filter.until);
}

}  // namespace

MentionsFound find_mentions(const Store& store, EntityId entity, std::size_t most) {
    const std::string members = sql_list(store.members(entity));
    MentionsFound found;
    Statement counts =
        database_of(store).prepare("SELECT count(*), count(DISTINCT document) FROM mention WHERE entity IN " + members);
    counts.step();
    found.count = size_at(counts, 0);
    found.documents = size_at(counts, 1);
    Statement rows = database_of(store).prepare(
        "SELECT m.document, s.begin, s.\"end\", m.begin, m.\"end\", substr(d.text, s.begin + 1, s.\"end\" - s.begin) "
        "FROM (SELECT document, begin, \"end\" FROM mention WHERE entity IN " +
        members +
        " ORDER BY document, begin LIMIT ?1) m JOIN document d ON d.id = m.document JOIN sentence s ON s.document = "
        "m.document AND s.begin <= m.begin AND s.\"end\" > m.begin ORDER BY m.document, m.begin");
    rows.bind(1, static_cast<std::int64_t>(most));
    found.sentences = sentences_of(rows);
    return found;
}

MentionsFound find_joint_mentions(const Store& store, EntityId one, EntityId other, std::size_t most) {
    const std::string ones = sql_list(store.members(one)), others = sql_list(store.members(other));
    const std::string documents = "(SELECT document FROM mention WHERE entity IN " + ones +
                                  " INTERSECT SELECT document FROM mention WHERE entity IN " + others + ")";
    MentionsFound found;
    Statement count = database_of(store).prepare("SELECT count(*) FROM " + documents);
    count.step();
    found.documents = found.count = size_at(count, 0);
    const auto names = [](const std::string& members) {
        return "EXISTS (SELECT 1 FROM mention m WHERE m.document = s.document AND m.begin >= s.begin AND m.begin < "
               "s.\"end\" AND m.entity IN " +
               members + ")";
    };
    const auto ties = [](const std::string& subjects, const std::string& objects) {
        return "c.subject IN " + subjects + " AND c.object IN " + objects;
    };
    Statement rows = database_of(store).prepare(
        "SELECT s.document, s.begin, s.\"end\", 0, 0, substr(d.text, s.begin + 1, s.\"end\" - s.begin) FROM " +
        documents + " j CROSS JOIN sentence s ON s.document = j.document JOIN document d ON d.id = s.document WHERE " +
        names(ones) + " AND " + names(others) +
        " AND NOT EXISTS (SELECT 1 FROM claim c JOIN evidence e ON e.claim = c.id WHERE e.document = s.document AND "
        "e.begin < s.\"end\" AND e.\"end\" > s.begin AND ((" +
        ties(ones, others) + ") OR (" + ties(others, ones) + "))) ORDER BY s.document, s.number LIMIT ?1");
    rows.bind(1, static_cast<std::int64_t>(most));
    found.sentences = sentences_of(rows);
    return found;
}

MentionsFound find_sentences(const Store& store, const std::string& expression, const SentenceFilter& filter,
                             std::size_t most) {
    if (database_of(store).integer("SELECT count(*) FROM sqlite_master WHERE name = 'sentence_search'") == 0) {
        throw Error(database_of(store).path() + ": an older kith has made it, without an index of its sentences",
                    "The next `kith ingest` into it brings it up to date.");
    }
    MentionsFound found;
    std::set<DocumentId> documents;
    std::vector<std::int64_t> best;
    Statement matches = database_of(store).prepare(
        "SELECT f.rowid, d.id, d.publisher, d.published FROM sentence_search f JOIN document d ON d.id = f.rowid >> ?2 "
        "WHERE sentence_search MATCH ?1 ORDER BY f.rank, f.rowid");
    for (matches.bind(1, expression).bind(2, std::int64_t{sentence_number_bits}); matches.step();) {
        if (!filter.publishers.empty() &&
            std::ranges::find(filter.publishers, matches.text(2)) == filter.publishers.end())
            continue;
        if (!is_published_within(matches.text(3), filter)) continue;
        ++found.count;
        documents.insert(matches.integer(1));
        if (best.size() < most) best.push_back(matches.integer(0));
    }
    found.documents = documents.size();
    Statement row = database_of(store).prepare(
        "SELECT s.document, s.begin, s.\"end\", 0, 0, substr(d.text, s.begin + 1, s.\"end\" - s.begin) FROM sentence s "
        "JOIN document d ON d.id = s.document WHERE s.document = ?1 AND s.number = ?2");
    for (const std::int64_t id : best) {
        row.bind(1, id >> sentence_number_bits).bind(2, id & ((1 << sentence_number_bits) - 1));
        std::vector<SentenceFound> one = sentences_of(row);
        if (!one.empty()) found.sentences.push_back(std::move(one.front()));
        row.reset();
    }
    return found;
}

}  // namespace kith
