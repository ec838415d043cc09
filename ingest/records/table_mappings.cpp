#include "ingest/records/table_mappings.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "ingest/records/cell_values.hpp"
#include "ingest/records/column_names.hpp"
#include "ingest/records/guess_mapping.hpp"
#include "ingest/records/mapping_json.hpp"

KITH_EMBEDDED(mapping_acled)
KITH_EMBEDDED(mapping_cn_sanctions)
KITH_EMBEDDED(mapping_eu_journal)
KITH_EMBEDDED(mapping_gdelt_events)
KITH_EMBEDDED(mapping_gephi_nodes)
KITH_EMBEDDED(mapping_neo4j_nodes)
KITH_EMBEDDED(mapping_ofac_add)
KITH_EMBEDDED(mapping_ofac_alt)
KITH_EMBEDDED(mapping_ofac_sdn)
KITH_EMBEDDED(mapping_opensanctions_targets)
KITH_EMBEDDED(mapping_sipri)
KITH_EMBEDDED(mapping_us_milcorps)

namespace kith::records {
namespace {

constexpr std::size_t largest_mapping_bytes = std::size_t{1} << 20;
constexpr std::size_t telling_width = 40;  // a table without a header of so many columns is told by their number

std::string listed_mappings() {
    std::string listed;
    for (const ShippedMapping& each : shipped_mappings())
        listed += (listed.empty() ? "" : ", ") + std::string(each.name);
    return listed;
}

}  // namespace

std::string read_mapping_file(const std::string& path) {
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    std::string json{std::istreambuf_iterator<char>(in), {}};
    if (!in && json.empty()) {
        throw Error(InputPosition{path}, "cannot read the mapping: " + system_reason(errno),
                    "Give a file, or one of " + listed_mappings() + ".");
    }
    if (json.size() > largest_mapping_bytes) throw Error(InputPosition{path}, "no mapping is as large as this");
    return json;
}

namespace {

bool has_ending(std::string_view file, std::string_view ending) {
    return ascii::lower_case(file).ends_with(ascii::lower_case(ending));
}

Header header_of(const CsvReader& csv) {
    std::vector<std::string> names;
    for (const std::string_view field : csv.fields()) names.emplace_back(without_blanks(field));
    return Header(std::move(names));
}

// A table of ties, though it also has what a table of nodes has: Source;Target;Type;Id;Label.
bool has_parties(const Header& header) {
    return std::ranges::any_of(
        usual_pairs(), [&](const UsualPair& pair) { return header.has(pair.subject) && header.has(pair.object); });
}

// The mapping, with columns that hold keys instead of names looked up by them.
std::shared_ptr<const Mapping> with_keys(const Mapping& mapping, const std::vector<std::string>& key_columns) {
    auto joined = std::make_shared<Mapping>(mapping);
    const auto join = [&](EntitySource& entity) {
        const bool has_key = std::ranges::any_of(key_columns, [&](const std::string& column) {
            return column_key(entity.name.column) == column_key(column);
        });
        if (!has_key) return;
        entity.key = std::exchange(entity.name, {});
        entity.look_up = {"the nodes of the graph"};
    };
    for (ClaimSource& claim : joined->claims) {
        join(claim.subject);
        join(claim.object);
    }
    std::ranges::for_each(joined->entities, join);
    return joined;
}

// A table without a header, told by its width beside its name, or the word that it has for nothing.
bool is_shape_of(const Mapping& mapping, const Header& first, std::string_view file) {
    if (mapping.header.size() != first.size()) return false;
    const std::string& begin = first.names().front();
    const bool is_number = !begin.empty() && std::ranges::all_of(begin, ascii::is_digit);
    if (first.size() >= telling_width && is_number) return true;
    if (std::ranges::any_of(mapping.recognised_files, [&](const auto& ending) { return has_ending(file, ending); }))
        return true;
    return std::ranges::find_first_of(first.names(), mapping.empty) != first.names().end();
}

}  // namespace

std::span<const ShippedMapping> shipped_mappings() {
    static const std::array mappings = {
        ShippedMapping{"acled", mapping_acled()},
        ShippedMapping{"cn-sanctions", mapping_cn_sanctions()},
        ShippedMapping{"eu-journal", mapping_eu_journal()},
        ShippedMapping{"gdelt-events", mapping_gdelt_events()},
        ShippedMapping{"gephi-nodes", mapping_gephi_nodes()},
        ShippedMapping{"neo4j-nodes", mapping_neo4j_nodes()},
        ShippedMapping{"ofac-add", mapping_ofac_add()},
        ShippedMapping{"ofac-alt", mapping_ofac_alt()},
        ShippedMapping{"ofac-sdn", mapping_ofac_sdn()},
        ShippedMapping{"opensanctions-targets", mapping_opensanctions_targets()},
        ShippedMapping{"sipri", mapping_sipri()},
        ShippedMapping{"us-milcorps", mapping_us_milcorps()},
    };
    return mappings;
}

TableMappings::TableMappings(const TableOptions& options, const Ontology& ontology)
    : options_(options), ontology_(ontology), relations_(ontology) {
    if (!options.map.empty() && !options.columns.empty()) {
        throw Error("--map and --columns both say what the columns are", "Give one of them.");
    }
    if (!options.relation.empty() && relations_.find(options.relation).relation == nullptr) {
        throw Error("there is no relation \"" + options.relation + "\"", "`kith relations` lists them.");
    }
    if (!options.map.empty()) {
        told_ = shipped(options.map);
        if (!told_) {
            const std::string json = read_mapping_file(options.map);
            if (!is_property_mapping(json))
                told_ = std::make_shared<const Mapping>(parse_mapping(json, options.map, ontology));
        }
    }
    if (!options.columns.empty()) told_ = std::make_shared<const Mapping>(mapping_of_columns(options.columns));
    if (!told_) return;
    Mapping mapping = *told_;
    for (ClaimSource& claim : mapping.claims) {
        if (!options.relation.empty()) (claim.relation = {}).constant = options.relation;
        const bool is_whole = claim.subject.is_given() && claim.object.is_given();
        if (is_whole && claim.relation.is_given()) continue;
        throw Error(options.columns.empty() ? InputPosition{options.map} : InputPosition{},
                    "a claim lacks its " + std::string(!claim.subject.is_given()  ? "subject"
                                                       : !claim.object.is_given() ? "object"
                                                                                  : "relation"),
                    is_whole ? "Say what ties subject and object: --relation owns, or a column."
                             : "Name the columns of both: --columns owner=subject,company=object.");
    }
    told_ = std::make_shared<const Mapping>(std::move(mapping));
}

std::shared_ptr<const Mapping> TableMappings::shipped(std::string_view name) {
    if (const auto known = shipped_.find(name); known != shipped_.end()) return known->second;
    const auto found = std::ranges::find(shipped_mappings(), name, &ShippedMapping::name);
    if (found == shipped_mappings().end()) return nullptr;
    Mapping mapping = parse_mapping(found->json, "mapping " + std::string(name), ontology_);
    mapping.name = name;
    return shipped_.emplace(name, std::make_shared<const Mapping>(std::move(mapping))).first->second;
}

std::shared_ptr<const Mapping> TableMappings::recognise(const Header& header, std::string_view file, bool& has_header) {
    std::shared_ptr<const Mapping> best;
    for (const ShippedMapping& each : shipped_mappings()) {
        std::shared_ptr<const Mapping> mapping = shipped(each.name);
        if (is_shape_of(*mapping, header, file)) {
            has_header = false;
            return mapping;
        }
        const auto& columns = mapping->recognised_columns;
        if (mapping->claims.empty() && has_parties(header)) continue;
        const bool has_all = !columns.empty() && std::ranges::all_of(columns, [&](const std::string& column) {
            return header.has(column_key(column));
        });
        if (has_all && (!best || best->recognised_columns.size() < columns.size())) best = mapping;
    }
    return best;
}

ChosenMapping TableMappings::choose(const TableSource& source, bool is_beside) {
    const std::shared_ptr<const Mapping> told = is_beside ? nullptr : told_;
    ChosenMapping chosen;
    CsvReader csv = source.open_head();
    if (!csv.next()) {
        chosen.fault = source.head().empty() ? "the table is empty. Begin it with a header: subject,relation,object"
                                             : "its first line is longer than 1 MiB";
        return chosen;
    }
    if (!csv.fault().empty()) {
        chosen.fault = csv.fault();
        return chosen;
    }
    const Header first = header_of(csv);
    bool has_header = true;
    chosen.mapping = told;
    const bool is_plain = (first.has("subject") && first.has("object")) || !source.key_columns().empty();
    if (!told && !is_plain) chosen.mapping = recognise(first, source.file(), has_header);
    if (chosen.mapping && !told) chosen.note = "read by the mapping " + chosen.mapping->name;
    if (!chosen.mapping) {
        GuessedMapping guess = guess_mapping(first, std::move(csv), options_.relation, relations_);
        if (guess.mapping) chosen.mapping = std::make_shared<const Mapping>(std::move(*guess.mapping));
        chosen.fault = std::move(guess.fault);
        chosen.note = std::move(guess.note);
    }
    chosen.header = first;
    chosen.skips_first = has_header;
    if (chosen.mapping && !chosen.mapping->header.empty()) {
        chosen.header = Header(chosen.mapping->header);
        // Somebody may have written the header above the rows.
        chosen.skips_first = first.size() > 0 && first.keys()[0] == chosen.header.keys()[0];
        if (first.size() != chosen.header.size()) {
            chosen.fault = "the table has " + std::to_string(first.size()) + " columns, the mapping " +
                           chosen.mapping->name + " is for " + std::to_string(chosen.header.size());
        }
    }
    if (chosen.mapping && !source.key_columns().empty())
        chosen.mapping = with_keys(*chosen.mapping, source.key_columns());
    return chosen;
}

}  // namespace kith::records

namespace kith {

std::vector<std::string_view> mapping_names() {
    std::vector<std::string_view> names;
    for (const records::ShippedMapping& each : records::shipped_mappings()) names.push_back(each.name);
    return names;
}

}  // namespace kith
