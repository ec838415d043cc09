#include "ingest/documents/mojibake.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "graph/ascii.hpp"
#include "ingest/text/words/unicode.hpp"

namespace kith {
namespace {

constexpr int most_times = 2;  // that a text was read so

// What Windows-1252 has for the bytes 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252).
constexpr std::array<std::int32_t, 32> upper_controls = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// The byte that was read as this; 0: none from 0x80 on.
unsigned char byte_of(std::int32_t point) {
    const auto found = std::ranges::find(upper_controls, point);
    if (found != upper_controls.end()) return static_cast<unsigned char>(0x80 + (found - upper_controls.begin()));
    return point >= 0x80 && point <= 0xFF ? static_cast<unsigned char>(point) : 0;
}

// How many bytes begin with this one: of letters with marks (C2 to C5), punctuation (E2) and pictures (F0). Others begin
// what may well have been meant: "Spaß“".
std::size_t length_from(unsigned char lead) {
    if (lead >= 0xC2 && lead <= 0xC5) return 2;
    return lead == 0xE2 ? 3 : lead == 0xF0 ? 4 : 0;
}

// "Ä" and "Å", and behind capitals also "Â" and "Ã", may well end what stands in quotation marks.
bool may_go_on(unsigned char lead, unsigned char byte, bool behind_capital) {
    constexpr std::string_view marks = "\x82\x84\x85\x8B\x91\x92\x93\x94\x96\x97\x9B\xAB\xBB";
    if (byte < 0x80 || byte > 0xBF) return false;
    const bool may_end = lead == 0xC4 || lead == 0xC5 || (behind_capital && (lead == 0xC2 || lead == 0xC3));
    return !may_end || marks.find(static_cast<char>(byte)) == marks.npos;
}

struct Repair {
    std::string bytes{};   // empty: nothing is to be repaired here
    std::size_t size = 0;  // of what they stand for
};

Repair repair_at(std::string_view text, std::size_t at) {
    Repair repair;
    const bool behind_capital = at > 0 && ascii::is_upper(text[at - 1]);
    std::size_t wanted = 1;
    while (repair.bytes.size() < wanted) {
        if (at + repair.size >= text.size()) return {};
        const text::CodePoint point = text::code_point_at(text, at + repair.size);
        const unsigned char byte = byte_of(point.value);
        if (repair.bytes.empty()) wanted = length_from(byte);
        if (wanted == 0 ||
            (!repair.bytes.empty() && !may_go_on(static_cast<unsigned char>(repair.bytes[0]), byte, behind_capital)))
            return {};
        repair.bytes += static_cast<char>(byte);
        repair.size += point.size;
    }
    const text::CodePoint meant = text::code_point_at(repair.bytes, 0);
    return meant.is_valid() && meant.size == repair.bytes.size() ? repair : Repair{};
}

std::string repaired_once(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto next = static_cast<std::size_t>(
            std::ranges::find_if(text.substr(at), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) -
            text.substr(at).begin());
        result.append(text.substr(at, next));
        at += next;
        if (at == text.size()) break;
        const Repair repair = repair_at(text, at);
        const std::size_t size = repair.size > 0 ? repair.size : text::code_point_at(text, at).size;
        result.append(repair.size > 0 ? std::string_view(repair.bytes) : text.substr(at, size));
        at += size;
    }
    return result;
}

}  // namespace

std::string repaired_encoding(std::string_view utf8) {
    std::string text(utf8);
    for (int i = 0; i < most_times; ++i) {
        std::string repaired = repaired_once(text);
        if (repaired == text) break;
        text = std::move(repaired);
    }
    return text;
}

}  // namespace kith
