// The files in an archive (zip, tar), and what is in a compressed file (gzip, zstd, xz, bzip2), one after another and
// as streams: nothing is written to the disk, and nothing held in memory but a block.
//
//     Expansion expansion;
//     for (Archive archive(input, expansion); archive.next();) {
//         Input file(archive.path(), [&](char* target, std::size_t size) { return archive.read(target, size); });
//         ...
//     }
//
// A file in an archive is called "war.zip!/reports/may.html". Its name is a label and never a path of this machine, so
// that "../../etc/passwd" does no harm. libarchive does the work; of its filters those are left out that start other
// programs.
#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/documents/containers/expansion.hpp"
#include "ingest/documents/input.hpp"

struct archive;
struct archive_entry;

namespace kith {

// By the first half KiB.
bool looks_like_archive(std::string_view head);

// Without what compression has added to it: "war.csv.gz" is "war.csv".
std::string_view without_compression_ending(std::string_view name);

class Archive {
public:
    // Both must outlive it. Throws UnusableInput for what is none, and where containers are nested too deep.
    Archive(Input& input, Expansion& expansion);

    // Goes to the next file in it that is neither hidden nor a folder, a link or the like. False at the end, also where
    // reading has failed. Throws UnusableInput where the rest is damaged.
    bool next();

    const std::string& path() const { return path_; }  // of the file at hand

    // Its bytes; 0 at the end. Throws UnusableInput for a file that is damaged or encrypted.
    std::size_t read(char* target, std::size_t size);

private:
    struct Close {
        void operator()(archive* opened) const;
    };

    static long read_block(archive* opened, void* self, const void** block);
    static long long seek_to(archive* opened, void* self, long long offset, int whence);
    long take_block(const void** block);
    [[noreturn]] void fail();
    std::string problem() const;
    std::string path_of_entry() const;

    Input& input_;
    Expansion& expansion_;
    const Expansion::Level level_;
    const bool is_outermost_;
    std::unique_ptr<archive, Close> archive_;
    archive_entry* entry_ = nullptr;
    std::string path_;
    std::vector<char> block_;
    long long position_ = 0;      // in the input
    std::uint64_t counted_ = 0;   // of what the outermost compression gave
    std::exception_ptr failure_;  // from within libarchive's calls to us
    bool is_first_ = true;
    bool is_broken_ = false;
};

}  // namespace kith
