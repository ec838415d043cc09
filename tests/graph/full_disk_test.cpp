// A disk that fills up, played by a limit on the size of files.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "graph/error.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    void (*handler_)(int);
    rlimit before_{};
};

void add_documents(StoreWriter& writer, int first, int count) {
    for (int i = first; i < first + count; ++i) {
        const std::string text = std::string(20'000, 'a') + std::to_string(i);
        writer.begin({.location = std::to_string(i), .text = text});
    }
}

}  // namespace

TEST_CASE("a disk that fills up during a run leaves the database as it was") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        add_documents(writer, 0, 3);
        writer.commit();
    }
    const std::string before = test::read_file(path);
    {
        const FileSizeLimit limit(1'000'000);
        StoreWriter writer(path);
        CHECK_THROWS_AS((add_documents(writer, 3, 10'000), writer.commit()), Error);
    }
    CHECK(test::read_file(path) == before);
    CHECK(Store(path).statistics().documents == 3);
}

TEST_CASE("a new database that does not fit is taken away again") {
    const test::TemporaryDirectory directory;
    {
        const FileSizeLimit limit(300'000);
        CHECK_THROWS_AS(
            [&] {
                StoreWriter writer(directory.file("kith.db"));
                add_documents(writer, 0, 10'000);
                writer.commit();
            }(),
            Error);
    }
    CHECK(std::filesystem::is_empty(directory.path()));
}
