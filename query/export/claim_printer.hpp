// Prints claims as they are found, one JSON object a line: a sink without a database (`kith extract`).
//
//     ClaimPrinter printer(std::cout);
//     ingest_paths(paths, options, printer);
//
//     {"document":"a.txt","subject":{"name":"Wagner Group","kind":"armed_group","mention":"Wagner"}, ...}
#pragma once

#include <optional>
#include <ostream>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim_sink.hpp"
#include "graph/code_points.hpp"

namespace [[gnu::visibility("default")]] kith {

// Claims alone, or the documents and entities that they name before them, so that `kith ingest` makes the same graph of the
// lines: {"document":{"location":"a.txt","text":...}}, {"entity":{"name":"Wagner Group",...}}. A text that was just read has
// whom it names, and where, in the line of its document: "entities", and "mentions" as [begin, end, which of these].
// A store that is printed tells its judgements, too, and of claims what they said before: {"judgement":{"verdict":"same",...}}.
enum class PrintedLines { claims, all };

// What stands around each line: {"came": before it, } behind it.
struct LineFrame {
    std::string before{}, after{};
};

class ClaimPrinter final : public ClaimSink {
public:
    // The stream and the relations that claims may have must outlive the printer.
    explicit ClaimPrinter(std::ostream& out, const Ontology& ontology = Ontology::builtin(),
                          PrintedLines lines = PrintedLines::claims, LineFrame frame = {});
    ClaimPrinter(const ClaimPrinter&) = delete;
    ClaimPrinter& operator=(const ClaimPrinter&) = delete;

    const Ontology& ontology() const override { return ontology_; }
    // Always true: nothing is known from before.
    bool begin(const DocumentRecord& document) override;
    void add(const ClaimRecord& claim) override;
    void add_entity(const EntityReference& entity, TextSpan record) override;
    void add_record(std::string_view id) override;
    void add_judgement(const SamenessRecord& judgement) override;
    void add_judgement(const ClaimJudgementRecord& judgement) override;

    // A claim as it stands, with what it said before people judged.
    void add(const ClaimRecord& claim, const ClaimRecord& said);
    // What a document says and does not stand: as it was said.
    void add_said(const ClaimRecord& claim);
    // Records of the document begun last that make no claims.
    void add_records(std::span<const std::string> ids);
    // To be called behind the last claim: prints what waits to be told together, records that made no claims.
    void finish();

    std::int64_t claims() const { return claims_; }

private:
    struct [[gnu::visibility("hidden")]] Shape;  // a claim as JSON, which this header does not name
    void print(const DocumentRecord& document);
    void print_line(const std::string& object);

    std::ostream& out_;
    const Ontology& ontology_;
    PrintedLines lines_;
    LineFrame frame_;
    std::string location_;
    std::string text_;
    std::optional<CodePoints> points_;  // of text_; nothing for a source without text
    std::set<std::string> told_;        // names of which this document's lines told all that is known
    std::string source_;                // the line of the document without a text that was printed last
    bool is_listed_ = false;            // it is an edition of a list
    std::vector<std::string> records_;  // of it, of which nothing told yet that they stand there
    std::int64_t claims_ = 0;
};

}  // namespace kith
