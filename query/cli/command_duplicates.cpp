// kith duplicates: which entities may be one. kith joins by itself what is as good as certain; the rest is put to
// people here, as a list or one by one (--review).
#include <memory>
#include <string>
#include <vector>

#include "graph/resolution/duplicates.hpp"
#include "query/cli/command.hpp"
#include "query/cli/key.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/corrections.hpp"
#include "query/export/json.hpp"
#include "query/export/text_layout.hpp"
#include "query/words.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string database, format, judge;
    std::vector<std::string> accepted, rejected;
    std::size_t most = 50;
    bool joined = false, review = false;
};

std::string numbered(const Entity& entity) {
    return "#" + std::to_string(entity.id);
}

std::string percent(double probability) {
    return std::to_string(static_cast<int>(probability * 100.0)) + " %";
}

std::vector<Duplicate> listed(const Options& options, const Console& console, std::size_t& count) {
    std::vector<Duplicate> found = find_duplicates(open_store(options.database, console));
    std::erase_if(found, [&](const Duplicate& each) { return each.joined != options.joined; });
    count = found.size();
    if (found.size() > options.most) found.resize(options.most);
    return found;
}

void print_table(const std::vector<Duplicate>& duplicates, std::size_t count, Console& console) {
    Table table({"Likely", "Id", "Entity", "Id", "Other", "Kind", "Why"});
    for (const std::size_t column : {0U, 1U, 3U}) table.align_right(column);
    for (const Duplicate& each : duplicates) {
        table.add({percent(each.probability), numbered(each.kept), single_line(each.kept.name), numbered(each.other),
                   single_line(each.other.name), in_words(each.other.kind), each.reasons});
    }
    table.print(console);
    if (duplicates.size() < count)
        Report(console).print_wrapped(counted(count - duplicates.size(), "more pair") + ": --most shows more", 0,
                                      Ink::dim);
}

void print_json(const std::vector<Duplicate>& duplicates, std::size_t count, Console& console) {
    Json list = Json::array();
    for (const Duplicate& each : duplicates) {
        list.push_back({{"entity", json_of(each.kept)},
                        {"other", json_of(each.other)},
                        {"probability", rounded(each.probability)},
                        {"reasons", each.reasons},
                        {"joined", each.joined}});
    }
    console.out << indented({{"duplicates", list}, {"count", count}}) << '\n';
}

void judge(const Options& options, const std::vector<std::string>& pair, bool same, Console& console) {
    std::vector<std::string> notes;
    if (same) {
        merge_entities(options.database, pair[0], pair[1], false, notes, options.judge);
    } else {
        judge_entities(options.database, pair[0], pair[1], "different", options.judge, notes);
    }
    print_notes(notes, console);
    console.out << single_line(pair[0]) << " and " << single_line(pair[1]) << (same ? " are one\n" : " are two\n");
}

bool are_two(const std::string& database, const Duplicate& pair) {
    const Store store(database);
    return store.canonical(pair.kept.id) != store.canonical(pair.other.id);
}

// One pair after the other, a key each, until they are through or nobody answers.
int review(const Options& options, Console& console) {
    std::size_t count = 0;
    const std::vector<Duplicate> duplicates = listed(options, console, count);
    Report report(console);
    std::size_t judged = 0;
    for (std::size_t i = 0; i < duplicates.size(); ++i) {
        const Duplicate& each = duplicates[i];
        console.out << i + 1 << '/' << duplicates.size() << "  "
                    << inked(console, Ink::bold, single_line(each.kept.name)) << " and "
                    << inked(console, Ink::bold, single_line(each.other.name)) << " (" << in_words(each.other.kind)
                    << "), " << percent(each.probability) << '\n';
        report.print_wrapped(each.reasons, 4, Ink::dim);
        console.out << "    one (y), two (n), unsure (u), leave it (Return), end (q)? " << std::flush;
        const char answer = read_key("ynuq", console);
        if (answer == 'q') break;
        if (answer == ' ') continue;
        std::vector<std::string> notes;
        const std::string one = numbered(each.kept), other = numbered(each.other);
        if (answer == 'y') {
            // An earlier answer may have made them one already.
            if (are_two(options.database, each))
                merge_entities(options.database, one, other, false, notes, options.judge);
        } else {
            judge_entities(options.database, one, other, answer == 'n' ? "different" : "unsure", options.judge, notes);
        }
        ++judged;
    }
    console.out << '\n' << counted(judged, "pair") << " judged\n";
    return exit_good;
}

int run(const Options& options, Console& console) {
    if (options.review) return review(options, console);
    if (!options.accepted.empty() || !options.rejected.empty()) {
        if (!options.accepted.empty()) judge(options, options.accepted, true, console);
        if (!options.rejected.empty()) judge(options, options.rejected, false, console);
        return exit_good;
    }
    std::size_t count = 0;
    const std::vector<Duplicate> duplicates = listed(options, console, count);
    if (options.format == "json") {
        print_json(duplicates, count, console);
    } else if (duplicates.empty()) {
        console.out << (options.joined ? "kith has joined nothing by itself\n" : "no two entities look like one\n");
    } else {
        print_table(duplicates, count, console);
    }
    return exit_good;
}

}  // namespace

Run declare_duplicates(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_flag("--joined", options->joined, "Those that kith has joined by itself, instead of those it is unsure of");
    app.add_flag("--review", options->review, "Ask about one pair after the other");
    app.add_option("--accept", options->accepted, "Judge these two to be one: names, or numbers such as #17")
        ->expected(2)
        ->type_name("A B");
    app.add_option("--reject", options->rejected, "Judge these two to be two")->expected(2)->type_name("A B");
    app.add_option("--most", options->most, "How many pairs")->type_name("N")->capture_default_str();
    add_judge_option(app, options->judge);
    add_database_option(app, options->database);
    add_format_option(app, options->format, {"table", "json"})->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
