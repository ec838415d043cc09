// Which instructions of the processor the encoder uses. All give the same bits: products of integers are exact, and the
// arithmetic of floats has a fixed order (16 lanes, no fused multiply-add), so the choice changes speed alone.
//
//     vectorised(instructions, [&]() KITH_INLINED { ... });   // compiles the body once for each set and runs one of
//     them
//
// The body and what it calls must be inlined into the function that carries the target attribute: hence KITH_INLINED.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#if defined(__x86_64__) && !defined(KITH_PORTABLE)  // KITH_PORTABLE: as other processors compile it
#define KITH_X86 1
#endif
#define KITH_INLINED __attribute__((always_inline))

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

#ifdef KITH_X86
template <typename Body>
[[gnu::target("avx2")]] void with_avx2(const Body& body) {
    body();
}
template <typename Body>
[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] void with_avx512(const Body& body) {
    body();
}
#endif

template <typename Body>
void vectorised([[maybe_unused]] Instructions instructions, const Body& body) {
#ifdef KITH_X86
    if (instructions >= Instructions::avx512) return with_avx512(body);
    if (instructions >= Instructions::avx2) return with_avx2(body);
#endif
    body();
}

}  // namespace kith::text::encoder
