#include "ingest/documents/containers/expansion.hpp"

#include "ingest/documents/unusable_input.hpp"

namespace kith {

Expansion::Level::Level(Expansion& expansion, const std::string& file) : expansion_(expansion) {
    if (expansion.depth_ == deepest) {
        throw UnusableInput(InputPosition{file}, "nested deeper than " + std::to_string(deepest) + " levels",
                            "Unpack the outer ones first.");
    }
    ++expansion.depth_;
}

void Expansion::refuse(const std::string& file) {
    throw UnusableInput(
        InputPosition{file},
        "unpacked it is more than " + std::to_string(most_times) + " times as large as packed, as no text is",
        "If that is meant, unpack it first.");
}

}  // namespace kith
