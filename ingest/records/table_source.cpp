#include "ingest/records/table_source.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <utility>

namespace kith::records {
namespace {

constexpr std::size_t head_bytes = std::size_t{1} << 20;
constexpr std::size_t bytes_of_shape = std::size_t{1} << 16;
constexpr std::size_t records_of_shape = 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view separators = ",;\t|";

ReadBytes bytes_of(std::string_view text) {
    return [text](char* target, std::size_t size) mutable {
        const std::size_t count = std::min(size, text.size());
        std::memcpy(target, text.data(), count);
        text.remove_prefix(count);
        return count;
    };
}

// How many of the first records have as many fields as the very first, and how many that are.
struct Agreement {
    std::size_t agreeing = 0, width = 0, records = 0;

    auto operator<=>(const Agreement&) const = default;
};

Agreement agreement(std::string_view head, char separator) {
    CsvReader csv(bytes_of(head), separator);
    Agreement found;
    for (; found.records < records_of_shape && csv.next(); ++found.records) {
        if (found.width == 0) found.width = csv.fields().size();
        if (csv.fields().size() == found.width) ++found.agreeing;
    }
    if (found.width <= 1) found.agreeing = 0;
    return found;
}

}  // namespace

TableShape shape_of(std::string_view head, char usual) {
    TableShape shape;
    shape.has_lone_carriage_returns = head.find('\n') == head.npos && head.find('\r') != head.npos;
    std::string lines(head.substr(0, bytes_of_shape));
    if (shape.has_lone_carriage_returns) std::ranges::replace(lines, '\r', '\n');
    std::string_view text = lines;
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    const std::string_view first = text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
    if (first.size() == 5 && first.starts_with("sep=")) {
        shape.separator = first.back();
        shape.has_separator_line = true;
        return shape;
    }
    auto best = agreement(text, shape.separator = usual);
    for (const char separator : separators) {
        const auto found = agreement(text, separator);
        if (found <= best) continue;
        best = found;
        shape.separator = separator;
    }
    return shape;
}

bool looks_like_table(std::string_view head) {
    head = head.substr(0, head.rfind('\n') == head.npos ? head.size() : head.rfind('\n'));
    const Agreement found = agreement(head, shape_of(head, ',').separator);
    return found.records > 1 && found.agreeing == found.records;
}

TableSource::TableSource(ReadBytes read, std::string file, char usual_separator, std::string encoding)
    : read_(std::move(read)), file_(std::move(file)), encoding_(std::move(encoding)) {
    read_head();
    shape_ = shape_of(head_, usual_separator);
    if (!shape_.has_lone_carriage_returns) return;
    std::ranges::replace(head_, '\r', '\n');
    read_ = [inner = std::move(read_)](char* target, std::size_t size) {
        const std::size_t count = inner(target, size);
        std::replace(target, target + count, '\r', '\n');
        return count;
    };
}

TableSource::TableSource(ReadBytes read, std::string file, std::vector<std::string> key_columns)
    : read_(std::move(read)),
      file_(std::move(file)),
      encoding_("UTF-8"),
      form_(CsvForm::placed),
      key_columns_(std::move(key_columns)) {
    read_head();
}

void TableSource::read_head() {
    head_.resize(head_bytes);
    std::size_t filled = 0;
    while (filled < head_.size()) {
        const std::size_t count = read_(head_.data() + filled, head_.size() - filled);
        if (count == 0) break;
        filled += count;
    }
    head_.resize(filled);
}

CsvReader TableSource::past_separator_line(CsvReader csv) const {
    if (shape_.has_separator_line) csv.next();
    return csv;
}

CsvReader TableSource::open() {
    return past_separator_line(CsvReader(
        [head = bytes_of(head_), rest = read_](char* target, std::size_t size) mutable {
            const std::size_t count = head(target, size);
            return count > 0 ? count : rest(target, size);
        },
        shape_.separator, form_));
}

CsvReader TableSource::open_head() const {
    // The last record may be cut off.
    const bool goes_on = head_.size() == head_bytes;
    const std::size_t end = goes_on ? head_.rfind('\n') : head_.size();
    return past_separator_line(
        CsvReader(bytes_of(std::string_view(head_).substr(0, end == head_.npos ? 0 : end)), shape_.separator, form_));
}

}  // namespace kith::records
