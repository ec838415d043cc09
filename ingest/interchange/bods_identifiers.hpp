// Numbers in registers as BODS has them: {"scheme": "GB-COH", "id": "07444723"}.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "graph/identifier.hpp"

namespace kith::interchange {

// `of_lists`: codes of lists and their schemes. A list that is not known gives a registration or a passport of the state that its code
// begins with, else an entry of a list of that name: of all of those one, since somebody may stand there often.
std::vector<Identifier> bods_identifiers(const nlohmann::json& details,
                                         const std::vector<std::pair<std::string_view, std::string_view>>& of_lists);

}  // namespace kith::interchange
