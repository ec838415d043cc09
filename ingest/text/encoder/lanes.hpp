// Sixteen floats at once, in an order of operations that is the same on every processor: what is added to what is
// written down here and not left to the compiler (no fused multiply-add, no reordering), so results agree bit by bit.
// On processors with narrower registers the compiler splits the sixteen.
//
// For bodies of vectorised() only: everything is inlined into them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "ingest/text/encoder/instructions.hpp"

namespace kith::text::encoder {

inline constexpr std::size_t lanes = 16;
using Floats = float __attribute__((vector_size(4 * lanes)));
using Integers = std::int32_t __attribute__((vector_size(4 * lanes)));
using Bytes = std::uint8_t __attribute__((vector_size(lanes)));

#define KITH_LANES inline KITH_INLINED

template <typename T>
KITH_LANES T load(const void* from) {
    T value;
    std::memcpy(&value, from, sizeof value);
    return value;
}

template <typename T>
KITH_LANES void store(void* to, const T& value) {
    std::memcpy(to, &value, sizeof value);
}

KITH_LANES Floats all(float value) {
    return Floats{} + value;
}

KITH_LANES Floats to_floats(Integers value) {
    return __builtin_convertvector(value, Floats);
}

// To the nearest integer, ties to the even one; |value| < 2^22.
KITH_LANES Integers nearest(Floats value) {
    constexpr float shift = 12582912.0F;  // 1.5 * 2^23: what is left of a sum with it is the integer
    return __builtin_convertvector((value + shift) - shift, Integers);
}

template <typename T>
KITH_LANES T larger(T a, T b) {
    return a > b ? a : b;
}

template <typename T>
KITH_LANES T smaller(T a, T b) {
    return a < b ? a : b;
}

KITH_LANES float sum_of(Floats value) {
    float x[lanes];
    store(x, value);
    for (std::size_t step = lanes / 2; step > 0; step /= 2) {
        for (std::size_t i = 0; i < step; ++i) x[i] += x[i + step];
    }
    return x[0];
}

KITH_LANES float largest_of(Floats value) {
    float x[lanes];
    store(x, value);
    float result = x[0];
    for (std::size_t i = 1; i < lanes; ++i) result = x[i] > result ? x[i] : result;
    return result;
}

// e^x for x <= 0, within 3e-7 of it; below -87 as good as nothing.
KITH_LANES Floats exponential(Floats x) {
    x = larger(x, all(-87.0F));
    const Floats n = (x * 1.44269504F + 12582912.0F) - 12582912.0F;
    const Floats r = (x - n * 0.693359375F) + n * 2.12194440e-4F;  // ln 2 in two parts
    Floats p = all(8.3333e-3F);
    p = p * r + 4.16657e-2F;
    p = p * r + 0.16666667F;
    p = p * r + 0.5F;
    p = p * r + 1.0F;
    p = p * r + 1.0F;
    Integers exponent = (__builtin_convertvector(n, Integers) + 127) << 23;
    return p * load<Floats>(&exponent);
}

// x times the normal distribution's share below x. The error function is a quotient of polynomials in its argument's
// square, fitted to within 3e-6 up to 3.5, from where on it is 1.
KITH_LANES Floats gelu(Floats x) {
    Floats z = x * 0.70710678F;
    z = smaller(larger(z, all(-3.5F)), all(3.5F));
    const Floats u = z * z;
    Floats p = all(1.1505789589136839e-3F);
    p = p * u + 4.655351862311363e-2F;
    p = p * u + 0.16386131942272186F;
    p = p * u + 1.1283950805664062F;
    Floats q = all(3.82688594982028e-5F);
    q = q * u + 1.089511252939701e-2F;
    q = q * u + 0.10045566409826279F;
    q = q * u + 0.47868576645851135F;
    q = q * u + 1.0F;
    return x * 0.5F * (1.0F + z * p / q);
}

}  // namespace kith::text::encoder
