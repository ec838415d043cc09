#include "ingest/evaluation/evaluation.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "ingest/documents/article_cleaner.hpp"
#include "ingest/evaluation/article_key.hpp"
#include "ingest/evaluation/claim_score.hpp"
#include "ingest/evaluation/found_claims.hpp"
#include "ingest/evaluation/gold.hpp"
#include "ingest/evaluation/name_score.hpp"
#include "ingest/evaluation/named_spans.hpp"
#include "ingest/side_by_side.hpp"

namespace kith::evaluation {
namespace {

// What a system says of one article.
struct Found {
    std::vector<ComparedClaim> claims;
    std::vector<NamedSpan> names;
};

// Asks the analysis for what is wanted of an article.
Found analysed(const text::Pipeline& pipeline, const text::Article& article, const Ontology& ontology, bool want_claims,
               bool want_names) {
    Found found;
    if (want_claims) {
        const text::Document document = pipeline.analyse(clean_article(article.text, article), ontology);
        found.claims = claims_of(document);
        if (want_names && document.article.text == article.text) {
            found.names = spans_of(document);
            want_names = false;
        }
    }
    if (want_names) found.names = spans_of(pipeline.analyse(article, ontology));
    return found;
}

// The article's key for what a file calls its document; `kith extract` calls the articles of JSON Lines "FILE#ID".
std::string key_of_document(const std::string& document, const std::map<std::string, std::size_t>& positions) {
    const std::string key = article_key(document);
    const std::size_t id = document.rfind('#');
    return positions.contains(key) || id == document.npos ? key : article_key(document.substr(id + 1));
}

class Run {
public:
    Run(const EvaluationQuestion& question, const EvaluationProgress& progress)
        : question_(question), progress_(progress), gold_(read_gold(question.gold, question.ontology, result_.notes)) {
        for (std::size_t i = 0; i < gold_.size(); ++i) positions_.emplace(gold_[i].key, i);
        found_.resize(gold_.size());
    }

    Evaluation evaluate() {
        if (!question_.gold_names.empty()) gold_names_ = read_names(question_.gold_names);
        analyse_all();
        if (!question_.found_claims.empty()) take_found_claims();
        if (!question_.found_names.empty()) take_found_names();
        score_claims();
        if (!question_.gold_names.empty()) score_names();
        return std::move(result_);
    }

private:
    void analyse_all() {
        const bool want_claims = question_.found_claims.empty();
        const bool want_names = !question_.gold_names.empty() && question_.found_names.empty();
        if (!want_claims && !want_names) return;
        const std::optional<text::Pipeline> standard =
            question_.pipeline ? std::nullopt : std::optional(text::Pipeline::standard(question_.analysis));
        const text::Pipeline& pipeline = question_.pipeline ? *question_.pipeline : *standard;
        std::mutex telling;
        std::size_t done = 0;
        side_by_side(gold_.size(), static_cast<std::size_t>(std::max(question_.jobs, 1)), [&](std::size_t i) {
            const bool has_names = want_names && gold_names_.contains(gold_[i].key);
            found_[i] = analysed(pipeline, gold_[i].article, question_.ontology, want_claims, has_names);
            const std::scoped_lock lock(telling);
            ++done;
            if (progress_) progress_(done, gold_.size());
        });
    }

    void take_found_claims() {
        std::size_t elsewhere = 0;
        for (FoundClaim& claim : read_found_claims(question_.found_claims, question_.ontology)) {
            const auto position = positions_.find(key_of_document(claim.document, positions_));
            if (position == positions_.end()) {
                ++elsewhere;
            } else {
                found_[position->second].claims.push_back(std::move(claim.claim));
            }
        }
        if (elsewhere == 0) return;
        const bool one = elsewhere == 1;
        result_.notes.push_back(question_.found_claims + ": " + std::to_string(elsewhere) +
                                (one ? " claim" : " claims") + " of documents that the gold files do not have " +
                                (one ? "was" : "were") + " left out");
    }

    void take_found_names() {
        for (auto& [key, names] : read_names(question_.found_names)) {
            const auto position = positions_.find(key);
            if (position != positions_.end()) found_[position->second].names = std::move(names);
        }
    }

    void score_claims() {
        result_.articles = gold_.size();
        ClaimScorer scorer(question_.most_examples);
        for (std::size_t i = 0; i < gold_.size(); ++i) {
            std::vector<ComparedClaim>& claims = found_[i].claims;
            std::erase_if(claims, [&](const ComparedClaim& claim) {
                return claim.confidence.value_or(1.0) < question_.min_confidence;
            });
            scorer.add(gold_[i].article.location, gold_[i].claims, claims);
        }
        result_.claims = scorer.score();
        result_.calibration = scorer.calibration();
        result_.examples = scorer.examples();
    }

    void score_names() {
        NameScorer scorer;
        std::size_t elsewhere = 0;
        for (const auto& [key, names] : gold_names_) {
            const auto position = positions_.find(key);
            if (position == positions_.end()) {
                ++elsewhere;
            } else {
                scorer.add(names, found_[position->second].names);
            }
        }
        result_.names = scorer.score();
        if (elsewhere == 0) return;
        result_.notes.push_back(question_.gold_names + ": names of " + std::to_string(elsewhere) +
                                (elsewhere == 1 ? " article" : " articles") +
                                " that the gold files do not have were left out");
    }

    const EvaluationQuestion& question_;
    const EvaluationProgress& progress_;
    Evaluation result_;
    std::vector<GoldArticle> gold_;
    NamesByArticle gold_names_;
    std::map<std::string, std::size_t> positions_;  // in gold_, by key
    std::vector<Found> found_;                      // side by side with gold_
};

}  // namespace

Evaluation evaluate(const EvaluationQuestion& question, const EvaluationProgress& progress) {
    return Run(question, progress).evaluate();
}

}  // namespace kith::evaluation
