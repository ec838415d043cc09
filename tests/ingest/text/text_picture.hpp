// Pictures of an analysis as plain words, so that tests read like the sentences they are about.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ingest/text/pipeline.hpp"
#include "ingest/text/words/sentences.hpp"
#include "ingest/text/words/tagger.hpp"
#include "ingest/text/words/tokenizer.hpp"

namespace kith::text {

inline Article article_of(std::string text, std::string published = "2024-03-14") {
    Article article;
    article.location = "test.txt";
    article.published = std::move(published);
    article.text = std::move(text);
    return article;
}

// Tokens, sentences and tags alone.
inline Document tagged(std::string text) {
    std::vector<std::unique_ptr<Component>> components;
    components.push_back(std::make_unique<Tokenizer>());
    components.push_back(std::make_unique<Sentences>());
    components.push_back(std::make_unique<Tagger>());
    return Pipeline(std::move(components)).analyse(article_of(std::move(text)));
}

// By the pipeline and the model that kith ships.
inline Document analysed(std::string text, std::string published = "2024-03-14") {
    static const Pipeline pipeline = Pipeline::standard();
    return pipeline.analyse(article_of(std::move(text), std::move(published)));
}

// "Iran -supplies-> Russia planned, says John Kirby"
inline std::string picture(const ClaimRecord& claim) {
    std::string result = claim.subject.name + " -" + claim.relation + "-> " + claim.object.name;
    if (claim.status != Status::actual) result += " " + std::string(to_string(claim.status));
    if (claim.speaker) result += ", says " + claim.speaker->name;
    return result;
}

inline std::vector<std::string> claims_of(const std::string& text) {
    std::vector<std::string> result;
    for (const ClaimRecord& claim : analysed(text).claims) result.push_back(picture(claim));
    return result;
}

}  // namespace kith::text
