#include "ingest/text/ties/time.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "graph/embedded.hpp"
#include "graph/partial_date.hpp"
#include "ingest/text/ties/relation_traits.hpp"
#include "ingest/text/ties/tie_builder.hpp"
#include "ingest/text/words/speech_verbs.hpp"
#include "ingest/text/words/verb_forms.hpp"
#include "ingest/text/words/word_lists.hpp"

KITH_EMBEDDED(dates_tsv)

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

// As weekday_of_name, without abbreviations: "sun" and "wed" are words.
int weekday(std::string_view lower) {
    return lower.ends_with("day") ? weekday_of_name(lower) : -1;
}

constexpr std::size_t max_words_to_verb = 7;
constexpr std::size_t max_words_to_post = 3;

struct ToldDate {
    Range tokens;
    PartialDate date;
};

// Words that lead to a month or a year.
struct WordsBefore {
    WordLists lists{dates_tsv(), "ingest/text/data/dates.tsv", {"month", "year"}};
    const WordList& month = lists[0];
    const WordList& year = lists[1];
};

const WordsBefore& words_before() {
    static const WordsBefore words;
    return words;
}

// A verb whose date is that of the saying, not of what is said. "Announced sanctions on Tuesday" is the deed itself.
bool is_saying(const VerbEntry& verb) {
    return SpeechVerbs::builtin().contains(verb.lemma) && !SpeechVerbs::builtin().is_deed(verb.lemma);
}

class Reader {
public:
    Reader(const Document& document, Range tokens)
        : document_(document), tokens_(tokens), published_(parse_partial_date(document.article.published)) {}

    std::vector<ToldDate> dates() const {
        std::vector<ToldDate> result;
        for (std::size_t i = tokens_.begin; i < tokens_.end; ++i) {
            const auto date = date_at(i);
            if (!date) continue;
            ToldDate told{{i, i + 1}, *date};
            if (is_month(i)) {
                // "2 November", "November 2, 2022", "March of 2022"
                if (i > tokens_.begin && number(word(i - 1)) > 0) --told.tokens.begin;
                while (told.tokens.end < i + 5 && (number(word(told.tokens.end)) > 0 ||
                                                   ((word(told.tokens.end) == "," || word(told.tokens.end) == "of") &&
                                                    is_year(number(word(told.tokens.end + 1)))))) {
                    ++told.tokens.end;
                }
            }
            // "Tuesday, November 21": one date
            if (!result.empty() && is_month(i) && told.tokens.begin <= result.back().tokens.end + 1 &&
                told.date.day > 0 && weekday(word(result.back().tokens.begin)) >= 0) {
                told.tokens.begin = result.back().tokens.begin;
                result.pop_back();
            }
            i = told.tokens.end - 1;
            result.push_back(told);
        }
        return result;
    }

private:
    std::string_view word(std::size_t i) const {
        return tokens_.contains(i) ? std::string_view(document_.tokens[i].lower) : "";
    }

    // 0: none. "May" is one only beside a number or behind a word that leads to a date.
    int month_at(std::size_t i) const {
        if (!document_.tokens[i].capital) return 0;
        const int month = month_of_name(document_.text(document_.tokens[i].span));
        if (month == 0 || word(i) != "may") return month;
        const bool led_to = words_before().month.contains(word(i - 1)) || number(word(i - 1)) > 0;
        return led_to || number(word(i + 1)) > 0 ? month : 0;
    }
    bool is_month(std::size_t i) const { return tokens_.contains(i) && month_at(i) > 0; }

    std::optional<PartialDate> date_at(std::size_t i) const {
        if (const int month = month_at(i); month > 0) return with_month(i, month);
        if (const int day = weekday(word(i)); day >= 0) return with_weekday(i, day);
        const int value = number(word(i));
        if (is_year(value) && words_before().year.contains(word(i - 1))) return PartialDate{value, 0, 0};
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

// "Kirby said on Tuesday that", "told reporters in Washington on Tuesday", "On Tuesday, Kirby said": when it was said.
bool tells_of_saying(const Document& document, Range sentence, Range date) {
    const auto word = [&](std::size_t i) { return std::string_view(document.tokens[i].lower); };
    if (date.end < sentence.end && word(date.end) == "'s") return false;  // "Tuesday's attack"
    for (std::size_t i = date.begin; i-- > sentence.begin && date.begin - i <= max_words_to_verb;) {
        if (word(i) == "that" || word(i) == "," || document.tokens[i].quoted != document.tokens[date.begin].quoted)
            break;
        if (const VerbEntry* verb = VerbForms::builtin().find(word(i))) {
            if (is_saying(*verb)) return true;
            break;
        }
    }
    const bool opens = date.begin <= sentence.begin + 1;
    for (std::size_t i = date.end; i < sentence.end && i - date.end <= max_words_to_verb; ++i) {
        if (word(i) == "that" || document.tokens[i].quoted) return false;
        const VerbEntry* verb = VerbForms::builtin().find(word(i));
        if (verb && is_saying(*verb)) return opens || i == date.end;
        if (verb && !verb->also_noun) return false;
    }
    return false;
}

std::size_t distance(Range a, Range b) {
    if (a.end <= b.begin) return b.begin - a.end + 1;
    if (b.end <= a.begin) return a.begin - b.end + 1;
    return 0;
}

}  // namespace

void tell_times(Document& document, std::size_t first_tie) {
    std::map<SentenceIndex, std::vector<ToldDate>> dates;  // by sentence
    for (Tie& tie : std::span(document.ties).subspan(first_tie)) {
        const Relation& relation = relation_named(document, tie.relation);
        const Range sentence = document.sentences[tie.sentence].tokens;
        const auto [found, added] = dates.try_emplace(tie.sentence);
        if (added) found->second = Reader(document, sentence).dates();
        Range words{std::min(tie.subject_tokens.begin, tie.object_tokens.begin),
                    std::max(tie.subject_tokens.end, tie.object_tokens.end)};
        const ToldDate* nearest = nullptr;
        for (const ToldDate& told : found->second) {
            if (RelationTraits::builtin().is_lasting(relation) &&
                (told.date.day > 0 || distance(told.tokens, words) > max_words_to_post))
                continue;
            if (relation.group != "speech" && tells_of_saying(document, sentence, told.tokens)) continue;
            if (!nearest || distance(told.tokens, words) <= distance(nearest->tokens, words)) nearest = &told;
        }
        if (nearest) tie.time = nearest->date.to_string();
    }
}

void Times::apply(Document& document) const {
    tell_times(document, 0);
}

}  // namespace kith::text
