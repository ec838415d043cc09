#include "ingest/documents/link_previews.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "graph/ascii.hpp"

namespace kith {
namespace {

constexpr std::string_view last_word = "MORE";
constexpr std::size_t longest_preview = 600;  // bytes
constexpr std::size_t most_words_of_name = 6;

struct Word {
    std::size_t begin = 0, end = 0;  // bytes of the paragraph
};

std::vector<Word> words_in(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = text.find_first_not_of(' ', i);
        if (begin == text.npos) break;
        i = std::min(text.find(' ', begin), text.size());
        words.push_back({begin, i});
    }
    return words;
}

class Previews {
public:
    explicit Previews(std::string_view text) : text_(text), words_(words_in(text)) {}

    std::string cut() const {
        std::string rest;
        std::size_t from = 0, first = 0;  // byte, and word, behind the last preview
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (!is_last_word(i)) continue;
            if (const auto begin = begin_of_preview(first, i)) {
                rest.append(text_.substr(from, *begin - from));
                from = words_[i].begin + last_word.size();
            }
            first = i + 1;
        }
        return rest.append(text_.substr(from));
    }

private:
    std::string_view word(std::size_t i) const {
        return text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
    }

    // A capital, also in a bracket: "(Mike)"
    static bool begins_name(std::string_view text) {
        return ascii::is_upper(text[0]) || (text.size() > 1 && text[0] == '(' && ascii::is_upper(text[1]));
    }

    // "MORE", "MORE's", "MORE."
    bool is_last_word(std::size_t i) const {
        const std::string_view text = word(i);
        return text.starts_with(last_word) &&
               (text.size() == last_word.size() || !ascii::is_letter(text[last_word.size()]));
    }

    // Behind the name as it is linked, where one of these words begins a preview.
    std::optional<std::size_t> begin_of_preview(std::size_t first, std::size_t end) const {
        for (std::size_t i = first; i < end; ++i) {
            if (words_[end].begin - words_[i].begin > longest_preview) continue;
            if (const auto linked = linked_name(first, i)) return words_[*linked].end;
        }
        return std::nullopt;
    }

    // The word whose like begins this one, which goes on with a headline: "Lee" of "LeeMayor".
    std::optional<std::size_t> linked_name(std::size_t first, std::size_t glued) const {
        const std::string_view text = word(glued);
        for (std::size_t letters = 2; letters < text.size(); ++letters) {
            const char before = text[letters - 1], behind = text[letters];
            const bool ends_name = before == '.' || (ascii::is_letter(before) && !ascii::is_upper(before));
            if (!ends_name || !(ascii::is_upper(behind) || ascii::is_digit(behind))) continue;
            const std::size_t last = std::max(first, glued - std::min(glued, most_words_of_name));
            for (std::size_t i = glued; i-- > last && begins_name(word(i));) {
                if (i + 1 < glued && word(i) == text.substr(0, letters)) return i;
            }
        }
        return std::nullopt;
    }

    std::string_view text_;
    std::vector<Word> words_;
};

}  // namespace

std::string without_link_previews(std::string_view paragraph) {
    if (paragraph.find(last_word) == paragraph.npos) return std::string(paragraph);
    return Previews(paragraph).cut();
}

}  // namespace kith
