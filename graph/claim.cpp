#include "graph/claim.hpp"

#include <algorithm>
#include <array>

namespace kith {

namespace {

constexpr std::array<std::string_view, 7> status_names = {"actual", "planned", "possible", "demanded",
                                                          "denied", "former",  "rejected"};
constexpr std::array statuses = {Status::actual,   Status::planned, Status::possible,
                                 Status::demanded, Status::denied,  Status::former};

}  // namespace

std::span<const Status> all_statuses() {
    return statuses;
}

std::string_view to_string(Status status) {
    const auto place = static_cast<std::size_t>(status);
    return place < status_names.size() ? status_names[place] : "unknown";
}

std::optional<Status> parse_status(std::string_view name) {
    const auto found = std::ranges::find(status_names, name);
    const auto place = static_cast<std::size_t>(found - status_names.begin());
    return place < statuses.size() ? std::optional(statuses[place]) : std::nullopt;
}

}  // namespace kith
