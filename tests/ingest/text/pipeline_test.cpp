#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "graph/error.hpp"
#include "ingest/text/text_picture.hpp"

namespace kith::text {
namespace {

class Recorder final : public ClaimSink {
public:
    bool begin(const DocumentRecord& document) override {
        document_ = document;
        return is_new;
    }
    void add(const ClaimRecord& claim) override { claims.push_back(claim); }

    bool is_new = true;
    DocumentRecord document_;
    std::vector<ClaimRecord> claims;
};

// Leaves a mark of its own in the document.
class Marker final : public Component {
public:
    std::string_view name() const override { return "marker"; }
    void apply(Document& document) const override {
        document.article.title =
            std::to_string(document.ties.size()) + " ties, " + std::to_string(document.claims.size()) + " claims";
    }
};

std::string marked(const Pipeline& pipeline) {
    Article article;
    article.text = "Turkey sold drones to Mali.";
    return pipeline.analyse(std::move(article)).article.title;
}

TEST_CASE("a component of one's own stands where it was put") {
    Pipeline before = Pipeline::standard(), after = Pipeline::standard(), instead = Pipeline::standard();
    before.insert_before("reading", std::make_unique<Marker>());
    after.insert_after("drawing", std::make_unique<Marker>());
    instead.replace("claims", std::make_unique<Marker>());
    CHECK(marked(before) == "0 ties, 0 claims");
    CHECK(marked(after) == "1 ties, 0 claims");
    CHECK(marked(instead) == "1 ties, 0 claims");
    CHECK(instead.names().size() == Pipeline::standard().names().size());
    CHECK(instead.names().back() == "marker");
}

TEST_CASE("every component of the pipeline has a name of its own, and an unknown one is told with those") {
    Pipeline pipeline = Pipeline::standard();
    std::vector<std::string_view> names = pipeline.names();
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
    try {
        pipeline.insert_before("no_such", std::make_unique<Marker>());
        FAIL("it was taken");
    } catch (const Error& error) {
        CHECK(error.next_step().starts_with("It has tokenizer, "));
    }
}

TEST_CASE("push hands over the document, its names and its claims") {
    Recorder sink;
    CHECK(push(analysed("Turkey sold drones to Mali."), sink));
    CHECK(sink.document_.location == "test.txt");
    CHECK(sink.document_.mentions.size() == 2);
    CHECK(sink.document_.sentences.size() == 1);
    CHECK(sink.claims.size() == 1);
}

TEST_CASE("a document that the sink knows gives no claims") {
    Recorder sink;
    sink.is_new = false;
    CHECK_FALSE(push(analysed("Turkey sold drones to Mali."), sink));
    CHECK(sink.claims.empty());
}

TEST_CASE("one telling of a tie is one claim, however often it is told") {
    CHECK(claims_of("Turkey sold drones to Mali. Turkey sold drones to Mali.").size() == 1);
}

TEST_CASE("a line of some megabytes is cut into sentences and tagged in time that grows with its length") {
    std::string text;
    while (text.size() < 3'000'000) text += "Iran and Oman met Qatar, while ";
    CHECK(tagged(text).tokens.size() > 100'000);
}

}  // namespace
}  // namespace kith::text
