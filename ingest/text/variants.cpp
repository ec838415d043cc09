#include "ingest/text/variants.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "graph/ascii.hpp"
#include "graph/names/name_words.hpp"
#include "graph/names/spelling_distance.hpp"
#include "ingest/text/gender_words.hpp"
#include "ingest/text/generic_words.hpp"

namespace kith::text {
namespace {

constexpr std::size_t shortest_misspelt = 7;     // letters of a word: "Hamas" and "Hama" are two
constexpr std::size_t shortest_beside = 5;       // ... beside other words that are the same: "Sanchez Ceran"
constexpr std::size_t shortest_known = 4;        // ... of a known name, not at its ends: "Tump"
constexpr std::size_t shortest_transcribed = 4;  // ... beside others of a person's name: "Syed", "Syad"
constexpr std::size_t rare = 2;              // mentions of the one that is misspelt, if the word is no longer than that
constexpr std::size_t long_word = 10;        // that may have two slips: "Khordokovsky"
constexpr double most_misspelt = 1.0;        // a consonant, or two neighbours in turned order
constexpr double most_transcribed = 0.4;     // a letter doubled, or one that transliterations have or lack
constexpr std::size_t shortest_acronym = 3;  // letters
constexpr std::size_t shortest_turned = 5;   // ... that two letters in turned order may make another of: "Bryne"
constexpr std::size_t shortest_member = 4;   // letters, of an armed group: "Mara cells"
constexpr std::size_t shortest_handle = 5;   // letters
constexpr std::size_t shortest_last = 4;     // ... of a last name behind an initial
constexpr std::size_t shortest_full = 8;     // ... of a given and a last name, that a handle holds among others
constexpr std::size_t most_acronyms = 512;   // surfaces, among which one is looked for
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

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (ascii::is_letter(c)) letters += ascii::lower(c);
    }
    return letters;
}

// Whether a capital or a digit stands behind so many letters of the word, or nothing: "KThomas|DC".
bool ends_word(std::string_view text, std::size_t letters) {
    for (const char c : text) {
        if (letters == 0) return !ascii::is_letter(c) || ascii::is_upper(c);
        if (ascii::is_letter(c)) --letters;
    }
    return true;
}

bool is_acronym(std::string_view text) {
    return text.size() >= shortest_acronym && std::ranges::all_of(text, ascii::is_upper);
}

class Variants {
public:
    Variants(const Document& document, std::vector<Surface>& surfaces) : document_(document), surfaces_(surfaces) {
        for (std::size_t i = 0; i < surfaces.size(); ++i) {
            const Surface& surface = surfaces[i];
            if (surface.words.empty()) continue;
            if (surface.words.size() == 1) {
                alone_[surface.words[0]] += surface.mentions.size();
                const bool is_long = surface.words[0].size() >= shortest_misspelt;
                const bool is_often = surface.mentions.size() > (is_long ? 1 : rare);
                if (surface.entry && is_often && !is_abbreviation(surface) && known_words_.size() < most_compared)
                    known_words_.push_back(i);
            } else {
                in_longer_.insert(surface.words.begin(), surface.words.end());
            }
            if (!surface.person) by_text_.emplace(surface.text, i);
            const std::string_view text = surface.text;
            if (const std::size_t hyphen = text.find('-');
                !surface.person && hyphen != text.npos && is_acronym(text.substr(hyphen + 1))) {
                const auto [stem, is_new] = by_stem_.emplace(text.substr(0, hyphen), i);
                if (!is_new) stem->second = none;
            }
            if (!surface.person) note_web_name(i);
            if (!surface.person && surface.words.size() > 2) by_telling_words_.try_emplace(telling_words(surface), i);
            if (surface.person && surface.words.size() > 1 && persons_.size() < most_compared) persons_.push_back(i);
            for (std::size_t w = 0; surface.words.size() > 1 && w < surface.words.size(); ++w) {
                auto& alike = by_words_around_[words_around(surface, w)];
                if (alike.size() < most_compared) alike.push_back(i);
            }
            if (surface.mentions.size() < 2 && !surface.entry) continue;
            for (const std::string& word : surface.words) {
                auto& alike = by_beginning_[beginning_of(surface, word)];
                if (alike.size() < most_compared && (alike.empty() || alike.back() != i)) alike.push_back(i);
            }
        }
    }

    void run() {
        for (Surface& surface : surfaces_) {
            if (surface.same != none || surface.words.empty()) continue;
            std::size_t same = with_suffix(surface);
            if (same == none) same = mission_of(surface);
            if (same == none && (same = whose_lines_it_opens(surface)) != none) {
                surface.person = true;
                surface.kinds = {{"person", surface.mentions.size()}};
            }
            if (same != none) surface.entry.reset();
            if (surface.entry) continue;
            if (same == none) same = surface.person ? bearer_of_handle(surface) : without_generic_word(surface);
            if (same == none && !surface.person) same = known_firm(surface);
            if (same == none && !surface.person) same = without_web_form(surface);
            if (same == none && (same = school_of(surface)) != none) surface.kinds = surfaces_[same].kinds;
            if (same == none && (same = acronym_of(surface)) != none) take_reading(surfaces_[same], surface);
            if (same == none && !surface.person) same = plural_of(surface);
            if (same == none && !surface.person) same = singular_of(surface);
            if (same == none && surface.person) same = bearer_of_misspelt(surface);
            if (same == none && surface.person) same = bearer_of_quoted(surface);
            if (same == none && (same = known_but_for_slip(surface)) != none) take_reading(surfaces_[same], surface);
            if (same == none) same = with_other_small_words(surface);
            if (same == none && (same = acronym_but_for_slip(surface)) != none) take_reading(surfaces_[same], surface);
            if (same == none) same = well_spelt(surface);
            if (same == none) same = with_another_letter(surface);
            if (same == none) continue;
            surface.same = same;
            surface.variant = true;
        }
    }

private:
    // "Tump" of Trump, "Bagdhad", read as a person, of Baghdad, "Palestenian": the only known one of one word that stands often
    // and lacks or has one letter more within, or two in turned order, or of a long one another vowel. The first and the last letter tell names of several apart, and of
    // demonyms whether they are such.
    std::size_t known_but_for_slip(const Surface& surface) const {
        if (surface.words.size() != 1 || surface.mentions.size() > rare || !is_word(surface.words[0]) ||
            is_abbreviation(surface))
            return none;
        const std::string& wrong = surface.words[0];
        std::size_t found = none;
        for (const std::size_t i : known_words_) {
            const Surface& other = surfaces_[i];
            const std::string& right = other.words[0];
            if (wrong.size() < shortest_known || wrong.front() != right.front() || wrong.back() != right.back())
                continue;
            const bool is_turned = std::ranges::is_permutation(wrong, right) && differs_by_letter(wrong, right);
            const bool has_letter_more = wrong.size() != right.size() && differs_by_letter(wrong, right);
            const bool is_long = std::min(wrong.size(), right.size()) + 1 >= shortest_misspelt;
            if (!is_turned && !has_letter_more && !is_with_another_vowel(wrong, right, long_word)) continue;
            // "Arin", a woman of Afrin; "Siha", a village, beside "Shia"
            const bool is_alike = kind_class(usual_kind(other)) == kind_class(usual_kind(surface));
            if (!is_alike && !(is_turned ? wrong.size() >= shortest_turned : is_long)) continue;
            if (found != none && surfaces_[found].entry->number != other.entry->number) return none;
            found = i;
        }
        return found != none && in_longer_.contains(wrong) ? none : found;
    }

    static void take_reading(const Surface& from, Surface& surface) {
        surface.person = from.person;
        surface.kinds = {{usual_reading(from), surface.mentions.size()}};
    }

    // Of one web name, the surface that is known or comes first.
    void note_web_name(std::size_t index) {
        const auto [found, is_new] = by_web_name_.try_emplace(web_name(surfaces_[index].text), index);
        if (!is_new && surfaces_[index].entry && !surfaces_[found->second].entry) found->second = index;
    }

    static std::string beginning_of(const Surface& surface, const std::string& word) {
        return std::to_string(surface.words.size()) + word.substr(0, 2);
    }

    // The only name that is more frequent and differs by a slip in one word: of a person in the last.
    std::size_t well_spelt(const Surface& surface) const {
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
    std::size_t with_another_letter(const Surface& surface) const {
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
    std::size_t times_with(const Surface& surface, std::size_t word) const {
        const auto found = alone_.find(surface.words[word]);
        return surface.mentions.size() + (found == alone_.end() ? 0 : found->second);
    }

    bool is_with_another_letter(const Surface& surface, const Surface& other, std::size_t word) const {
        const bool is_telling = !surface.person && surface.words.size() > 2;  // whatever it is read as
        if (other.person != surface.person || other.demonym ||
            (kind_class(usual_kind(other)) != kind_class(usual_kind(surface)) && !is_telling) ||
            usual_kind(surface) == EntityKind::population_group)
            return false;
        const std::string &wrong = surface.words[word], &right = other.words[word];
        const WordList& compass = GenericWords::builtin().compass;
        if (compass.contains(wrong) || compass.contains(right)) return false;  // "Noreste", "Noroeste"
        const std::size_t length = std::min(wrong.size(), right.size());
        const bool is_transcribed = surface.person && is_with_another_vowel(wrong, right, shortest_transcribed);
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

    // At the end of a given name, or of a last one: "Morozova".
    static bool tells_gender(char letter, bool last) {
        return letter == 'a' || (!last && (letter == 'e' || letter == 'o'));
    }

    // A word of a longer name says enough when it is shorter: "Los Angles Times".
    static bool may_be_slip(const std::string& word, std::size_t words) {
        return word.size() >= (words > 2 ? shortest_misspelt - 1 : shortest_misspelt) && is_word(word);
    }

    static bool differs_by_slip(const Surface& surface, const Surface& other, std::size_t word) {
        const bool of_people = usual_kind(surface) == EntityKind::population_group;  // "Ukranian"
        if (other.person != surface.person || (other.demonym && !of_people) ||
            other.words.size() != surface.words.size() ||
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

    // "Institute for Fiscal Studies" of "Institute of Fiscal Studies", whichever comes first.
    std::size_t with_other_small_words(const Surface& surface) const {
        const auto found = surface.person ? by_telling_words_.end() : by_telling_words_.find(telling_words(surface));
        if (found == by_telling_words_.end() || &surfaces_[found->second] == &surface) return none;
        const Surface& other = surfaces_[found->second];
        return kind_class(usual_kind(other)) == kind_class(usual_kind(surface)) ? found->second : none;
    }

    static std::string telling_words(const Surface& surface) {
        std::string words;
        for (const std::string& word : surface.words) {
            if (!GenericWords::builtin().small.contains(word)) words.append(word) += ' ';
        }
        return words;
    }

    // "Loudoun" of "Loudoun County", "PKK" of "PKK party", "La Vega" of "La Vega landfill", where the document has both
    // and nobody knows another of the place's name.
    std::size_t without_generic_word(const Surface& surface) const {
        const bool place = usual_kind(surface) == EntityKind::place;
        const GenericWords& generic = GenericWords::builtin();
        std::size_t blank = surface.text.rfind(' ');
        const bool is_district = place && generic.district.contains(surface.words.back());
        if (blank == std::string::npos ||
            !(is_district || (place ? generic.site : generic.body).contains(surface.words.back())))
            return none;
        if (place && surface.text.substr(0, blank).ends_with(" nature")) blank = surface.text.rfind(' ', blank - 1);
        if (!is_district && std::ranges::any_of(std::string_view(surface.text).substr(blank), ascii::is_upper))
            return none;
        const std::string_view bare = std::string_view(surface.text).substr(0, blank);
        auto found = by_text_.find(bare);
        if (found == by_text_.end() && !place) found = by_text_.find(std::string(bare) + 's');  // "the Whig party"
        if (place && found != by_text_.end() && surfaces_[found->second].entry) return none;
        const bool alike = found != by_text_.end() && !surfaces_[found->second].demonym &&
                           kind_class(usual_kind(surfaces_[found->second])) == kind_class(usual_kind(surface));
        return alike ? found->second : none;
    }

    // "Whigs" of "the Whig leader", "Green Berets" of "a Green Beret", "Kurds" of "a Kurd", "Rastrojos", known as a group, of one.
    std::size_t plural_of(const Surface& surface) const {
        const EntityKind kind = usual_kind(surface);
        if (kind != EntityKind::party && kind != EntityKind::military_unit && kind != EntityKind::population_group &&
            kind != EntityKind::armed_group)
            return none;
        if (kind == EntityKind::armed_group && surface.text.size() < shortest_member) return none;
        const std::string plural = surface.text + 's';
        const auto found = by_text_.find(plural);
        if (found == by_text_.end()) return none;
        const Surface& group = surfaces_[found->second];
        const bool is_known_group = group.entry && !group.demonym && group.entry->kind == EntityKind::armed_group;
        return usual_kind(group) == kind || is_known_group ? found->second : none;
    }

    // "BACRIMs" of "BACRIM", whatever they are read as.
    std::size_t acronym_of(const Surface& surface) const {
        const std::string_view text = surface.text;
        const bool is_plural =
            text.size() > shortest_acronym && text.back() == 's' && is_acronym(text.substr(0, text.size() - 1));
        const auto found = is_plural ? by_text_.find(text.substr(0, text.size() - 1)) : by_text_.end();
        return found == by_text_.end() ? none : found->second;
    }

    // "Predator" of "Predators", "Green Beret" of "Green Berets".
    std::size_t singular_of(const Surface& surface) const {
        const EntityKind kind = usual_kind(surface);
        const bool is_thing = kind_class(kind) == kind_class(EntityKind::product);
        if (!is_thing && kind != EntityKind::military_unit && kind != EntityKind::company) return none;
        if (surface.text.size() < 2 || surface.text.back() != 's') return none;
        const auto found = by_text_.find(std::string_view(surface.text).substr(0, surface.text.size() - 1));
        if (found == by_text_.end()) return none;
        const EntityKind other = usual_kind(surfaces_[found->second]);
        return (is_thing ? kind_class(other) == kind_class(kind) : other == kind) ? found->second : none;
    }

    // "DJI" of "DJI Technology", the known company that the document names by itself, too.
    std::size_t known_firm(const Surface& surface) const {
        if (usual_kind(surface) != EntityKind::company) return none;
        const std::string_view text = without_legal_form(surface.text);
        const std::size_t blank = text.rfind(' ');
        if (blank == text.npos || !GenericWords::builtin().firm.contains(ascii::lower_case(text.substr(blank + 1))))
            return none;
        const auto found = by_text_.find(text.substr(0, blank));
        if (found == by_text_.end()) return none;
        const Surface& known = surfaces_[found->second];
        return known.entry && known.entry->kind == EntityKind::company ? found->second : none;
    }

    // "Bucknell", read as a place, of Bucknell University.
    std::size_t school_of(const Surface& surface) const {
        if (surface.person || usual_kind(surface) != EntityKind::place) return none;
        if (std::ranges::any_of(surface.mentions,
                                [&](MentionIndex mention) { return stands_as_place(document_, mention); }))
            return none;
        for (const std::string_view school : {" University", " College"}) {
            if (const auto found = by_text_.find(surface.text + std::string(school)); found != by_text_.end())
                return found->second;
        }
        return none;
    }

    // "Breitbart" of "Breitbart.com", "Blaze" of "TheBlaze", "Infowars" of "InfoWars".
    std::size_t without_web_form(const Surface& surface) const {
        const EntityKind kind = usual_kind(surface);
        if (kind != EntityKind::media && kind != EntityKind::company) return none;
        const auto found = by_web_name_.find(web_name(surface.text));
        if (found == by_web_name_.end() || &surfaces_[found->second] == &surface) return none;
        const EntityKind other = usual_kind(surfaces_[found->second]);
        return other == EntityKind::media || other == EntityKind::company ? found->second : none;
    }

    // The only person of the document whose last name the word is but for a slip: "Beigun" of Stephen Biegun.
    std::size_t bearer_of_misspelt(const Surface& surface) const {
        if (surface.words.size() != 1 || surface.mentions.size() > rare || !is_word(surface.words[0])) return none;
        std::size_t found = none;
        for (const std::size_t i : persons_) {
            const std::string& last = surfaces_[i].words.back();
            if (last == surface.words[0]) return none;
            const bool is_slip = surface.mentions.size() > 1 ? is_with_another_vowel(surface.words[0], last)
                                                             : is_last_name_with_slip(surface.words[0], last) ||
                                                                   is_frequent_but_for_letter(surface.words[0], last);
            if (!is_slip) continue;
            if (found != none && surfaces_[found].words.back() != surfaces_[i].words.back()) return none;
            if (found == none || surfaces_[i].mentions.size() > surfaces_[found].mentions.size()) found = i;
        }
        return found;
    }

    // `Nicknamed "Mad Dog Krumm"`: in quotation marks, with the last name of one person.
    std::size_t bearer_of_quoted(const Surface& surface) const {
        const Range name = document_.mentions[surface.mentions.front()].tokens;
        if (surface.words.size() < 2 || gender_of_name(surface.text) != Gender::untold || name.begin == 0 ||
            name.end >= document_.tokens.size() || !is_quotation_mark(document_.tokens[name.begin - 1]) ||
            !is_quotation_mark(document_.tokens[name.end]))
            return none;
        std::size_t found = none;
        for (const std::size_t i : persons_) {
            if (&surfaces_[i] == &surface || surfaces_[i].words.back() != surface.words.back()) continue;
            if (found != none) return none;
            found = i;
        }
        return found;
    }

    // "Coihen" of Cohen, who stands often: with a letter more within, or less.
    bool is_frequent_but_for_letter(const std::string& wrong, const std::string& right) const {
        const auto times = alone_.find(right);
        return times != alone_.end() && times->second >= rare && wrong.size() >= shortest_known &&
               wrong.size() != right.size() && wrong.front() == right.front() && wrong.back() == right.back() &&
               is_word(right) && differs_by_letter(wrong, right);
    }

    // "Cowen" of Cowan, "Morsy" of Morsi; of longer words "Malaki" of Maliki. But Burton is not Barton, nor Muller Miller.
    static bool is_with_another_vowel(std::string_view wrong, std::string_view right,
                                      std::size_t shortest = shortest_turned) {
        if (wrong.size() != right.size() || wrong.size() < shortest) return false;
        std::size_t others = 0;
        for (std::size_t i = 0; i < wrong.size(); ++i) {
            if (wrong[i] == right[i]) continue;
            if (i == 0 || !are_vowels_for_one(wrong[i], right[i], wrong.size() > shortest_turned)) return false;
            ++others;
        }
        return others == 1;
    }

    static bool is_last_name_with_slip(const std::string& wrong, const std::string& right) {
        if (std::min(wrong.size(), right.size()) < shortest_turned || !is_word(right) ||
            wrong.front() != right.front() || wrong == right || wrong.starts_with(right) || right.starts_with(wrong))
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

    // "CJTF-OIR" of "CJTF", where there is but one such, and it is not the rarer of two known ones.
    std::size_t with_suffix(const Surface& surface) const {
        const auto found = surface.person || !is_acronym(surface.text) ? by_stem_.end() : by_stem_.find(surface.text);
        if (found == by_stem_.end() || found->second == none) return none;
        const bool keeps_entry = surface.entry && (surface.entry->by_user ||
                                                   surface.mentions.size() > surfaces_[found->second].mentions.size());
        return keeps_entry ? none : found->second;
    }

    // "The U.S. Embassy" of "the U.S. Embassy in Cairo", the only one of them.
    std::size_t mission_of(const Surface& surface) const {
        if (surface.person || !GenericWords::builtin().mission.contains(surface.words.back())) return none;
        std::size_t found = none;
        for (std::size_t i = 0; i < surfaces_.size(); ++i) {
            if (!surfaces_[i].text.starts_with(surface.text + " in ")) continue;
            if (found != none) return none;
            found = i;
        }
        return found;
    }

    // The only person of these initials, where they open the lines of an interview ("AC: We asked for it.") or stand in
    // brackets behind the name.
    std::size_t whose_lines_it_opens(const Surface& surface) const {
        const std::string letters = without_dots(surface.text);
        if (!is_abbreviation(surface) ||
            std::ranges::none_of(surface.mentions, [&](MentionIndex mention) { return opens_line(mention); }) ||
            !std::ranges::all_of(surface.mentions, [&](MentionIndex mention) {
                return opens_line(mention) || stands_in_brackets(mention);
            }))
            return none;
        std::size_t found = none;
        for (const std::size_t i : persons_) {
            if (std::ranges::count(abbreviations_of(surfaces_[i]), letters) == 0) continue;
            if (found != none) return none;
            found = i;
        }
        return found;
    }

    // Behind what somebody else has said, too: "How come? AC: We asked."
    bool opens_line(MentionIndex mention) const {
        const std::vector<Token>& tokens = document_.tokens;
        const Range name = document_.mentions[mention].tokens;
        if (name.end >= tokens.size() || tokens[name.end].lower != ":") return false;
        if (name.begin == 0 || tokens[name.begin].line_before) return true;
        const SentenceIndex sentence = sentence_of(document_, name.begin);
        return sentence != none && document_.sentences[sentence].tokens.begin == name.begin;
    }

    bool stands_in_brackets(MentionIndex mention) const {
        const std::vector<Token>& tokens = document_.tokens;
        const Range name = document_.mentions[mention].tokens;
        return name.begin > 0 && name.end < tokens.size() && tokens[name.begin - 1].lower == "(" &&
               tokens[name.end].lower == ")";
    }

    // "INSCR" of "INCSR", which stands as often or before: two letters in turned order.
    std::size_t acronym_but_for_slip(const Surface& surface) const {
        if (surface.person || surface.mentions.size() > 1 || !is_acronym(surface.text) ||
            surface.text.size() < shortest_known)
            return none;
        std::size_t found = none;
        for (std::size_t i = 0; i < std::min(surfaces_.size(), most_acronyms); ++i) {
            const Surface& other = surfaces_[i];
            if (other.person || &other == &surface || other.text.size() != surface.text.size() ||
                !is_acronym(other.text) || !(other.mentions.size() > 1 || &other < &surface) ||
                !std::ranges::is_permutation(other.text, surface.text) || !differs_by_letter(other.text, surface.text))
                continue;
            if (found != none) return none;
            found = i;
        }
        return found;
    }

    // Of the first persons of the document the one whose names the word holds or shortens: "@pamkeyNEN" is Pam Key.
    std::size_t bearer_of_handle(const Surface& surface) const {
        if (surface.words.size() != 1) return none;
        const std::string handle = letters_of(surface.text);
        const std::size_t begin = document_.mentions[surface.mentions.front()].tokens.begin;
        const bool marked = surface.text.front() == '@' || (begin > 0 && document_.tokens[begin - 1].lower == "@");
        const bool inner_capital = std::ranges::any_of(std::string_view(surface.text).substr(1), ascii::is_upper);
        if (handle.size() < shortest_handle) return none;
        for (const std::size_t i : persons_) {
            const std::string given = letters_of(surfaces_[i].words.front());
            const std::string last = letters_of(surfaces_[i].words.back());
            const std::string full = given + last;
            if (given.empty() || full.size() < (marked ? shortest_handle : shortest_full)) continue;
            if (!marked && !inner_capital) {  // "jimmykrummgt"
                if (handle != full && handle.starts_with(full)) return i;
                continue;
            }
            const bool is_telling = last.size() >= shortest_last && !tells_generation(last);
            const std::string short_form = given.front() + last;  // "@KThomasDC"
            if (handle.find(full) != handle.npos || handle == short_form ||
                (marked && is_telling && handle.starts_with(short_form) && ends_word(surface.text, short_form.size())))
                return i;
            // "@JenKrummNews" of Jennifer Krumm
            const std::size_t last_at = is_telling ? handle.find(last) : handle.npos;
            if (marked && last_at != handle.npos && last_at > 1 &&
                are_forms_of_one_name(handle.substr(0, last_at), given))
                return i;
            // "@adelleNaz" of Adelle Nazarian, "@brianEFallon"
            const bool has_given =
                marked && given.size() > 1 && handle.size() > given.size() && handle.starts_with(given);
            if (has_given && (full.starts_with(handle) || handle.ends_with(last))) return i;
        }
        return none;
    }

    const Document& document_;
    std::vector<Surface>& surfaces_;
    std::unordered_map<std::string_view, std::size_t> by_text_;               // those that are no persons
    std::unordered_map<std::string_view, std::size_t> by_stem_;               // ... what stands before a hyphen
    std::unordered_map<std::string, std::vector<std::size_t>> by_beginning_;  // known, or named more than once
    std::unordered_map<std::string, std::vector<std::size_t>> by_words_around_;
    std::unordered_map<std::string, std::size_t> by_telling_words_;  // the first that has them
    std::unordered_map<std::string, std::size_t> by_web_name_;
    std::unordered_map<std::string_view, std::size_t> alone_;  // how often a word is the whole name
    std::vector<std::size_t> persons_;
    std::vector<std::size_t> known_words_;            // known ones of one word that stand often
    std::unordered_set<std::string_view> in_longer_;  // words of names of several
};

}  // namespace

void note_variants(const Document& document, std::vector<Surface>& surfaces) {
    Variants(document, surfaces).run();
}

}  // namespace kith::text
