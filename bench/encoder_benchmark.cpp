// How fast the net reads: word pieces a second, on one core.
//
//     python training/export.py random:mpnet:8 /tmp/mpnet-8.kith      (also random:mpnet:12, random:bert:6)
//     kith_encoder_benchmark /tmp/mpnet-8.kith ... [--benchmark_filter=AMX]
//
// Windows are of the longest kind (288 pieces). `text` reads them; `text_and_pairs` also looks at 60 pairs of mentions
// in each; `open` is what a start costs. One row for each set of instructions that this processor has.
#include <benchmark/benchmark.h>

#include <cstring>
#include <iostream>
#include <string>
#include <vector>

#include "graph/error.hpp"
#include "ingest/text/encoder/net.hpp"
#include "ingest/text/encoder/word_pieces.hpp"

using namespace kith::text::encoder;

namespace {

constexpr std::size_t pairs_a_window = 60;

struct Sample {
    explicit Sample(const Config& config) : ids(config.window, config.start), cases(config.window, 0) {
        for (std::size_t t = 1; t + 1 < ids.size(); ++t) {
            ids[t] = static_cast<std::int32_t>(1000 + t * 7919 % (config.vocabulary - 1000));
            cases[t] = static_cast<std::uint8_t>(t % 3);
        }
        ids.back() = config.end;
        for (std::uint32_t t = 1; t + 12 < ids.size(); t += 12) mentions.push_back({{t, t + 1}, t % 18});
        for (std::uint32_t a = 0; pairs.size() < pairs_a_window; ++a) {
            for (std::uint32_t b = a + 1; b < a + 5 && b < mentions.size(); ++b) pairs.push_back({a, b});
        }
        pairs.resize(pairs_a_window);
    }

    std::vector<std::int32_t> ids;
    std::vector<std::uint8_t> cases;
    std::vector<MentionInput> mentions;
    std::vector<PairInput> pairs;
};

void read_windows(benchmark::State& state, const std::string& path, Instructions instructions, bool with_pairs) {
    const Net net(ModelFile(path), instructions);
    const Sample sample(net.file().config());
    Workspace work;
    for (auto _ : state) {
        benchmark::DoNotOptimize(net.read(sample.ids, sample.cases, work));
        if (!with_pairs) continue;
        const Mentions mentions = net.mentions(work, sample.mentions);
        benchmark::DoNotOptimize(net.relations(net.pairs(work, mentions, sample.pairs)));
    }
    state.counters["pieces/s"] =
        benchmark::Counter(static_cast<double>(sample.ids.size()), benchmark::Counter::kIsIterationInvariantRate);
    state.counters["work_MB"] = static_cast<double>(work.bytes()) / 1e6;
}

void open_model(benchmark::State& state, const std::string& path) {
    for (auto _ : state) {
        const Net net{ModelFile(path)};
        const WordPieces pieces(net.file().vocabulary());
        benchmark::DoNotOptimize(pieces.split("Wagner"));
    }
}

}  // namespace

int main(int count, char** arguments) {
    benchmark::Initialize(&count, arguments);
    if (count < 2) {
        std::cerr << "usage: kith_encoder_benchmark MODEL... [--benchmark_filter=REGEX]\n";
        return 2;
    }
    try {
        for (int n = 1; n < count; ++n) {
            const std::string path = arguments[n];
            const ModelFile file(path);  // says what is wrong before anything is measured
            const auto run = [&](const std::string& name, auto body) {
                benchmark::RegisterBenchmark((file.name() + "/" + name).c_str(), body)->Unit(benchmark::kMillisecond);
            };
            run("open", [=](benchmark::State& state) { open_model(state, path); });
            for (const Instructions instructions : available_instructions()) {
                const std::string name(name_of(instructions));
                run("text/" + name, [=](benchmark::State& s) { read_windows(s, path, instructions, false); });
                run("text_and_pairs/" + name, [=](benchmark::State& s) { read_windows(s, path, instructions, true); });
            }
        }
        benchmark::RunSpecifiedBenchmarks();
    } catch (const kith::Error& error) {
        std::cerr << error.what() << ". " << error.next_step() << '\n';
        return 1;
    }
}
