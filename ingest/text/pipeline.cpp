#include "ingest/text/pipeline.hpp"

#include <utility>

#include "graph/error.hpp"
#include "ingest/text/actors/actors.hpp"
#include "ingest/text/reading/reading.hpp"
#include "ingest/text/references/antecedents.hpp"
#include "ingest/text/references/unnamed_speakers.hpp"
#include "ingest/text/ties/alternatives.hpp"
#include "ingest/text/ties/claims.hpp"
#include "ingest/text/ties/threats.hpp"
#include "ingest/text/ties/ties.hpp"
#include "ingest/text/ties/time.hpp"
#include "ingest/text/words/sentences.hpp"
#include "ingest/text/words/tagger.hpp"
#include "ingest/text/words/tokenizer.hpp"

namespace kith::text {

Pipeline::Pipeline(std::vector<std::unique_ptr<Component>> components) : components_(std::move(components)) {}

Pipeline Pipeline::standard(const AnalysisOptions& options) {
    const auto source = std::make_shared<const ModelSource>(options.model);
    std::vector<std::unique_ptr<Component>> components;
    components.push_back(std::make_unique<Tokenizer>());
    components.push_back(std::make_unique<Sentences>());
    components.push_back(std::make_unique<Tagger>());
    components.push_back(std::make_unique<Reading>(source));
    components.push_back(std::make_unique<Actors>());
    components.push_back(std::make_unique<Antecedents>());
    components.push_back(std::make_unique<Ties>());
    components.push_back(std::make_unique<UnnamedSpeakers>());
    components.push_back(std::make_unique<Times>());
    components.push_back(std::make_unique<Drawing>(source, options.recall));
    components.push_back(std::make_unique<Threats>());
    components.push_back(std::make_unique<Alternatives>());
    components.push_back(std::make_unique<Claims>());
    return Pipeline(std::move(components));
}

void Pipeline::insert_before(std::string_view name, std::unique_ptr<Component> component) {
    components_.insert(components_.begin() + static_cast<std::ptrdiff_t>(position_of(name)), std::move(component));
}

void Pipeline::insert_after(std::string_view name, std::unique_ptr<Component> component) {
    components_.insert(components_.begin() + static_cast<std::ptrdiff_t>(position_of(name)) + 1, std::move(component));
}

void Pipeline::replace(std::string_view name, std::unique_ptr<Component> component) {
    components_[position_of(name)] = std::move(component);
}

std::vector<std::string_view> Pipeline::names() const {
    std::vector<std::string_view> result;
    for (const std::unique_ptr<Component>& component : components_) result.push_back(component->name());
    return result;
}

std::size_t Pipeline::position_of(std::string_view name) const {
    std::string known;
    for (std::size_t i = 0; i < components_.size(); ++i) {
        if (components_[i]->name() == name) return i;
        known += (known.empty() ? "" : ", ") + std::string(components_[i]->name());
    }
    throw Error("the pipeline has no component \"" + std::string(name) + "\"", "It has " + known + ".");
}

Document Pipeline::analyse(Article article, const Ontology& ontology, const Gazetteer& gazetteer) const {
    Document document;
    document.ontology = &ontology;
    document.gazetteer = &gazetteer;
    document.article = std::move(article);
    for (const std::unique_ptr<Component>& component : components_) component->apply(document);
    return document;
}

bool push(const Document& document, ClaimSink& sink) {
    DocumentRecord record;
    record.location = document.article.location;
    record.title = document.article.title;
    record.byline = document.article.byline;
    record.publisher = document.article.publisher;
    record.published = document.article.published;
    record.text = document.article.text;
    for (const Sentence& sentence : document.sentences) record.sentences.push_back(sentence.span);
    for (const Mention& mention : document.mentions) {
        if (mention.actor == none) continue;
        record.mentions.push_back(
            {document.span(mention.tokens), reference(document.actors[mention.actor], document.text(mention.tokens))});
    }
    if (!sink.begin(record)) return false;
    for (const ClaimRecord& claim : document.claims) sink.add(claim);
    return true;
}

}  // namespace kith::text
