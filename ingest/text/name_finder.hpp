// Finds the tokens that make names; names.cpp decides who they are.
#pragma once

#include <vector>

#include "ingest/text/document.hpp"
#include "ingest/text/gazetteer.hpp"

namespace kith::text {

struct FoundName {
    Range tokens;
    std::size_t sentence = 0;
    const GazetteerEntry* entry = nullptr;  // null: by shape
    bool adjective = false;
    std::optional<EntityKind> kind;  // where its words or its title tell
    std::string state;               // of "Russian Defense Ministry"
    Gender gender = Gender::unknown;
};

// In text order, without overlaps. Headings give only names that the gazetteer knows or that stand elsewhere too.
std::vector<FoundName> find_names(const Document& document);

}  // namespace kith::text
