#include "ingest/records/column_names.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/tsv.hpp"

KITH_EMBEDDED(column_names_tsv)

namespace kith::records {
namespace {

struct Names {
    std::vector<ColumnRole> roles;
    std::unordered_map<std::string, std::string_view> role_of;
    std::vector<UsualPair> pairs;
    std::unordered_map<std::string, EntityKind> kinds;
    std::vector<std::string> relation_cells;
    NodeKeys nodes;

    Names() {
        for (const TsvRow& row : tsv_rows(column_names_tsv(), "ingest/records/data/column_names.tsv", 3, 4)) {
            if (row[0] == "role") {
                roles.push_back({row[1], row[2]});
                if (row[1].find(':') == std::string_view::npos) role_of.emplace(column_key(row[1]), row[1]);
                for (const std::string_view name : split(row[3], ' ')) role_of.emplace(column_key(name), row[1]);
            } else if (row[0] == "pair") {
                pairs.push_back({column_key(row[1]), column_key(row[2]), row[3]});
            } else if (row[0] == "kind") {
                add_kind(row);
            } else {
                for (const std::string_view name : split(row[2], ' ')) list_of(row).push_back(column_key(name));
            }
        }
        for (const EntityKind kind : all_entity_kinds()) kinds.emplace(column_key(to_string(kind)), kind);
    }

    void add_kind(const TsvRow& row) {
        const auto kind = parse_entity_kind(row[1]);
        if (!kind) throw Error(row.position(), "no kind of entity");
        for (const std::string_view word : split(row[2], ' ')) kinds.emplace(column_key(word), *kind);
    }

    std::vector<std::string>& list_of(const TsvRow& row) {
        if (row[0] == "cells" && row[1] == "relation") return relation_cells;
        if (row[0] == "node" && row[1] == "name") return nodes.name;
        if (row[0] == "node" && row[1] == "kind") return nodes.kind;
        if (row[0] == "node" && row[1] == "alias") return nodes.alias;
        throw Error(row.position(), "nothing that columns or nodes have");
    }

    static const Names& get() {
        static const Names names;
        return names;
    }
};

constexpr std::array<std::string_view, 5> neo4j_marks = {"ID", "START_ID", "END_ID", "TYPE", "LABEL"};

std::string letters_and_digits(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool is_beyond_ascii = (static_cast<unsigned char>(c) & 0x80U) != 0;
        if (is_beyond_ascii || ascii::is_letter_or_digit(c)) result += ascii::lower(c);
    }
    return result;
}

}  // namespace

std::string column_key(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    if (colon == name.npos) return letters_and_digits(name);
    const std::string_view type = name.substr(colon + 1, name.find_first_of("([", colon) - colon - 1);
    if (std::ranges::find(neo4j_marks, type) != neo4j_marks.end()) return ":" + letters_and_digits(type);
    return letters_and_digits(colon == 0 ? name : name.substr(0, colon));
}

std::string_view role_named(std::string_view key) {
    const auto found = Names::get().role_of.find(std::string(key));
    return found == Names::get().role_of.end() ? std::string_view{} : found->second;
}

std::span<const UsualPair> usual_pairs() {
    return Names::get().pairs;
}

std::span<const std::string> keys_of_relation_cells() {
    return Names::get().relation_cells;
}

const NodeKeys& node_keys() {
    return Names::get().nodes;
}

std::optional<EntityKind> kind_named(std::string_view words) {
    if (const auto kind = parse_entity_kind(words)) return kind;
    const auto found = Names::get().kinds.find(letters_and_digits(words));
    return found == Names::get().kinds.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace kith::records

namespace kith {

std::span<const ColumnRole> column_roles() {
    return records::Names::get().roles;
}

}  // namespace kith
