#include "query/cli/evaluation_json.hpp"

namespace kith::cli {
namespace {

using namespace evaluation;

Json json_of(const Tally& tally) {
    return {{"gold", tally.gold},
            {"found", tally.found},
            {"right", tally.right},
            {"precision", rounded(tally.precision())},
            {"recall", rounded(tally.recall())},
            {"f1", rounded(tally.f1())}};
}

Json json_of(const ClaimSummary& claim) {
    return {{"subject", claim.subject},
            {"relation", claim.relation},
            {"object", claim.object},
            {"status", claim.status ? Json(to_string(*claim.status)) : Json(nullptr)},
            {"speaker", text_or_null(claim.speaker)},
            {"evidence", text_or_null(claim.evidence)}};
}

Json json_of(const Mistake& mistake) {
    return {{"kind", to_string(mistake.kind)},
            {"article", mistake.article},
            {"gold", mistake.gold ? json_of(*mistake.gold) : Json(nullptr)},
            {"found", mistake.found ? json_of(*mistake.found) : Json(nullptr)}};
}

Json json_of(const Calibration& calibration) {
    Json bins = Json::array();
    for (const ConfidenceBin& bin : calibration.bins) {
        bins.push_back({{"from", rounded(bin.from)},
                        {"to", rounded(bin.to)},
                        {"claims", bin.claims},
                        {"mean_confidence", rounded(bin.mean_confidence)},
                        {"share_right", rounded(bin.share_right)}});
    }
    return {{"claims", calibration.claims},
            {"expected_error", rounded(calibration.expected_error)},
            {"bins", std::move(bins)}};
}

Json json_of(const NameScore& names) {
    Json kinds = Json::array();
    for (const KindRecall& kind : names.kinds) {
        kinds.push_back({{"kind", kind.kind}, {"gold", kind.gold}, {"found", kind.found}});
    }
    return {{"articles", names.articles},
            {"span", json_of(names.span)},
            {"coarse", json_of(names.coarse)},
            {"fine", json_of(names.fine)},
            {"kinds", std::move(kinds)}};
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : rounded(static_cast<double>(part) / static_cast<double>(whole));
}

}  // namespace

Json json_of(const Evaluation& result) {
    const ClaimScore& claims = result.claims;
    Json mistakes = Json::object();
    for (const MistakeKind kind : all_mistake_kinds()) {
        mistakes[std::string(to_string(kind))] = claims.mistakes[static_cast<std::size_t>(kind)];
    }
    Json relations = Json::array();
    for (const RelationTally& each : claims.relations) {
        Json relation = {{"relation", each.relation}};
        relation.update(json_of(each.tally));
        relations.push_back(std::move(relation));
    }
    Json examples = Json::array();
    for (const Mistake& mistake : result.examples) examples.push_back(json_of(mistake));
    return {{"articles", result.articles},
            {"pair", json_of(claims.pair)},
            {"group", json_of(claims.group)},
            {"claim", json_of(claims.claim)},
            {"status", share(claims.right_status, claims.claim.right)},
            {"speaker", share(claims.right_speaker, claims.claim.right)},
            {"mistakes", std::move(mistakes)},
            {"relations", std::move(relations)},
            {"calibration", json_of(result.calibration)},
            {"names", result.names ? json_of(*result.names) : Json(nullptr)},
            {"examples", std::move(examples)}};
}

}  // namespace kith::cli
