#include "ingest/gazetteer/tables/gazetteer_tables.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "graph/tsv.hpp"
#include "ingest/gazetteer/compiled/name_letters.hpp"

KITH_EMBEDDED(spellings_tsv)

namespace kith {
namespace {

namespace fs = std::filesystem;

class Reader {
public:
    explicit Reader(fs::path folder) : folder_(std::move(folder)) {}

    std::vector<GazetteerRecord> read() {
        check_files();
        read_table("states", 5, 5, [&](const TsvRow& row) { add_state(row); });
        for (const std::string_view table : gazetteer_tables)
            read_table(table, 6, 7, [&](const TsvRow& row) { add_entry(row); });
        add_spellings();
        add_last_names();
        return std::move(records_);
    }

private:
    void check_files() const {
        for (const auto& file : fs::directory_iterator(folder_)) {
            const std::string table = file.path().stem().string();
            if (file.path().extension() == ".tsv" && table != "states" &&
                !std::ranges::count(gazetteer_tables, table)) {
                throw Error(InputPosition{file.path().string()}, "the table is not in the list of tables",
                            "Add it to ingest/gazetteer/tables/gazetteer_tables.hpp, where its rank is to be.");
            }
        }
    }

    template <typename Add>
    void read_table(std::string_view table, std::size_t fewest, std::size_t most, const Add& add) {
        const std::string path = (folder_ / (std::string(table) + ".tsv")).string();
        std::ifstream in(path, std::ios::binary);
        if (!in) throw Error(InputPosition{path}, "the table cannot be read");
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        for (const TsvRow& row : tsv_rows(text, path, fewest, most)) add(row);
    }

    static std::vector<std::string> parts_of(std::string_view field) {
        const auto parts = split(field, '|');
        return {parts.begin(), parts.end()};
    }

    static std::vector<Identifier> identifiers_of(const TsvRow& row) {
        std::vector<Identifier> identifiers;
        for (const std::string_view part : split(row[4], '|')) {
            try {
                identifiers.push_back(parse_identifier(part));
            } catch (const Error& error) {
                throw Error(row.position_of(4), error.problem(), error.next_step());
            }
        }
        return identifiers;
    }

    void add_state(const TsvRow& row) {
        const std::string name(row[0]);
        states_.insert(name);
        records_.push_back({name, EntityKind::state, name, parts_of(row[3]), parts_of(row[1]), identifiers_of(row)});
        for (const std::string_view capital : split(row[2], '|')) {
            const auto names = split(capital, '=');  // "Kyiv=Kiev"
            records_.push_back({.name = std::string(names.front()),
                                .kind = EntityKind::place,
                                .state = name,
                                .aliases = {names.begin() + 1, names.end()},
                                .capital = true});
        }
    }

    void add_entry(const TsvRow& row) {
        const auto kind = parse_entity_kind(row[1]);
        if (!kind) throw Error(row.position_of(1), "unknown kind \"" + std::string(row[1]) + '"');
        const std::string state(row[2]);
        if (!state.empty() && !states_.contains(state))
            throw Error(row.position_of(2), "no state of states.tsv: \"" + state + '"');
        std::vector<std::string> aliases = parts_of(row[3]);
        std::vector<std::string> adjectives = parts_of(row[6]);
        if (*kind == EntityKind::population_group) adjectives = aliases;  // "Kurdish" of the Kurds
        records_.push_back(
            {std::string(row[0]), *kind, state, std::move(aliases), std::move(adjectives), identifiers_of(row)});
    }

    // Names of bodies are known as Americans and as the British spell them, where nobody else has the name.
    void add_spellings() {
        const std::vector<TsvRow> spellings = tsv_rows(spellings_tsv(), "ingest/gazetteer/tables/spellings.tsv", 2, 2);
        std::unordered_set<std::string> names;
        for (const GazetteerRecord& record : records_) {
            names.insert(name_letters(record.name));
            for (const std::string& alias : record.aliases) names.insert(name_letters(alias));
        }
        for (GazetteerRecord& record : records_) {
            if (kind_class(record.kind) != kind_class(EntityKind::organisation)) continue;
            std::vector<std::string> all = record.aliases;
            all.push_back(record.name);
            for (const std::string& name : all) {
                for (const bool british : {false, true}) {
                    std::string spelt = respelt(name, spellings, british);
                    if (spelt != name && names.insert(name_letters(spelt)).second)
                        record.aliases.push_back(std::move(spelt));
                }
            }
        }
    }

    static std::string respelt(std::string_view name, const std::vector<TsvRow>& spellings, bool british) {
        std::string spelt;
        for (const std::string_view word : split(name, ' ')) {
            const auto found =
                std::ranges::find_if(spellings, [&](const TsvRow& row) { return row[british ? 0 : 1] == word; });
            if (!spelt.empty()) spelt += ' ';
            spelt += found == spellings.end() ? word : (*found)[british ? 1 : 0];
        }
        return spelt;
    }

    // Persons are known by the bare last name beside their state, where nobody else of it has one like that.
    void add_last_names() {
        std::unordered_map<std::string, std::vector<std::size_t>> bearers;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            const GazetteerRecord& record = records_[i];
            const std::size_t blank = record.name.rfind(' ');
            if (record.kind == EntityKind::person && !record.state.empty() && blank != std::string::npos)
                bearers[last_name_letters(record.state, record.name.substr(blank + 1))].push_back(i);
        }
        for (const auto& [letters, persons] : bearers) {
            if (persons.size() == 1) records_[persons[0]].adjectives.push_back(letters);
        }
    }

    fs::path folder_;
    std::vector<GazetteerRecord> records_;
    std::unordered_set<std::string> states_;
};

}  // namespace

std::vector<GazetteerRecord> read_gazetteer_tables(const std::string& folder) {
    return Reader(folder).read();
}

}  // namespace kith
