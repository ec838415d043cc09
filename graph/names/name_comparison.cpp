#include "graph/names/name_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/logistic_model.hpp"
#include "graph/names/spelling_distance.hpp"
#include "graph/tsv.hpp"

KITH_EMBEDDED(name_weights_tsv)

namespace kith {

namespace {

constexpr std::size_t feature_count = static_cast<std::size_t>(NameFeature::count);
constexpr std::array<std::string_view, feature_count> feature_names{
    "edits", "edit_share", "worst_word", "swapped", "surplus",    "surplus_share", "single",  "initials",
    "forms", "joined",     "reordered",  "fathers", "legal_form", "no_legal_form", "numbers", "acronym"};
constexpr double most_joined_edits = 1.1;  // between two words that are written as one and that one
constexpr double most_edit_share = 0.45;   // of a word's letters, that it is still the other word

const LogisticModel<feature_count>& model_of(bool persons) {
    static const std::vector<TsvRow> rows = tsv_rows(name_weights_tsv(), "graph/names/data/name_weights.tsv", 3, 3);
    static const LogisticModel<feature_count> of_persons(rows, feature_names, 1), of_bodies(rows, feature_names, 2);
    return persons ? of_persons : of_bodies;
}

// Two words, or one and two joined, that stand for one another.
struct Pair {
    enum class Sort { equal, form, joined, initial, spelling } sort;
    double edits = 0.0, share = 0.0;
    std::size_t one = 0, other = 0;
    bool joins_one = false, joins_other = false;  // the word after it is taken too
};

class Aligner {
public:
    Aligner(const NameWords& one, const NameWords& other, bool persons)
        : one_(one.words),
          other_(other.words),
          persons_(persons),
          taken_one_(one_.size()),
          taken_other_(other_.size()) {}

    std::vector<Pair> pairs() {
        std::vector<Pair> chosen;
        choose(equal_words(), chosen);
        choose(alike_words(), chosen);
        return chosen;
    }

    // What is left on a side. Of two that were exchanged, words that many bodies share count in full: a bank is no trust.
    double left_one() const { return left(one_, taken_one_, false); }
    double left_other() const { return left(other_, taken_other_, false); }
    double swapped() const { return std::min(left(one_, taken_one_, true), left(other_, taken_other_, true)); }

    // Both say whose child it is, and it is not the same one's: his name is left over, or is another part of the other name.
    bool fathers_differ(const std::vector<Pair>& pairs) const {
        const auto has_father = [](const std::vector<NameWord>& words) {
            return std::ranges::any_of(words, [](const NameWord& word) { return word.father; });
        };
        if (!has_father(one_) || !has_father(other_)) return false;
        return std::ranges::none_of(
            pairs, [&](const Pair& pair) { return one_[pair.one].father && other_[pair.other].father; });
    }

private:
    // The closest first; among equals those that stand alike, so that "Ali ... Ali" pairs in order.
    void choose(std::vector<Pair> possible, std::vector<Pair>& chosen) {
        const auto rank = [](const Pair& pair) {
            const std::size_t apart = pair.one > pair.other ? pair.one - pair.other : pair.other - pair.one;
            return std::tuple(pair.sort, pair.share, apart, pair.one, pair.other);
        };
        std::ranges::sort(possible, {}, rank);
        for (const Pair& pair : possible) {
            if (is_taken(pair)) continue;
            take(pair);
            chosen.push_back(pair);
        }
    }

    std::vector<Pair> equal_words() const {
        std::vector<Pair> equal;
        for (std::size_t i = 0; i < one_.size(); ++i) {
            for (std::size_t j = 0; j < other_.size(); ++j) {
                if (one_[i].text == other_[j].text) equal.push_back({Pair::Sort::equal, 0.0, 0.0, i, j});
            }
        }
        return equal;
    }

    // Of what equal words have left: spelling is what takes time.
    std::vector<Pair> alike_words() const {
        std::vector<Pair> alike;
        for (std::size_t i = 0; i < one_.size(); ++i) {
            for (std::size_t j = 0; j < other_.size(); ++j) {
                if (!taken_one_[i] && !taken_other_[j]) add_alike(i, j, alike);
            }
        }
        return alike;
    }

    void add_alike(std::size_t i, std::size_t j, std::vector<Pair>& possible) const {
        const NameWord &a = one_[i], &b = other_[j];
        const bool given = persons_ && i + 1 < one_.size() && j + 1 < other_.size();  // not the last words
        if (given && a.initial != b.initial && a.text[0] == b.text[0]) {
            possible.push_back({Pair::Sort::initial, 0.0, 0.0, i, j});
            return;
        }
        if (given && are_forms_of_one_name(a.text, b.text)) {
            possible.push_back({Pair::Sort::form, 0.0, 0.0, i, j});
            return;
        }
        if (persons_ && (are_initials_of(a.text, other_, j) || are_initials_of(b.text, one_, i))) {
            const bool first = are_initials_of(a.text, other_, j);
            possible.push_back({Pair::Sort::initial, 0.0, 0.0, i, j, !first, first});
            return;
        }
        if (a.unvowelled != b.unvowelled) {
            add_spelling(consonants(a.text), consonants(b.text), {Pair::Sort::spelling, 0.0, 0.0, i, j}, possible);
        } else {
            add_spelling(a.text, b.text, {Pair::Sort::spelling, 0.0, 0.0, i, j}, possible);
        }
        if (i + 1 < one_.size())
            add_joined(a.text + one_[i + 1].text, b.text, {Pair::Sort::joined, 0.0, 0.0, i, j, true, false}, possible);
        if (j + 1 < other_.size())
            add_joined(b.text + other_[j + 1].text, a.text, {Pair::Sort::joined, 0.0, 0.0, i, j, false, true},
                       possible);
    }

    // What is left of a word in a script without vowels, where "w" and "y" may stand for them.
    static std::string consonants(const std::string& word) {
        std::string kept;
        for (const char c : word) {
            if (std::string_view("aeiouyw").find(c) != std::string_view::npos) continue;
            const char letter = c == 'p' ? 'b' : c == 'v' ? 'f' : c;
            if (kept.empty() || kept.back() != letter) kept += letter;
        }
        return kept;
    }

    // "jc" before "jean claude"
    static bool are_initials_of(std::string_view letters, const std::vector<NameWord>& words, std::size_t at) {
        return letters.size() == 2 && letters.find_first_of("aeiou") == letters.npos && at + 1 < words.size() &&
               words[at].text[0] == letters[0] && words[at + 1].text[0] == letters[1] && words[at].text.size() > 1 &&
               words[at + 1].text.size() > 1;
    }

    static void add_joined(const std::string& joined, const std::string& word, Pair pair, std::vector<Pair>& possible) {
        if (joined == word ||
            (joined.size() > 5 && joined.size() <= word.size() + 1 && word.size() <= joined.size() + 1 &&
             spelling_distance(joined, word, most_joined_edits) <= most_joined_edits))
            possible.push_back(pair);
    }

    static void add_spelling(const std::string& a, const std::string& b, Pair pair, std::vector<Pair>& possible) {
        const std::size_t longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
        if (shorter < 2 || longer - shorter > longer / 2) return;
        pair.edits = spelling_distance(a, b, most_edit_share * static_cast<double>(longer));
        pair.share = pair.edits / static_cast<double>(longer);
        if (pair.share <= most_edit_share) possible.push_back(pair);
    }

    bool is_taken(const Pair& pair) const {
        return taken_one_[pair.one] || taken_other_[pair.other] || (pair.joins_one && taken_one_[pair.one + 1]) ||
               (pair.joins_other && taken_other_[pair.other + 1]);
    }
    void take(const Pair& pair) {
        taken_one_[pair.one] = taken_other_[pair.other] = true;
        if (pair.joins_one) taken_one_[pair.one + 1] = true;
        if (pair.joins_other) taken_other_[pair.other + 1] = true;
    }

    static double left(const std::vector<NameWord>& words, const std::vector<bool>& taken, bool in_full) {
        double sum = 0.0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!taken[i]) sum += in_full && words[i].weight >= 0.5 ? 1.0 : words[i].weight;
        }
        return sum;
    }

    const std::vector<NameWord>&one_, &other_;
    bool persons_;
    std::vector<bool> taken_one_, taken_other_;
};

// All letters of a name, with its legal form: "SiemensAG" is "Siemens AG".
// Of persons only where words were joined: Anna Lee is not Ann Alee.
bool are_same_letters(const NameWords& one, const NameWords& other, bool persons) {
    return !one.letters.empty() && one.letters == other.letters &&
           (!persons || one.words.size() != other.words.size() || one.words.size() == 1);
}

// "PLA" and "People's Liberation Army"
bool is_acronym_of(const NameWords& shorter, const NameWords& longer) {
    if (shorter.words.size() != 1 || longer.words.size() < 2) return false;
    std::string initials;
    for (const NameWord& word : longer.words) initials += word.text[0];
    return shorter.words[0].text == initials;
}

double total_weight(const NameWords& name) {
    double sum = 0.0;
    for (const NameWord& word : name.words) sum += word.weight;
    return sum;
}

std::size_t total_letters(const NameWords& name) {
    std::size_t sum = 0;
    for (const NameWord& word : name.words) sum += word.text.size();
    return sum;
}

// Pairs that cross an earlier one.
double crossings(std::vector<Pair> pairs) {
    std::ranges::sort(pairs, {}, &Pair::one);
    double crossed = 0.0;
    for (std::size_t i = 1; i < pairs.size(); ++i) crossed += pairs[i].other < pairs[i - 1].other ? 1.0 : 0.0;
    return crossed;
}

}  // namespace

std::string_view to_string(NameFeature feature) {
    return feature_names.at(static_cast<std::size_t>(feature));
}

NameComparison compare_names(const NameWords& one, const NameWords& other, bool persons) {
    NameComparison result;
    if (!one.characters.empty() && !other.characters.empty()) {
        result.same_words = one.characters == other.characters;
        result.score = result.same_words ? 1.0 : 0.0;
        return result;
    }
    const auto is_of_digits = [](const NameWords& name) { return std::ranges::all_of(name.letters, ascii::is_digit); };
    if (is_of_digits(one) && is_of_digits(other) && one.words.size() != other.words.size())
        return result;  // "9/11", 911
    if (are_same_letters(one, other, persons)) {
        result.same_words = result.first_agree = result.last_agree = true;
        result.score = 1.0;
        result.telling =
            static_cast<int>(std::ranges::count_if(one.words, [](const NameWord& word) { return word.weight >= 1.0; }));
        return result;
    }
    if (one.words.empty() || other.words.empty()) {
        result.same_words = one.words.empty() && other.words.empty() && one.numbers == other.numbers &&
                            one.legal_forms == other.legal_forms;
        result.score = result.same_words ? 1.0 : 0.0;
        return result;
    }
    const auto is_initial = [](const NameWord& word) { return word.initial; };
    if (std::ranges::all_of(one.words, is_initial) || std::ranges::all_of(other.words, is_initial)) return result;
    auto& features = result.features;
    const auto at = [&](NameFeature feature) -> double& { return features[static_cast<std::size_t>(feature)]; };
    if (!persons && (is_acronym_of(one, other) || is_acronym_of(other, one))) {
        at(NameFeature::acronym) = 1.0;
        result.score = model_of(false).probability(features);
        return result;
    }
    Aligner aligner(one, other, persons);
    const std::vector<Pair> pairs = aligner.pairs();
    const double left_one = aligner.left_one(), left_other = aligner.left_other();
    for (const Pair& pair : pairs) {
        at(NameFeature::edits) += pair.edits;
        at(NameFeature::worst_word) = std::max(at(NameFeature::worst_word), pair.share);
        if (pair.sort == Pair::Sort::initial) ++at(NameFeature::initials);
        if (pair.sort == Pair::Sort::form) ++at(NameFeature::forms);
        if (pair.sort == Pair::Sort::joined) ++at(NameFeature::joined);
    }
    const auto letters = static_cast<double>(std::max(total_letters(one), total_letters(other)));
    at(NameFeature::edit_share) = at(NameFeature::edits) / letters;
    at(NameFeature::swapped) = aligner.swapped();
    at(NameFeature::surplus) = std::abs(left_one - left_other);
    at(NameFeature::surplus_share) = at(NameFeature::surplus) / std::max(total_weight(one), total_weight(other));
    const std::size_t fewer = std::min(full_words(one), full_words(other));
    at(NameFeature::single) = fewer <= 1 && full_words(one) != full_words(other) ? 1.0 : 0.0;
    if (persons) {
        // One of the two may stand family name first: Putin Vladimir.
        const double crossed = crossings(pairs);
        at(NameFeature::reordered) =
            pairs.size() < 3 || one.family_name_first != other.family_name_first ? 0.0 : crossed;
        at(NameFeature::fathers) = aligner.fathers_differ(pairs) ? 1.0 : 0.0;
    } else {
        const std::set<std::string_view>&forms = one.legal_forms, &other_forms = other.legal_forms;
        const bool both = !forms.empty() && !other_forms.empty(),
                   shared = std::ranges::any_of(forms, [&](const auto& form) { return other_forms.contains(form); });
        at(NameFeature::legal_form) = both && !shared ? 1.0 : 0.0;
        at(NameFeature::no_legal_form) = forms.empty() != other_forms.empty() ? 1.0 : 0.0;
    }
    at(NameFeature::numbers) = one.numbers != other.numbers ? 1.0 : 0.0;
    result.last_agree = std::ranges::any_of(pairs, [&](const Pair& pair) {
        return pair.one + (pair.joins_one ? 2 : 1) == one.words.size() &&
               pair.other + (pair.joins_other ? 2 : 1) == other.words.size();
    });
    result.first_agree = std::ranges::any_of(pairs, [](const Pair& pair) { return pair.one == 0 && pair.other == 0; });
    for (const Pair& pair : pairs) {
        if (one.words[pair.one].weight >= 1.0 && other.words[pair.other].weight >= 1.0) ++result.telling;
    }
    result.score = model_of(persons).probability(features);
    NameFeatures differing = features;
    differing[static_cast<std::size_t>(NameFeature::no_legal_form)] = 0.0;
    result.same_words = std::ranges::all_of(differing, [](double value) { return value == 0.0; });
    return result;
}

NameComparison compare_names(std::string_view one, std::string_view other, EntityKind kind) {
    return compare_names(words_of(one, kind), words_of(other, kind), kind == EntityKind::person);
}

std::string in_words(const NameComparison& comparison) {
    constexpr std::array<std::pair<NameFeature, std::string_view>, 12> told{{
        {NameFeature::edits, "spelling"},
        {NameFeature::initials, "an initial"},
        {NameFeature::forms, "another form of the given name"},
        {NameFeature::joined, "words written as one"},
        {NameFeature::surplus, "a word more"},
        {NameFeature::swapped, "a word exchanged"},
        {NameFeature::reordered, "another order"},
        {NameFeature::fathers, "another father's name"},
        {NameFeature::legal_form, "another legal form"},
        {NameFeature::no_legal_form, "a legal form"},
        {NameFeature::numbers, "another number"},
        {NameFeature::acronym, "an acronym"},
    }};
    std::string words;
    for (const auto& [feature, text] : told) {
        if (comparison.features[static_cast<std::size_t>(feature)] == 0.0) continue;
        words += (words.empty() ? "" : ", ") + std::string(text);
    }
    return words;
}

}  // namespace kith
