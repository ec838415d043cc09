// What an evaluation finds: how much of what annotators found in articles a system finds, and how much of what it finds
// is right.
//
//     evaluation.claim.precision()   // share of the claims found that are right
//     evaluation.claim.recall()      // share of the annotators' claims that were found
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"

namespace kith {
namespace [[gnu::visibility("default")]] evaluation {

struct Tally {
    std::size_t gold = 0;   // what annotators found
    std::size_t found = 0;  // what the system found
    std::size_t right = 0;  // what both found

    // 0 where there is nothing to divide by.
    double precision() const;  // right of found
    double recall() const;     // right of gold
    double f1() const;         // their harmonic mean
};

struct RelationTally {
    std::string relation{};
    Tally tally{};
};

// How a claim fails. Those of the first four kinds are no matches; the last two are right but for that.
enum class MistakeKind : std::uint8_t {
    missed,           // the annotators' claim; nothing found comes near
    spurious,         // the system's claim; nothing annotated comes near
    wrong_relation,   // between the two actors there is another relation
    wrong_direction,  // subject and object changed places
    wrong_status,
    wrong_speaker,
};

inline constexpr std::size_t mistake_kind_count = 6;
std::span<const MistakeKind> all_mistake_kinds();
std::string_view to_string(MistakeKind kind);  // "wrong_relation"

// A claim as a mistake shows it: of several equally right values the first.
struct ClaimSummary {
    std::string subject{};
    std::string relation{};
    std::string object{};
    std::optional<Status> status{};
    std::string speaker{};   // empty: the article's own voice
    std::string evidence{};  // words of the article; may be empty
};

struct Mistake {
    MistakeKind kind = MistakeKind::missed;
    std::string article{};                // its id in the annotation
    std::optional<ClaimSummary> gold{};   // nothing: spurious
    std::optional<ClaimSummary> found{};  // nothing: missed
};

// A claim is counted once for each article, subject, relation and object.
struct ClaimScore {
    Tally pair{};   // which two actors are tied at all
    Tally group{};  // ... in which direction, by a relation of the right group
    Tally claim{};  // ... by the right relation
    // Of claim.right, those that are right in this too where any telling of the claim is.
    std::size_t right_status = 0;
    std::size_t right_speaker = 0;

    std::array<std::size_t, mistake_kind_count> mistakes{};  // how many of each kind, by its number
    // One for each relation that either names, the most frequent of the annotators' first. A claim of theirs with
    // several equally right relations counts for the one that was found, else for the first.
    std::vector<RelationTally> relations{};
};

// Claims whose confidence lies from `from` up to `to`, which only the last bin includes.
struct ConfidenceBin {
    double from = 0.0;
    double to = 0.0;
    std::size_t claims = 0;
    double mean_confidence = 0.0;  // 0 without claims
    double share_right = 0.0;      // 0 without claims
};

// Whether confidences say how often claims are right (subject, relation and object). Every claim that tells its
// confidence counts, also those that differ in status or speaker alone.
struct Calibration {
    std::vector<ConfidenceBin> bins{};  // ten, from 0 to 1
    std::size_t claims = 0;
    double expected_error = 0.0;  // mean distance of confidence and share right over the bins, weighted by their claims
};

struct KindRecall {
    std::string kind{};
    std::size_t gold = 0;
    std::size_t found = 0;  // by span
};

// Names by their exact place in the text.
struct NameScore {
    Tally span{};
    Tally coarse{};                   // ... of the right kind among person, place, nationality, organisation and thing
    Tally fine{};                     // ... of exactly the right kind
    std::vector<KindRecall> kinds{};  // of the annotators' kinds, the most frequent first
    std::size_t articles = 0;
};

}  // namespace evaluation
}  // namespace kith
