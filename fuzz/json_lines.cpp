// Articles as JSON: lines, an array, or objects over several lines, cut into objects and read.
#include <filesystem>
#include <fstream>

#include "fuzz/program.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/json/articles.hpp"
#include "ingest/documents/json/values.hpp"

using namespace kith;

namespace {

constexpr std::size_t most_bytes = 1 << 16;  // of one object

void read(const std::string& path) {
    Input input(path);
    for (JsonValues values(input, path, most_bytes); values.next();) {
        fuzz::require(values.text().size() <= most_bytes && (!values.too_long() || values.text().empty()));
        fuzz::allow_errors([&] {
            const text::Article article = parse_json_article(values.text(), values.position(), [](const Note&) {});
            fuzz::require(!find_invalid_utf8(article.text) && !find_invalid_utf8(article.title));
        });
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    const std::string path = folder.file("articles.jsonl");
    std::ofstream(path, std::ios::binary | std::ios::trunc) << fuzz::text_of(data, size);
    fuzz::allow_errors([&] { read(path); });
    return 0;
}
