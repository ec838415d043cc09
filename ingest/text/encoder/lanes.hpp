// Sixteen floats at once, in an order of operations that is the same on every processor: what is added to what is
// written down here and not left to the compiler (no fused multiply-add, no reordering), so results agree bit by bit.
// The sixteen are one register of AVX-512, two of AVX2 or four of others.
//
//     vectorised(instructions, [&]<typename Floats>(Floats) KITH_INLINED {
//         store(to, load<Floats>(from) * 2.0F);
//     });
//
// For such bodies only: everything is inlined into them. Rejected: one vector of 64 bytes for all, which the compiler
// splits too; it does so through memory and compares number by number (five times slower with AVX2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "ingest/text/encoder/instructions.hpp"

namespace kith::text::encoder {

inline constexpr std::size_t lanes = 16;

#define KITH_INLINED __attribute__((always_inline))
#define KITH_LANES inline KITH_INLINED
// NOLINTNEXTLINE(bugprone-macro-parentheses): it declares the name
#define KITH_EACH_PART(part) _Pragma("GCC unroll 4") for (std::size_t part = 0; part < T::parts; ++part)

// Sixteen numbers of 32 bits in registers of `Width` bytes.
template <typename Number, std::size_t Width>
struct Lanes {
    using Element = Number;
    // No alias: GCC would drop the attribute. NOLINTNEXTLINE(modernize-use-using)
    typedef Number Register __attribute__((vector_size(Width)));
    using Floats = Lanes<float, Width>;
    using Integers = Lanes<std::int32_t, Width>;
    static constexpr std::size_t parts = 4 * lanes / Width;

    Register part[parts];
};

// Compiles the body once for each width of registers and runs the one that the instructions have. The body and what it
// calls must be inlined into the function that carries the target attribute: hence KITH_INLINED.
#ifdef KITH_X86
template <typename Body>
[[gnu::target("avx2")]] void with_avx2(const Body& body) {
    body(Lanes<float, 32>{});
}
template <typename Body>
[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] void with_avx512(const Body& body) {
    body(Lanes<float, 64>{});
}
#endif

template <typename Body>
void vectorised([[maybe_unused]] Instructions instructions, const Body& body) {
#ifdef KITH_X86
    if (instructions >= Instructions::avx512) return with_avx512(body);
    if (instructions >= Instructions::avx2) return with_avx2(body);
#endif
    body(Lanes<float, 16>{});
}

template <typename T>
concept SixteenLanes = requires { T::parts; };

template <typename T>
KITH_LANES T load(const void* from) {
    T value;
    KITH_EACH_PART(n) {
        std::memcpy(&value.part[n], static_cast<const char*>(from) + n * sizeof(value.part[n]), sizeof(value.part[n]));
    }
    return value;
}

template <SixteenLanes T>
KITH_LANES void store(void* to, const T& value) {
    KITH_EACH_PART(n) {
        std::memcpy(static_cast<char*>(to) + n * sizeof(value.part[n]), &value.part[n], sizeof(value.part[n]));
    }
}

template <SixteenLanes T>
KITH_LANES T all(typename T::Element number) {
    T value;
    KITH_EACH_PART(n) value.part[n] = typename T::Register{} + number;
    return value;
}

// An operator of two sixteens, and of sixteen and one number.
#define KITH_LANES_OPERATOR(op)                               \
    template <SixteenLanes T>                                 \
    KITH_LANES T operator op(T a, const T& b) {               \
        KITH_EACH_PART(n) a.part[n] = a.part[n] op b.part[n]; \
        return a;                                             \
    }                                                         \
    template <SixteenLanes T>                                 \
    KITH_LANES T operator op(T a, typename T::Element b) {    \
        KITH_EACH_PART(n) a.part[n] = a.part[n] op b;         \
        return a;                                             \
    }
KITH_LANES_OPERATOR(+)
KITH_LANES_OPERATOR(-)
KITH_LANES_OPERATOR(*)
KITH_LANES_OPERATOR(/)
KITH_LANES_OPERATOR(&)
KITH_LANES_OPERATOR(|)
KITH_LANES_OPERATOR(<<)
KITH_LANES_OPERATOR(>>)
#undef KITH_LANES_OPERATOR

template <SixteenLanes T>
KITH_LANES T larger(T a, const T& b) {
    KITH_EACH_PART(n) a.part[n] = a.part[n] > b.part[n] ? a.part[n] : b.part[n];
    return a;
}

template <SixteenLanes T>
KITH_LANES T smaller(T a, const T& b) {
    KITH_EACH_PART(n) a.part[n] = a.part[n] < b.part[n] ? a.part[n] : b.part[n];
    return a;
}

template <SixteenLanes T>
KITH_LANES T size_of(const T& value) {
    return larger(value, all<T>(0) - value);
}

template <SixteenLanes T>
KITH_LANES typename T::Floats to_floats(const T& value) {
    typename T::Floats result;
    KITH_EACH_PART(n) result.part[n] = __builtin_convertvector(value.part[n], typename T::Floats::Register);
    return result;
}

// To the nearest integer, ties to the even one; |value| < 2^22.
template <SixteenLanes T>
KITH_LANES typename T::Integers nearest(const T& value) {
    constexpr float shift = 12582912.0F;  // 1.5 * 2^23: what is left of a sum with it is the integer
    const T whole = (value + shift) - shift;
    typename T::Integers result;
    KITH_EACH_PART(n) result.part[n] = __builtin_convertvector(whole.part[n], typename T::Integers::Register);
    return result;
}

template <SixteenLanes T>
KITH_LANES typename T::Element sum_of(const T& value) {
    typename T::Element x[lanes];
    store(x, value);
    for (std::size_t step = lanes / 2; step > 0; step /= 2) {
        for (std::size_t i = 0; i < step; ++i) x[i] += x[i + step];
    }
    return x[0];
}

template <SixteenLanes T>
KITH_LANES typename T::Element largest_of(const T& value) {
    typename T::Element x[lanes];
    store(x, value);
    for (std::size_t step = lanes / 2; step > 0; step /= 2) {
        for (std::size_t i = 0; i < step; ++i) x[i] = x[i] > x[i + step] ? x[i] : x[i + step];
    }
    return x[0];
}

// Integers between 0 and 255 (or -128 and 127) to bytes, 32 at a time.
inline constexpr std::size_t bytes_at_once = 32;
KITH_LANES void to_bytes(const std::int32_t* from, std::uint8_t* to) {
    for (std::size_t i = 0; i < bytes_at_once; ++i) to[i] = static_cast<std::uint8_t>(from[i]);
}

// e^x for x <= 0, within 3e-7 of it; below -87 as good as nothing.
template <SixteenLanes T>
KITH_LANES T exponential(const T& exponent) {
    const T x = larger(exponent, all<T>(-87.0F));
    const auto n = nearest(x * 1.44269504F);
    const T whole = to_floats(n);
    const T r = (x - whole * 0.693359375F) + whole * 2.12194440e-4F;  // ln 2 in two parts
    T p = all<T>(8.3333e-3F);
    p = p * r + 4.16657e-2F;
    p = p * r + 0.16666667F;
    p = p * r + 0.5F;
    p = p * r + 1.0F;
    p = p * r + 1.0F;
    const auto power_of_two = (n + 127) << 23;  // as the bits of a float
    return p * load<T>(&power_of_two);
}

// x times the normal distribution's share below x. The error function is a quotient of polynomials in its argument's
// square, fitted to within 3e-6 up to 3.5, from where on it is 1.
template <SixteenLanes T>
KITH_LANES T gelu(const T& x) {
    const T z = smaller(larger(x * 0.70710678F, all<T>(-3.5F)), all<T>(3.5F));
    const T u = z * z;
    T p = all<T>(1.1505789589136839e-3F);
    p = p * u + 4.655351862311363e-2F;
    p = p * u + 0.16386131942272186F;
    p = p * u + 1.1283950805664062F;
    T q = all<T>(3.82688594982028e-5F);
    q = q * u + 1.089511252939701e-2F;
    q = q * u + 0.10045566409826279F;
    q = q * u + 0.47868576645851135F;
    q = q * u + 1.0F;
    return x * 0.5F * (z * p / q + 1.0F);
}

}  // namespace kith::text::encoder
