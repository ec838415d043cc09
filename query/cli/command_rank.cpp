// kith rank: who matters, by standing or by standing between.
#include "query/ask/overview.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/export/decimal.hpp"
#include "query/overview_json.hpp"

namespace kith::cli {
namespace {

constexpr int significant_digits = 3;

// Scores of one list with as many decimals as its greatest needs: 0.182, 0.0521; 1200, 31.
std::string score_in_words(double score, double greatest) {
    int decimals = significant_digits - 1;
    for (; greatest >= 10.0 && decimals > 0; greatest /= 10.0) --decimals;
    for (; greatest > 0.0 && greatest < 1.0 && decimals < 9; greatest *= 10.0) ++decimals;
    return decimal(score, decimals);
}

void print_table(const RankAnswer& answer, Console& console) {
    std::vector<std::string> titles{"Rank", answer.by == "links" ? "Share" : "Pairs", "Entity", "Kind"};
    if (answer.sampled) titles.insert(titles.begin() + 2, "Error");
    Table table(titles);
    for (std::size_t column = 0; column < titles.size() - 2; ++column) table.align_right(column);
    const double greatest = answer.ranks.empty() ? 0.0 : answer.ranks.front().score;
    for (std::size_t i = 0; i < answer.ranks.size(); ++i) {
        const RankView& rank = answer.ranks[i];
        std::vector<std::string> cells{std::to_string(i + 1), score_in_words(rank.score, greatest), rank.entity.name,
                                       in_words(rank.entity.kind)};
        if (answer.sampled) cells.insert(cells.begin() + 2, "± " + score_in_words(rank.error, greatest));
        table.add(std::move(cells));
    }
    table.print(console);
    if (answer.ranks.size() < answer.entity_count) {
        Report(console).print_wrapped(
            counted(answer.entity_count - answer.ranks.size(), "more entity", "more entities") + ": --most shows more",
            0, Ink::dim);
    }
}

}  // namespace

Run declare_rank(CLI::App& app) {
    return ask_with(app, rank_question(), answer_rank, print_table);
}

}  // namespace kith::cli
