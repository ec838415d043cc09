// Which entities there are, and who goes by a name.
#pragma once

#include "graph/search/claimed_entities.hpp"
#include "query/ask/question.hpp"

namespace kith {

using EntitiesAnswer = EntitiesFound;

Json json_of(const EntitiesAnswer& answer);

const Question& entities_question();
EntitiesAnswer answer_entities(const Store& store, const Arguments& arguments, Notes& notes);

struct NameAnswer {
    struct Bearer {
        Entity entity;
        std::vector<std::string> aliases;  // its other names
    };
    std::vector<Bearer> bearers;
    std::vector<std::string> suggestions;  // where there are none
};

Json json_of(const NameAnswer& answer);

const Question& find_entity_question();
NameAnswer answer_find_entity(const Store& store, const Arguments& arguments, Notes& notes);

}  // namespace kith
