// The analysis of an article: a Document passes through components in order, each reads it and adds its part.
//
//     const Pipeline pipeline = Pipeline::standard();
//     Document document = pipeline.analyse(std::move(article));
//     push(document, sink);
//
// tokens -> sentences -> tags -> reading (the net: mentions, references, tellings) -> actors -> antecedents -> ties ->
// unnamed speakers -> times -> drawing -> threats -> alternatives -> claims. Each can be replaced alone, and components
// of your own can stand between them (examples/own_component):
//
//     Pipeline pipeline = Pipeline::standard();
//     pipeline.insert_after("reading", std::make_unique<OwnershipRules>());
//     ingest_paths(paths, {.pipeline = &pipeline}, writer);
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim_sink.hpp"
#include "ingest/text/words/article.hpp"
#include "ingest/text/words/component.hpp"
#include "ingest/text/words/document.hpp"

namespace kith {
namespace [[gnu::visibility("default")]] text {

struct AnalysisOptions {
    std::string model{};  // see model_path
    bool recall = false;  // more claims, of which more are wrong
};

class Pipeline {
public:
    // The components that kith ships, in order. The model is opened with the first article that is analysed: then
    // Error is thrown where there is none.
    static Pipeline standard(const AnalysisOptions& options = {});

    explicit Pipeline(std::vector<std::unique_ptr<Component>> components);

    // All throw Error for a name that no component has. Several of one name: the first is meant.
    void insert_before(std::string_view name, std::unique_ptr<Component> component);
    void insert_after(std::string_view name, std::unique_ptr<Component> component);
    void replace(std::string_view name, std::unique_ptr<Component> component);

    std::vector<std::string_view> names() const;  // of the components, in order

    // `ontology`: the relations that components may use; `gazetteer`: the names that they know. Both outlive the
    // document.
    Document analyse(Article article, const Ontology& ontology = Ontology::builtin(),
                     const Gazetteer& gazetteer = Gazetteer::builtin()) const;

private:
    std::size_t position_of(std::string_view name) const;

    std::vector<std::unique_ptr<Component>> components_;
};

// Hands the document, its mentions and its claims to the sink. False: the sink knew it already.
bool push(const Document& document, ClaimSink& sink);

}  // namespace text
}  // namespace kith
