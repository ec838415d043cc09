// How many articles wait is bounded by their bytes, too: a stranger decides how long they are.
#include "ingest/article_queue.hpp"

#include <doctest/doctest.h>

#include "ingest/memory_budget.hpp"
#include "ingest/recording_sink.hpp"

using namespace kith;

namespace {

struct Queue {
    explicit Queue(std::size_t jobs) : queue(pipeline, Gazetteer::builtin(), jobs, sink, reporter) {}

    void add(std::size_t bytes) {
        queue.add({.location = "an article", .text = std::to_string(added++) + std::string(bytes, ' ')});
    }
    std::size_t pushed() const { return sink.documents.size(); }

    const text::Pipeline pipeline{{}};
    test::RecordingSink sink{};
    const ProgressCallback untold{};
    Reporter reporter{false, untold};
    ArticleQueue queue;
    int added = 0;
};

}  // namespace

TEST_CASE("articles wait for a batch of eight for each job") {
    Queue some(2);
    for (int i = 0; i < 15; ++i) some.add(10);
    CHECK(some.pushed() == 0);
    some.add(10);
    CHECK(some.pushed() == 16);
    some.add(10);
    some.queue.flush();
    CHECK(some.pushed() == 17);
}

TEST_CASE("articles that fill the memory allowed do not wait, however few they are") {
    Queue some(1000);
    const std::size_t third = memory_budget::waiting_bytes / 3;
    for (int i = 0; i < 2; ++i) some.add(third);
    CHECK(some.pushed() == 0);
    some.add(third);  // with their numbers the three are more than is allowed
    CHECK(some.pushed() == 2);
    some.add(10 * memory_budget::waiting_bytes);
    CHECK(some.pushed() == 3);
    some.add(10);
    CHECK(some.pushed() == 4);
}
