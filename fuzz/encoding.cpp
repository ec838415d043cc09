// Bytes in any encoding, also one that they name wrongly: the first byte chooses what is declared.
#include <array>

#include "fuzz/program.hpp"
#include "ingest/documents/encoding.hpp"

using namespace kith;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static constexpr std::array<std::string_view, 6> names = {"",     "windows-1251", "utf-16le", "iso-2022-jp",
                                                              "utf7", "no such"};
    if (size == 0) return 0;
    fuzz::allow_errors([&] {
        const std::string text =
            to_utf8(std::string(fuzz::text_of(data + 1, size - 1)), "text", names[data[0] % names.size()]);
        fuzz::require(!find_invalid_utf8(text));
    });
    return 0;
}
