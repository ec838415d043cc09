// Teaches the analysis of articles a phrase that kith has no rule for, by a component of one's own:
//
//     own_component FILE...        prints the claims, one JSON object a line
//
//     "Ann Lee is on the payroll of Gazprom"     Gazprom -funds-> Ann Lee
#include <iostream>
#include <kith/kith.hpp>

namespace {

namespace text = kith::text;

class PayrollRule final : public text::Component {
public:
    std::string_view name() const override { return "payroll_rule"; }

    void apply(text::Document& document) const override {
        text::TieBuilder ties(document);  // asks the ontology whether the tie may be
        std::size_t s = 0;                // the sentence of the mention
        for (std::size_t m = 0; m + 1 < document.mentions.size(); ++m) {
            while (document.sentences[s].tokens.end <= document.mentions[m].tokens.begin) ++s;
            const bool one_sentence = document.sentences[s].tokens.contains(document.mentions[m + 1].tokens);
            if (one_sentence) tie(document, ties, m, m + 1, s);
        }
    }

private:
    static void tie(text::Document& document, text::TieBuilder& ties, std::size_t paid, std::size_t payer,
                    std::size_t sentence) {
        const text::Range between{document.mentions[paid].tokens.end, document.mentions[payer].tokens.begin};
        if (!document.text(between).ends_with("is on the payroll of")) return;
        text::Tie* tie = ties.add(payer, "funds", paid, sentence, "payroll", 0.7);
        if (!tie) return;
        tie->cue = between;
        // With its clause, later components find out whether it is denied or planned, and who says it.
        for (std::size_t c = 0; c < document.clauses.size(); ++c) {
            if (between.contains(document.phrases[document.clauses[c].verb].tokens)) tie->clause = c;
        }
    }
};

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 2) return 2;
    text::Pipeline pipeline = text::Pipeline::standard();
    pipeline.insert_after("relation_rules", std::make_unique<PayrollRule>());

    kith::ClaimPrinter printer(std::cout);  // or a kith::StoreWriter
    kith::ingest_paths({argv + 1, argv + argc}, {.pipeline = &pipeline}, printer);
} catch (const kith::Error& error) {
    std::cerr << error.what() << '\n' << error.next_step() << '\n';
    return 1;
}
