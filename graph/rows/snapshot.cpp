#include "graph/rows/snapshot.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "graph/error.hpp"
#include "graph/rows/project_store.hpp"
#include "graph/store/database.hpp"
#include "graph/store/read_transaction.hpp"

namespace kith {

namespace {

// FNV-1a over words of eight bytes instead of bytes, for speed; the rest counts as one more word.
class Checksum {
public:
    Checksum& add(std::span<const std::byte> bytes) {
        for (; bytes.size() >= sizeof(std::uint64_t); bytes = bytes.subspan(sizeof(std::uint64_t))) {
            add_word(bytes, sizeof(std::uint64_t));
        }
        if (!bytes.empty()) add_word(bytes, bytes.size());
        return *this;
    }
    Checksum& add(std::int64_t number) { return add(std::as_bytes(std::span(&number, 1))); }
    std::uint64_t value() const { return state_ ^ state_ >> 32; }

private:
    void add_word(std::span<const std::byte> bytes, std::size_t size) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), size);
        state_ = (state_ ^ word) * 0x0000'0100'0000'01b3U;
        state_ ^= state_ >> 29;
    }
    std::uint64_t state_ = 0xcbf2'9ce4'8422'2325U;
};

// What tells two states of a database apart, and two databases. The generation alone would not: a file deleted and made
// again starts from 1. The newest rows are looked up by number, so this does not depend on the database's size.
std::uint64_t fingerprint(const Store& store) {
    Checksum checksum;
    checksum.add(store.generation());
    for (const char* newest :
         {"SELECT id, name, kind FROM entity", "SELECT id, sha256, lineage FROM document",
          "SELECT id, subject * 1024 + relation, object * 8192 + status * 1024 + confidence FROM claim",
          "SELECT id, entity, other || verdict FROM judgement"}) {
        Statement rows = store.database().prepare(std::string(newest) + " ORDER BY id DESC LIMIT 16");
        while (rows.step()) {
            for (int column = 0; column < 3; ++column) checksum.add(std::as_bytes(rows.blob(column)));
        }
    }
    return checksum.value();
}

std::uint64_t header_checksum(const ProjectionHeader& header) {
    return Checksum()
        .add(std::as_bytes(std::span(&header, 1)).first(offsetof(ProjectionHeader, header_checksum)))
        .value();
}

std::uint64_t content_checksum(const Projection& projection) {
    return Checksum().add(projection.bytes().subspan(sizeof(ProjectionHeader))).value();
}

bool is_valid(const ProjectionHeader& header) {
    return header.magic == ProjectionHeader::expected_magic && header.version == ProjectionHeader::current_version &&
           header.header_checksum == header_checksum(header);
}

// A new file of a name that nobody else has, in another thread or on another machine either. Takes it away unless it
// was kept.
struct TemporaryFile {
    explicit TemporaryFile(std::string name) : path(std::move(name) + ".XXXXXX") {
        const int descriptor = mkstemp(path.data());
        if (descriptor < 0) {
            throw Error(Place{path, 0, 0}, std::string("the file cannot be made (") + std::strerror(errno) + ")",
                        "Check the rights of the folder.");
        }
        fchmod(descriptor, 0644);
        close(descriptor);
    }
    ~TemporaryFile() {
        std::error_code ignored;
        if (!path.empty()) std::filesystem::remove(path, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    void rename_to(const std::string& target) {
        std::error_code failure;
        std::filesystem::rename(path, target, failure);
        if (failure) {
            throw Error(Place{target, 0, 0}, "the file cannot be put in place (" + failure.message() + ")",
                        "Check the rights of the folder and of the file.");
        }
        path.clear();
    }
    std::string path;
};

}  // namespace

std::string snapshot_path(const Store& store) {
    return store.database().path() + ".graph";
}

std::optional<Projection> open_snapshot(const Store& store) {
    std::optional<MemoryBlock> block = MemoryBlock::map_file(snapshot_path(store));
    if (!block || block->size() < sizeof(ProjectionHeader)) return std::nullopt;
    ProjectionHeader header;
    std::memcpy(&header, block->data(), sizeof header);
    if (!is_valid(header) || header.database != fingerprint(store)) return std::nullopt;
    try {
        return Projection(std::move(*block));
    } catch (const Error&) {
        return std::nullopt;  // sizes that do not fit the file
    }
}

Projection build_snapshot(const Store& store, const ReadProgress& progress) {
    TemporaryFile file(snapshot_path(store));
    const ReadTransaction transaction(store.database());
    std::byte* data = nullptr;
    const auto make_block = [&](std::size_t bytes) {
        MemoryBlock block = MemoryBlock::new_file(file.path, bytes);
        data = block.data();
        return block;
    };
    Projection projection = project_into(store, {}, fingerprint(store), make_block, progress);
    ProjectionHeader header = projection.header();
    header.content_checksum = content_checksum(projection);
    header.header_checksum = header_checksum(header);
    std::memcpy(data, &header, sizeof header);
    file.rename_to(snapshot_path(store));
    return projection;
}

bool is_intact(const Projection& projection) {
    if (!is_valid(projection.header()) || projection.header().content_checksum != content_checksum(projection)) {
        return false;
    }
    for (Vertex vertex = 0; vertex < projection.vertex_count(); ++vertex) {
        const auto leads_somewhere = [&](const Arc& arc) { return arc.other < projection.vertex_count(); };
        if (!std::ranges::all_of(projection.out(vertex), leads_somewhere)) return false;
        if (!std::ranges::all_of(projection.in(vertex), leads_somewhere)) return false;
    }
    return true;
}

}  // namespace kith
