// What an article goes by in files of annotation and of claims: its name without folders and ending, so that the
// annotation of "sdf-757" and the claims of "texts/sdf-757.txt" meet.
#pragma once

#include <string>
#include <string_view>

namespace kith::evaluation {

// "sdf-757" of "texts/sdf-757.txt". Points at the beginning of a name are part of it.
std::string article_key(std::string_view document);

}  // namespace kith::evaluation
