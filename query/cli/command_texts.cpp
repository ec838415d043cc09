// kith search WORDS, mentions ENTITY, document NUMBER, evidence CLAIM: what the texts themselves say.
#include "query/ask/texts.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"

namespace kith::cli {
namespace {

void print_quotes(const std::vector<QuoteView>& quotes, std::size_t count, std::size_t documents, Console& console) {
    Report report(console);
    for (const QuoteView& quote : quotes) {
        report.print_quote(quote, 0);
        console.out << '\n';
    }
    if (quotes.empty()) return;
    const std::string in = " in " + counted(documents, "document");
    report.print_wrapped(quotes.size() < count ? std::to_string(quotes.size()) + " of " + std::to_string(count) + in +
                                                     ": --most shows more"
                                               : counted(count, "place") + in,
                         0, Ink::dim);
}

void print_found(const SearchAnswer& answer, Console& console) {
    print_quotes(answer.sentences, answer.count, answer.documents, console);
}

std::optional<Error> nothing_found(const SearchAnswer& answer) {
    if (!answer.sentences.empty()) return std::nullopt;
    return Error(answer.words + ": no sentence holds this",
                 "Try fewer words, the beginning* of one, or words with OR between them.");
}

void print_mentions(const MentionsAnswer& answer, Console& console) {
    print_quotes(answer.mentions, answer.count, answer.documents, console);
}

std::optional<Error> no_mentions(const MentionsAnswer& answer) {
    if (!answer.mentions.empty()) return std::nullopt;
    return Error(answer.entity.name + ": no text names it", "`kith claims --about` tells what records say of it.");
}

// The text as it is, for other programs to read.
void print_text(const DocumentAnswer& answer, Console& console) {
    console.out << answer.text;
    if (!answer.text.ends_with('\n')) console.out << '\n';
}

std::optional<Error> no_text(const DocumentAnswer& answer) {
    if (answer.length > 0) return std::nullopt;
    return Error(answer.document.location + ": this document has no text, only records", "");
}

void print_evidence(const EvidenceAnswer& answer, Console& console) {
    const ClaimView& claim = answer.claim;
    const TieView tie{claim.subject, claim.relation, claim.object, claim.status, 0, claim.confidence, {claim}};
    Report report(console);
    report.print_tie(tie, claim.subject.id, 0);
    report.print_claims(tie, 2);
}

}  // namespace

Run declare_search(CLI::App& app) {
    return ask_with(app, search_question(), answer_search, print_found, nothing_found);
}

Run declare_mentions(CLI::App& app) {
    return ask_with(app, mentions_question(), answer_mentions, print_mentions, no_mentions);
}

Run declare_document(CLI::App& app) {
    return ask_with(app, document_question(), answer_document, print_text, no_text);
}

Run declare_evidence(CLI::App& app) {
    return ask_with(app, evidence_question(), answer_evidence, print_evidence);
}

}  // namespace kith::cli
