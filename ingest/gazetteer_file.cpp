#include "ingest/gazetteer_file.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/claim_rules.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/input.hpp"
#include "ingest/gazetteer/compiled/name_letters.hpp"
#include "ingest/records/csv.hpp"

namespace kith {
namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20;

// Of tab, comma and semicolon the one that the header has.
char separator_of(std::string_view text) {
    const std::string_view header = text.substr(0, text.find('\n'));
    for (const char separator : {'\t', ','}) {
        if (header.find(separator) != header.npos) return separator;
    }
    return header.find(';') != header.npos ? ';' : ',';
}

// With single blanks, none at the ends.
std::string tidy(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!blank) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

std::vector<std::string> parts_of(std::string_view field) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = field.find_first_of("|;");
        if (std::string part = tidy(field.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
        if (end == field.npos) return parts;
        field.remove_prefix(end + 1);
    }
}

class Reader {
public:
    Reader(const std::string& path, const std::function<void(const Note&)>& note)
        : note_(note),
          text_(to_utf8(Input(path).read_all(most_bytes), path)),
          csv_(
              [this, at = std::size_t{0}](char* target, std::size_t size) mutable {
                  const std::size_t count = text_.copy(target, size, at);
                  at += count;
                  return count;
              },
              separator_of(text_)) {
        file_.path = path;
    }

    GazetteerFile read() {
        read_header();
        while (next()) read_entry();
        check_states();
        return std::move(file_);
    }

private:
    enum Column : std::size_t { name, kind, aliases, state, identifiers, column_count };
    static constexpr std::array<std::string_view, column_count> column_names = {"name", "kind", "aliases", "state",
                                                                                "identifiers"};

    bool next() {
        if (!csv_.next()) return false;
        if (!csv_.fault().empty()) fail(std::string(csv_.fault()));
        return true;
    }

    void read_header() {
        if (!next())
            throw Error(InputPosition{file_.path}, "the gazetteer is empty", "Begin it with the header name,kind.");
        width_ = csv_.fields().size();
        for (std::size_t i = 0; i < width_; ++i) {
            const std::string title = tidy(csv_.fields()[i]);
            const auto known = std::ranges::find(column_names, ascii::lower_case(title));
            if (known == column_names.end()) {
                note_(Note{position_of(i), "the column \"" + title + "\" means nothing here and is left out"});
                continue;
            }
            auto& place = places_[static_cast<std::size_t>(known - column_names.begin())];
            if (place) fail("the column \"" + title + "\" stands twice in the header", position_of(i));
            place = i;
        }
        for (const Column column : {name, kind}) {
            if (!places_[column]) {
                fail("the header has no column \"" + std::string(column_names[column]) + '"', std::nullopt,
                     "It must name name and kind; aliases, state and identifiers may be there.");
            }
        }
    }

    void read_entry() {
        if (csv_.fields().size() != width_) {
            fail("the row has " + std::to_string(csv_.fields().size()) + " fields, the header " +
                 std::to_string(width_));
        }
        GazetteerRecord record;
        record.name = tidy(field(name));
        if (record.name.empty()) fail("no name", position_of_column(name), "Each row names one entity.");
        record.kind = read_kind();
        record.state = tidy(field(state));
        record.aliases = parts_of(field(aliases));
        std::erase(record.aliases, record.name);
        for (const std::string& part : parts_of(field(identifiers))) {
            try {
                record.identifiers.push_back(parse_identifier(part));
            } catch (const RejectedRecord& rejected) {
                fail(rejected.problem(), position_of_column(identifiers), rejected.next_step());
            }
        }
        const std::size_t number = file_.records.size();
        claim_name(record.name, number);
        for (const std::string& alias : record.aliases) claim_name(alias, number);
        if (!record.state.empty()) states_.push_back({number, position_of_column(state)});
        file_.records.push_back(std::move(record));
        file_.rows.push_back({csv_.begin(), csv_.end()});
    }

    EntityKind read_kind() {
        std::string word = ascii::lower_case(tidy(field(kind)));
        std::ranges::replace(word, ' ', '_');
        if (const auto known = parse_entity_kind(word)) return *known;
        std::string all;
        for (const EntityKind each : all_entity_kinds())
            all += (all.empty() ? "" : ", ") + std::string(to_string(each));
        fail(word.empty() ? "no kind" : "unknown kind \"" + word + '"', position_of_column(kind),
             "Use one of " + all + ".");
    }

    void claim_name(const std::string& text, std::size_t number) {
        const std::string letters = name_letters(text);
        if (letters.empty()) fail('"' + text + "\" has no letters or digits");
        if (text.size() > longest_name_bytes)
            fail("a name is longer than " + std::to_string(longest_name_bytes) + " bytes");
        const auto [owner, is_new] = owners_.try_emplace(letters, number);
        if (is_new || owner->second == number) return;
        note_(Note{position_of_column(name), '"' + text + "\" stands for " + file_.records[owner->second].name +
                                                 " already, and is known as that"});
    }

    // States are known ones, or of the file itself, by the name that they go by.
    void check_states() {
        for (const auto& [number, position] : states_) {
            std::string& home = file_.records[number].state;
            const auto known = Gazetteer::builtin().match(home);
            if (known && known->entry.kind == EntityKind::state) {
                home = known->entry.name;
                continue;
            }
            const auto own = owners_.find(name_letters(home));
            if (own == owners_.end() || file_.records[own->second].kind != EntityKind::state) {
                throw Error(position, "no state is called \"" + home + '"',
                            "Leave it empty, or give the state a row of its own.");
            }
            home = file_.records[own->second].name;
        }
    }

    std::string_view field(Column column) const {
        return places_[column] ? csv_.fields()[*places_[column]] : std::string_view{};
    }

    // Where a field begins; of one that the reader had to copy, its line.
    InputPosition position_of(std::size_t index) const {
        const auto fields = csv_.fields();
        InputPosition position{file_.path, csv_.line(), 0};
        const std::ptrdiff_t offset = fields[index].data() - fields.front().data();
        if (offset >= 0 && static_cast<std::size_t>(offset) <= csv_.end() - csv_.begin())
            position.column = static_cast<std::size_t>(offset) + 1;
        return position;
    }
    InputPosition position_of_column(Column column) const {
        return places_[column] ? position_of(*places_[column]) : InputPosition{file_.path, csv_.line(), 0};
    }

    [[noreturn]] void fail(const std::string& problem, const std::optional<InputPosition>& position = std::nullopt,
                           const std::string& next_step = {}) const {
        throw Error(position.value_or(InputPosition{file_.path, csv_.line(), 0}), problem, next_step);
    }

    GazetteerFile file_;
    const std::function<void(const Note&)>& note_;
    const std::string text_;
    records::CsvReader csv_;
    std::array<std::optional<std::size_t>, column_count> places_{};  // of each column in the header
    std::size_t width_ = 0;
    std::unordered_map<std::string, std::size_t> owners_;        // records by the letters of their names
    std::vector<std::pair<std::size_t, InputPosition>> states_;  // records that have one, and where
};

}  // namespace

GazetteerFile read_gazetteer_file(const std::string& path, const std::function<void(const Note&)>& note) {
    return Reader(path, note).read();
}

}  // namespace kith
