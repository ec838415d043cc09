#include "ingest/text/actors/slips.hpp"

#include <algorithm>

#include "graph/ascii.hpp"
#include "graph/names/spelling_distance.hpp"
#include "ingest/text/words/gender_words.hpp"
#include "ingest/text/words/generic_words.hpp"

namespace kith::text {
namespace {

constexpr std::size_t shortest_misspelt = 7;     // letters of a word: "Hamas" and "Hama" are two
constexpr std::size_t shortest_beside = 5;       // ... beside other words that are the same: "Sanchez Ceran"
constexpr std::size_t shortest_within = 4;       // ... that may have a slip within, not at the ends: "Tump"
constexpr std::size_t shortest_transcribed = 4;  // ... beside others of a person's name: "Syed", "Syad"
constexpr std::size_t shortest_turned = 5;       // ... that two letters in turned order may make another of: "Bryne"
constexpr std::size_t shortest_acronym = 4;
constexpr std::size_t shortest_unknown = 8;  // ... that nobody knows, alone: "Activison"
constexpr std::size_t long_word = 10;        // that may have two slips: "Khordokovsky"
constexpr std::size_t rare = 2;              // mentions of the one that is misspelt, if the word is no longer than that
constexpr double most_misspelt = 1.0;        // a consonant, or two neighbours in turned order
constexpr double most_transcribed = 0.4;     // a letter doubled, or one that transliterations have or lack
constexpr std::size_t most_compared = 64;    // of an article's surfaces, with one: articles may be hostile

// That transcriptions of one name have.
bool are_vowels_for_one(char one, char other, bool in_long_word) {
    const std::string pair{std::min(one, other), std::max(one, other)};
    return pair == "ae" || pair == "ou" || pair == "iy" || (in_long_word && (pair == "ai" || pair == "ei"));
}

bool is_word(std::string_view word) {
    return std::ranges::all_of(word, ascii::is_letter);
}

// Whether a letter more, another or two in turned order make one word of the other.
bool differs_by_letter(std::string_view one, std::string_view other) {
    if (one.size() < other.size()) std::swap(one, other);
    const auto [first, second] = std::ranges::mismatch(one, other);
    const std::string_view rest(first, one.end()), other_rest(second, other.end());
    if (one.size() == other.size() + 1) return rest.substr(1) == other_rest;
    if (one.size() != other.size() || rest.empty()) return false;
    const bool turned = rest.size() > 1 && rest[0] == other_rest[1] && rest[1] == other_rest[0] &&
                        rest.substr(2) == other_rest.substr(2);
    return turned || rest.substr(1) == other_rest.substr(1);
}

// All words but one, which stands there.
std::string words_around(const Surface& surface, std::size_t word) {
    std::string around;
    for (std::size_t i = 0; i < surface.words.size(); ++i) around.append(i == word ? "?" : surface.words[i]) += ' ';
    return around;
}

std::string beginning_of(const Surface& surface, const std::string& word) {
    return std::to_string(surface.words.size()) + word.substr(0, 2);
}

bool is_acronym(const Surface& surface) {
    return !surface.person && surface.text.size() >= shortest_acronym &&
           std::ranges::all_of(surface.text, ascii::is_upper);
}

std::string in_order(std::string letters) {
    std::ranges::sort(letters);
    return letters;
}

// "Cowen" of Cowan, "Morsy" of Morsi; of longer words "Malaki" of Maliki. But Burton is not Barton, nor Muller Miller.
bool is_with_another_vowel(std::string_view wrong, std::string_view right, std::size_t shortest = shortest_turned) {
    if (wrong.size() != right.size() || wrong.size() < shortest) return false;
    std::size_t others = 0;
    for (std::size_t i = 0; i < wrong.size(); ++i) {
        if (wrong[i] == right[i]) continue;
        if (i == 0 || !are_vowels_for_one(wrong[i], right[i], wrong.size() > shortest_turned)) return false;
        ++others;
    }
    return others == 1;
}

bool is_last_name_with_slip(const std::string& wrong, const std::string& right) {
    if (std::min(wrong.size(), right.size()) < shortest_turned || !is_word(right) || wrong.front() != right.front() ||
        wrong == right || wrong.starts_with(right) || right.starts_with(wrong))
        return false;
    if (wrong.size() < shortest_misspelt) {  // "Bryne" of Byrne, "Sweeny" of Sweeney
        const bool lacks_letter = wrong.size() + 1 == shortest_misspelt && right.size() == shortest_misspelt;
        const bool transcribed =  // "Masoum" of Masum, "Barot" of Barrot
            wrong.size() != right.size() && spelling_distance(wrong, right, most_transcribed) <= most_transcribed;
        return transcribed || is_with_another_vowel(wrong, right) ||
               ((lacks_letter || std::ranges::is_permutation(wrong, right)) && differs_by_letter(wrong, right));
    }
    const double most = wrong.size() >= long_word ? 2.0 * most_misspelt : most_misspelt;
    return spelling_distance(wrong, right, most) <= most;
}

// Whether the word has a letter more or less than the other, within.
bool has_letter_more(std::string_view wrong, std::string_view right) {
    return wrong.size() != right.size() && wrong.front() == right.front() && wrong.back() == right.back() &&
           differs_by_letter(wrong, right);
}

// Within, whichever they are.
bool has_vowel_otherwise(std::string_view wrong, std::string_view right) {
    constexpr std::string_view vowels = "aeiou";
    if (wrong.size() != right.size() || wrong.back() != right.back()) return false;
    const auto [first, second] = std::ranges::mismatch(wrong, right);
    return first != wrong.end() && vowels.find(*first) != vowels.npos && vowels.find(*second) != vowels.npos &&
           std::equal(first + 1, wrong.end(), second + 1);
}

bool is_long_unknown(const Surface& surface) {
    return !surface.person && !surface.entry && surface.words.size() == 1 &&
           surface.words[0].size() >= shortest_unknown && is_word(surface.words[0]) &&
           usual_kind(surface) != EntityKind::population_group;
}

// "Bagsri" of "al-Bagsri"
std::string without_article(const std::string& word) {
    return word.starts_with("al-") || word.starts_with("el-") ? word.substr(3) : word;
}

// At the end of a given name, or of a last one: "Morozova".
bool tells_gender(char letter, bool last) {
    return letter == 'a' || (!last && (letter == 'e' || letter == 'o'));
}

// A word of a longer name says enough when it is shorter: "Los Angles Times".
bool may_be_slip(const std::string& word, std::size_t words) {
    return word.size() >= (words > 2 ? shortest_misspelt - 1 : shortest_misspelt) && is_word(word);
}

bool differs_by_slip(const Surface& surface, const Surface& other, std::size_t word) {
    const bool of_people = usual_kind(surface) == EntityKind::population_group;  // "Ukranian"
    if (other.person != surface.person || (other.demonym && !of_people) || other.words.size() != surface.words.size() ||
        kind_class(usual_kind(other)) != kind_class(usual_kind(surface)))
        return false;
    for (std::size_t i = 0; i < surface.words.size(); ++i) {
        if (i != word && surface.words[i] != other.words[i]) return false;
    }
    const std::string &wrong = surface.words[word], &right = other.words[word];
    const bool plural = wrong == right + 's' || right == wrong + 's';
    const double most = wrong.size() >= long_word ? 2.0 * most_misspelt : most_misspelt;
    return !plural && wrong != right && is_word(right) && spelling_distance(wrong, right, most) <= most;
}

// "Michael Martin" is not Micheal Martin, nor "Mike Johnston" Mike Johnson: a known given name that is another one, or that
// stands before a last name with another letter. Of places too little tells.
bool may_be_another(const Surface& surface, const GazetteerEntry& known) {
    const auto given_of = [](std::string_view name) { return name.substr(0, name.find(' ')); };
    const bool is_common = is_given_name(given_of(surface.text));
    if (surface.person && given_of(known.name) != given_of(surface.text)) return is_common;
    if (surface.person && !is_common) return false;
    const std::string wrong = ascii::lower_case(surface.text), right = ascii::lower_case(known.name);
    return spelling_distance(wrong, right, most_transcribed) > most_transcribed &&
           !std::ranges::is_permutation(wrong, right);
}

}  // namespace

bool is_long_for_slip(const Surface& surface) {
    constexpr std::size_t shortest = 6, shortest_person = 9;  // letters
    if (!surface.person) return surface.text.size() >= shortest;
    return surface.text.size() >= shortest_person && surface.words.size() > 1;
}

std::optional<GazetteerMatch> known_but_for_slip(const Gazetteer& gazetteer, const Surface& surface) {
    const auto match = gazetteer.match_but_for_slip(surface.text);
    if (!match || surface.person != (match->entry.kind == EntityKind::person)) return std::nullopt;
    const EntityKind kind = match->entry.kind;
    const bool is_known_body = is_body(kind) && kind != EntityKind::company && kind != EntityKind::organisation;
    if (!is_known_body && !is_place(kind) && !surface.person) return std::nullopt;
    constexpr std::size_t telling = 9;  // letters, whatever it is read as
    const bool is_alike = kind_class(kind) == kind_class(usual_kind(surface)) || surface.text.size() >= telling ||
                          (match->adjective && usual_kind(surface) == EntityKind::population_group);
    const bool is_people = match->adjective && surface.text.back() == 's';  // "Americas" are not Americans
    // "Johnston" and "Harford" are names, too.
    const bool is_name_of_many = surface.person || (kind == EntityKind::place && !match->entry.capital);
    if (!is_alike || is_people || (is_name_of_many && may_be_another(surface, match->entry))) return std::nullopt;
    return match;
}

Slips::Slips(const Document& document, const std::vector<Surface>& surfaces)
    : document_(document), surfaces_(surfaces) {
    const auto add = [](std::vector<std::size_t>& alike, std::size_t i) {
        if (alike.size() < most_compared && (alike.empty() || alike.back() != i)) alike.push_back(i);
    };
    for (std::size_t i = 0; i < surfaces.size(); ++i) {
        const Surface& surface = surfaces[i];
        if (surface.words.empty()) continue;
        if (is_acronym(surface)) add(acronyms_[in_order(surface.text)], i);
        if (surface.words.size() == 1) {
            alone_[surface.words[0]] += surface.mentions.size();
            const bool is_long = surface.words[0].size() >= shortest_misspelt;
            const bool is_often = surface.mentions.size() > (is_long ? 1 : rare);
            if (surface.entry && is_often && !is_abbreviation(surface) && known_words_.size() < most_compared)
                known_words_.push_back(i);
            if (is_long_unknown(surface)) add(long_words_[surface.words[0].front()], i);
        } else {
            in_longer_.insert(surface.words.begin(), surface.words.end());
            if (surface.person && persons_.size() < most_compared) persons_.push_back(i);
            for (std::size_t w = 0; w < surface.words.size(); ++w) add(by_words_around_[words_around(surface, w)], i);
        }
        if (surface.mentions.size() < 2 && !surface.entry) continue;
        for (const std::string& word : surface.words) add(by_beginning_[beginning_of(surface, word)], i);
    }
}

std::size_t Slips::meant_by(const Surface& surface) const {
    std::size_t meant = surface.person ? bearer_of_misspelt(surface) : acronym_with_turned_letters(surface);
    if (meant == none) meant = known_but_for_letter(surface);
    if (meant == none) meant = well_spelt(surface);
    if (meant == none) meant = with_another_letter(surface);
    if (meant == none) meant = transcribed_otherwise(surface);
    return meant;
}

// Of the first mentions: two that are told together are two.
bool Slips::stand_in_one_sentence(const Surface& rare_one, const Surface& other) const {
    constexpr std::size_t most_mentions = 16;
    const auto sentence = [&](MentionIndex m) { return sentence_of(document_, document_.mentions[m].tokens.begin); };
    return std::ranges::any_of(rare_one.mentions, [&](MentionIndex one) {
        const std::size_t count = std::min(other.mentions.size(), most_mentions);
        return std::any_of(other.mentions.begin(), other.mentions.begin() + static_cast<std::ptrdiff_t>(count),
                           [&](MentionIndex two) { return sentence(one) == sentence(two); });
    });
}

// "Adhamiya" of Adhamiyah, "Tombopata" of Tambopata: the only other long word of the sort that nobody knows, which stands as
// often or more, and has a vowel or an "h" otherwise, or lacks a letter within.
std::size_t Slips::transcribed_otherwise(const Surface& surface) const {
    if (!is_long_unknown(surface) || surface.mentions.size() > rare) return none;
    const std::string& wrong = surface.words[0];
    const auto alike = long_words_.find(wrong.front());
    if (alike == long_words_.end()) return none;
    std::size_t found = none;
    for (const std::size_t i : alike->second) {
        const Surface& other = surfaces_[i];
        const std::string& right = other.words[0];
        const bool is_first = other.mentions.size() > surface.mentions.size() ||
                              (other.mentions.size() == surface.mentions.size() && &other < &surface);
        if (!is_first || kind_class(usual_kind(other)) != kind_class(usual_kind(surface)) ||
            stand_in_one_sentence(surface, other) ||
            !(has_letter_more(wrong, right) || has_vowel_otherwise(wrong, right) ||
              spelling_distance(wrong, right, most_transcribed) <= most_transcribed))
            continue;
        if (found != none) return none;
        found = i;
    }
    return found;
}

// The only person of the document whose last name the word is but for a slip: "Beigun" of Stephen Biegun.
std::size_t Slips::bearer_of_misspelt(const Surface& surface) const {
    if (surface.words.size() != 1 || surface.mentions.size() > rare || !is_word(surface.words[0])) return none;
    const std::string& wrong = surface.words[0];
    const bool is_once = surface.mentions.size() == 1;
    const bool may_lack_letter = is_once && !is_given_name(wrong) && !tells_age(document_, surface);
    std::size_t found = none;
    for (const std::size_t i : persons_) {
        const std::string last = without_article(surfaces_[i].words.back());
        if (last == wrong) return none;
        const bool is_slip = is_once ? is_last_name_with_slip(wrong, last) : is_with_another_vowel(wrong, last);
        if (!is_slip && !(may_lack_letter && is_frequent_but_for_letter(wrong, last))) continue;
        if (found != none && surfaces_[found].words.back() != surfaces_[i].words.back()) return none;
        if (found == none || surfaces_[i].mentions.size() > surfaces_[found].mentions.size()) found = i;
    }
    return found;
}

// "Coihen" of Cohen, who stands often.
bool Slips::is_frequent_but_for_letter(const std::string& wrong, const std::string& right) const {
    const auto times = alone_.find(right);
    return times != alone_.end() && times->second >= rare && wrong.size() >= shortest_within && is_word(right) &&
           has_letter_more(wrong, right);
}

// "Tump" of Trump, "Bagdhad" of Baghdad, whatever it is read as, "Palestenian": the only known one of one word that stands
// often. The first and the last letter tell names of several apart, and demonyms.
std::size_t Slips::known_but_for_letter(const Surface& surface) const {
    if (surface.words.size() != 1 || surface.mentions.size() > rare || !is_word(surface.words[0]) ||
        is_abbreviation(surface))
        return none;
    const std::string& wrong = surface.words[0];
    std::size_t found = none;
    for (const std::size_t i : known_words_) {
        const Surface& other = surfaces_[i];
        const std::string& right = other.words[0];
        if (wrong.size() < shortest_within || wrong.front() != right.front() || wrong.back() != right.back()) continue;
        const bool is_turned = std::ranges::is_permutation(wrong, right) && differs_by_letter(wrong, right);
        if (!is_turned && !has_letter_more(wrong, right) && !is_with_another_vowel(wrong, right, long_word)) continue;
        const bool is_long = std::min(wrong.size(), right.size()) + 1 >= shortest_misspelt;
        // "Arin", a woman of Afrin; "Siha", a village, beside "Shia"
        const bool is_alike = kind_class(usual_kind(other)) == kind_class(usual_kind(surface));
        if (!is_alike && !(is_turned ? wrong.size() >= shortest_turned : is_long)) continue;
        if (found != none && surfaces_[found].entry->number != other.entry->number) return none;
        found = i;
    }
    return found != none && in_longer_.contains(wrong) ? none : found;
}

// Which stands as often or before.
std::size_t Slips::acronym_with_turned_letters(const Surface& surface) const {
    if (surface.mentions.size() > 1 || !is_acronym(surface)) return none;
    std::size_t found = none;
    const auto alike = acronyms_.find(in_order(surface.text));
    if (alike == acronyms_.end()) return none;
    for (const std::size_t i : alike->second) {
        const Surface& other = surfaces_[i];
        if (&other == &surface || !(other.mentions.size() > 1 || &other < &surface) ||
            !differs_by_letter(other.text, surface.text))
            continue;
        if (found != none) return none;
        found = i;
    }
    return found;
}

// The only name that is more frequent and differs by a slip in one word: of a person in the last.
std::size_t Slips::well_spelt(const Surface& surface) const {
    if (surface.mentions.size() > 1) return none;
    std::size_t found = none;
    for (std::size_t w = surface.person ? surface.words.size() - 1 : 0; w < surface.words.size(); ++w) {
        const auto alike = by_beginning_.find(beginning_of(surface, surface.words[w]));
        if (alike == by_beginning_.end() || !may_be_slip(surface.words[w], surface.words.size())) continue;
        for (const std::size_t i : alike->second) {
            if (i == found || !differs_by_slip(surface, surfaces_[i], w)) continue;
            if (found != none) return none;
            found = i;
        }
    }
    return found;
}

// The only name of several words that is more frequent, or as frequent and earlier or known, and has a letter otherwise in
// one of them: "Bowe Berdahl", where Bergdahl stands alone more often, too. Of a given name not a vowel at the end:
// Daniel is not Daniela, nor Mario Maria. A known state or body comes first: "Saudia Arabia".
std::size_t Slips::with_another_letter(const Surface& surface) const {
    std::size_t found = none;
    for (std::size_t w = 0; surface.words.size() > 1 && w < surface.words.size(); ++w) {
        for (const std::size_t i : by_words_around_.at(words_around(surface, w))) {
            const Surface& other = surfaces_[i];
            const std::size_t times = times_with(surface, w), of_other = times_with(other, w);
            const bool is_known = other.entry && !other.person;
            const bool is_earlier = other.entry || &other < &surface;
            const bool is_first = is_known || of_other > times || (of_other == times && is_earlier);
            if (!is_first || i == found || !is_with_another_letter(surface, other, w)) continue;
            if (found != none) return none;
            found = i;
        }
    }
    return found;
}

// How often the name stands, and the word of it alone.
std::size_t Slips::times_with(const Surface& surface, std::size_t word) const {
    const auto found = alone_.find(surface.words[word]);
    return surface.mentions.size() + (found == alone_.end() ? 0 : found->second);
}

bool Slips::is_with_another_letter(const Surface& surface, const Surface& other, std::size_t word) const {
    const bool is_telling = !surface.person && surface.words.size() > 2;  // whatever it is read as
    if (other.person != surface.person || other.demonym ||
        (kind_class(usual_kind(other)) != kind_class(usual_kind(surface)) && !is_telling) ||
        usual_kind(surface) == EntityKind::population_group)
        return false;
    const std::string &wrong = surface.words[word], &right = other.words[word];
    const WordList& compass = GenericWords::builtin().compass;
    if (compass.contains(wrong) || compass.contains(right)) return false;  // "Noreste", "Noroeste"
    const std::size_t length = std::min(wrong.size(), right.size());
    const bool is_transcribed = surface.person && is_with_another_vowel(wrong, right, shortest_transcribed) &&
                                !is_given_name(wrong) && !is_given_name(right);  // "Lena", "Lana"
    if ((length < shortest_beside && !is_transcribed) ||
        (length < shortest_misspelt && surface.mentions.size() > rare) || wrong.front() != right.front() ||
        !is_word(wrong) || !is_word(right) || !differs_by_letter(wrong, right))
        return false;
    const bool of_state = other.entry && other.entry->kind == EntityKind::state;
    if (!surface.person) return of_state || !(wrong.starts_with(right) || right.starts_with(wrong));
    const bool is_last = word + 1 == surface.words.size();
    if (is_last && wrong == right + 's' && !alone_.contains(right)) return false;  // a family
    const auto tells = [&](char end) { return tells_gender(end, is_last); };
    return wrong.back() == right.back() || !(tells(wrong.back()) || tells(right.back()));
}

}  // namespace kith::text
