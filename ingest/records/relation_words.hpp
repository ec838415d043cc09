// Relations as tables write them: in letters of any case, with blanks or hyphens, as a verb, or from the other side.
//
//     RelationWords words(ontology);
//     words.find("Supplies")        // supplies
//     words.find("is owned by")     // owns, with subject and object swapped
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/relation.hpp"

namespace kith::records {

struct RelationWord {
    const Relation* relation = nullptr;  // null: the word is none
    bool is_inverse = false;
};

class RelationWords {
public:
    // `ontology` must outlive it.
    explicit RelationWords(const Ontology& ontology);

    RelationWord find(std::string_view word) const;

private:
    std::unordered_map<std::string_view, const Relation*> names_;  // as they are: most tables have these
    std::unordered_map<std::string, RelationWord> keys_;
};

// What an entity is where nothing tells its kind: an organisation, unless the relation takes none on that side.
EntityKind usual_kind(const Relation* relation, bool is_subject);

}  // namespace kith::records
