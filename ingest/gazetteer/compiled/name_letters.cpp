#include "ingest/gazetteer/compiled/name_letters.hpp"

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

}  // namespace

std::string name_letters(std::string_view name) {
    std::string letters;
    for_each_code_point(name, [&](UChar32 code_point, std::string_view bytes) {
        if (counts(code_point)) letters += bytes;
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

std::string only_leader_letters(std::string_view last_name_letters) {
    return std::string(last_name_letters) + "00";
}

std::uint64_t hash_of_letters(std::string_view letters) {
    return XXH3_64bits(letters.data(), letters.size());
}

}  // namespace kith
