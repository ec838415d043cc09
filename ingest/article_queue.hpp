// Articles on their way into a sink: they wait until enough are there for all threads, or fill the memory they may, are
// analysed side by side, and pushed in the order in which they came.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/claim_sink.hpp"
#include "ingest/reporter.hpp"
#include "ingest/text/pipeline.hpp"
#include "ingest/text/words/article.hpp"

namespace kith {

class ArticleQueue {
public:
    // All must outlive the queue.
    ArticleQueue(const text::Pipeline& pipeline, const Gazetteer& gazetteer, std::size_t jobs, ClaimSink& sink,
                 Reporter& reporter)
        : pipeline_(pipeline), gazetteer_(gazetteer), jobs_(jobs), sink_(sink), reporter_(reporter) {}

    void add(text::Article article);

    // Pushes what waits: before anything else is written to the sink, and at the end.
    void flush();

private:
    void push(const text::Document& document);

    const text::Pipeline& pipeline_;
    const Gazetteer& gazetteer_;
    const std::size_t jobs_;
    ClaimSink& sink_;
    Reporter& reporter_;
    std::vector<text::Article> waiting_;
    std::size_t waiting_bytes_ = 0;
};

}  // namespace kith
