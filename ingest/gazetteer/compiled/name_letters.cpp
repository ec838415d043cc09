#include "ingest/gazetteer/compiled/name_letters.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <xxhash.h>

#include "graph/ascii.hpp"

namespace kith {
namespace {

// Calls take(code point, its bytes); bytes that are no UTF-8 are a code point below 0.
template <typename Take>
void for_each_code_point(std::string_view utf8, const Take& take) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto size = static_cast<std::int32_t>(utf8.size());
    for (std::int32_t i = 0; i < size;) {
        const std::int32_t begin = i;
        UChar32 code_point = 0;
        U8_NEXT(bytes, i, size, code_point);
        take(code_point, utf8.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
    }
}

bool counts(UChar32 code_point) {
    if (code_point < 0x80) return code_point >= 0 && ascii::is_letter_or_digit(static_cast<char>(code_point));
    constexpr UChar32 letter_apostrophe = 0x02BC;  // a letter to Unicode, a mark to whoever writes it
    return code_point != letter_apostrophe && (u_isalnum(code_point) || (U_GET_GC_MASK(code_point) & U_GC_M_MASK) != 0);
}

// The letter without what stands on it: "e" of "é". Letters that are no others with marks stay: "ø", "й" is "и".
void append_without_marks(UChar32 code_point, std::string_view bytes, std::string& letters) {
    static const icu::Normalizer2* const decompositions = [] {
        UErrorCode status = U_ZERO_ERROR;
        return icu::Normalizer2::getNFDInstance(status);
    }();
    icu::UnicodeString parts;
    if (decompositions == nullptr || !decompositions->getDecomposition(code_point, parts)) {
        if (u_charType(code_point) != U_NON_SPACING_MARK) letters += bytes;
        return;
    }
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        if (u_charType(parts.char32At(i)) != U_NON_SPACING_MARK)
            icu::UnicodeString(parts.char32At(i)).toUTF8String(letters);
    }
}

}  // namespace

std::string name_letters(std::string_view name) {
    std::string letters;
    for_each_code_point(name, [&](UChar32 code_point, std::string_view bytes) {
        if (!counts(code_point)) return;
        if (code_point < 0x80)
            letters += bytes;
        else
            append_without_marks(code_point, bytes, letters);
    });
    return letters;
}

std::string lower_letters(std::string_view letters) {
    if (ascii::is_ascii(letters)) return ascii::lower_case(letters);
    std::string lower;
    for_each_code_point(letters, [&](UChar32 code_point, std::string_view bytes) {
        if (code_point < 0) {
            lower += bytes;
            return;
        }
        char small[4];
        std::int32_t size = 0;
        U8_APPEND_UNSAFE(small, size, u_tolower(code_point));
        lower.append(small, static_cast<std::size_t>(size));
    });
    return lower;
}

bool has_family_names_first(std::string_view state) {
    return state == "North Korea" || state == "South Korea" || state == "China" || state == "Taiwan";
}

std::string last_name_letters(std::string_view state, std::string_view last_name) {
    return '0' + name_letters(state) + '0' + name_letters(last_name);
}

std::string leader_letters(std::string_view last_name_letters, std::optional<int> year) {
    return std::string(last_name_letters) + '0' + (year ? std::to_string(*year) : std::string());
}

std::string office_letters(std::string_view last_name_letters, int year) {
    return std::string(last_name_letters) + "01" + std::to_string(year);
}

std::string only_leader_letters(std::string_view last_name_letters) {
    return std::string(last_name_letters) + "00";
}

std::uint64_t hash_of_letters(std::string_view letters) {
    return XXH3_64bits(letters.data(), letters.size());
}

}  // namespace kith
