#include "ingest/gazetteer/tables/gazetteer_tables.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "graph/tsv.hpp"
#include "ingest/gazetteer/compiled/name_letters.hpp"

KITH_EMBEDDED(spellings_tsv)

namespace kith {
namespace {

namespace fs = std::filesystem;

constexpr int last_year_known = 2030;  // of who leads a state until further notice
constexpr std::array<std::string_view, 10> leading_titles = {
    "President of ", "Prime Minister of ", "Leader of ", "Supreme Leader of ", "Chancellor of ",
    "King of ",      "Queen of ",          "Emir of ",   "Sultan of ",         "Emperor of "};

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
        if (const auto years = years_in_office(row); years && !state.empty())
            in_office_.emplace(records_.size(), *years);
        records_.push_back(
            {std::string(row[0]), *kind, state, std::move(aliases), std::move(adjectives), identifiers_of(row)});
    }

    struct Years {
        int first, last;
    };

    // When somebody led the state of the row: "President of Iraq:2005-04-07..2014-07-24".
    static std::optional<Years> years_in_office(const TsvRow& row) {
        std::optional<Years> years;
        for (const std::string_view office : split(row[5], '|')) {
            const std::size_t colon = office.rfind(':'), dots = office.rfind("..");
            const auto leads = [&](std::string_view title) { return office.starts_with(title); };
            if (colon == office.npos || dots == office.npos || dots < colon + 5) continue;
            const auto title = std::ranges::find_if(leading_titles, leads);
            if (title == leading_titles.end()) continue;
            std::string_view led = office.substr(title->size(), colon - title->size());
            if (led.starts_with("the ")) led.remove_prefix(4);
            if (led != row[2]) continue;  // no party, and no state of other days
            const int from = year_at(office, colon + 1);
            const int to = dots + 6 <= office.size() ? year_at(office, dots + 2) : last_year_known;
            years = years ? Years{std::min(years->first, from), std::max(years->last, to)} : Years{from, to};
        }
        return years;
    }

    static int year_at(std::string_view text, std::size_t begin) {
        int year = 0;
        std::from_chars(text.data() + begin, text.data() + begin + 4, year);
        return year;
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

    // Persons are known by the bare last name beside their state, where nobody else of it has one like that; and whoever
    // led the state for some years, where others have.
    void add_last_names() {
        std::unordered_set<std::string> families;  // that lead states where their names come first
        for (const auto& [leader, years] : in_office_) {
            if (has_family_names_first(records_[leader].state)) families.insert(first_word(records_[leader].name));
        }
        std::unordered_map<std::string, std::vector<std::size_t>> bearers;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            const GazetteerRecord& record = records_[i];
            const std::string family = family_name(record, families);
            if (record.kind == EntityKind::person && !record.state.empty() && !family.empty())
                bearers[last_name_letters(record.state, family)].push_back(i);
        }
        for (const auto& [letters, persons] : bearers) {
            if (persons.size() > 1) {
                add_leaders(letters, persons);
                continue;
            }
            std::vector<std::string>& names = records_[persons[0]].adjectives;
            names.push_back(letters);
            if (in_office_.contains(persons[0])) names.push_back(only_leader_letters(letters));
        }
    }

    static std::string first_word(const std::string& name) { return name.substr(0, name.find(' ')); }

    // Kim of Kim Jong Un; but Wu of Joseph Wu.
    static std::string family_name(const GazetteerRecord& person, const std::unordered_set<std::string>& families) {
        const std::size_t last = person.name.rfind(' ');
        if (last == std::string::npos) return {};
        const std::string first = first_word(person.name);
        return has_family_names_first(person.state) && families.contains(first) ? first : person.name.substr(last + 1);
    }

    // From the years in office on, and for a while after them, until the next of the name leads the state; the last one in
    // texts of no date, too, unless it is long ago.
    void add_leaders(const std::string& letters, const std::vector<std::size_t>& persons) {
        constexpr int years_after = 25, first_year_of_undated = 1990;
        std::vector<std::pair<Years, std::size_t>> in_office, leaders;
        for (const std::size_t person : persons) {
            if (const auto found = in_office_.find(person); found != in_office_.end())
                in_office.emplace_back(found->second, person);
        }
        std::ranges::sort(in_office, {}, [&](const auto& each) {
            return std::pair(each.first.first, std::string_view(records_[each.second].name));
        });
        for (const auto& each : in_office) {  // "Kim" is no prime minister under another
            if (leaders.empty() || each.first.last > leaders.back().first.last) leaders.push_back(each);
        }
        for (std::size_t i = 0; i < leaders.size(); ++i) {
            const auto [first, last] = leaders[i].first;
            const bool is_latest = i + 1 == leaders.size();
            const int until =
                std::min(last + years_after, is_latest ? last_year_known : leaders[i + 1].first.first - 1);
            std::vector<std::string>& names = records_[leaders[i].second].adjectives;
            for (int year = first; year <= until; ++year) names.push_back(leader_letters(letters, year));
            for (int year = first; year <= last && has_family_names_first(records_[leaders[i].second].state); ++year)
                names.push_back(office_letters(letters, year));
            if (is_latest && last >= first_year_of_undated) names.push_back(leader_letters(letters, std::nullopt));
        }
    }

    fs::path folder_;
    std::vector<GazetteerRecord> records_;
    std::unordered_map<std::size_t, Years> in_office_;  // records of who led a state
    std::unordered_set<std::string> states_;
};

}  // namespace

std::vector<GazetteerRecord> read_gazetteer_tables(const std::string& folder) {
    return Reader(folder).read();
}

}  // namespace kith
