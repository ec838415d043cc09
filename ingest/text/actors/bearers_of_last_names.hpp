// Who each mention by a last name alone is, once names have their actors: by the title before it, by the office behind it,
// and by who speaks. Of most texts it is whom the name is anyway.
//
//     "Mr. Clinton" is not Hillary; "President Obama" not Michelle
//     "the Clinton administration"                  // Bill's
//     "Mr. Krumm" beside Sgt. Abe Krumm             // his father, if the text names him
//     "Mrs Krumm" beside Abe Krumm                  // his wife, or somebody whom it names no otherwise
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ingest/text/actors/last_names.hpp"
#include "ingest/text/actors/offices.hpp"
#include "ingest/text/actors/surface.hpp"

namespace kith::text {

class BearersOfLastNames {
public:
    // All must outlive this; `actor_of` gives whom the gazetteer knows, new to the document or not.
    BearersOfLastNames(Document& document, const std::vector<Surface>& surfaces, Offices& offices,
                       std::function<ActorIndex(const GazetteerEntry&)> actor_of);

    // Sets the actors of mentions that have one word of a person.
    void assign();

private:
    // How the mentions of a last name are titled, and the only son who may be meant by it.
    struct Titles {
        ActorIndex junior;
        bool has_man = false, has_woman = false;
    };

    ActorIndex bearer(const Surface& surface, MentionIndex mention, const Titles& titles);
    ActorIndex of_gender(const std::string& last_name, Gender gender) const;
    ActorIndex civilian(const std::string& last_name) const;
    ActorIndex named_by_title(MentionIndex mention);
    ActorIndex only_junior(const Surface& surface) const;
    const std::vector<std::size_t>& named_in_full(const std::string& word) const;

    Document& document_;
    const std::vector<Surface>& surfaces_;
    Offices& offices_;
    const std::function<ActorIndex(const GazetteerEntry&)> actor_of_;
    const SpeakersOfLastNames speakers_;
    const Spouses spouses_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_word_;   // persons of several words, by each
    std::unordered_map<std::size_t, std::vector<std::size_t>> of_entry_;  // persons, by the entry's number
    std::unordered_set<std::size_t> soldiers_;                            // actors: "Sgt. Abe Krumm"
    std::unordered_map<std::string, ActorIndex> titled_;                  // "Mrs Krumm", who is named no otherwise
};

}  // namespace kith::text
