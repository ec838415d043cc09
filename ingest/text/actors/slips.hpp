// Names of an article that are another of its names, or of the gazetteer's, but for a slip of the pen.
//
//     "Soelimani" beside "Soleimani"            // once, where the other is known or stands more often
//     "Tump" beside "Trump", "Coihen" of Cohen  // a letter within, where the other stands often
//     "Bowe Berdahl", "Syad Farook"             // beside other words that are the same
//     "INSCR" beside "INCSR"
//     "Adhamiya" beside "Adhamiyah", "Activison" beside "Activision"  // long words that nobody knows
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ingest/text/actors/surface.hpp"

namespace kith::text {

// Whether the name is long enough to be known but for a slip; persons go by whole names.
bool is_long_for_slip(const Surface& surface);

// What the gazetteer has but for a slip, of the same sort: "Vladmir Putin", "Bangaldesh". The caller knows whether the text is
// on its state.
std::optional<GazetteerMatch> known_but_for_slip(const Gazetteer& gazetteer, const Surface& surface);

class Slips {
public:
    // The surfaces must outlive this, and keep their words and places.
    Slips(const Document& document, const std::vector<Surface>& surfaces);

    // The only surface that an unknown one is meant for; none: it is written as it should be, or may be two's.
    std::size_t meant_by(const Surface& surface) const;

private:
    std::size_t bearer_of_misspelt(const Surface& surface) const;
    bool is_frequent_but_for_letter(const std::string& wrong, const std::string& right) const;
    std::size_t known_but_for_letter(const Surface& surface) const;
    std::size_t acronym_with_turned_letters(const Surface& surface) const;
    std::size_t well_spelt(const Surface& surface) const;
    std::size_t with_another_letter(const Surface& surface) const;
    std::size_t transcribed_otherwise(const Surface& surface) const;
    bool is_with_another_letter(const Surface& surface, const Surface& other, std::size_t word) const;
    bool stand_in_one_sentence(const Surface& rare_one, const Surface& other) const;
    std::size_t times_with(const Surface& surface, std::size_t word) const;

    const Document& document_;
    const std::vector<Surface>& surfaces_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_beginning_;  // known, or named more than once
    std::unordered_map<std::string, std::vector<std::size_t>> by_words_around_;
    std::unordered_map<std::string, std::vector<std::size_t>> acronyms_;  // by their letters in alphabetical order
    std::unordered_map<std::string_view, std::size_t> alone_;             // how often a word is the whole name
    std::unordered_set<std::string_view> in_longer_;                      // words of names of several
    std::vector<std::size_t> persons_;                                    // of several words, the first of them
    std::vector<std::size_t> known_words_;                                // known ones of one word that stand often
    std::unordered_map<char, std::vector<std::size_t>>
        long_words_;  // unknown, of one long word, no persons; by its first letter
};

}  // namespace kith::text
