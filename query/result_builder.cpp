// Looks up what ids stand for, and orders it for readers.
#include "query/result_builder.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "graph/store/database.hpp"
#include "graph/store/read_transaction.hpp"

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

QuoteView quote_of(EvidenceWithDocument found) {
    Evidence& evidence = found.evidence;
    QuoteView quote{std::move(found.document), evidence.sentence, std::move(evidence.quote), {}, evidence.line};
    if (!evidence.cue.empty() && evidence.cue.begin >= evidence.sentence.begin) {
        quote.cue.begin = byte_of_code_point(quote.text, evidence.cue.begin - evidence.sentence.begin);
        quote.cue.end = byte_of_code_point(quote.text, evidence.cue.end - evidence.sentence.begin);
    }
    return quote;
}

std::vector<TieGroup> grouped(const std::vector<TieView>& ties, EntityId id) {
    std::vector<TieGroup> groups;
    for (const TieView& tie : ties) {
        const bool inverse = tie.subject.id != id && !tie.relation->symmetric;
        auto group = std::ranges::find_if(
            groups, [&](const TieGroup& each) { return each.relation == tie.relation && each.inverse == inverse; });
        if (group == groups.end()) group = groups.insert(groups.end(), {tie.relation, inverse, {}, 0});
        group->ties.push_back(tie);
    }
    return groups;
}

// One entry for each tie and time. Publication dates are not times: what no text dates is not on it.
std::vector<TimelineEntry> timeline_of(const std::vector<TieView>& ties) {
    struct Dated {
        Day day;
        TimelineEntry entry;
    };
    std::vector<Dated> dated;
    for (const TieView& tie : ties) {
        std::map<std::string, std::vector<ClaimView>> by_time;
        for (const ClaimView& claim : tie.claims) {
            if (!claim.time.empty()) by_time[claim.time].push_back(claim);
        }
        for (auto& [time, claims] : by_time) {
            TieView then = tie;
            then.claims = std::move(claims);
            dated.push_back({then.claims.front().day.value_or(0), {time, std::move(then)}});
        }
    }
    std::ranges::stable_sort(dated, {}, &Dated::day);
    std::vector<TimelineEntry> timeline;
    for (Dated& each : dated) timeline.push_back(std::move(each.entry));
    return timeline;
}

}  // namespace

ResultBuilder::ResultBuilder(const Store& store)
    : store_(store), reading_(std::make_unique<ReadTransaction>(store.database())) {}

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
        for (const Claim& other : store_.alternatives(claim)) {
            view.alternatives.push_back({other.id, entity(other.subject), entity(other.object)});
        }
    }
    for (EvidenceWithDocument& found : store_.evidence(claim.id)) view.quotes.push_back(quote_of(std::move(found)));
    return view;
}

std::vector<TieView> ResultBuilder::ties(const std::vector<Claim>& claims) {
    std::size_t none = 0;
    return strongest_ties(claims, claims.size(), none);
}

std::vector<TieView> ResultBuilder::strongest_ties(const std::vector<Claim>& claims, std::size_t most,
                                                   std::size_t& left_out) {
    std::unordered_map<ClaimId, const Claim*> by_id;
    for (const Claim& each : claims) by_id.emplace(each.id, &each);
    std::vector<Edge> edges = store_.edges(claims);
    std::ranges::stable_sort(edges, std::ranges::greater{}, &Edge::strength);
    left_out = edges.size() > most ? edges.size() - most : 0;
    edges.resize(edges.size() - left_out);
    std::vector<TieView> result;
    for (const Edge& edge : edges) {
        TieView tie{entity(edge.subject),
                    &store_.ontology().at(edge.relation),
                    entity(edge.object),
                    edge.status,
                    edge.sources,
                    edge.strength,
                    {}};
        for (const ClaimId id : edge.claims) tie.claims.push_back(claim(*by_id.at(id)));
        std::ranges::stable_sort(tie.claims, std::ranges::greater{}, &ClaimView::confidence);
        result.push_back(std::move(tie));
    }
    return result;
}

Profile ResultBuilder::profile(EntityId id, const ClaimFilter& filter) {
    id = store_.canonical(id);
    Profile profile;
    profile.entity = entity(id);
    for (const Alias& alias : store_.aliases(id)) {
        const bool listed = std::ranges::any_of(profile.aliases, [&](const Alias& a) { return a.name == alias.name; });
        if (alias.name != profile.entity.name && !listed) profile.aliases.push_back(alias);
    }
    const std::vector<TieView> all = ties(store_.claims_about(id, filter));
    profile.groups = grouped(all, id);
    profile.said = ties(store_.claims_said_by(id, filter));
    profile.timeline = timeline_of(all);

    std::set<DocumentId> documents;
    std::set<DocumentId> lineages;
    for (const TieView& tie : all) {
        for (const ClaimView& each : tie.claims) {
            for (const QuoteView& quote : each.quotes) {
                documents.insert(quote.document.id);
                lineages.insert(quote.document.lineage);
            }
        }
    }
    profile.documents = static_cast<int>(documents.size());
    profile.sources = static_cast<int>(lineages.size());
    return profile;
}

TimelineAnswer ResultBuilder::timeline(EntityId id, const ClaimFilter& filter) {
    return {entity(id), timeline_of(ties(store_.claims_about(store_.canonical(id), filter)))};
}

}  // namespace kith
