// Manual pages in the language of man(7): kith.1, and one for each command (`man kith-path`).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/cli/definition.hpp"

namespace kith::cli {

std::string manual_page(const std::vector<CommandDefinition>& commands, std::string_view version);
std::string manual_page(const CommandDefinition& command, std::string_view version);

}  // namespace kith::cli
