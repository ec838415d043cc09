// Which edition of a list an input is: by its bytes, since names of files tell nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/documents/input.hpp"

namespace kith {

// 32 hexadecimal digits of XXH3's 128 bits.
std::string digest(std::string_view bytes);
std::string digest_of_file(const std::string& path);  // empty: it cannot be read

class Edition {
public:
    // Nothing may have been read.
    explicit Edition(Input& input);

    // Of what is contained in an archive, the archive's. A file is read through when it is first asked for. Empty: a long
    // stream, of which one cannot tell before it is read.
    const std::string& text();

private:
    std::string container_;
    std::optional<std::string> text_;
};

}  // namespace kith
