#include "graph/error.hpp"

#include <cstring>
#include <utility>

namespace kith {

std::string to_string(const Place& place) {
    std::string text = place.file;
    if (place.line > 0) {
        text += ":" + std::to_string(place.line);
        if (place.column > 0) text += ":" + std::to_string(place.column);
    }
    return text;
}

Error::Error(std::string_view problem, std::string next_step)
    : std::runtime_error(std::string(problem)), problem_(problem), next_step_(std::move(next_step)) {}

Error::Error(const Place& place, const std::string& problem, std::string next_step)
    : std::runtime_error(to_string(place) + ": " + problem),
      place_(place),
      problem_(problem),
      next_step_(std::move(next_step)) {}

// strerror translates, and is not for several threads.
std::string system_reason(int error_number) {
    const char* reason = strerrordesc_np(error_number);
    return reason == nullptr ? "error " + std::to_string(error_number) : reason;
}

}  // namespace kith
