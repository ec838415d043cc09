// Which instructions of the processor the encoder uses. All give the same bits: products of integers are exact, and the
// arithmetic of floats has a fixed order (16 lanes, no fused multiply-add), so the choice changes speed alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#if defined(__x86_64__) && !defined(KITH_PORTABLE)  // KITH_PORTABLE: as other processors compile it
#define KITH_X86 1
#endif

namespace kith::text::encoder {

enum class Instructions : std::uint8_t {
    portable,
    avx2,      // Intel since 2013, AMD since 2015
    avx_vnni,  // AVX2 with products of bytes: Intel's desktops since 2021
    avx512,    // with VNNI: Intel's servers since 2019, AMD since 2022
    amx,       // AVX-512 and tiles of bytes: Intel's servers since 2023
};

// Those that this processor and its system offer, slowest first; `portable` always. The first call asks the system for
// the use of tiles.
const std::vector<Instructions>& available_instructions();
Instructions best_instructions();

std::string_view name_of(Instructions instructions);

}  // namespace kith::text::encoder
