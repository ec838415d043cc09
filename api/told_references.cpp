#include "api/told_references.hpp"

#include <map>
#include <unordered_map>
#include <utility>

#include "graph/claim_identity.hpp"
#include "graph/claim_rules.hpp"
#include "graph/code_points.hpp"
#include "graph/hexadecimal.hpp"
#include "graph/name_key.hpp"
#include "graph/resolution/named_entities.hpp"
#include "graph/store/source_key.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/own_lines.hpp"

namespace kith {
namespace {

// What StoreWriter takes of lines, in its order.
class ReferenceSink final : public ClaimSink {
public:
    bool begin(const DocumentRecord& record) override {
        std::string sha =
            in_hexadecimal(record.text ? sha256(*record.text)
                                       : source_digest(source_key(record.location, record.list, record.edition)));
        const auto [known, is_new] = documents_.try_emplace(sha, told.documents.size());
        document_ = known->second;
        if (!is_new) return !record.text;
        ToldDocument& document =
            told.documents.emplace_back(ToldDocument{record.location, std::move(sha), record.text.has_value()});
        if (!record.text) return true;
        const CodePoints points(*record.text);
        for (const MentionRecord& each : record.mentions) {
            const TextSpan span = points.of_bytes(each.span);
            if (!span.empty() && !name_key(each.entity.name).empty()) mention(document, span, each.entity);
        }
        return true;
    }

    void add(const ClaimRecord& claim) override {
        const Relation& relation = require_acceptable(claim, ontology());
        ToldClaim& added = told.documents.at(document_).claims.emplace_back();
        added.subject = number_of(claim.subject);
        added.object = number_of(claim.object);
        if (claim.speaker) added.speaker = number_of(*claim.speaker);
        if (claim.place) added.place = number_of(*claim.place);
        added.is_symmetric = relation.symmetric;
        added.identity = claim.relation + '\n' + details_key(details_of(claim));
    }

    void add_entity(const EntityReference& entity, TextSpan record) override {
        required_name_key(entity);
        mention(told.documents.at(document_), record, entity);
    }

    ToldReferences told;

private:
    void mention(ToldDocument& document, TextSpan span, const EntityReference& entity) {
        document.mentions.push_back(
            {static_cast<std::int64_t>(span.begin), static_cast<std::int64_t>(span.end), number_of(entity)});
    }

    std::size_t number_of(const EntityReference& reference) {
        const auto [place, is_new] = numbers_.try_emplace(compact(whole_reference(reference)), told.references.size());
        if (is_new) told.references.push_back(reference);
        return place->second;
    }

    std::size_t document_ = 0;
    std::unordered_map<std::string, std::size_t> documents_;  // by their SHA-256
    std::map<std::string, std::size_t> numbers_;
};

std::vector<Identifier> identifiers_in(const Json& json, const char* key) {
    std::vector<Identifier> found;
    if (!json.contains(key)) return found;
    for (const Json& each : json.at(key)) found.push_back(parse_identifier(each.get<std::string>()));
    return found;
}

}  // namespace

ToldReferences told_references(const std::vector<std::string>& lines) {
    ReferenceSink sink;
    OwnLines own(Gazetteer::builtin(), sink, [](const Skipped&) {});
    for (const std::string& line : lines) {
        if (const auto parsed = OwnLines::parse(line)) own.take(*parsed, {}, {0, line.size()});
    }
    return std::move(sink.told);
}

EntityReference reference_in(const Json& json) {
    EntityReference reference{.name = json.at("name").get<std::string>()};
    const auto kind = parse_entity_kind(json.at("kind").get<std::string>());
    if (!kind) throw RejectedRecord("there is no kind of entity " + json.at("kind").dump());
    reference.kind = *kind;
    reference.mention = json.value("mention", std::string());
    reference.known_name = json.value("known_name", std::string());
    reference.aliases = json.value("aliases", std::vector<std::string>());
    reference.identifiers = identifiers_in(json, "identifiers");
    reference.known_identifiers = identifiers_in(json, "known_identifiers");
    return reference;
}

Json json_of(const ToldReferences& told) {
    Json documents = Json::array(), references = Json::array();
    const auto number = [](const std::optional<std::size_t>& reference) {
        return reference ? Json(*reference) : Json(nullptr);
    };
    for (const ToldDocument& each : told.documents) {
        Json mentions = Json::array(), claims = Json::array();
        for (const ToldMention& mention : each.mentions)
            mentions.push_back({mention.begin, mention.end, mention.reference});
        for (const ToldClaim& claim : each.claims) {
            claims.push_back({{"subject", claim.subject},
                              {"object", claim.object},
                              {"speaker", number(claim.speaker)},
                              {"place", number(claim.place)},
                              {"symmetric", claim.is_symmetric},
                              {"identity", claim.identity}});
        }
        documents.push_back({{"location", each.location},
                             {"sha256", each.sha256},
                             {"text", each.has_text},
                             {"mentions", std::move(mentions)},
                             {"claims", std::move(claims)}});
    }
    for (const EntityReference& each : told.references)
        references.push_back({{"reference", compact(whole_reference(each))}, {"keys", reference_keys(each)}});
    return {{"documents", std::move(documents)}, {"references", std::move(references)}};
}

}  // namespace kith
