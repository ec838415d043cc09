// Archives and compressed files, nested ones too: names that are labels, bounded bytes.
#include "ingest/documents/containers/archive.hpp"
#include "fuzz/program.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/unusable_input.hpp"

using namespace kith;

namespace {

constexpr std::size_t head_bytes = 4096, most_bytes = 1 << 20;  // of one file

void read(Input& input, Expansion& expansion, std::size_t& files) {
    for (Archive archive(input, expansion); archive.next() && ++files < 200;) {
        fuzz::require(archive.path().starts_with("a.zip") && !find_invalid_utf8(archive.path()));
        Input file(archive.path(), [&](char* target, std::size_t size) { return archive.read(target, size); });
        fuzz::allow_errors([&] {
            if (looks_like_archive(file.peek(head_bytes)))
                read(file, expansion, files);
            else
                fuzz::require(file.read_all(most_bytes).size() <= most_bytes + (1 << 18));
        });
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input("a.zip", std::string(fuzz::text_of(data, size)));
    Expansion expansion;
    std::size_t files = 0;
    fuzz::allow_errors([&] { read(input, expansion, files); });
    return 0;
}
