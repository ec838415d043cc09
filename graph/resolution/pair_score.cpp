#include "graph/resolution/pair_score.hpp"

#include <algorithm>
#include <cmath>

#include "graph/embedded.hpp"
#include "graph/logistic_model.hpp"
#include "graph/name_key.hpp"
#include "graph/tsv.hpp"

KITH_EMBEDDED(pair_weights_tsv)

namespace kith {

namespace {

constexpr std::size_t feature_count = static_cast<std::size_t>(PairFeature::count);
constexpr std::array<std::string_view, feature_count> feature_names{
    "name",          "same_words", "agreeing", "called",   "single",  "share", "company",
    "same_document", "kinds",      "numbers",  "spelling", "general", "given"};
constexpr double most_odds = 5.0;
constexpr double contradictory_name = 0.15;   // score of two names below which they are two actors'
constexpr double most_unsupported = 0.85;     // of a bare last name, another form of a given name, places of like names
constexpr double least_company = 0.05;        // likeness of those named along, that supports such a guess
constexpr double least_share_of_name = 0.75;  // of what is said of all of a last name: who bears it alone is one
constexpr double same_name = 0.99;            // probability, to the letter
constexpr double read_as_two_kinds = 0.95;    // of 17 such names in 1,200 articles 16 are one actor's
constexpr double most_general = 0.5;          // probability of names that many bodies share

const LogisticModel<feature_count>& model() {
    static const LogisticModel<feature_count> built_in(
        tsv_rows(pair_weights_tsv(), "graph/resolution/data/pair_weights.tsv", 2, 2), feature_names, 1);
    return built_in;
}

double value_of(const NameComparison& names, NameFeature feature) {
    return names.features[static_cast<std::size_t>(feature)];
}

// By their own names.
bool have_same_words(const EntityProfile& one, const EntityProfile& other) {
    return compare_names(one.names.front(), other.names.front(), one.is_person()).same_words;
}

}  // namespace

// Of the best pair of their names, of which one is the entity's own; of two further names, whether they are the same to
// the letter.
PairScorer::Compared PairScorer::compared(const EntityProfile& one, const EntityProfile& other) const {
    Compared best;
    for (std::size_t i = 0; i < one.names.size(); ++i) {
        for (std::size_t j = 0; j < other.names.size(); ++j) {
            const bool by_aliases = i > 0 && j > 0;
            if (by_aliases) {
                if (one.names[i].letters != other.names[j].letters ||
                    one.names[i].characters != other.names[j].characters)
                    continue;
            } else if (i + j > 0 && !may_be_alike(one.sounds[i], other.sounds[j])) {
                continue;
            }
            NameComparison next = compare_names(one.names[i], other.names[j], one.is_person());
            if (next.same_words && !by_aliases) return {next, false};
            if (next.score > best.names.score) best = {next, by_aliases};
        }
    }
    return best;
}

// Of all that is said of persons who bear the word, the part that is said of this one, whatever form of the name.
double PairScorer::share_of_name(const EntityProfile& single, const EntityProfile& full) const {
    double of_all = 0.0, of_full = 0.0;
    for (const Bearer& bearer : facts_.bearers_of_name(single)) {
        const double weight = std::sqrt(static_cast<double>(bearer.weight + 1));
        of_all += weight;
        if (bearer.entity == full.id || compare_names(*bearer.name, full.names.front(), true).score >= same_name_score)
            of_full += weight;
    }
    return of_all > 0.0 ? of_full / of_all : 0.0;
}

// Whatever texts call them: people of one family name are not one for it.
bool PairScorer::is_contradiction(const NameComparison& names, const EntityProfile& one,
                                  const EntityProfile& other) const {
    if (value_of(names, NameFeature::numbers) > 0.0) return true;
    // Two entries of the gazetteer are two, whatever letter parts their names, or short form they share: George W. and
    // George H. W. Bush, L.A. and La.
    if (one.well_known && other.well_known && !have_same_words(one, other)) return true;
    if (one.is_person() && !single_word(one) && !single_word(other) && value_of(names, NameFeature::swapped) > 0.3)
        return true;
    return names.score < contradictory_name && !facts_.are_called_alike(one.id, other.id);
}

// Of two classes of kinds; but a name of several words that texts have may be read as either.
bool PairScorer::are_two_kinds(const EntityProfile& one, const EntityProfile& other) {
    if (kind_class(one.kind) == kind_class(other.kind)) return false;
    const std::string_view name = name_of_any_kind(one);
    return name.empty() || name != name_of_any_kind(other);
}

bool PairScorer::found_to_contradict(const EntityProfile& one, const EntityProfile& other) const {
    if (kith::contradict(one.identifiers, other.identifiers)) return true;
    if (find_shared(one.identifiers, other.identifiers)) return false;
    return are_two_kinds(one, other) || is_contradiction(compared(one, other).names, one, other);
}

bool PairScorer::contradict(std::size_t one, std::size_t other) {
    const auto [pair, is_new] = contradictions_.try_emplace(std::minmax(one, other));
    if (is_new) pair->second = found_to_contradict(profiles_[pair->first.first], profiles_[pair->first.second]);
    return pair->second;
}

PairScore PairScorer::score(std::size_t one_index, std::size_t other_index) {
    const EntityProfile &one = profiles_[one_index], &other = profiles_[other_index];
    PairScore result;
    const Compared best = compared(one, other);
    result.names = best.names;
    result.by_aliases = best.by_aliases;
    result.shared = find_shared(one.identifiers, other.identifiers);
    if (result.shared) {
        result.contradictory = kind_class(one.kind) != kind_class(other.kind);
        result.probability = result.contradictory ? 0.0 : 1.0;
        return result;
    }
    if (kind_class(one.kind) != kind_class(other.kind)) {
        result.contradictory = are_two_kinds(one, other) || kith::contradict(one.identifiers, other.identifiers);
        result.probability = result.contradictory ? 0.0 : result.names.telling == 0 ? most_general : read_as_two_kinds;
        result.features[static_cast<std::size_t>(PairFeature::kinds)] = 1.0;
        return result;
    }
    const NameComparison& names = result.names;
    const auto at = [&](PairFeature feature) -> double& { return result.features[static_cast<std::size_t>(feature)]; };
    const double score = std::clamp(names.score, 1e-6, 1.0 - 1e-6);
    at(PairFeature::name) = std::clamp(std::log(score / (1.0 - score)), -most_odds, most_odds);
    at(PairFeature::same_words) = names.same_words ? 1.0 : 0.0;
    const bool called = facts_.are_called_alike(one.id, other.id);
    at(PairFeature::called) = called ? 1.0 : 0.0;
    at(PairFeature::kinds) = one.kind != other.kind ? 1.0 : 0.0;
    at(PairFeature::numbers) = value_of(names, NameFeature::numbers);
    const bool exchanged = value_of(names, NameFeature::swapped) > 0.3;
    const bool several = std::min(full_words(one.names.front()), full_words(other.names.front())) > 1;
    // "A. Barry Rand" and "Ayn Rand": an initial is no name where another given name stands beside it.
    const bool vague = value_of(names, NameFeature::initials) > 0.0 && value_of(names, NameFeature::surplus) > 0.5;
    const bool alike = one.is_person() ? names.first_agree && names.last_agree
                                       : names.last_agree && value_of(names, NameFeature::surplus) == 0.0 &&
                                             value_of(names, NameFeature::legal_form) == 0.0;
    if (!exchanged && several && !vague && alike) {
        at(PairFeature::agreeing) = 1.0;
        at(PairFeature::spelling) = value_of(names, NameFeature::edits);
    }
    at(PairFeature::general) = !one.is_person() && names.telling == 0 && !called ? 1.0 : 0.0;
    if (one.is_person()) {
        const NameWord *first = single_word(one), *second = single_word(other);
        if ((first == nullptr) != (second == nullptr)) {
            at(PairFeature::single) = 1.0;
            at(PairFeature::share) = first ? share_of_name(one, other) : share_of_name(other, one);
            at(PairFeature::given) = names.last_agree ? 0.0 : 1.0;
        }
    }
    // Reading documents is the dearest: not where the names alone say no.
    if (names.score > contradictory_name || called) {
        const Company &first = facts_.company(one.id), &second = facts_.company(other.id);
        at(PairFeature::company) = likeness(first, second);
        at(PairFeature::same_document) = shared_documents(first, second) > 0 ? 1.0 : 0.0;
    }
    // Jack and John in one text are father and son before they are one.
    if (at(PairFeature::same_document) > 0.0 && value_of(names, NameFeature::forms) > 0.0)
        at(PairFeature::agreeing) = 0.0;
    result.contradictory = kith::contradict(one.identifiers, other.identifiers) || is_contradiction(names, one, other);
    result.probability = model().probability(result.features);
    // Were it not for the identifiers, the two would be one from the start.
    const bool told_apart = !one.identifiers.empty() || !other.identifiers.empty();
    if (told_apart && kind_class(one.kind) == kind_class(other.kind) && name_key(one.name) == name_key(other.name))
        result.probability = std::max(result.probability, same_name);
    // A namesake is as easily another: a Lord Ashcroft, a village in the next state; John Letts in a text on Jack.
    const bool supported = called || at(PairFeature::same_document) > 0.0 || at(PairFeature::company) >= least_company;
    const bool guessed = result.by_aliases || at(PairFeature::single) > 0.0 ||
                         value_of(names, NameFeature::forms) > 0.0 || one.kind == EntityKind::place ||
                         other.kind == EntityKind::place;
    const bool kin = value_of(names, NameFeature::forms) > 0.0 && at(PairFeature::same_document) > 0.0 && !called;
    // Every text calls its Bush by the last name: that one does so tells nothing where there are several.
    const bool shared_name = at(PairFeature::single) > 0.0 && at(PairFeature::share) < least_share_of_name;
    if (kin || shared_name || (guessed && !supported))
        result.probability = std::min(result.probability, most_unsupported);
    // Whose health ministry? That is for people to say.
    if (at(PairFeature::general) > 0.0) result.probability = std::min(result.probability, most_general);
    return result;
}

std::string PairScorer::in_words(const PairScore& score, std::size_t one, std::size_t other) const {
    if (score.shared) return "both have " + to_string(*score.shared);
    std::vector<std::string> reasons;
    const auto value = [&](PairFeature feature) { return score.features[static_cast<std::size_t>(feature)]; };
    if (score.by_aliases) reasons.emplace_back("by further names of both");
    if (score.names.same_words) {
        reasons.emplace_back("the same words");
    } else if (const std::string differing = kith::in_words(score.names); !differing.empty()) {
        reasons.push_back("the names differ by " + differing);
    }
    if (value(PairFeature::called) > 0.0) reasons.emplace_back("a text calls the one by the other's name");
    if (value(PairFeature::single) > 0.0) {
        const NameWord* word = single_word(profiles_[one]);
        const std::string& name = word ? profiles_[one].name : profiles_[other].name;
        const double share = value(PairFeature::share);
        reasons.push_back(share > 0.999  ? "nobody else here is called " + name
                          : share >= 0.5 ? "most that is said of a " + name + " is said of this one"
                                         : "others are called " + name + " too");
    }
    if (value(PairFeature::general) > 0.0) reasons.emplace_back("many are called so");
    if (value(PairFeature::company) >= 0.2) reasons.emplace_back("named with the same others");
    if (value(PairFeature::same_document) > 0.0) reasons.emplace_back("a document names both");
    if (value(PairFeature::kinds) > 0.0) reasons.emplace_back("of different kinds");
    std::string words;
    for (const std::string& reason : reasons) words += (words.empty() ? "" : "; ") + reason;
    return words;
}

}  // namespace kith
