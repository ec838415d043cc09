// Thrown for an input, or one record of it, that cannot be used. The door notes it and goes on with the next; in a
// strict run it ends the run as the Error that it is.
#pragma once

#include <cstddef>
#include <string>

#include "graph/error.hpp"

namespace [[gnu::visibility("default")]] kith {

class UnusableInput : public Error {
public:
    using Error::Error;

    Skipped skipped() const { return {position(), next_step().empty() ? problem() : problem() + ". " + next_step()}; }
};

// "16 MiB", for what is told of limits.
inline std::string mebibytes(std::size_t bytes) {
    return std::to_string(bytes >> 20) + " MiB";
}

}  // namespace kith
