#include "ingest/text/encoder/instructions.hpp"

#ifdef KITH_X86
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace kith::text::encoder {

namespace {

#ifdef KITH_X86

// Linux gives a process the 8 kB of tile registers only when it asks (since 5.16).
bool has_tiles() {
    constexpr long request_permission = 0x1023;
    constexpr long tile_data = 18;
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return false;
    const bool tiles = (d >> 24U & 1U) != 0 && (d >> 25U & 1U) != 0;  // AMX-TILE, AMX-INT8
    return tiles && syscall(SYS_arch_prctl, request_permission, tile_data) == 0;
}

bool has_avx_vnni() {
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    return __get_cpuid_count(7, 1, &a, &b, &c, &d) != 0 && (a >> 4U & 1U) != 0;
}

#endif

std::vector<Instructions> find() {
    std::vector<Instructions> found = {Instructions::portable};
#ifdef KITH_X86
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2")) {
        found.push_back(Instructions::avx2);
        if (has_avx_vnni()) found.push_back(Instructions::avx_vnni);
    }
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni")) {
        found.push_back(Instructions::avx512);
        if (has_tiles()) found.push_back(Instructions::amx);
    }
#endif
    return found;
}

}  // namespace

const std::vector<Instructions>& available_instructions() {
    static const std::vector<Instructions> found = find();
    return found;
}

Instructions best_instructions() {
    return available_instructions().back();
}

std::string_view name_of(Instructions instructions) {
    switch (instructions) {
        case Instructions::avx2:
            return "AVX2";
        case Instructions::avx_vnni:
            return "AVX-VNNI";
        case Instructions::avx512:
            return "AVX-512 VNNI";
        case Instructions::amx:
            return "AMX";
        default:
            return "portable";
    }
}

}  // namespace kith::text::encoder
