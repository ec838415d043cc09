// What pages leave in their text of the previews that open over a linked name: the person's full name once more, headlines
// glued to it, and "MORE".
//
//     without_link_previews("Sen. Ann Lee Annette (Ann) LeeMayor visits Oslo Talks go on MORE (D-Ohio) said")
//     // "Sen. Ann Lee (D-Ohio) said"
#pragma once

#include <string>
#include <string_view>

namespace kith {

// A preview goes only where the last name that the headlines are glued to stands just before the full name, too.
std::string without_link_previews(std::string_view paragraph);

}  // namespace kith
