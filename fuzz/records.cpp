// Records of other tools in JSON, a line each: FollowTheMoney, STIX, BODS, claims of other extractors. Whatever they are, they are
// taken or refused, and what is taken keeps the promises of claims and entities.
#include "fuzz/program.hpp"
#include "graph/claim_rules.hpp"
#include "ingest/extracted_claims.hpp"
#include "ingest/interchange/interchange.hpp"

using namespace kith;

namespace {

const std::string story = "Vadim Zorin paid for the bridge in Mali, John Kent said. Blue Lantern owns Bolt.";

class CheckingSink final : public ClaimSink {
public:
    bool begin(const DocumentRecord& document) override {
        fuzz::require(!document.location.empty());
        return true;
    }
    void add(const ClaimRecord& claim) override {
        require_acceptable(claim, ontology());
        fuzz::require(claim.sentence.begin <= claim.sentence.end);
    }
    void add_entity(const EntityReference& entity, TextSpan /*record*/) override { required_name_key(entity); }
    std::optional<std::string> text_at(const std::string& location) const override {
        return location == "story" ? std::optional(story) : std::nullopt;
    }
    bool resume(const std::string& text) override { return text == story; }
};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    CheckingSink sink;
    std::size_t skipped = 0;
    const auto skip = [&](const Skipped& each) { skipped += each.reason.empty() ? 0 : 1; };
    interchange::Interchange interchange(Gazetteer::builtin(), sink, skip);
    ExtractedClaims extracted(Gazetteer::builtin(), sink, skip);
    std::string_view rest = fuzz::text_of(data, size);
    for (std::size_t line = 1; !rest.empty(); ++line) {
        const std::string_view object = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), object.size() + 1));
        const interchange::RecordPlace place{{"records.json", line, 0}, {0, object.size()}};
        if (const auto claim = ExtractedClaims::parse(object)) extracted.take(*claim, place.position);
        if (const auto record = interchange::Interchange::parse(object)) interchange.take(*record, place);
    }
    interchange.finish();
    return 0;
}
