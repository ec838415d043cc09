// Whom an entity is named with.
//
//     const Company one({{17, 2, 5}, {23, 1, 900}}, {3, 8}, 1000);   // beside 17 in two of its documents; 17 is in five
//     likeness(one, other)                                           // 0.6: named along with the same others
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "graph/entity.hpp"

namespace kith {

// So many of an entity's documents with a text are looked at, those first whose texts have the smallest SHA-256.
inline constexpr std::size_t most_documents_of_company = 40;
// A text that names more says nothing of who belongs together: a list names thousands.
inline constexpr std::size_t most_named_in_company = 1000;

class Company {
public:
    // Another who is named in these documents.
    struct Other {
        EntityId entity = 0;
        std::int64_t together = 0;   // in how many of them
        std::int64_t documents = 0;  // in how many of all
    };
    Company() = default;
    // The others by id; `all_documents`: how many there are at all.
    Company(const std::vector<Other>& others, std::vector<std::int64_t> documents, std::int64_t all_documents);

private:
    std::vector<std::pair<EntityId, double>> others_;  // by id, of length 1
    std::vector<std::int64_t> documents_;              // in order
    friend double likeness(const Company& one, const Company& other);
    friend std::size_t shared_documents(const Company& one, const Company& other);
};

// Cosine of the two bags of others, rare ones weighing more. 0 to 1.
double likeness(const Company& one, const Company& other);
// In how many of these documents both are named as two.
std::size_t shared_documents(const Company& one, const Company& other);

}  // namespace kith
