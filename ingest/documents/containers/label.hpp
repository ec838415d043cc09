// What a file in a container is called: a label, which leads nowhere on this machine.
//
//     contained_path("war.zip", "../../etc/passwd")   // "war.zip!/../../etc/passwd"
#pragma once

#include <string>
#include <string_view>

namespace kith {

// The name that a stranger gave it as a label: valid UTF-8 on one line, of bounded length, without the root.
std::string label_of(std::string_view name);

// Whether it is left out as hidden files of folders are: what begins with a point, what macOS adds to its archives.
bool is_hidden(std::string_view label);

std::string contained_path(std::string_view container, std::string_view name);

}  // namespace kith
