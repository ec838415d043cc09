// Groups of entities as a table, for `kith communities` and `kith components`.
//
//     Entities  Among them
//            8  Hezbollah, Russia, Wagner Group, Iran and 4 more
#pragma once

#include <cstddef>
#include <vector>

#include "query/cli/console.hpp"
#include "query/overview.hpp"

namespace kith::cli {

// The groups, and how many groups and lone entities are not among them.
void print_groups(const std::vector<GroupView>& groups, std::size_t group_count, std::size_t lone_entities,
                  Console& console);

}  // namespace kith::cli
