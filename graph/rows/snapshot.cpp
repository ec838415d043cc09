#include "graph/rows/snapshot.hpp"

#include <xxhash.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <mutex>
#include <utility>

#include "graph/error.hpp"
#include "graph/file_state.hpp"
#include "graph/new_file.hpp"
#include "graph/rows/hub_lists.hpp"
#include "graph/rows/project_store.hpp"
#include "graph/rows/projection_layout.hpp"
#include "graph/store/database.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/store_database.hpp"

namespace kith {

namespace {

using Bytes = std::span<const std::byte>;

std::uint64_t checksum(Bytes bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

// What tells two states of a database apart, and two databases. The generation alone would not: a file deleted and made
// again starts from 1. The newest rows are looked up by number, so this does not depend on the database's size.
std::uint64_t fingerprint(const Store& store) {
    std::string state = std::to_string(store.generation());
    for (const char* newest :
         {"SELECT id, name, kind FROM entity", "SELECT id, sha256, lineage FROM document",
          "SELECT id, subject * 1024 + relation, object * 8192 + status * 1024 + confidence FROM claim",
          "SELECT id, entity, other || verdict FROM judgement"}) {
        Statement rows = database_of(store).prepare(std::string(newest) + " ORDER BY id DESC LIMIT 16");
        while (rows.step()) {
            for (int column = 0; column < 3; ++column) state.append("\n").append(rows.text(column));
        }
    }
    return checksum(std::as_bytes(std::span(state)));
}

std::uint64_t header_checksum(const ProjectionHeader& header) {
    return checksum(std::as_bytes(std::span(&header, 1)).first(offsetof(ProjectionHeader, header_checksum)));
}

// The parts of a block that checksums are about.
class Checksums {
public:
    explicit Checksums(Bytes block) : block_(block), layout_(layout_of(block)) {}

    // Of the section of checksums, as it stands.
    std::uint64_t of_table() const { return checksum(block_.subspan(layout_.checksums)); }

    std::size_t count() const { return (layout_.end - layout_.checksums) / sizeof(std::uint64_t); }
    std::uint64_t computed(std::size_t i) const {
        const std::size_t begin = sizeof(ProjectionHeader) + i * ProjectionLayout::checksum_block;
        return checksum(block_.subspan(begin, std::min(ProjectionLayout::checksum_block, layout_.checksums - begin)));
    }
    std::size_t place(std::size_t i) const { return layout_.checksums + i * sizeof(std::uint64_t); }

    // Whether the blocks that begin before this place of the file are as they were written.
    bool hold_before(std::size_t end) const {
        const std::size_t size = ProjectionLayout::checksum_block;
        const std::size_t blocks = (end - sizeof(ProjectionHeader) + size - 1) / size;
        for (std::size_t i = 0; i < std::min(blocks, count()); ++i) {
            std::uint64_t written = 0;
            std::memcpy(&written, block_.data() + place(i), sizeof written);
            if (written != computed(i)) return false;
        }
        return true;
    }
    bool hold_for_vertices() const { return hold_before(layout_.out_arcs); }
    bool hold() const { return hold_before(layout_.checksums); }

private:
    static ProjectionLayout layout_of(Bytes block) {
        ProjectionHeader header;
        std::memcpy(&header, block.data(), sizeof header);
        return {header.vertices, header.arc_room, header.hubs};
    }

    Bytes block_;
    ProjectionLayout layout_;
};

// Writes the checksums of what the block holds; the header's own last.
void seal(std::byte* data, const Projection& projection) {
    const Checksums checksums(projection.bytes());
    for (std::size_t i = 0; i < checksums.count(); ++i) {
        const std::uint64_t computed = checksums.computed(i);
        std::memcpy(data + checksums.place(i), &computed, sizeof computed);
    }
    ProjectionHeader header = projection.header();
    header.checksums_checksum = checksums.of_table();
    header.header_checksum = header_checksum(header);
    std::memcpy(data, &header, sizeof header);
}

// A process verifies a file once and not for every question. What was changed in the last second is verified again:
// clocks of file systems are coarse, and one more change would not show.
class VerifiedFile {
public:
    bool is(const FileState& file) {
        const std::lock_guard lock(mutex_);
        return file_ == file;
    }
    void remember(const FileState& file) {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        if (std::chrono::nanoseconds(file.changed) + std::chrono::seconds(1) > now) return;
        const std::lock_guard lock(mutex_);
        file_ = file;
    }
    static VerifiedFile& last() {
        static VerifiedFile file;
        return file;
    }

private:
    std::mutex mutex_;
    std::optional<FileState> file_;
};

enum class Found { usable, none_that_fits, damaged };

// The projection is set where it is usable.
Found open_file(const Store& store, std::optional<Projection>& projection) {
    const std::string path = snapshot_path(store);
    const std::optional<FileState> before = FileState::of(path);
    std::optional<MemoryBlock> block = MemoryBlock::map_file(path);
    if (!block) return Found::none_that_fits;
    if (block->size() < sizeof(ProjectionHeader)) return Found::damaged;
    ProjectionHeader header;
    std::memcpy(&header, block->data(), sizeof header);
    if (header.magic != ProjectionHeader::expected_magic) return Found::damaged;
    if (header.version != ProjectionHeader::current_version) return Found::none_that_fits;
    if (header.header_checksum != header_checksum(header)) return Found::damaged;
    if (header.database != fingerprint(store)) return Found::none_that_fits;
    try {
        Projection found(std::move(*block));
        const Checksums checksums(found.bytes());
        const bool is_this_file = before && before == FileState::of(path);  // not replaced while it was mapped
        if (!is_this_file || !VerifiedFile::last().is(*before)) {
            if (header.checksums_checksum != checksums.of_table() || !checksums.hold_for_vertices()) {
                return Found::damaged;
            }
            if (is_this_file) VerifiedFile::last().remember(*before);
        }
        projection = std::move(found);
        return Found::usable;
    } catch (const Error&) {  // sizes that do not fit the file
        return Found::damaged;
    }
}

}  // namespace

std::string snapshot_path(const Store& store) {
    return database_of(store).path() + ".graph";
}

std::optional<Projection> open_snapshot(const Store& store) {
    std::optional<Projection> projection;
    open_file(store, projection);
    return projection;
}

Projection checked_snapshot(const Store& store) {
    std::optional<Projection> projection;
    const Found found = open_file(store, projection);
    if (found == Found::none_that_fits) {
        throw Error(snapshot_path(store) + ": no index that fits the database as it is now", "`kith index` makes one.");
    }
    if (found == Found::damaged || !is_intact(*projection)) {
        throw Error(snapshot_path(store) + ": the index is damaged", "`kith index` makes it anew.");
    }
    return std::move(*projection);
}

Projection build_snapshot(const Store& store, const ReadProgress& progress) {
    NewFile file(snapshot_path(store), database_of(store).path());
    const ReadTransaction transaction(database_of(store));
    const auto new_block = [&](std::size_t bytes) { return MemoryBlock::new_file(file.path(), bytes); };
    std::byte* data = nullptr;
    const auto grown_block = [&](std::size_t bytes) {
        MemoryBlock block = MemoryBlock::grown_file(file.path(), bytes);
        data = block.data();
        return block;
    };
    Projection projection = with_hubs(project_into(store, {}, fingerprint(store), new_block, progress), grown_block,
                                      database_of(store).stop_check());
    seal(data, projection);
    file.put_in_place();
    return projection;
}

bool is_intact(const Projection& projection) {
    const Checksums checksums(projection.bytes());
    const ProjectionHeader& header = projection.header();
    if (header.header_checksum != header_checksum(header) || header.checksums_checksum != checksums.of_table() ||
        !checksums.hold()) {
        return false;
    }
    const auto is_vertex = [&](Vertex vertex) { return vertex < projection.vertex_count(); };
    const auto leads_somewhere = [&](const Arc& arc) { return is_vertex(arc.other); };
    for (Vertex vertex = 0; vertex < projection.vertex_count(); ++vertex) {
        if (!std::ranges::all_of(projection.out(vertex), leads_somewhere)) return false;
        if (!std::ranges::all_of(projection.in(vertex), leads_somewhere)) return false;
        const auto hub = projection.hub(vertex);
        if (hub && !std::ranges::all_of(hub->strongest, is_vertex)) return false;
    }
    return true;
}

}  // namespace kith
