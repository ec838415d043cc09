// How well the analysis of articles does: it is let loose on articles that annotators have read, and what it finds is
// compared with what they found.
//
//     const Evaluation result = evaluate({.gold = {"dev.jsonl"}, .gold_names = "names.jsonl"});
//     result.claims.claim.f1()   // how many claims are right, and how many of the right ones it finds
//
// With a pipeline of your own (examples/own_component) the same call tells what your component gains. docs/commands.md,
// kith evaluate, shows the files and says when a claim is right.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/relation.hpp"
#include "ingest/evaluation/score.hpp"
#include "ingest/text/pipeline.hpp"

namespace kith {
namespace [[gnu::visibility("default")]] evaluation {

struct EvaluationQuestion {
    std::vector<std::string> gold{};  // files of annotated articles
    std::string gold_names{};         // file of annotated names; empty: names are not scored
    // Files of what some system found, as `kith extract` writes claims and as names are annotated; empty: the analysis
    // is asked.
    std::string found_claims{};
    std::string found_names{};

    Ontology ontology = Ontology::builtin();   // the relations that claims may have
    double min_confidence = 0.0;               // claims below it are left out; those that tell none stay
    std::size_t most_examples = 0;             // so many mistakes are shown; all are counted
    int jobs = 1;                              // threads that analyse articles; the result does not depend on it
    text::AnalysisOptions analysis{};          // how articles are analysed
    const text::Pipeline* pipeline = nullptr;  // outlives the call; null: Pipeline::standard(analysis)
};

struct Evaluation {
    std::size_t articles = 0;
    ClaimScore claims{};
    Calibration calibration{};
    std::optional<NameScore> names{};  // nothing: not asked for
    std::vector<Mistake> examples{};   // of mistakes, in the order of the articles
    std::vector<std::string> notes{};  // what the user may not expect: claims of articles that nobody annotated
};

// Called after each article that is analysed, by one thread at a time.
using EvaluationProgress = std::function<void(std::size_t articles_done, std::size_t articles_total)>;

// Claims are those of the cleaned article, as `kith extract` finds them. Names are looked for in the text as it came,
// since that is what the annotators' offsets count in. Throws Error, with file and line, for a file that cannot be read
// or is not as expected.
Evaluation evaluate(const EvaluationQuestion& question, const EvaluationProgress& progress = {});

}  // namespace evaluation
}  // namespace kith
