// A table with a row for each piece of evidence: what Excel, pandas and DuckDB open, and `kith ingest` reads again.
//
// It begins with the mark by which Excel knows UTF-8, and its lines end as RFC 4180 wants it. A cell that Excel would take
// for a formula (it begins with = + - @, a tab or a line end) gets an apostrophe before it, which a note tells.
#include "query/export/claim_attributes.hpp"
#include "query/export/csv_cell.hpp"

namespace kith {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class CsvWriter final : public GraphWriter {
public:
    explicit CsvWriter(std::ostream& out) : out_(out) {}

    WrittenEntities entities() const override { return WrittenEntities::none; }

    void begin(const std::vector<std::string>& /*schemes*/) override {
        out_ << byte_order_mark << "subject,subject_kind,object,object_kind";
        for (const ClaimAttribute& each : claim_attributes()) out_ << ',' << each.name;
        out_ << ",document,line,extractor\r\n";
    }

    void add(const ExportedClaim& claim) override {
        for (const EvidenceWithDocument& each : claim.evidence) add_row(claim, &each);
        if (claim.evidence.empty()) add_row(claim, nullptr);
    }

    std::vector<std::string> notes() const override {
        if (disarmed_ == 0) return {};
        return {std::to_string(disarmed_) + (disarmed_ == 1 ? " cell begins" : " cells begin") +
                " as a formula does (= + - @): an apostrophe was written before, so that no spreadsheet runs it"};
    }

private:
    void add_row(const ExportedClaim& claim, const EvidenceWithDocument* evidence) {
        const auto kind = [&](bool is_subject, const ExportedEntity& entity) {
            return to_string(kind_at(*claim.relation, is_subject, entity.entity));
        };
        add_cell(claim.subject->entity.name);
        out_ << ',' << kind(true, *claim.subject) << ',';
        add_cell(claim.object->entity.name);
        out_ << ',' << kind(false, *claim.object);
        for (const ClaimAttribute& each : claim_attributes()) {
            out_ << ',';
            add_cell(each.value(claim, evidence));
        }
        out_ << ',';
        if (evidence) add_cell(evidence->document.location);
        out_ << ',';
        if (evidence && evidence->evidence.line > 0) out_ << std::to_string(evidence->evidence.line);
        out_ << ',';
        if (evidence) add_cell(evidence->evidence.extractor);
        out_ << "\r\n";
    }

    void add_cell(std::string_view text) {
        const bool is_formula = !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != text.npos;
        if (is_formula) ++disarmed_;
        out_ << csv_cell(is_formula ? '\'' + std::string(text) : std::string(text));
    }

    std::ostream& out_;
    std::size_t disarmed_ = 0;
};

}  // namespace

std::unique_ptr<GraphWriter> make_csv_writer(std::ostream& out) {
    return std::make_unique<CsvWriter>(out);
}

}  // namespace kith
