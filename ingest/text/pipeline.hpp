// The analysis of an article: a Document passes through components in order, each reads it and adds its part.
//
//     const Pipeline pipeline = Pipeline::standard();
//     Document document = pipeline.analyse(std::move(article));
//     push(document, sink);
//
// tokens -> sentences -> tags -> names -> phrases -> coreference -> clauses -> speeches -> ties -> status, speaker and
// time of the ties -> claims. A component can be replaced alone.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "graph/claim_sink.hpp"
#include "ingest/text/article.hpp"
#include "ingest/text/document.hpp"

namespace kith::text {

class Component {
public:
    virtual ~Component() = default;
    virtual std::string_view name() const = 0;
    virtual void apply(Document& document) const = 0;  // safe from several threads
};

class Pipeline {
public:
    // The components that kith ships, in order.
    static Pipeline standard();

    explicit Pipeline(std::vector<std::unique_ptr<Component>> components);

    Document analyse(Article article) const;

private:
    std::vector<std::unique_ptr<Component>> components_;
};

// Hands the document, its mentions and its claims to the sink. False: the sink knew it already.
bool push(const Document& document, ClaimSink& sink);

}  // namespace kith::text
