#include "ingest/text/time.hpp"

#include <array>
#include <charconv>
#include <string_view>

#include "graph/partial_date.hpp"

namespace kith::text {
namespace {

int number(std::string_view word) {
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{}) return 0;
    const std::string_view rest = word.substr(static_cast<std::size_t>(end - word.data()));
    const bool ordinal = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    return ordinal ? value : 0;
}

bool is_year(int value) {
    return value >= 1900 && value <= 2100;
}

// Sunday is 0; -1: no weekday.
int weekday(std::string_view lower) {
    static constexpr std::array<std::string_view, 7> names = {"sunday",   "monday", "tuesday", "wednesday",
                                                              "thursday", "friday", "saturday"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (lower == names[i]) return static_cast<int>(i);
    }
    return -1;
}

class Reader {
public:
    Reader(const Document& document, Range tokens)
        : document_(document), tokens_(tokens), published_(parse_partial_date(document.article.published)) {}

    std::string first_date() const {
        for (std::size_t i = tokens_.begin; i < tokens_.end; ++i) {
            if (auto date = date_at(i)) return date->to_string();
        }
        return {};
    }

private:
    std::string_view word(std::size_t i) const {
        return tokens_.contains(i) ? std::string_view(document_.tokens[i].lower) : "";
    }

    std::optional<PartialDate> date_at(std::size_t i) const {
        const int month = document_.tokens[i].capital ? month_of_name(document_.text(document_.tokens[i].span)) : 0;
        if (month > 0 && (word(i) != "may" || document_.tokens[i].tag == Tag::time || number(word(i + 1)) > 0))
            return with_month(i, month);
        if (const int day = weekday(word(i)); day >= 0) return with_weekday(i, day);
        const int value = number(word(i));
        if (is_year(value) && (word(i - 1) == "in" || word(i - 1) == "since" || word(i - 1) == "of" ||
                               word(i - 1) == "early" || word(i - 1) == "late")) {
            return PartialDate{value, 0, 0};
        }
        return relative(i);
    }

    // "November 21, 2023", "21 November", "in June"
    std::optional<PartialDate> with_month(std::size_t i, int month) const {
        PartialDate date{0, month, 0};
        std::size_t next = i + 1;
        if (const int day = number(word(next)); day >= 1 && day <= 31) {
            date.day = day;
            ++next;
        } else if (const int before = i > tokens_.begin ? number(word(i - 1)) : 0; before >= 1 && before <= 31) {
            date.day = before;
        }
        if (word(next) == "," || word(next) == "of") ++next;
        if (const int year = number(word(next)); is_year(year)) {
            date.year = year;
        } else if (published_) {
            date.year = published_->year;
            // A month later in the year than the publication is last year's, unless the text looks ahead.
            if (published_->month > 0 && month > published_->month && word(i - 1) != "next") --date.year;
        } else {
            return std::nullopt;
        }
        const auto valid = parse_partial_date(date.to_string());
        return valid ? valid : std::optional(PartialDate{date.year, month, 0});
    }

    // The last such day up to the publication; "next" turns forward.
    std::optional<PartialDate> with_weekday(std::size_t i, int day) const {
        if (!published_ || published_->day == 0) return std::nullopt;
        const Day published = published_->first_day();
        const int today = (((published + 4) % 7) + 7) % 7;  // 1970-01-01 was a Thursday
        const int back = (today - day + 7) % 7;
        if (i > tokens_.begin && word(i - 1) == "next") return date_of(published - back + 7);
        return date_of(published - back);
    }

    std::optional<PartialDate> relative(std::size_t i) const {
        if (!published_) return std::nullopt;
        const bool dated = published_->day > 0;
        if (word(i) == "yesterday" && dated) return date_of(published_->first_day() - 1);
        if ((word(i) == "today" || word(i) == "tonight") && dated) return date_of(published_->first_day());
        if (word(i) == "last" && word(i + 1) == "year") return PartialDate{published_->year - 1, 0, 0};
        if (word(i) == "this" && word(i + 1) == "year") return PartialDate{published_->year, 0, 0};
        if (word(i) == "next" && word(i + 1) == "year") return PartialDate{published_->year + 1, 0, 0};
        if (word(i) == "last" && word(i + 1) == "month" && published_->month > 0) {
            return published_->month > 1 ? PartialDate{published_->year, published_->month - 1, 0}
                                         : PartialDate{published_->year - 1, 12, 0};
        }
        return std::nullopt;
    }

    const Document& document_;
    Range tokens_;
    std::optional<PartialDate> published_;
};

}  // namespace

std::string date_in(const Document& document, Range tokens) {
    return Reader(document, tokens).first_date();
}

void Times::apply(Document& document) const {
    std::vector<std::optional<std::string>> dates(document.sentences.size());
    for (Tie& tie : document.ties) {
        auto& date = dates[tie.sentence];
        if (!date) date = date_in(document, document.sentences[tie.sentence].tokens);
        if (!tie.stated) tie.time = *date;
    }
}

}  // namespace kith::text
