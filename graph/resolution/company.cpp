#include "graph/resolution/company.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace kith {

Company::Company(const std::vector<Other>& others, std::vector<std::int64_t> documents, std::int64_t all_documents)
    : documents_(std::move(documents)) {
    std::ranges::sort(documents_);
    const double all = static_cast<double>(all_documents) + 1.0;
    double length = 0.0;
    for (const Other& each : others) {
        const double rarity = std::log(all / static_cast<double>(std::max<std::int64_t>(1, each.documents)));
        const double weight = std::log1p(static_cast<double>(each.together)) * rarity;
        others_.emplace_back(each.entity, weight);
        length += weight * weight;
    }
    for (auto& [entity, weight] : others_) weight = length > 0.0 ? weight / std::sqrt(length) : 0.0;
}

double likeness(const Company& one, const Company& other) {
    double sum = 0.0;
    for (auto a = one.others_.begin(), b = other.others_.begin(); a != one.others_.end() && b != other.others_.end();) {
        if (a->first == b->first)
            sum += a++->second * b++->second;
        else if (a->first < b->first)
            ++a;
        else
            ++b;
    }
    return sum;
}

std::size_t shared_documents(const Company& one, const Company& other) {
    std::vector<std::int64_t> shared;
    std::ranges::set_intersection(one.documents_, other.documents_, std::back_inserter(shared));
    return shared.size();
}

}  // namespace kith
