#include "ingest/documents/edition.hpp"

#include <xxhash.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

#include "graph/hexadecimal.hpp"

namespace kith {
namespace {

constexpr std::size_t bytes_of_stream = std::size_t{4} << 20, bytes_at_once = std::size_t{1} << 18;

std::string text_of(const XXH128_hash_t& hash) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, hash);
    return in_hexadecimal(canonical.digest);
}

}  // namespace

std::string digest(std::string_view bytes) {
    return text_of(XXH3_128bits(bytes.data(), bytes.size()));
}

std::string digest_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return {};
    const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(), XXH3_freeState);
    XXH3_128bits_reset(state.get());
    std::vector<char> bytes(bytes_at_once);
    while (file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())) || file.gcount() > 0)
        XXH3_128bits_update(state.get(), bytes.data(), static_cast<std::size_t>(file.gcount()));
    return text_of(XXH3_128bits_digest(state.get()));
}

Edition::Edition(Input& input) : container_(input.path().substr(0, input.path().find(inside_container))) {
    std::error_code none;
    if (std::filesystem::is_regular_file(container_, none)) return;
    const std::string_view head = input.peek(bytes_of_stream);
    text_ = head.size() < bytes_of_stream ? digest(head) : std::string();
}

const std::string& Edition::text() {
    if (!text_) text_ = digest_of_file(container_);
    return *text_;
}

}  // namespace kith
