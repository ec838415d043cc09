#include "ingest/records/guess_mapping.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "ingest/records/cell_values.hpp"
#include "ingest/records/column_names.hpp"

namespace kith::records {
namespace {

constexpr std::size_t rows_looked_at = 200;

// The role of each column; empty: none.
using Roles = std::vector<std::string>;

bool has(const Roles& roles, std::string_view role) {
    return std::ranges::find(roles, role) != roles.end();
}

std::size_t place_of(const Header& header, std::string_view key) {
    return static_cast<std::size_t>(std::ranges::find(header.keys(), key) - header.keys().begin());
}

// "owner", else "owner name".
std::size_t place_of_party(const Header& header, const std::string& key) {
    const std::size_t place = place_of(header, key);
    return place == header.size() ? place_of(header, key + "name") : place;
}

// Graph programs write a table of edges beside one of nodes, whose numbers the edges have.
std::vector<std::string> tables_of_nodes(std::string_view key) {
    if (key.starts_with(':')) return {"*nodes*.csv", "*.csv"};
    if (key == "source" || key == "from" || key == "startid") return {"nodes.csv", "*nodes*.csv"};
    return {};
}

// Sets subject and object, and gives the relation that they are known for.
std::string_view set_parties(const Header& header, Roles& roles) {
    if (header.has("subject") && header.has("object")) {
        roles[place_of(header, "subject")] = "subject";
        roles[place_of(header, "object")] = "object";
        return {};
    }
    for (const UsualPair& pair : usual_pairs()) {
        const std::size_t subject = place_of_party(header, pair.subject);
        const std::size_t object = place_of_party(header, pair.object);
        if (subject == header.size() || object == header.size()) continue;
        roles[subject] = "subject";
        roles[object] = "object";
        return pair.relation;
    }
    for (const std::string_view role : {"subject", "object"}) {
        if (header.has(role)) roles[place_of(header, role)] = role;
    }
    return {};
}

// A column of which most cells are relations.
void set_relation_by_its_cells(const Header& header, CsvReader rows, const RelationWords& relations, Roles& roles) {
    const std::span<const std::string> keys = keys_of_relation_cells();
    std::vector<std::size_t> found(header.size(), 0);
    std::size_t count = 0;
    for (; count < rows_looked_at && rows.next(); ++count) {
        for (std::size_t i = 0; i < std::min(header.size(), rows.fields().size()); ++i) {
            const bool may_be = roles[i].empty() && std::ranges::find(keys, header.keys()[i]) != keys.end();
            if (may_be && relations.find(without_blanks(rows.fields()[i])).relation != nullptr) ++found[i];
        }
    }
    const auto best = std::ranges::max_element(found);
    if (best != found.end() && *best * 2 > count) roles[static_cast<std::size_t>(best - found.begin())] = "relation";
}

// "owner=subject,company=object"
std::string as_columns(const Header& header, const Roles& roles) {
    std::string columns;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (roles[i].empty()) continue;
        const std::string& name = header.names()[i];
        const bool has_number_only = name.empty() || name.size() > 60 || name.find_first_of(",=\n") != name.npos;
        columns += (columns.empty() ? "" : ",") + (has_number_only ? std::to_string(i + 1) : name) + "=" + roles[i];
    }
    return columns.find_first_of(" ;|&'\"") == columns.npos ? columns : "\"" + columns + "\"";
}

std::string fault_of(const Header& header, Roles roles, const std::string& relation) {
    std::string missing;
    for (const std::string role : {"subject", "relation", "object"}) {
        if (has(roles, role) || (role == "relation" && !relation.empty())) continue;
        missing += (missing.empty() ? "" : ", ") + role;
    }
    // The first columns that are free may be the parties.
    for (const std::string_view role : {"subject", "object"}) {
        const auto free = std::ranges::find_if(roles, [&](const std::string& each) {
            const std::string& key = header.keys()[static_cast<std::size_t>(&each - roles.data())];
            return each.empty() && !key.empty() && !key.ends_with("id");
        });
        if (!has(roles, role) && free != roles.end()) *free = role;
    }
    std::string start = as_columns(header, roles);
    if (!start.empty()) start = "--columns " + start;
    if (!has(roles, "relation")) {
        start += (start.empty() ? "" : " ") + std::string("--relation ") + (relation.empty() ? "RELATION" : relation);
    }
    return "what its columns are is not known. Found " + listed(header.names()) + "; missing " + missing +
           ". Start from " + start + ", try it with --dry-run; or give --map FILE";
}

}  // namespace

GuessedMapping guess_mapping(const Header& header, CsvReader rows, const std::string& relation,
                             const RelationWords& relations) {
    GuessedMapping guess;
    Roles roles(header.size());
    const std::string_view implied = set_parties(header, roles);
    bool is_plain = header.has("subject") && header.has("object");
    std::vector<std::string> unknown;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (!roles[i].empty()) continue;
        const std::string role(role_named(header.keys()[i]));
        if (role.empty()) continue;
        if (has(roles, role)) {
            if (column_key(role) == header.keys()[i] || std::ranges::count(header.keys(), header.keys()[i]) > 1) {
                guess.fault = "the column \"" + header.names()[i] + "\" stands twice in the header";
                return guess;
            }
            continue;
        }
        roles[i] = role;
    }
    if (!has(roles, "relation") && relation.empty()) {
        set_relation_by_its_cells(header, std::move(rows), relations, roles);
        is_plain = is_plain && !has(roles, "relation");
    }
    if (!has(roles, "subject") || !has(roles, "object") ||
        (!has(roles, "relation") && relation.empty() && implied.empty())) {
        guess.fault = fault_of(header, roles, relation);
        return guess;
    }
    Mapping& mapping = guess.mapping.emplace();
    mapping.name = "guessed";
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (roles[i].empty()) {
            unknown.push_back(header.names()[i]);
            continue;
        }
        ValueSource value;
        value.column = header.names()[i].empty() ? std::to_string(i + 1) : header.names()[i];
        set_role(mapping, roles[i], std::move(value));
    }
    ClaimSource& claim = mapping.claims.front();
    for (EntitySource* const party : {&claim.subject, &claim.object}) {
        party->look_up = tables_of_nodes(column_key(claim.subject.name.column));
        if (!party->look_up.empty()) party->key = party->name;
    }
    if (!has(roles, "relation") || !relation.empty()) {
        claim.relation = {};
        claim.relation.constant = relation.empty() ? std::string(implied) : relation;
    }
    if (!is_plain) {
        guess.note = "read as --columns " + as_columns(header, roles) +
                     (has(roles, "relation") ? "" : " --relation " + *claim.relation.constant);
    }
    if (!unknown.empty()) {
        guess.note +=
            (guess.note.empty() ? "" : "; ") + std::string(unknown.size() == 1 ? "the column " : "the columns ") +
            listed(unknown) +
            (unknown.size() == 1 ? " means nothing here and is left out" : " mean nothing here and are left out");
    }
    return guess;
}

}  // namespace kith::records
