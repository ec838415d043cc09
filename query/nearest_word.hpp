// "Did you mean": the known word nearest to an unknown one, for words that kith itself knows (relations, commands).
// Names of entities are looked up by Store::find_entity, which has suggestions of its own.
//
//     nearest_word("suplies", {"supplies", "funds"})   // "supplies"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] kith {

// The first of the words with the smallest edit distance; nothing where none looks like a misspelling of it.
std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& known);

}  // namespace kith
