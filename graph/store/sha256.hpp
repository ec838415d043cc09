// SHA-256 (FIPS 180-4) by OpenSSL's libcrypto: the key of a document.
#pragma once

#include <array>
#include <string_view>

namespace kith {

std::array<unsigned char, 32> sha256(std::string_view bytes);

}  // namespace kith
