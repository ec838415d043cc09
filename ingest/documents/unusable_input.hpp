// Thrown for an input, or one record of it, that cannot be used. The door notes it and goes on with the next; in a
// strict run it ends the run as the Error that it is.
#pragma once

#include "graph/error.hpp"

namespace [[gnu::visibility("default")]] kith {

class UnusableInput : public Error {
public:
    using Error::Error;

    Skipped skipped() const { return {position(), next_step().empty() ? problem() : problem() + ". " + next_step()}; }
};

}  // namespace kith
