#include "ingest/documents/decoder.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <string_view>

#include "graph/error.hpp"
#include "ingest/documents/encoding.hpp"

namespace kith {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 16;
constexpr std::size_t smallest_target = 16;  // a converted character always fits

}  // namespace

Decoder::Decoder(Read read, const std::string& encoding)
    : read_(std::move(read)), from_(nullptr, &ucnv_close), to_(nullptr, &ucnv_close) {
    if (encoding == "UTF-8") return;
    from_.reset(open_converter(encoding));
    to_.reset(open_converter("UTF-8"));
    if (!from_ || !to_) throw Error("text in " + encoding + " cannot be read", "Convert it to UTF-8 with iconv.");
    skips_mark_ = encoding.starts_with("UTF-");
    bytes_.resize(block_bytes);
    at_ = end_ = bytes_.data();
}

std::size_t Decoder::read(char* target, std::size_t size) {
    if (!from_) return read_(target, size);
    if (size < smallest_target) return 0;
    char* filled = target;
    while (filled == target) {
        if (at_ == end_ && !at_end_) {
            const std::size_t count = read_(bytes_.data(), bytes_.size());
            at_end_ = count == 0;
            at_ = bytes_.data();
            end_ = at_ + count;
        }
        UErrorCode status = U_ZERO_ERROR;
        ucnv_convertEx(to_.get(), from_.get(), &filled, target + size, &at_, end_, pivot_.data(), &pivot_source_,
                       &pivot_target_, pivot_.data() + pivot_.size(), false, at_end_, &status);
        if (skips_mark_ && filled - target >= 3) {
            skips_mark_ = false;
            if (std::string_view(target, 3) == "\xEF\xBB\xBF") {
                std::copy(target + 3, filled, target);
                filled -= 3;
            }
        }
        if (at_end_) break;
    }
    return static_cast<std::size_t>(filled - target);
}

}  // namespace kith
