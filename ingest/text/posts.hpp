// Posts: which offices the document gives to which persons, so that "the Nigerian president" is taken for nobody whom
// it calls the spokesman of Niger.
//
//     "Nigerian Information Minister Mohammed Idris"       minister, of Nigeria
//     "Abu Ubaida, a spokesman of Hamas"                   spokesman, of Hamas
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/text/document.hpp"

namespace kith::text {

class Posts {
public:
    // Reads the titles beside the names; the phrases must be there.
    explicit Posts(const Document& document);

    // Whether the document tells such a post of the actor; may_have: or tells none at all.
    bool has(std::size_t actor, const std::string& post) const;
    bool may_have(std::size_t actor, const std::string& post) const;

    // Whether the actor's posts are of the state; `unknown` where no state is told of him. Any state fits the empty
    // one.
    bool of_state(std::size_t actor, const std::string& state, bool unknown) const;

private:
    using Words = std::unordered_map<std::size_t, std::vector<std::string>>;

    void learn_title(const Phrase& phrase);
    void learn_apposition(std::size_t p);
    void learn(std::size_t person, const std::string& post, Range owners);

    const Document& document_;
    Words posts_, owners_;  // by actor; owners: a state for all its organs, otherwise the body's own name
};

}  // namespace kith::text
