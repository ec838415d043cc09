#include "ingest/records/bound_value.hpp"

#include <algorithm>
#include <charconv>

#include "graph/ascii.hpp"
#include "graph/suggestion.hpp"
#include "ingest/records/cell_values.hpp"
#include "ingest/records/column_names.hpp"

namespace kith::records {
namespace {

constexpr std::size_t most_values = 200;  // of one cell
constexpr std::size_t most_names_listed = 12;

// Blanks that stand twice, before a comma or within brackets' edges go: a column of the text was empty.
std::string tidied(const std::string& text) {
    std::string result;
    for (const char c : text) {
        const bool closes = c == ' ' || c == ')' || c == ',' || c == ';';
        while (closes && result.ends_with(' ')) result.pop_back();
        if (c == ' ' && (result.empty() || result.ends_with('('))) continue;
        if (c == ')' && result.ends_with('(')) {
            result.pop_back();
            continue;
        }
        result += c;
    }
    return result;
}

bool matches(std::string_view key, std::string_view value) {
    if (key.starts_with('*')) return value.ends_with(key.substr(1));
    if (key.ends_with('*')) return value.starts_with(key.substr(0, key.size() - 1));
    return key == value;
}

}  // namespace

std::string listed(std::span<const std::string> names) {
    std::string words;
    for (std::size_t i = 0; i < std::min(names.size(), most_names_listed); ++i)
        words += (i == 0 ? "\"" : ", \"") + names[i].substr(0, 40) + "\"";
    if (names.size() > most_names_listed) words += " and " + std::to_string(names.size() - most_names_listed) + " more";
    return words;
}

Header::Header(std::vector<std::string> names) : names_(std::move(names)) {
    keys_.reserve(names_.size());
    for (const std::string& name : names_) keys_.push_back(column_key(name));
}

bool Header::has(std::string_view key) const {
    return std::ranges::find(keys_, key) != keys_.end();
}

std::size_t Header::find(std::string_view name, const InputPosition& position) const {
    // As it is written, before what is alike: "%" and "#" have no key.
    const auto exact = std::ranges::find(names_, name);
    const std::string key = column_key(name);
    const auto found = exact != names_.end() ? keys_.begin() + (exact - names_.begin())
                       : key.empty()         ? keys_.end()
                                             : std::ranges::find(keys_, key);
    if (found != keys_.end()) {
        const auto at = static_cast<std::size_t>(found - keys_.begin());
        if (std::find(found + 1, keys_.end(), *found) != keys_.end() && std::ranges::count(names_, names_[at]) != 1) {
            throw Error(position, "the column \"" + names_[at] + "\" stands twice in the header",
                        "Name the columns by their numbers, from 1.");
        }
        return at;
    }
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc{} && end == name.data() + name.size() && number >= 1 && number <= names_.size())
        return number - 1;
    std::string nearest;
    for (std::size_t i = 0; i < keys_.size() && !key.empty(); ++i) {
        const std::size_t most = std::min(largest_suggested_distance(key.size()), key.size() - 1);
        if (edit_distance(key, keys_[i], most) <= most) nearest = names_[i];
    }
    throw Error(position, "there is no column " + quoted(name),
                nearest.empty() ? "The columns are " + listed(names_) + "."
                                : "Did you mean \"" + nearest + "\"? The columns are " + listed(names_) + ".");
}

std::string_view Cells::at(std::size_t column) const {
    if (column >= fields.size()) return {};
    const std::string_view cell = without_blanks(fields[column]);
    if (!empty.empty() && std::ranges::find(empty, cell) != empty.end()) return {};
    return cell;
}

BoundValue::BoundValue(const ValueSource& source, const Header& header) {
    if (!source.is_given()) return;
    source_ = &source;
    if (!source.column.empty()) {
        std::string_view column = source.column;
        const bool may_lack = column.size() > 1 && column.ends_with('?') &&
                              std::ranges::find(header.names(), column) == header.names().end();
        if (may_lack) column.remove_suffix(1);
        if (!may_lack || header.has(column_key(column))) column_ = header.find(column, source.position);
    }
    is_plain_ = column_ != Header::absent && source.split.empty() && source.after.empty() && source.until.empty() &&
                source.trim.empty() && source.table.empty() && !source.fallback;
    for (std::string_view rest = source.text; !rest.empty();) {
        const std::size_t open = std::min(rest.find('{'), rest.size());
        const std::size_t close = rest.find('}', open);
        if (close == rest.npos) {
            pieces_.emplace_back(rest, Header::absent);
            break;
        }
        pieces_.emplace_back(rest.substr(0, open),
                             header.find(rest.substr(open + 1, close - open - 1), source.position));
        rest.remove_prefix(close + 1);
    }
    for (const auto& [key, meaning] : source.table) {
        table_.emplace_back(ascii::lower_case(key), meaning ? std::string_view(*meaning) : std::string_view{});
    }
    if (source.fallback) fallback_ = std::make_shared<const BoundValue>(*source.fallback, header);
}

std::string_view BoundValue::raw(Cells& cells) const {
    if (source_->constant) return *source_->constant;
    if (column_ != Header::absent) return cells.at(column_);
    std::string text;
    bool has_value = false;
    for (const auto& [words, column] : pieces_) {
        const std::string_view cell = cells.at(column);
        has_value = has_value || !cell.empty();
        (text += words) += cell;
    }
    return has_value ? std::string_view(cells.made.emplace_back(tidied(text))) : std::string_view{};
}

std::string_view BoundValue::looked_up(Cells& cells, std::string_view value) const {
    if (table_.empty()) return value;
    const std::string key = ascii::lower_case(value);
    const std::pair<std::string, std::string_view>* best = nullptr;
    for (const auto& entry : table_) {
        if (entry.first == key) return entry.second == "*" ? value : entry.second;
        if (matches(entry.first, key) && (best == nullptr || entry.first.size() > best->first.size())) best = &entry;
    }
    if (best != nullptr) return best->second == "*" ? value : best->second;
    if (source_->has_otherwise) {
        if (!source_->otherwise) return {};
        return *source_->otherwise == "*" ? value : std::string_view(*source_->otherwise);
    }
    cells.fault =
        "the mapping has no meaning for \"" + std::string(value.substr(0, 80)) + "\" in the column " + source_->column;
    return {};
}

// Whether the part has a value at all, be it that it means nothing.
bool BoundValue::add(Cells& cells, std::string_view part, std::vector<std::string_view>& values) const {
    if (!source_->after.empty()) {
        const std::size_t at = part.find(source_->after);
        if (at == part.npos) return false;
        part.remove_prefix(at + source_->after.size());
    }
    if (!source_->until.empty()) part = part.substr(0, part.find(source_->until));
    part = without_blanks(part);
    if (!source_->trim.empty()) part = without_ends(part, source_->trim + " ");
    if (part.empty()) return false;
    part = looked_up(cells, part);
    if (!part.empty()) values.push_back(part);
    return true;
}

void BoundValue::all(Cells& cells, std::vector<std::string_view>& values) const {
    if (!is_given()) return;
    std::string_view rest = raw(cells);
    bool has_value = false;
    if (source_->split.empty()) {
        has_value = add(cells, rest, values);
    } else {
        for (std::size_t count = 0; !rest.empty() && count < most_values; ++count) {
            const std::size_t end = std::min(rest.find(source_->split), rest.size());
            has_value = add(cells, rest.substr(0, end), values) || has_value;
            rest.remove_prefix(std::min(end + source_->split.size(), rest.size()));
        }
    }
    if (!has_value && fallback_) fallback_->all(cells, values);
}

std::string_view BoundValue::first_made(Cells& cells) const {
    if (source_->constant && table_.empty()) return *source_->constant;
    std::vector<std::string_view> values;
    all(cells, values);
    return values.empty() ? std::string_view{} : values.front();
}

}  // namespace kith::records
