// Two tiny nets with random weights, of MPNet's and of BERT's shape, against what PyTorch answered in floats.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "ingest/text/encoder/encoder_data.hpp"
#include "ingest/text/encoder/net.hpp"

using namespace kith::text::encoder;

namespace {

struct Question {
    std::vector<std::int32_t> ids;
    std::vector<std::uint8_t> cases;
    std::vector<MentionInput> mentions;
    std::vector<PairInput> pairs;
    std::vector<TieInput> ties;
    std::vector<std::uint32_t> references;
    std::vector<std::uint32_t> names;
    nlohmann::json answers;
};

Question question_of(const std::string& shape) {
    const auto json = nlohmann::json::parse(content_of(encoder_data(shape + ".json")));
    Question q;
    json.at("ids").get_to(q.ids);
    json.at("cases").get_to(q.cases);
    for (std::size_t m = 0; m < json.at("spans").size(); ++m) {
        q.mentions.push_back({{json["spans"][m][0], json["spans"][m][1]}, json["kinds"][m]});
    }
    for (const auto& pair : json.at("pairs")) q.pairs.push_back({pair[0], pair[1]});
    for (const auto& tie : json.at("ties")) q.ties.push_back({tie[0], tie[1]});
    json.at("reference_mentions").get_to(q.references);
    json.at("name_mentions").get_to(q.names);
    q.answers = json.at("answers");
    return q;
}

// Every number that the net gives, by head.
std::vector<std::pair<std::string, Table>> answers_of(const Net& net, const Question& q, Workspace& work) {
    TextScores text = net.read(q.ids, q.cases, work);
    Table states{0, 64, {}};
    for (std::size_t t = 0; t < work.pieces(); t += 3, ++states.rows) {
        states.values.insert(states.values.end(), work.state(t).begin(), work.state(t).end());
    }
    const Mentions mentions = net.mentions(work, q.mentions);
    const std::vector<float> gates = net.gates(mentions, q.pairs);
    const Table pairs = net.pairs(work, mentions, q.pairs);
    TieScores ties = net.ties(work, mentions, pairs, q.ties);
    return {{"states", states},
            {"names", text.names},
            {"references", text.references},
            {"gates", {gates.size(), 1, gates}},
            {"pairs", pairs},
            {"relations", net.relations(pairs)},
            {"status", ties.status},
            {"speaker", ties.speaker},
            {"detail_first", ties.detail_first},
            {"detail_last", ties.detail_last},
            {"coreference", net.coreference(mentions, q.references, q.names)}};
}

// The root of the mean squared difference, as a share of the answers' own spread.
double difference(const Table& got, const nlohmann::json& expected) {
    REQUIRE(got.rows == expected.size());
    double sum = 0;
    double squares = 0;
    double wrong = 0;
    for (std::size_t r = 0; r < got.rows; ++r) {
        REQUIRE(got.columns == expected[r].size());
        for (std::size_t c = 0; c < got.columns; ++c) {
            const double x = expected[r][c];
            const double d = static_cast<double>(got.row(r)[c]) - x;
            sum += x;
            squares += x * x;
            wrong += d * d;
        }
    }
    const auto count = static_cast<double>(got.rows * got.columns);
    return std::sqrt(wrong / count) / std::sqrt(squares / count - sum * sum / count / count);
}

}  // namespace

TEST_CASE("every head answers as PyTorch does, to within 3 percent of the answers' spread") {
    for (const std::string shape : {"mpnet_shape", "bert_shape"}) {
        const Net net{ModelFile(encoder_data(shape + ".kith"))};
        const Question q = question_of(shape);
        Workspace work;
        for (const auto& [head, table] : answers_of(net, q, work)) {
            CAPTURE(shape);
            CAPTURE(head);
            CHECK(difference(table, q.answers.at(head)) < 0.03);
        }
    }
}

TEST_CASE("all instructions give the same bits") {
    for (const std::string shape : {"mpnet_shape", "bert_shape"}) {
        const Question q = question_of(shape);
        Workspace work;
        const auto expected =
            answers_of(Net(ModelFile(encoder_data(shape + ".kith")), Instructions::portable), q, work);
        for (const Instructions instructions : available_instructions()) {
            const Net net(ModelFile(encoder_data(shape + ".kith")), instructions);
            const auto got = answers_of(net, q, work);
            for (std::size_t n = 0; n < got.size(); ++n) {
                CAPTURE(name_of(instructions));
                CAPTURE(got[n].first);
                CHECK(got[n].second.values == expected[n].second.values);
            }
        }
    }
}

TEST_CASE("a pair's states do not depend on the pairs beside it") {
    const Net net{ModelFile(encoder_data("mpnet_shape.kith"))};
    const Question q = question_of("mpnet_shape");
    Workspace work;
    net.read(q.ids, q.cases, work);
    const Mentions mentions = net.mentions(work, q.mentions);
    std::vector<PairInput> many;
    while (many.size() < 150) many.insert(many.end(), q.pairs.begin(), q.pairs.end());  // three batches
    const Table alone = net.pairs(work, mentions, std::vector{q.pairs[3]});
    const Table all = net.pairs(work, mentions, many);
    for (std::size_t n = 3; n < many.size(); n += q.pairs.size()) CHECK(std::ranges::equal(all.row(n), alone.row(0)));
    CHECK(net.pairs(work, mentions, {}).rows == 0);
}

TEST_CASE("threads share a net, and a workspace may be used again for another window") {
    const Net net{ModelFile(encoder_data("mpnet_shape.kith"))};
    const Question q = question_of("mpnet_shape");
    Workspace first;
    const auto expected = answers_of(net, q, first);
    std::vector<int> same(4, 0);
    std::vector<std::thread> threads;
    for (int& equal : same) {
        threads.emplace_back([&] {
            Workspace work;
            const std::vector<std::int32_t> ids = {0, 9, 8, 7, 2};
            for (int n = 0; n < 5; ++n) {
                net.read(ids, std::vector<std::uint8_t>(ids.size(), 0), work);  // leaves something behind
                const auto got = answers_of(net, q, work);
                for (std::size_t i = 0; i < got.size(); ++i) equal += got[i].second.values == expected[i].second.values;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const int equal : same) CHECK(equal == 5 * static_cast<int>(expected.size()));
}

TEST_CASE("windows of any length up to the longest are read") {
    const Net net{ModelFile(encoder_data("mpnet_shape.kith"))};
    Workspace work;
    for (std::size_t length = 1; length <= net.longest_window(); ++length) {
        const std::vector<std::int32_t> ids(length, 17);
        const auto scores = net.read(ids, std::vector<std::uint8_t>(length, 1), work);
        CHECK(scores.names.rows == length);
        CHECK(std::ranges::all_of(scores.names.values, [](float x) { return std::isfinite(x); }));
    }
}

TEST_CASE("numbers out of range are refused") {
    const Net net{ModelFile(encoder_data("mpnet_shape.kith"))};
    const Question q = question_of("mpnet_shape");
    Workspace work;
    using Ids = std::vector<std::int32_t>;
    using Cases = std::vector<std::uint8_t>;
    CHECK_THROWS_AS(net.read(Ids{}, Cases{}, work), std::invalid_argument);
    CHECK_THROWS_AS(net.read(Ids(net.longest_window() + 1), Cases(net.longest_window() + 1), work),
                    std::invalid_argument);
    CHECK_THROWS_AS(net.read(Ids{0, 1000000}, Cases(2), work), std::invalid_argument);
    CHECK_THROWS_AS(net.read(Ids{0, -1}, Cases(2), work), std::invalid_argument);
    CHECK_THROWS_AS(net.read(Ids{0, 1}, Cases{0, 6}, work), std::invalid_argument);
    CHECK_THROWS_AS(net.read(Ids{0, 1}, Cases{0}, work), std::invalid_argument);
    net.read(q.ids, q.cases, work);
    CHECK_THROWS_AS(net.mentions(work, std::vector<MentionInput>{{{3, 2}, 0}}), std::invalid_argument);
    CHECK_THROWS_AS(net.mentions(work, std::vector<MentionInput>{{{0, 27}, 0}}), std::invalid_argument);
    CHECK_THROWS_AS(net.mentions(work, std::vector<MentionInput>{{{0, 1}, 19}}), std::invalid_argument);
    const Mentions mentions = net.mentions(work, q.mentions);
    const auto none = static_cast<std::uint32_t>(q.mentions.size());
    CHECK_THROWS_AS(net.pairs(work, mentions, std::vector<PairInput>{{0, none}}), std::invalid_argument);
    CHECK_THROWS_AS(net.gates(mentions, std::vector<PairInput>{{none, 0}}), std::invalid_argument);
    const Table pairs = net.pairs(work, mentions, q.pairs);
    CHECK_THROWS_AS(net.ties(work, mentions, pairs, std::vector<TieInput>{{0, 10}}), std::invalid_argument);
    CHECK_THROWS_AS(net.ties(work, mentions, pairs, std::vector<TieInput>{{7, 0}}), std::invalid_argument);
    CHECK_THROWS_AS(net.coreference(mentions, std::vector<std::uint32_t>{none}, {}), std::invalid_argument);
    net.read(Ids{0, 2}, Cases(2), work);
    CHECK_THROWS_AS(net.pairs(work, mentions, q.pairs), std::invalid_argument);  // another window's mentions
}
