#include "ingest/text/ties/ties.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <ranges>
#include <tuple>
#include <utility>

#include "graph/error.hpp"
#include "graph/name_key.hpp"
#include "ingest/text/ties/relation_traits.hpp"
#include "ingest/text/ties/tie_builder.hpp"
#include "ingest/text/words/gender_words.hpp"
#include "ingest/text/words/reference_words.hpp"

namespace kith::text {
namespace {

// Acts of speech: who does them says them, so that only somebody else's word for them is worth telling.
bool is_speech_act(const Relation& relation) {
    return relation.group == "speech";
}

// "Her husband" beside Bernie Sanders: he is somebody else's.
bool is_of_another(const Document& document, const Mention& relative, const Mention& other) {
    return is_spouse(document, relative.tokens) &&
           are_two_genders(gender_of_owner(document, relative), gender_of_name(document.actors[other.actor].name));
}

// Whether two words for one thing may tell the same: the one is the end of the other ("armed drones", "drones"), or
// nothing.
bool may_be_one(const std::string& a, const std::string& b) {
    const std::string first = term_key(a), second = term_key(b);
    return first.ends_with(second) || second.ends_with(first);
}

// Whether two tellings of a tie may be one claim. Drones in 2022 and missiles in 2023 are two; what tells no item or
// time goes with either.
bool may_be_one(const Tie& a, const Tie& b) {
    const bool one_time = a.time.starts_with(b.time) || b.time.starts_with(a.time);  // "2023-06" lies in "2023"
    return one_time && may_be_one(a.item, b.item) && may_be_one(a.role, b.role);
}

// Ties of one key: one a sentence, the surest first.
class Group {
public:
    void add(const Tie& tie) {
        const auto [found, added] = best_.try_emplace(tie.sentence, &tie);
        if (!added && found->second->confidence < tie.confidence) found->second = &tie;
    }

    std::vector<const Tie*> tellings() const {
        std::vector<const Tie*> result;
        for (const auto& [sentence, tie] : best_) result.push_back(tie);
        std::ranges::stable_sort(result, [](const Tie* a, const Tie* b) { return a->confidence > b->confidence; });
        return result;
    }

    bool takes(const Tie& tie) const {
        return std::ranges::all_of(best_, [&](const auto& told) { return may_be_one(*told.second, tie); });
    }

    double probability(double repeat) const {
        double missing = 1.0, weight = 1.0;
        for (const Tie* tie : tellings()) {
            missing *= std::pow(1.0 - tie->confidence, weight);
            weight = repeat;
        }
        return 1.0 - missing;
    }

private:
    std::map<SentenceIndex, const Tie*> best_;  // by sentence
};

}  // namespace

void tie_tellings(Document& document) {
    TieBuilder builder(document);
    for (const Telling& telling : document.tellings) {
        if (telling.relation == nullptr) {
            throw Error("a component of the analysis tells of a tie without a relation",
                        "Take it from Document::ontology; Ontology::find gives null for a name that there is not.");
        }
        MentionIndex subject = telling.subject, object = telling.object;
        if (document.mentions[subject].actor == none || document.mentions[object].actor == none) continue;
        const Mention &one = document.mentions[subject], &other = document.mentions[object];
        if (RelationTraits::builtin().is_kinship(*telling.relation) &&
            (is_of_another(document, one, other) || is_of_another(document, other, one)))
            continue;
        if (telling.relation->symmetric && subject > object) std::swap(subject, object);
        Tie* tie =
            builder.add(subject, telling.relation->name, object, telling.sentence, "encoder", telling.probability);
        if (!tie) continue;
        tie->status = telling.status;
        tie->speaker = telling.speaker == none ? ActorIndex{} : document.mentions[telling.speaker].actor;
        if (is_speech_act(*telling.relation) && tie->speaker == tie->subject) tie->speaker = none;
        (RelationTraits::builtin().tells_role(*telling.relation) ? tie->role : tie->item) =
            document.text(telling.detail);
        const Range &a = tie->subject_tokens, &b = tie->object_tokens;
        tie->cue = {std::min(a.begin, b.begin), std::max(a.end, b.end)};
    }
}

void draw_ties(Document& document, const Thresholds& thresholds, double least, const Calibration& calibration) {
    std::map<TieKey, Group> groups;
    for (const Tie& tie : document.ties) groups[key_of(document, tie)].add(tie);

    std::vector<std::pair<double, const TieKey*>> order;
    for (const auto& [key, group] : groups) order.push_back({group.probability(thresholds.repeat), &key});
    std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return a.first > b.first; });

    std::map<std::pair<ActorIndex, ActorIndex>, std::size_t> relations;  // drawn of two actors
    std::vector<Tie> drawn;
    for (const auto& [probability, key] : order) {
        if (probability <= least) break;
        const auto ends = std::minmax(std::get<0>(*key), std::get<2>(*key));
        if (++relations[{ends.first, ends.second}] > thresholds.most_relations) continue;
        std::map<std::tuple<Status, ActorIndex, std::string>, std::vector<Group>> alike;  // by status and speakers
        const std::vector<const Tie*> tellings = groups[*key].tellings();
        for (const Tie* tie : tellings) {
            auto& claims = alike[{tie->status, tie->speaker, unnamed_speaker_key(tie->unnamed_speaker)}];
            const auto same = std::ranges::find_if(claims, [&](const Group& group) { return group.takes(*tie); });
            (same == claims.end() ? claims.emplace_back() : *same).add(*tie);
        }
        for (const Group& group : alike | std::views::values | std::views::join) {
            Tie tie = *group.tellings().front();
            const bool surest = group.tellings().front() == tellings.front();
            const double own = surest ? probability : group.probability(thresholds.repeat);
            if (own <= least) continue;
            tie.confidence = calibration.confidence(own);
            for (const Tie* telling : group.tellings()) {
                if (tie.item.empty()) tie.item = telling->item;
                if (tie.role.empty()) tie.role = telling->role;
            }
            drawn.push_back(std::move(tie));
        }
    }
    std::ranges::stable_sort(drawn, [](const Tie& a, const Tie& b) {
        return std::tie(a.sentence, a.cue.begin, a.cue.end, a.relation) <
               std::tie(b.sentence, b.cue.begin, b.cue.end, b.relation);
    });
    document.ties = std::move(drawn);
}

void Ties::apply(Document& document) const {
    tie_tellings(document);
}

void Drawing::apply(Document& document) const {
    if (document.ties.empty()) return;
    const Model& model = source_->model();
    const Thresholds& thresholds = model.thresholds();
    draw_ties(document, thresholds, recall_ ? thresholds.recall : thresholds.draw, model.calibration());
}

}  // namespace kith::text
