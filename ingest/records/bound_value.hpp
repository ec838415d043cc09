// A value of a mapping, bound to the columns of a table at hand: rows are read by numbers, not by names.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/records/mapping.hpp"

namespace kith::records {

// Names of columns, and where they stand.
class Header {
public:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);

    Header() = default;
    explicit Header(std::vector<std::string> names);

    // By its name (case, blanks and underscores do not count) or number. Throws Error, at `position`, where there is
    // none, or more than one.
    std::size_t find(std::string_view name, const InputPosition& position) const;
    bool has(std::string_view key) const;  // as column_key makes it

    const std::vector<std::string>& names() const { return names_; }
    const std::vector<std::string>& keys() const { return keys_; }
    std::size_t size() const { return names_.size(); }

private:
    std::vector<std::string> names_, keys_;
};

// "a", "b", "c" and 12 more
std::string listed(std::span<const std::string> names);

// The fields of a row, what was made of them, and what is wrong with them.
struct Cells {
    std::span<const std::string_view> fields;
    std::span<const std::string> empty;  // words that stand for nothing
    std::deque<std::string> made{};      // owns words that stand in no field
    std::string fault{};                 // why the row cannot be taken

    std::string_view at(std::size_t column) const;
};

class BoundValue {
public:
    BoundValue() = default;
    // `source` must outlive it.
    BoundValue(const ValueSource& source, const Header& header);

    bool is_given() const { return source_ != nullptr; }
    bool is_plain() const { return is_plain_; }  // a column as it stands

    // The first of its values; empty: none.
    std::string_view first(Cells& cells) const {
        if (is_plain_) return cells.at(column_);
        return is_given() ? first_made(cells) : std::string_view{};
    }
    void all(Cells& cells, std::vector<std::string_view>& values) const;

private:
    std::string_view first_made(Cells& cells) const;
    std::string_view raw(Cells& cells) const;
    bool add(Cells& cells, std::string_view part, std::vector<std::string_view>& values) const;
    std::string_view looked_up(Cells& cells, std::string_view value) const;

    const ValueSource* source_ = nullptr;
    bool is_plain_ = false;
    std::size_t column_ = Header::absent;
    std::vector<std::pair<std::string, std::size_t>> pieces_;      // of a text: words, and the column behind them
    std::vector<std::pair<std::string, std::string_view>> table_;  // keys in lower case
    std::shared_ptr<const BoundValue> fallback_;
};

}  // namespace kith::records
