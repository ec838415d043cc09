// Looks up what ids stand for, and orders it for readers.
#include "query/result_builder.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "graph/store/claim_conditions.hpp"
#include "graph/store/claim_ties.hpp"
#include "graph/store/database.hpp"
#include "graph/store/past_claims.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/store_database.hpp"

namespace kith {
namespace {

// Byte position of a code point in a sentence; its end where the sentence is shorter.
std::size_t byte_of_code_point(std::string_view text, std::size_t code_point) {
    std::size_t byte = 0;
    for (; byte < text.size(); ++byte) {
        if ((static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U) continue;
        if (code_point-- == 0) break;
    }
    return byte;
}

QuoteView quote_of(const EvidenceWithDocument& found) {
    const Evidence& evidence = found.evidence;
    QuoteView quote{found.document, evidence.sentence, evidence.quote, {},
                    evidence.line,  evidence.record,   evidence.url,   evidence.extractor};
    if (!evidence.cue.empty() && evidence.cue.begin >= evidence.sentence.begin) {
        quote.cue.begin = byte_of_code_point(quote.text, evidence.cue.begin - evidence.sentence.begin);
        quote.cue.end = byte_of_code_point(quote.text, evidence.cue.end - evidence.sentence.begin);
    }
    return quote;
}

}  // namespace

ResultBuilder::ResultBuilder(const Store& store)
    : store_(store), reading_(std::make_unique<ReadTransaction>(database_of(store))) {}

ResultBuilder::~ResultBuilder() = default;
ResultBuilder::ResultBuilder(ResultBuilder&&) noexcept = default;

const Entity& ResultBuilder::entity(EntityId id) {
    const auto found = entities_.find(id);
    return found != entities_.end() ? found->second : entities_.emplace(id, store_.entity(id)).first->second;
}

ClaimView ResultBuilder::claim(const Claim& claim) {
    ClaimView view;
    view.id = claim.id;
    view.subject = entity(claim.subject);
    view.relation = &store_.ontology().at(claim.relation);
    view.object = entity(claim.object);
    view.status = claim.status;
    view.confidence = claim.confidence;
    view.day = claim.day;
    if (claim.speaker) view.speaker = entity(*claim.speaker);
    view.unnamed_speaker = claim.unnamed_speaker;
    view.item = claim.item;
    view.role = claim.role;
    if (claim.place) view.place = entity(*claim.place);
    view.time = claim.time;
    view.alternative_of = claim.alternative_of;
    if (claim.alternative_of) {
        const auto [group, is_new] = alternatives_.try_emplace(*claim.alternative_of);
        if (is_new) {
            group->second = store_.alternatives(claim);
            group->second.push_back(claim);
            std::ranges::sort(group->second, {}, &Claim::id);
        }
        for (const Claim& other : group->second) {
            if (other.id != claim.id) {
                view.alternatives.push_back({other.id, entity(other.subject), entity(other.object)});
            }
        }
    }
    for (const EvidenceWithDocument& found : evidence(claim.id)) view.quotes.push_back(quote_of(found));
    view.judgements = judgements(claim.id);
    return view;
}

std::vector<ClaimJudgementView> ResultBuilder::judgements(ClaimId id) {
    if (!judgements_) {
        judgements_.emplace();
        for (ClaimJudgement& each : store_.claim_judgements()) {
            if (each.claim) (*judgements_)[*each.claim].push_back(std::move(each));
        }
    }
    std::vector<ClaimJudgementView> views;
    const auto found = judgements_->find(id);
    if (found == judgements_->end()) return views;
    for (const ClaimJudgement& each : found->second) {
        views.push_back({each.id, each.verdict, each.judge, each.decided, entity(each.said.subject),
                         &store_.ontology().at(each.said.relation), entity(each.said.object), each.said.status});
    }
    return views;
}

std::vector<PastClaimView> ResultBuilder::history(EntityId entity) {
    std::vector<PastClaimView> history;
    for (const PastClaim& past : past_claims(store_, entity)) {
        PastClaimView& view = history.emplace_back(claim(past.claim), past.until, past.is_dropped);
        view.claim.quotes = {quote_of(past.said)};
    }
    return history;
}

const std::vector<EvidenceWithDocument>& ResultBuilder::evidence(ClaimId id) {
    const auto [found, is_new] = evidence_.try_emplace(id);
    if (is_new) found->second = store_.evidence(id);
    return found->second;
}

std::vector<TieView> ResultBuilder::ties(const std::vector<Claim>& claims, const ClaimFilter& filter) {
    const std::int64_t least = least_thousandths(filter);
    const auto counts = [&](const Evidence& each) { return std::llround(each.confidence * 1000.0) >= least; };
    std::vector<Tie> ties = ties_of(claims, [&](const Claim& claim) {
        std::vector<ClaimSource> sources;
        for (const EvidenceWithDocument& each : evidence(claim.id)) {
            if (counts(each.evidence)) sources.push_back({each.evidence.source, each.evidence.confidence});
        }
        return sources;
    });
    return views_of(std::move(ties), claims);
}

std::vector<TieView> ResultBuilder::strongest_ties(const std::vector<Claim>& claims, std::size_t most,
                                                   std::size_t& left_out) {
    std::vector<Tie> ties = store_.ties(claims);
    std::ranges::stable_sort(ties, std::ranges::greater{}, &Tie::strength);
    left_out = ties.size() > most ? ties.size() - most : 0;
    ties.resize(ties.size() - left_out);
    return views_of(std::move(ties), claims);
}

std::vector<TieView> ResultBuilder::views_of(std::vector<Tie> ties, const std::vector<Claim>& claims) {
    std::unordered_map<ClaimId, const Claim*> by_id;
    for (const Claim& each : claims) by_id.emplace(each.id, &each);
    std::ranges::stable_sort(ties, std::ranges::greater{}, &Tie::strength);
    std::vector<TieView> result;
    for (const Tie& tie : ties) {
        TieView view{entity(tie.subject),
                     &store_.ontology().at(tie.relation),
                     entity(tie.object),
                     tie.status,
                     tie.sources,
                     tie.strength,
                     {}};
        for (const ClaimId id : tie.claims) view.claims.push_back(claim(*by_id.at(id)));
        std::ranges::stable_sort(view.claims, std::ranges::greater{}, &ClaimView::confidence);
        result.push_back(std::move(view));
    }
    return result;
}

}  // namespace kith
