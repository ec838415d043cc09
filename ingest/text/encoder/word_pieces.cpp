#include "ingest/text/encoder/word_pieces.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "graph/ascii.hpp"
#include "graph/error.hpp"

namespace kith::text::encoder {

namespace {

constexpr std::size_t longest_word = 100;  // characters
constexpr std::array<std::string_view, 5> mark_names = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};

bool is_space(UChar32 c) {
    return c == '\t' || c == '\n' || c == '\r' || u_isUWhiteSpace(c);
}

// Control, format and private characters, and what stands for broken bytes.
bool is_dropped(UChar32 c) {
    if (c == 0 || c == 0xFFFD) return true;
    if (c == '\t' || c == '\n' || c == '\r') return false;
    return (U_GET_GC_MASK(c) & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK)) != 0;
}

bool is_chinese(UChar32 c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
           (c >= 0x2A700 && c <= 0x2B73F) || (c >= 0x2B740 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

bool is_punctuation(UChar32 c) {
    if (c < 0x80) return c > 0x20 && c < 0x7F && !ascii::is_letter_or_digit(static_cast<char>(c));
    return (U_GET_GC_MASK(c) & U_GC_P_MASK) != 0;
}

const icu::Normalizer2& decomposition() {
    UErrorCode code = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(code);
    if (!nfd) throw Error("ICU's data of decompositions is missing", "Install ICU's data (Debian: libicu72).");
    return *nfd;
}

}  // namespace

// Characters in lower case and without accents, and for each the bytes of the text that it comes from.
struct WordPieces::Word {
    struct Character {
        std::uint32_t offset;  // in `letters`
        std::uint32_t begin;
        std::uint32_t end;
    };
    std::string letters;
    std::vector<Character> characters;

    void add(UChar32 c, std::size_t begin, std::size_t end) {
        characters.push_back({static_cast<std::uint32_t>(letters.size()), static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(end)});
        char bytes[U8_MAX_LENGTH];
        std::size_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, c);
        letters.append(bytes, size);
    }
};

WordPieces::WordPieces(std::string_view vocabulary) {
    std::int32_t number = 0;
    for (std::size_t at = 0; at < vocabulary.size(); ++number) {
        const std::size_t end = std::min(vocabulary.find('\n', at), vocabulary.size());
        const std::string_view piece = vocabulary.substr(at, end - at);
        if (piece.size() > 2 && piece.starts_with("##")) {
            further_.emplace(piece.substr(2), number);
        } else {
            first_.emplace(piece, number);
        }
        longest_ = std::max(longest_, piece.size());
        at = end + 1;
    }
    for (const std::string_view name : mark_names) {
        if (const auto found = first_.find(name); found != first_.end()) marks_.emplace_back(name, found->second);
    }
    const auto unknown = first_.find("[UNK]");
    if (unknown == first_.end()) throw Error("the model's vocabulary has no [UNK]", "Fetch or export the model again.");
    unknown_ = unknown->second;
}

std::vector<WordPiece> WordPieces::split(std::string_view text) const {
    std::vector<WordPiece> pieces;
    std::size_t begin = 0;
    for (std::size_t at = text.find('['); at != text.npos; at = text.find('[', at)) {
        const auto mark =
            std::ranges::find_if(marks_, [&](const auto& m) { return text.substr(at).starts_with(m.first); });
        if (mark == marks_.end()) {
            ++at;
            continue;
        }
        split_plain(text, begin, at, pieces);
        begin = at + mark->first.size();
        pieces.push_back({mark->second, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(begin), true,
                          case_of(mark->first)});
        at = begin;
    }
    split_plain(text, begin, text.size(), pieces);
    return pieces;
}

void WordPieces::split_plain(std::string_view text, std::size_t begin, std::size_t end,
                             std::vector<WordPiece>& to) const {
    const icu::Normalizer2& nfd = decomposition();
    Word word;
    const auto add_character = [&](UChar32 c, std::size_t from, std::size_t until) {
        if (is_punctuation(c)) {
            finish(text, word, to);
            word.add(c, from, until);
            finish(text, word, to);
        } else {
            word.add(c, from, until);
        }
    };
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    icu::UnicodeString parts;
    for (std::size_t at = begin; at < end;) {
        const std::size_t from = at;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, at, end, c);
        if (c < 0x80 && c > 0x20 && c < 0x7F) {
            add_character(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c, from, at);
            continue;
        }
        if (is_dropped(c)) continue;
        if (is_space(c)) {
            finish(text, word, to);
            continue;
        }
        const bool alone = is_chinese(c);
        if (alone) finish(text, word, to);
        if (!nfd.getDecomposition(c, parts)) parts.setTo(c);
        for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
            const UChar32 part = parts.char32At(i);
            if (u_charType(part) != U_NON_SPACING_MARK) add_character(u_tolower(part), from, at);
        }
        if (alone) finish(text, word, to);
    }
    finish(text, word, to);
}

// Cuts the word into pieces and empties it.
void WordPieces::finish(std::string_view text, Word& word, std::vector<WordPiece>& to) const {
    const auto& characters = word.characters;
    const std::size_t count = characters.size();
    if (count == 0) return;
    const auto offset = [&](std::size_t n) { return n < count ? characters[n].offset : word.letters.size(); };
    const std::size_t before = to.size();
    const WordCase word_case =
        case_of(text.substr(characters.front().begin, characters.back().end - characters.front().begin));
    bool known = count <= longest_word;
    for (std::size_t at = 0; known && at < count;) {
        const auto& pieces = at == 0 ? first_ : further_;
        std::size_t until = count;
        auto found = pieces.end();
        for (; until > at; --until) {
            if (offset(until) - offset(at) > longest_) continue;
            found = pieces.find(std::string_view(word.letters).substr(offset(at), offset(until) - offset(at)));
            if (found != pieces.end()) break;
        }
        known = found != pieces.end();
        if (!known) break;
        to.push_back({found->second, characters[at].begin, characters[until - 1].end, at == 0, word_case});
        at = until;
    }
    if (!known) {
        to.resize(before);
        to.push_back({unknown_, characters.front().begin, characters.back().end, true, word_case});
    }
    word.letters.clear();
    word.characters.clear();
}

}  // namespace kith::text::encoder
