// Archives and compressed files, made by libarchive in memory.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace kith::test {

using PackedFile = std::pair<std::string, std::string>;  // name, content

// `format` is one of libarchive's ("zip", "pax", "raw"), `filter` too ("gzip", "zstd", "none"); `options` as it takes
// them.
inline std::string packed(const std::vector<PackedFile>& files, const std::string& format,
                          const std::string& filter = "none", const std::string& options = "",
                          const std::string& password = "") {
    std::string bytes;
    archive* const writer = archive_write_new();
    const auto require = [&](int status) {
        if (status < ARCHIVE_WARN) throw std::runtime_error(archive_error_string(writer));
    };
    require(archive_write_set_format_by_name(writer, format.c_str()));
    if (filter != "none") require(archive_write_add_filter_by_name(writer, filter.c_str()));
    archive_write_set_bytes_in_last_block(writer, 1);
    if (!options.empty()) require(archive_write_set_options(writer, options.c_str()));
    if (!password.empty()) require(archive_write_set_passphrase(writer, password.c_str()));
    const auto append = [](archive*, void* target, const void* block, std::size_t size) -> la_ssize_t {
        static_cast<std::string*>(target)->append(static_cast<const char*>(block), size);
        return static_cast<la_ssize_t>(size);
    };
    require(archive_write_open(writer, &bytes, nullptr, append, nullptr));
    for (const auto& [name, content] : files) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        require(archive_write_header(writer, entry));
        if (!content.empty() && archive_write_data(writer, content.data(), content.size()) < 0) require(ARCHIVE_FATAL);
        archive_entry_free(entry);
    }
    require(archive_write_close(writer));
    archive_write_free(writer);
    return bytes;
}

inline std::string zip(const std::vector<PackedFile>& files) {
    return packed(files, "zip");
}
inline std::string compressed(const std::string& content, const std::string& filter) {
    return packed({{"content", content}}, "raw", filter);
}

}  // namespace kith::test
