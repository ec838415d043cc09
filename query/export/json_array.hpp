// The elements of a JSON array as they come, a line each, between what the format has before and behind them.
#pragma once

#include <ostream>

#include "query/export/json.hpp"

namespace kith {

class JsonArray {
public:
    // The stream must outlive it, and holds the opening bracket already.
    explicit JsonArray(std::ostream& out) : out_(out) {}

    void add(const Json& element) {
        out_ << (is_first_ ? "\n" : ",\n") << compact(element);
        is_first_ = false;
    }

private:
    std::ostream& out_;
    bool is_first_ = true;
};

}  // namespace kith
