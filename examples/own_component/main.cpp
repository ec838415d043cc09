// Teaches the analysis of articles a phrase that kith may not know, by a component of one's own:
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
        for (std::size_t m = 0; m + 1 < document.mentions.size(); ++m) {
            const text::MentionIndex paid(m), payer(m + 1);
            for (const text::SentenceIndex sentence : document.sentences.indices()) {
                const text::Range words = document.sentences[sentence].tokens;
                const bool has_both =
                    words.contains(document.mentions[paid].tokens) && words.contains(document.mentions[payer].tokens);
                if (has_both) tell(document, paid, payer, sentence);
            }
        }
    }

private:
    // Later components join it with what else tells of the two, and ask the ontology whether it may be.
    static void tell(text::Document& document, text::MentionIndex paid, text::MentionIndex payer,
                     text::SentenceIndex sentence) {
        const text::Range between{document.mentions[paid].tokens.end, document.mentions[payer].tokens.begin};
        if (document.text(between) != "is on the payroll of") return;
        text::Telling telling;
        telling.sentence = sentence;
        telling.subject = payer;
        telling.relation = kith::Ontology::builtin().find("funds");
        telling.object = paid;
        telling.probability = 0.95;
        document.tellings.push_back(telling);
    }
};

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 2) return 2;
    text::Pipeline pipeline = text::Pipeline::standard();
    pipeline.insert_after("reading", std::make_unique<PayrollRule>());

    kith::ClaimPrinter printer(std::cout);  // or a kith::StoreWriter
    kith::ingest_paths({argv + 1, argv + argc}, {.pipeline = &pipeline}, printer);
} catch (const kith::Error& error) {
    std::cerr << error.what() << '\n' << error.next_step() << '\n';
    return 1;
}
