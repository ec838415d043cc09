// A file that takes another's place at once and for good, or leaves it as it was.
//
//     NewFile file("war.db.graph");              // war.db.graph.x7Qz3A, until it is put in place
//     fill(file.path());
//     file.put_in_place();
//
// Readers see the old file or the new one, whole, also after a power cut: the content is on the disk before the name
// leads to it, and the name before put_in_place returns. The new file has the rights of the old one; where there is
// none, those of the file that it is made from, or that any new file of the process has. A link stays one: the file that
// it leads to is replaced.
#pragma once

#include <string>

namespace [[gnu::visibility("default")]] kith {

class NewFile {
public:
    // Makes an empty file beside `target`, of a name that nobody else has. `source`, where it is given, is the file whose
    // content the new one repeats: who may not read that one may not read this one. Throws Error where that fails.
    explicit NewFile(const std::string& target, const std::string& source = "");
    // Takes it away unless it was put in place.
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    const std::string& path() const { return path_; }

    // Throws Error where that fails; the old file then stands.
    void put_in_place();

private:
    std::string target_;
    std::string path_;
};

}  // namespace kith
