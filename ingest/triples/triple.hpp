// Statements of RDF as they come, by serd: N-Triples and N-Quads line by line, Turtle as a stream.
//
//     read_turtle(read, "friends.ttl", [](const Triple& triple) { ... });
//
// Blank nodes in blank nodes are bounded to 64 levels, since serd descends into them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "graph/claim.hpp"
#include "graph/error.hpp"

namespace kith::triples {

struct Triple {
    std::string_view subject{}, predicate{}, object{};  // whole addresses; of blank nodes "_:" and a name
    bool is_literal = false;                            // the object
    std::string_view language{};                        // of a literal
    std::size_t line = 0;
    TextSpan bytes{};  // of the line in which it ends
};

using TakeTriple = std::function<void(const Triple&)>;
using ReadBytes = std::function<std::size_t(char* target, std::size_t size)>;

// One line. Why it is none; empty: it is one, or says nothing.
std::string read_ntriple(std::string_view line, std::size_t number, std::size_t offset, const TakeTriple& take);

// Why and where reading stopped; nothing: at the end. What stands before was taken.
std::optional<Skipped> read_turtle(const ReadBytes& read, const std::string& file, const TakeTriple& take);

}  // namespace kith::triples
