// Completion for shells: commands, options, the words that an option takes, and files where one is wanted. What is left
// (names of entities) no shell can know.
#pragma once

#include <string>
#include <vector>

#include "query/cli/definition.hpp"

namespace kith::cli {

std::string bash_completion(const std::vector<CommandDefinition>& commands);
std::string zsh_completion(const std::vector<CommandDefinition>& commands);
std::string fish_completion(const std::vector<CommandDefinition>& commands);

}  // namespace kith::cli
