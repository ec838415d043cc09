// Whom kith's own lines name, and where: documents, claims and mentions without a store, for engines that bring together
// what many machines have read (api/resolution).
//
//     json_of(told_references(lines))    // {"documents": [{"location": ..., "mentions": [[0, 6, 0]], ...}], "references": [...]}
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/entity.hpp"
#include "query/export/json.hpp"

namespace kith {

// A claim by its parties, which are references, and by all else that tells it from another.
struct ToldClaim {
    std::size_t subject = 0, object = 0;
    std::optional<std::size_t> speaker{}, place{};
    bool is_symmetric = false;
    std::string identity{};
};

struct ToldMention {
    std::int64_t begin = 0, end = 0;
    std::size_t reference = 0;
};

struct ToldDocument {
    std::string location{};
    std::string sha256{};  // by which a store tells documents
    bool has_text = false;
    std::vector<ToldMention> mentions{};
    std::vector<ToldClaim> claims{};
};

struct ToldReferences {
    std::vector<ToldDocument> documents{};
    std::vector<EntityReference> references{};  // in the order of their first naming, each once
};

// What is no line of kith's is passed over.
ToldReferences told_references(const std::vector<std::string>& lines);
Json json_of(const ToldReferences& told);

// Of a whole reference (query/export/json). Throws RejectedRecord for what is none.
EntityReference reference_in(const Json& json);

}  // namespace kith
