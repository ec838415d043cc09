// Whose a last name is that several persons of an article bear. Who speaks by it is whoever was named in full a sentence or
// two before ("... Kim Dong-yub, an expert. ... Kim added" is not Kim Jong Un), "Mrs Krumm" whom the text tells as Mr
// Krumm's wife; and a relative's last name goes on to be his whose relative it is.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/text/actors/surface.hpp"
#include "ingest/text/words/gender_words.hpp"

namespace kith::text {

// Of a person of the document, in lower case: "krumm" of Abe Krumm and of Abe Krumm Jr.; "kim" of Kim Jong Un, whom the
// gazetteer has, and of Kim Dong-yub.
const std::string& last_name_of(const Surface& person);
// ... or the last word of the name.
bool is_last_name(std::string_view word, const Surface& person);
bool has_family_name_first(const Surface& person);

// Whether the name is told of one of somebody's family: "his wife, Ada Krumm", "Ada Krumm, his wife", whose last name goes on
// to be his.
bool is_told_as_relative(const Document& document, Range name);

// Whether the last name alone stands before the longer one, but for headings: "Trump met Kim ... with Ivanka Trump". Whoever
// needs a full name has it first.
bool comes_before(const Document& document, const Surface& last_name, const Surface& longer);

class SpeakersOfLastNames {
public:
    // Both must outlive this; the surfaces have their actors.
    SpeakersOfLastNames(const Document& document, const std::vector<Surface>& surfaces);

    // Of a mention by the last name alone; none: it speaks not, nobody of the name stands near, or nobody else has it.
    ActorIndex named_before(const Surface& surface, MentionIndex mention) const;

private:
    struct Bearer {
        Range name;  // tokens of a mention in full
        std::size_t surface = 0;
    };

    bool speaks(MentionIndex mention) const;

    const Document& document_;
    const std::vector<Surface>& surfaces_;
    // Of names that several actors bear, in the order of the text.
    std::unordered_map<std::string_view, std::vector<Bearer>> by_last_name_;
};

// Who is told as husband or wife of whom by a given name: "Abe Krumm's wife, Ada". She is "Mrs Krumm".
class Spouses {
public:
    // The surfaces have their actors.
    Spouses(const Document& document, const std::vector<Surface>& surfaces);

    // None: nobody of the gender is told as theirs.
    ActorIndex of(ActorIndex person, Gender gender) const;

private:
    std::map<std::pair<ActorIndex, Gender>, ActorIndex> spouses_;
};

}  // namespace kith::text
