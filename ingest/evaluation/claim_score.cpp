#include "ingest/evaluation/claim_score.hpp"

#include <algorithm>
#include <utility>

#include "ingest/evaluation/claim_match.hpp"

namespace kith::evaluation {
namespace {

ClaimSummary summary_of(const ComparedClaim& claim) {
    ClaimSummary summary;
    summary.subject = claim.subject.front().text();
    summary.relation = claim.relations.front().name;
    summary.object = claim.object.front().text();
    if (!claim.statuses.empty()) summary.status = claim.statuses.front();
    if (!claim.speakers.empty()) summary.speaker = claim.speakers.front().text();
    summary.evidence = claim.evidence;
    return summary;
}

bool has_status_of(const ComparedClaim& found, const ComparedClaim& gold) {
    return !found.statuses.empty() && std::ranges::find(gold.statuses, found.statuses.front()) != gold.statuses.end();
}

bool has_speaker_of(const ComparedClaim& found, const ComparedClaim& gold) {
    if (found.speakers.empty()) return gold.speakers.empty();
    return found.speakers.front().same_as_any(gold.speakers);
}

// Whether any telling of the one agrees with any telling of the other.
template <typename Agree>
bool any_agree(const Tellings& found, const Tellings& gold, const Agree& agree) {
    return std::ranges::any_of(found, [&](const ComparedClaim* one) {
        return std::ranges::any_of(gold, [&](const ComparedClaim* other) { return agree(*one, *other); });
    });
}

// The annotators' relation that was found, but with its ends changed over.
bool is_turned_round(const ComparedClaim& found, const ComparedClaim& gold) {
    const ComparedRelation& relation = found.relations.front();
    return std::ranges::find(gold.relations, relation.name, &ComparedRelation::name) != gold.relations.end() &&
           has_crossed_ends(found, gold);
}

bool ties_the_same(const ComparedClaim& found, const ComparedClaim& gold) {
    return matches(found, gold, Level::pair);
}

void count(Tally& tally, const std::vector<ComparedClaim>& gold, const std::vector<ComparedClaim>& found, Level level) {
    const std::vector<Tellings> gold_ties = told_apart(gold, level), found_ties = told_apart(found, level);
    tally.gold += gold_ties.size();
    tally.found += found_ties.size();
    tally.right += match(found_ties, gold_ties, level).size();
}

}  // namespace

// One article's claims told apart, and which of them are accounted for.
class ClaimScorer::Article {
public:
    Article(ClaimScorer& scorer, const std::string& id, const std::vector<ComparedClaim>& gold,
            const std::vector<ComparedClaim>& found)
        : scorer_(scorer),
          id_(id),
          gold_(told_apart(gold, Level::claim)),
          found_(told_apart(found, Level::claim)),
          gold_done_(gold_.size(), false),
          found_done_(found_.size(), false) {}

    void score() {
        count_right();
        for (std::size_t f = 0; f < found_.size(); ++f) {
            ++scorer_.relations_[found_[f].front()->relations.front().name].found;
            for (const ComparedClaim* claim : found_[f]) {
                if (claim->confidence) scorer_.calibrator_.add(*claim->confidence, found_done_[f]);
            }
        }
        pair_off(MistakeKind::wrong_direction, is_turned_round);
        pair_off(MistakeKind::wrong_relation, ties_the_same);
        for (std::size_t g = 0; g < gold_.size(); ++g) {
            if (!gold_done_[g]) note(MistakeKind::missed, nullptr, gold_[g].front());
        }
        for (std::size_t f = 0; f < found_.size(); ++f) {
            if (!found_done_[f]) note(MistakeKind::spurious, found_[f].front(), nullptr);
        }
    }

private:
    void count_right() {
        Tally& tally = scorer_.score_.claim;
        tally.gold += gold_.size();
        tally.found += found_.size();
        for (const auto& [f, g] : match(found_, gold_, Level::claim)) {
            found_done_[f] = gold_done_[g] = true;
            ++tally.right;
            Tally& relation = scorer_.relations_[found_[f].front()->relations.front().name];
            ++relation.gold;
            ++relation.right;
            if (any_agree(found_[f], gold_[g], has_status_of)) {
                ++scorer_.score_.right_status;
            } else {
                note(MistakeKind::wrong_status, found_[f].front(), gold_[g].front());
            }
            if (any_agree(found_[f], gold_[g], has_speaker_of)) {
                ++scorer_.score_.right_speaker;
            } else {
                note(MistakeKind::wrong_speaker, found_[f].front(), gold_[g].front());
            }
        }
        for (std::size_t g = 0; g < gold_.size(); ++g) {
            if (!gold_done_[g]) ++scorer_.relations_[gold_[g].front()->relations.front().name].gold;
        }
    }

    // Of what is left over on both sides: which fails which in this way, one to one.
    template <typename Fails>
    void pair_off(MistakeKind kind, const Fails& fails) {
        for (std::size_t f = 0; f < found_.size(); ++f) {
            for (std::size_t g = 0; g < gold_.size() && !found_done_[f]; ++g) {
                if (gold_done_[g] || !fails(*found_[f].front(), *gold_[g].front())) continue;
                found_done_[f] = gold_done_[g] = true;
                note(kind, found_[f].front(), gold_[g].front());
            }
        }
    }

    void note(MistakeKind kind, const ComparedClaim* found, const ComparedClaim* gold) {
        ++scorer_.score_.mistakes[static_cast<std::size_t>(kind)];
        if (scorer_.examples_.size() >= scorer_.most_examples_) return;
        Mistake mistake{kind, id_};
        if (gold) mistake.gold = summary_of(*gold);
        if (found) mistake.found = summary_of(*found);
        scorer_.examples_.push_back(std::move(mistake));
    }

    ClaimScorer& scorer_;
    const std::string& id_;
    const std::vector<Tellings> gold_, found_;
    std::vector<bool> gold_done_, found_done_;
};

void ClaimScorer::add(const std::string& article, const std::vector<ComparedClaim>& gold,
                      const std::vector<ComparedClaim>& found) {
    count(score_.pair, gold, found, Level::pair);
    count(score_.group, gold, found, Level::group);
    Article(*this, article, gold, found).score();
}

ClaimScore ClaimScorer::score() const {
    ClaimScore result = score_;
    for (const auto& [relation, tally] : relations_) result.relations.push_back({relation, tally});
    std::ranges::stable_sort(result.relations, [](const RelationTally& one, const RelationTally& other) {
        return std::pair(one.tally.gold, one.tally.found) > std::pair(other.tally.gold, other.tally.found);
    });
    return result;
}

}  // namespace kith::evaluation
