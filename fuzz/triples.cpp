// Statements of RDF, as Turtle and line by line: whatever they are, they are taken or refused, and what is taken keeps the
// promises of claims and entities.
#include "fuzz/program.hpp"
#include "graph/claim_rules.hpp"
#include "ingest/triples/triple_records.hpp"

using namespace kith;

namespace {

class CheckingSink final : public ClaimSink {
public:
    bool begin(const DocumentRecord& document) override {
        fuzz::require(!document.location.empty());
        return true;
    }
    void add(const ClaimRecord& claim) override {
        require_acceptable(claim, ontology());
        fuzz::require(claim.sentence.begin <= claim.sentence.end && claim.line > 0);
    }
    void add_entity(const EntityReference& entity, TextSpan /*record*/) override { required_name_key(entity); }
};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const triples::PropertyMapping mapping = triples::PropertyMapping::usual(Ontology::builtin());
    CheckingSink sink;
    const auto skip = [](const Skipped&) {};
    triples::TripleRecords records(mapping, Gazetteer::builtin(), sink, skip);
    const auto take = [&](const triples::Triple& triple) { records.take(triple); };
    std::string_view rest = fuzz::text_of(data, size);
    records.begin("fuzz.ttl", "", "");
    triples::read_turtle(fuzz::reader_of(rest), "fuzz.ttl", take);
    records.settle();
    records.begin("fuzz.nt", "", "");
    for (std::size_t line = 1; !rest.empty(); ++line) {
        const std::string_view statement = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), statement.size() + 1));
        triples::read_ntriple(statement, line, 0, take);
    }
    records.settle();
    records.finish();
    return 0;
}
