// Documents with their names marked in the text, as if the net had read them.
//
//     marked("[Donald J. Trump|person] met [Xi|person]. [Trump|person] left.")
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ingest/text/words/document.hpp"
#include "ingest/text/words/sentences.hpp"
#include "ingest/text/words/tokenizer.hpp"

namespace kith::text {

// [words|kind]: a name. [words|]: a reference.
inline Document marked(const std::string& picture) {
    Document document;
    std::vector<std::pair<TextSpan, std::string>> marks;
    std::string& text = document.article.text;
    for (std::size_t i = 0; i < picture.size(); ++i) {
        if (picture[i] != '[') {
            text += picture[i];
            continue;
        }
        const std::size_t bar = picture.find('|', i), end = picture.find(']', i);
        const std::size_t begin = text.size();
        text += picture.substr(i + 1, bar - i - 1);
        marks.push_back({{begin, text.size()}, picture.substr(bar + 1, end - bar - 1)});
        i = end;
    }
    document.article.published = "2024-03-14";
    Tokenizer().apply(document);
    Sentences().apply(document);
    for (const auto& [span, kind] : marks) {
        Mention mention;
        mention.kind = kind;
        mention.form = kind.empty() ? MentionForm::nominal : MentionForm::name;
        if (kind == "nationality") mention.form = MentionForm::adjective;
        while (document.tokens[mention.tokens.begin].span.begin < span.begin) ++mention.tokens.begin;
        mention.tokens.end = mention.tokens.begin;
        while (mention.tokens.end < document.tokens.size() && document.tokens[mention.tokens.end].span.begin < span.end)
            ++mention.tokens.end;
        document.mentions.push_back(std::move(mention));
    }
    return document;
}

// The sentence of a mention.
inline SentenceIndex sentence_of(const Document& document, MentionIndex mention) {
    std::size_t s = 0;
    while (!document.sentences[SentenceIndex(s)].tokens.contains(document.mentions[mention].tokens)) ++s;
    return SentenceIndex(s);
}

// What the net might say of two mentions, by their numbers.
inline void tell(Document& document, std::size_t subject, std::string_view relation, std::size_t object,
                 double probability, Status status = Status::actual, std::size_t speaker = none) {
    Telling telling;
    telling.sentence = sentence_of(document, MentionIndex(subject));
    telling.subject = MentionIndex(subject);
    telling.object = MentionIndex(object);
    telling.relation = document.ontology->find(relation);
    telling.probability = probability;
    telling.status = status;
    telling.speaker = MentionIndex(speaker);
    document.tellings.push_back(telling);
}

}  // namespace kith::text
