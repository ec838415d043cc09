// Records of other tools: in JSON, a line each (FollowTheMoney, STIX, BODS, claims of other extractors), and lists of
// sanctions in XML. Whatever they are, they are taken or refused, and what is taken keeps the promises of claims and
// entities.
#include "fuzz/program.hpp"
#include "graph/claim_rules.hpp"
#include "ingest/documents/xml/xml_records.hpp"
#include "ingest/extracted_claims.hpp"
#include "ingest/interchange/advanced_sanctions.hpp"
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

using Skip = interchange::LinkedRecords::Skip;

void read_lines(std::string_view rest, ClaimSink& sink, const Skip& skip) {
    interchange::Interchange interchange(Gazetteer::builtin(), sink, skip);
    ExtractedClaims extracted(Gazetteer::builtin(), sink, skip);
    for (std::size_t line = 1; !rest.empty(); ++line) {
        const std::string_view object = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), object.size() + 1));
        const interchange::RecordPlace place{{"records.json", line, 0}, {0, object.size()}};
        if (const auto claim = ExtractedClaims::parse(object)) extracted.take(*claim, place.position);
        if (const auto record = interchange::Interchange::parse(object)) interchange.take(*record, place);
    }
    interchange.finish();
}

void read_sanctions(std::string_view text, ClaimSink& sink, const Skip& skip) {
    interchange::LinkedRecords records(Gazetteer::builtin(), sink, skip);
    interchange::AdvancedSanctions list(records, "list.xml");
    XmlRecords each(
        interchange::AdvancedSanctions::record_names(),
        [&](pugi::xml_node record, const XmlPlace& place) {
            list.take(record, {{"list.xml", place.line, 0}, place.bytes});
        },
        [](const XmlPlace& place) { fuzz::require(place.line > 0); });
    fuzz::allow_errors([&] { read_xml(fuzz::reader_of(text), "list.xml", each); });
    list.settle();
    records.finish();
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    CheckingSink sink;
    std::size_t skipped = 0;
    const auto skip = [&](const Skipped& each) { skipped += each.reason.empty() ? 0 : 1; };
    const std::string_view text = fuzz::text_of(data, size);
    if (text.starts_with('<')) {
        read_sanctions(text, sink, skip);
    } else {
        read_lines(text, sink, skip);
    }
    return 0;
}
