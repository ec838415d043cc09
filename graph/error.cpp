#include "graph/error.hpp"

#include <cstring>
#include <utility>

namespace kith {

std::string to_string(const InputPosition& position) {
    std::string text = position.file;
    if (position.line > 0) {
        text += ":" + std::to_string(position.line);
        if (position.column > 0) text += ":" + std::to_string(position.column);
    }
    return text;
}

Error::Error(std::string_view problem, std::string next_step)
    : std::runtime_error(std::string(problem)), problem_(problem), next_step_(std::move(next_step)) {}

Error::Error(const InputPosition& position, const std::string& problem, std::string next_step)
    : std::runtime_error((position.file.empty() ? "" : to_string(position) + ": ") + problem),
      position_(position),
      problem_(problem),
      next_step_(std::move(next_step)) {}

// strerror translates, and is not for several threads.
std::string system_reason(int error_number) {
    const char* reason = strerrordesc_np(error_number);
    return reason == nullptr ? "error " + std::to_string(error_number) : reason;
}

}  // namespace kith
