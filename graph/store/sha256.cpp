#include "graph/store/sha256.hpp"

#include <openssl/evp.h>

#include "graph/error.hpp"

namespace kith {

std::array<unsigned char, 32> sha256(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    unsigned size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1 ||
        size != digest.size()) {
        throw Error("libcrypto has no SHA-256", "Check the OpenSSL installation.");
    }
    return digest;
}

}  // namespace kith
