#include "ingest/documents/article_cleaner.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/ascii.hpp"
#include "ingest/documents/boilerplate.hpp"
#include "ingest/documents/credits.hpp"
#include "ingest/documents/link_previews.hpp"
#include "ingest/documents/mojibake.hpp"
#include "ingest/documents/paragraphs.hpp"

namespace kith {
namespace {

constexpr std::size_t fewest_prose_words = 5;
constexpr std::size_t surely_prose_bytes = 200;
constexpr std::size_t longest_question_heading_words = 15;
constexpr std::size_t most_menu_words = 4;
constexpr std::size_t most_title_words = 40;
constexpr std::size_t fewest_title_words = 3;
constexpr double sure_title_overlap = 0.5;    // of its words, for the first such line to be the title
constexpr double least_title_overlap = 0.35;  // ... for the best line to be it
constexpr double least_teaser_overlap = 0.5;  // of its words, for a line below the story to be part of it
constexpr std::size_t article_begun_bytes = 300;
constexpr std::size_t most_box_lines = 8;
constexpr int often = 3;                    // a short line that stands so often is a button
constexpr std::size_t last_head_prose = 2;  // credits may still stand between the first paragraphs

std::size_t count_words(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count(text, ' ')) + (text.empty() ? 0 : 1);
}

std::string_view without_closing_marks(std::string_view text) {
    for (bool trimmed = true; trimmed;) {
        trimmed = false;
        for (const std::string_view mark : {"\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB", " "}) {
            if (text.ends_with(mark)) text.remove_suffix(mark.size()), trimmed = true;
        }
    }
    return text;
}

bool ends_like_sentence(std::string_view text) {
    text = without_closing_marks(text);
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
           text.ends_with("\u2026");
}

bool is_prose(std::string_view text) {
    if (text.size() > surely_prose_bytes) return true;
    const std::size_t words = count_words(text);
    if (words < fewest_prose_words || !ends_like_sentence(text)) return false;
    return !text.ends_with('?') || words > longest_question_heading_words;
}

bool is_address(std::string_view text) {
    if (text.find(' ') != text.npos) return false;
    return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.") ||
           text.find('@') != text.npos;
}

// Calls `use` with each longer word, in lower case and cut to its first six bytes so that inflected forms meet.
template <typename Use>
void for_each_stem(std::string_view text, const Use& use) {
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        if (ascii::is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
            word += ascii::lower(c);
            continue;
        }
        if (word.size() >= 4) use(word.substr(0, 6));
        word.clear();
    }
}

struct Paragraph {
    std::string text;
    bool caption = false;
    bool prose = false;
    bool dropped = false;
};

class Cleaner {
public:
    Cleaner(std::string_view page_text, text::Article known) : article_(std::move(known)) {
        for (const std::string& paragraph : split_paragraphs(page_text)) {
            const std::string text = without_link_previews(paragraph);
            const std::string_view words = without_photo_credit(text);
            paragraphs_.push_back({std::string(words), words.size() < text.size()});
        }
    }

    text::Article clean() {
        drop_boilerplate();
        drop_repetitions();
        find_story();
        take_credits();
        clean_head();
        clean_foot();
        drop_author_note();
        return assemble();
    }

private:
    void drop_boilerplate() {
        const Boilerplate& boilerplate = Boilerplate::builtin();
        std::size_t prose_bytes = 0;
        std::size_t box_lines = 0;
        for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
            Paragraph& paragraph = paragraphs_[i];
            const Boilerplate::Part part = boilerplate.part(paragraph.text);
            if (part == Boilerplate::Part::tail && prose_bytes >= article_begun_bytes) {
                end_article_at(i);
                return;
            }
            paragraph.prose = part == Boilerplate::Part::none && is_prose(paragraph.text);
            if (part == Boilerplate::Part::box) box_lines = most_box_lines;
            if (paragraph.prose) box_lines = 0;
            const bool in_box = box_lines > 0 && box_lines-- > 0;
            paragraph.dropped = part != Boilerplate::Part::none || in_box || is_address(paragraph.text);
            if (paragraph.prose) prose_bytes += paragraph.text.size();
        }
    }

    // Of what follows, only the notice of copyright is of use.
    void end_article_at(std::size_t end) {
        for (std::size_t i = end; i < paragraphs_.size(); ++i) {
            const std::string& line = paragraphs_[i].text;
            if (Boilerplate::builtin().part(line) != Boilerplate::Part::line) continue;
            if (const auto notice = parse_credit_line(line)) foot_publisher_ = notice->publisher;
        }
        paragraphs_.resize(end);
    }

    // A caption or pulled quote that stands twice, and a button that stands often.
    void drop_repetitions() {
        std::unordered_map<std::string, int> counts;
        for (Paragraph& paragraph : paragraphs_) {
            const int count = ++counts[paragraph.text];
            if (count > 1 && count_words(paragraph.text) > most_menu_words) paragraph.dropped = true;
        }
        for (Paragraph& paragraph : paragraphs_) {
            if (count_words(paragraph.text) > most_menu_words || ends_like_sentence(paragraph.text)) continue;
            if (counts[paragraph.text] >= often) paragraph.dropped = true;
        }
    }

    // The story is from first_ to last_, both included; prose_count_ is 0 where there is none.
    void find_story() {
        for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
            if (!paragraphs_[i].prose || paragraphs_[i].dropped) continue;
            if (prose_count_++ == 0) first_ = i;
            last_ = i;
            for_each_stem(paragraphs_[i].text, [&](std::string stem) { story_stems_.insert(std::move(stem)); });
        }
        if (prose_count_ == 0) first_ = paragraphs_.size();
    }

    void take_credits() {
        Credits credits{article_.byline, article_.publisher, article_.published};
        std::size_t prose_seen = 0;
        for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
            Paragraph& paragraph = paragraphs_[i];
            if (paragraph.prose && !paragraph.dropped) ++prose_seen;
            const bool in_story = prose_seen > last_head_prose && i < last_;
            if (in_story || paragraph.prose) continue;
            const auto found = parse_credit_line(paragraph.text);
            if (!found) continue;
            const bool publisher_alone = found->byline.empty() && found->published.empty();
            if (publisher_alone && i > 0 && i <= first_ && is_author(paragraphs_[i - 1].text)) {
                credits.complete({paragraphs_[i - 1].text, {}, {}});  // "Ann Lee", and below it "Example Times"
                paragraphs_[i - 1].dropped = true;
            }
            credits.complete(*found);
            paragraph.dropped = true;
        }
        if (credits.publisher.empty()) credits.publisher = foot_publisher_;
        if (credits.publisher.empty() && prose_count_ > 0) {
            credits.publisher = dateline_publisher(paragraphs_[first_].text);
        }
        article_.byline = credits.byline;
        article_.publisher = credits.publisher;
        article_.published = credits.published;
    }

    // Names that the story does not take up; a title in capitals is all but sure to have a word in common with it.
    bool is_author(std::string_view line) const { return reads_like_names(line) && overlap(line) == 0.0; }

    // How much of the line's words the story takes up, 0 to 1.
    double overlap(std::string_view line) const {
        std::size_t words = 0;
        std::size_t shared = 0;
        for_each_stem(line, [&](const std::string& stem) {
            ++words;
            if (story_stems_.contains(stem)) ++shared;
        });
        return words == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(words);
    }

    std::size_t find_title() const {
        std::size_t best = first_;
        double best_overlap = least_title_overlap;
        std::size_t lines = 0;
        std::size_t last_line = first_;
        const std::string known_key = boilerplate_key(article_.title);
        for (std::size_t i = 0; i < first_; ++i) {
            const std::string& line = paragraphs_[i].text;
            if (paragraphs_[i].dropped || paragraphs_[i].caption) continue;
            if (!known_key.empty()) {
                if (boilerplate_key(line) == known_key) return i;
                continue;
            }
            ++lines;
            last_line = i;
            const std::size_t words = count_words(line);
            if (words < fewest_title_words || words > most_title_words) continue;
            const double value = overlap(line);
            if (value >= sure_title_overlap && words > most_menu_words) return i;
            if (value > best_overlap) {
                best = i;
                best_overlap = value;
            }
        }
        const bool stands_alone = lines == 1 && count_words(paragraphs_[last_line].text) > most_menu_words;
        return best == first_ && stands_alone ? last_line : best;
    }

    void clean_head() {
        if (prose_count_ == 0) return;
        const std::size_t title = find_title();
        if (title == first_) return;
        if (article_.title.empty()) article_.title = paragraphs_[title].text;
        for (std::size_t i = 0; i < first_; ++i) {
            const std::string& line = paragraphs_[i].text;
            const bool menu = count_words(line) <= most_menu_words && !ends_like_sentence(line);
            const bool other_story = i < title && overlap(line) < least_title_overlap;
            if (i != title && !paragraphs_[i].caption && (menu || other_story)) paragraphs_[i].dropped = true;
        }
    }

    void clean_foot() {
        if (prose_count_ == 0) return;
        for (std::size_t i = last_ + 1; i < paragraphs_.size(); ++i) {
            const std::string& line = paragraphs_[i].text;
            if (ends_like_sentence(line)) continue;
            if (count_words(line) <= most_menu_words || overlap(line) < least_teaser_overlap)
                paragraphs_[i].dropped = true;
        }
    }

    // The story's last paragraph may be about its author, whom the story itself does not name.
    void drop_author_note() {
        if (prose_count_ < 2) return;
        const std::string author = author_of_note(paragraphs_[last_].text);
        if (author.empty()) return;
        const std::string family_name = author.substr(author.rfind(' ') + 1);
        for (std::size_t i = first_; i < last_; ++i) {
            if (paragraphs_[i].prose && paragraphs_[i].text.find(family_name) != std::string::npos) return;
        }
        paragraphs_[last_].dropped = true;
        if (article_.byline.empty()) article_.byline = author;
    }

    text::Article assemble() {
        article_.text.clear();
        for (const Paragraph& paragraph : paragraphs_) {
            if (paragraph.dropped || paragraph.text.empty()) continue;
            if (!article_.text.empty()) article_.text += "\n\n";
            article_.text += paragraph.text;
        }
        return std::move(article_);
    }

    text::Article article_;
    std::vector<Paragraph> paragraphs_;
    std::string foot_publisher_;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
    std::size_t prose_count_ = 0;
    std::unordered_set<std::string> story_stems_;
};

}  // namespace

text::Article clean_article(std::string_view page_text, text::Article known) {
    for (std::string* text : {&known.title, &known.byline}) *text = repaired_encoding(*text);
    return Cleaner(repaired_encoding(page_text), std::move(known)).clean();
}

}  // namespace kith
