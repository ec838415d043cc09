// What is said to be written is on the disk. No test can cut the power; but what is synced, and when, can be seen: this
// program's fsync and fdatasync stand in for the C library's, for kith and SQLite alike, and tell before they do it.
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bench/random_database.hpp"
#include "graph/new_file.hpp"
#include "graph/rows/snapshot.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

std::function<void(const std::filesystem::path&)> tell_synced;  // null: nobody asks

int synced(int descriptor, long call) {
    if (tell_synced) tell_synced(std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor)));
    return static_cast<int>(syscall(call, descriptor));
}

struct Sync {
    std::string file;                 // its name at that moment
    std::vector<std::string> beside;  // what lay in its folder, or in it if it is one

    bool has_beside(const std::string& name) const { return std::ranges::find(beside, name) != beside.end(); }
};

// What is synced while it lives.
class Syncs {
public:
    Syncs() {
        tell_synced = [this](const std::filesystem::path& path) {
            const bool is_folder = std::filesystem::is_directory(path);
            Sync sync{is_folder ? "." : path.filename().string(), {}};
            for (const auto& each : std::filesystem::directory_iterator(is_folder ? path : path.parent_path()))
                sync.beside.push_back(each.path().filename().string());
            all.push_back(std::move(sync));
        };
    }
    ~Syncs() { tell_synced = nullptr; }
    Syncs(const Syncs&) = delete;
    Syncs& operator=(const Syncs&) = delete;

    // Whether the file was synced.
    bool contain(const std::string& file) const { return std::ranges::find(all, file, &Sync::file) != all.end(); }

    std::vector<Sync> all;
};

void add_document(StoreWriter& writer, const std::string& text) {
    writer.begin({.location = text, .text = text});
}

// SQLite without shared memory, and so without a log: as on some network file systems.
class FilesWithoutLog {
public:
    FilesWithoutLog() : before_(sqlite3_vfs_find(nullptr)) {
        sqlite3_vfs_register(sqlite3_vfs_find("unix-dotfile"), 1);
    }
    ~FilesWithoutLog() { sqlite3_vfs_register(before_, 1); }
    FilesWithoutLog(const FilesWithoutLog&) = delete;
    FilesWithoutLog& operator=(const FilesWithoutLog&) = delete;

private:
    sqlite3_vfs* before_;
};

}  // namespace

extern "C" [[gnu::visibility("default")]] int fsync(int descriptor) {
    return synced(descriptor, SYS_fsync);
}
extern "C" [[gnu::visibility("default")]] int fdatasync(int descriptor) {
    return synced(descriptor, SYS_fdatasync);
}

TEST_CASE("a commit is on the disk when it returns") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("kith.db"));
    add_document(writer, "Ada met Bo.");
    {
        const Syncs made;
        writer.commit();
        CHECK(made.contain("kith.db"));
        CHECK(made.contain("."));
    }
    for (const char* text : {"Bo met Cy.", "Cy met Dee."}) {
        add_document(writer, text);
        const Syncs added;
        writer.commit();
        CHECK(added.contain("kith.db-wal"));
    }
}

TEST_CASE("without a log too a commit is on the disk when it returns") {
    const FilesWithoutLog files;
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("kith.db"));
    for (const char* text : {"Ada met Bo.", "Bo met Cy."}) {
        add_document(writer, text);
        const Syncs synced;
        writer.commit();
        CHECK_FALSE(std::filesystem::exists(directory.file("kith.db-wal")));
        CHECK(synced.contain("kith.db"));
        // That the journal is gone: were it found again, it would be rolled back.
        REQUIRE_FALSE(synced.all.empty());
        CHECK(synced.all.back().file == ".");
        CHECK_FALSE(synced.all.back().has_beside("kith.db-journal"));
    }
}

TEST_CASE("a new file is on the disk before its name leads to it, and its name when it is in place") {
    const test::TemporaryDirectory directory;
    directory.write("war.json", "old");
    NewFile file(directory.file("war.json"));
    const std::string name = std::filesystem::path(file.path()).filename().string();
    const Syncs syncs;
    file.put_in_place();
    REQUIRE(syncs.all.size() == 2);
    CHECK(syncs.all[0].file == name);
    CHECK(syncs.all[1].file == ".");
    CHECK_FALSE(syncs.all[1].has_beside(name));
}

TEST_CASE("a snapshot is on the disk before its name leads to it") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    bench::write_random_database({.actors = 50, .claims = 100, .seed = 3}, path);
    const Store store(path);
    const Syncs syncs;
    build_snapshot(store);
    REQUIRE(syncs.all.size() == 2);
    CHECK(syncs.all[0].file.starts_with("kith.db.graph."));
    CHECK_FALSE(syncs.all[0].has_beside("kith.db.graph"));
    CHECK(syncs.all[1].file == ".");
    CHECK(syncs.all[1].has_beside("kith.db.graph"));
}
