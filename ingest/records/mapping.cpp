#include "ingest/records/mapping.hpp"

#include <algorithm>

#include "graph/ascii.hpp"
#include "graph/tsv.hpp"
#include "ingest/records/column_names.hpp"

namespace kith::records {
namespace {

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

// Where a role of one value stands; null: it has another form, or is none.
ValueSource* place_of(Mapping& mapping, std::string_view role) {
    ClaimSource& claim = mapping.claims.front();
    const std::pair<std::string_view, ValueSource*> places[] = {
        {"subject", &claim.subject.name},
        {"object", &claim.object.name},
        {"subject_kind", &claim.subject.kind},
        {"object_kind", &claim.object.kind},
        {"relation", &claim.relation},
        {"status", &claim.status},
        {"speaker", &claim.speaker},
        {"unnamed_speaker", &claim.unnamed_speaker},
        {"date", &claim.date},
        {"start", &claim.start},
        {"end", &claim.end},
        {"item", &claim.item},
        {"role", &claim.role},
        {"percentage", &claim.percentage},
        {"confidence", &claim.confidence},
        {"place", &claim.place},
        {"source", &mapping.source},
        {"url", &mapping.url},
        {"quote", &mapping.quote},
        {"record_id", &mapping.record},
        {"published", &mapping.published},
    };
    const auto found = std::ranges::find(places, role, [](const auto& each) { return each.first; });
    return found == std::ranges::end(places) ? nullptr : found->second;
}

// "IMO=subject_identifier:imo" has its parts at the first '=' behind a quoted constant.
std::pair<std::string_view, std::string_view> parts_of(std::string_view word) {
    const std::size_t from = word.starts_with('\'') ? word.find('\'', 1) : 0;
    const std::size_t equals = from == word.npos ? word.npos : word.find('=', from);
    if (equals == word.npos) {
        throw Error("\"" + std::string(word) + "\" in --columns says nothing of a column",
                    "Write COLUMN=ROLE with commas between: --columns owner=subject,company=object.");
    }
    return {trimmed(word.substr(0, equals)), trimmed(word.substr(equals + 1))};
}

// At commas that stand in no quotes.
std::vector<std::string_view> words_of(std::string_view columns) {
    std::vector<std::string_view> words;
    bool is_quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= columns.size(); ++i) {
        if (i < columns.size() && columns[i] == '\'') is_quoted = !is_quoted;
        if (i < columns.size() && (columns[i] != ',' || is_quoted)) continue;
        if (const auto word = trimmed(columns.substr(begin, i - begin)); !word.empty()) words.push_back(word);
        begin = i + 1;
    }
    return words;
}

}  // namespace

std::string listed_schemes() {
    std::string listed;
    for (const IdentifierScheme& each : identifier_schemes())
        listed += (listed.empty() ? "" : ", ") + std::string(each.name);
    return listed;
}

std::string listed_roles() {
    std::string listed;
    for (const ColumnRole& role : column_roles()) listed += (listed.empty() ? "" : ", ") + std::string(role.name);
    return listed;
}

void set_role(Mapping& mapping, std::string_view role, ValueSource value) {
    if (mapping.claims.empty()) mapping.claims.emplace_back();
    const InputPosition position = value.position;
    for (const auto& [side, entity] : {std::pair{std::string_view("subject"), &mapping.claims.front().subject},
                                       std::pair{std::string_view("object"), &mapping.claims.front().object}}) {
        if (!role.starts_with(side)) continue;
        const std::string_view rest = role.substr(side.size());
        if (rest == "_alias" || rest == "_aliases") {
            if (value.split.empty()) value.split = ";";
            entity->aliases.push_back(std::move(value));
            return;
        }
        if (rest.starts_with("_identifier:")) {
            const std::string scheme(rest.substr(rest.find(':') + 1));
            if (find_identifier_scheme(scheme) == nullptr) {
                throw Error(position, "there is no scheme of identifiers \"" + scheme.substr(0, 40) + "\"",
                            "Use one of " + listed_schemes() + ".");
            }
            entity->identifiers.push_back({scheme, std::move(value)});
            return;
        }
    }
    ValueSource* const place = place_of(mapping, role);
    if (place == nullptr) {
        throw Error(position, "\"" + std::string(role) + "\" is no role of a column",
                    "Use one of " + listed_roles() + ".");
    }
    if (place->is_given()) {
        throw Error(position, "two columns are the " + std::string(role),
                    "Give each role once; docs/tables.md tells how one row makes several claims.");
    }
    *place = std::move(value);
}

Mapping mapping_of_columns(std::string_view columns) {
    Mapping mapping;
    mapping.name = "--columns";
    mapping.claims.emplace_back();
    for (const std::string_view word : words_of(columns)) {
        const auto [column, role] = parts_of(word);
        ValueSource value;
        if (column.size() >= 2 && column.starts_with('\'') && column.ends_with('\'')) {
            value.constant = std::string(column.substr(1, column.size() - 2));
        } else {
            value.column = std::string(column);
        }
        set_role(mapping, role, std::move(value));
    }
    return mapping;
}

}  // namespace kith::records
