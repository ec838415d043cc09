#include "query/sentences.hpp"

#include "graph/code_points.hpp"

namespace kith {

namespace {

constexpr std::size_t most_joint_sentences = 5;

}  // namespace

QuoteView quote_of(const Store& store, const SentenceFound& sentence) {
    QuoteView quote{store.document(sentence.document), sentence.span, sentence.text, {}, 0};
    if (!sentence.mark.empty() && sentence.mark.begin >= sentence.span.begin) {
        const CodePoints points(quote.text);
        quote.cue = {points.byte_of(sentence.mark.begin - sentence.span.begin),
                     points.byte_of(sentence.mark.end - sentence.span.begin)};
    }
    return quote;
}

std::vector<QuoteView> quotes_of(const Store& store, const std::vector<SentenceFound>& sentences) {
    std::vector<QuoteView> quotes;
    for (const SentenceFound& each : sentences) quotes.push_back(quote_of(store, each));
    return quotes;
}

JointMentions joint_mentions(const Store& store, EntityId one, EntityId other) {
    const MentionsFound found = find_joint_mentions(store, one, other, most_joint_sentences);
    return {found.documents, quotes_of(store, found.sentences)};
}

}  // namespace kith
