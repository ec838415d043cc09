// kith judgements: who judged which entities to be one, or two; kith unmerge ID: takes a judgement back.
#include <memory>
#include <string>

#include "graph/resolution/duplicates.hpp"
#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/table.hpp"
#include "query/corrections.hpp"
#include "query/export/json.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string database, format, judge;
    std::int64_t id = 0;
    bool by_people = false;
};

Json json_of_judgement(const Judgement& judgement) {
    return {{"id", judgement.id},
            {"entity", json_of(judgement.entity)},
            {"other", json_of(judgement.other)},
            {"verdict", judgement.verdict},
            {"judge", judgement.judge},
            {"score", rounded(judgement.score)}};
}

int list(const Options& options, Console& console) {
    std::vector<Judgement> all = open_store(options.database, console).judgements();
    if (options.by_people) std::erase_if(all, [](const Judgement& each) { return each.judge == automatic_judge; });
    if (options.format == "json") {
        Json rows = Json::array();
        for (const Judgement& each : all) rows.push_back(json_of_judgement(each));
        console.out << indented({{"judgements", rows}}) << '\n';
        return exit_good;
    }
    if (all.empty()) {
        console.out << "no judgements\n";
        return exit_good;
    }
    Table table({"Id", "Entity", "Verdict", "Other", "Judge"});
    table.align_right(0);
    for (const Judgement& each : all) {
        table.add({std::to_string(each.id), single_line(each.entity.name), each.verdict, single_line(each.other.name),
                   single_line(each.judge)});
    }
    table.print(console);
    return exit_good;
}

int withdraw(const Options& options, Console& console) {
    const Judgement judgement = withdraw_judgement(options.database, options.id, options.judge);
    if (options.format == "json") {
        console.out << indented(json_of_judgement(judgement)) << '\n';
    } else {
        console.out << "withdrawn: " << single_line(judgement.entity.name) << " and "
                    << single_line(judgement.other.name) << " (" << judgement.verdict << ", by "
                    << single_line(judgement.judge) << ")\n";
    }
    return exit_good;
}

}  // namespace

Run declare_judgements(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_flag("--people", options->by_people, "Without those that kith made by itself");
    add_database_option(app, options->database);
    add_format_option(app, options->format, {"table", "json"})->capture_default_str();
    return [options](Console& console) { return list(*options, console); };
}

Run declare_unmerge(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("ID", options->id, "The judgement's number: `kith judgements` lists them")
        ->required()
        ->type_name("ID");
    add_judge_option(app, options->judge);
    add_database_option(app, options->database);
    add_format_option(app, options->format, {"table", "json"})->capture_default_str();
    return [options](Console& console) { return withdraw(*options, console); };
}

}  // namespace kith::cli
