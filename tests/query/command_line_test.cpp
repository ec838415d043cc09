#include "query/cli/command_line.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "query/cli/command.hpp"
#include "query/example_store.hpp"

using namespace kith;
using nlohmann::json;

namespace {

struct Answer {
    int exit_code = 0;
    std::string out;
    std::string err;
};

Answer kith_command(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{.out = out, .err = err};
    const int exit_code = cli::run_command_line(arguments, console);
    return {exit_code, out.str(), err.str()};
}

// Commands on the example's database.
struct Example {
    test::ExampleStore file{};

    Answer operator()(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--db", file.path()});
        return kith_command(arguments);
    }
};

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a path tells relation, direction, status, speaker, sources and one quote a hop") {
    const Answer answer = Example()({"path", "Mali", "Hezbollah"});
    CHECK(answer.exit_code == 0);
    CHECK(contains(answer.out, "Mali → Hezbollah · 2 hops"));
    CHECK(contains(answer.out, "Mali —hosts→ Wagner Group\n"));
    CHECK(contains(answer.out, "Wagner Group —supplies→ Hezbollah (planned)\n"));
    CHECK(contains(answer.out, "according to John Kirby · 2 independent sources"));
    CHECK(contains(answer.out, "or else: Iran"));
    CHECK(contains(answer.out, "│ Bamako has housed Wagner's instructors since December 2021."));
    CHECK_FALSE(contains(answer.out, "In Kirby’s telling"));
    CHECK(contains(Example()({"path", "Mali", "Hezbollah", "--explain"}).out, "In Kirby’s telling"));
}

TEST_CASE("a hop against the direction of its tie is drawn so") {
    const Example kith;
    CHECK(contains(kith({"path", "Wagner", "Mali"}).out, "Wagner Group ←hosts— Mali\n"));
    CHECK(contains(kith({"path", "Russia", "Bashar al-Assad"}).out, "Russia —is allied with— Bashar al-Assad\n"));
}

TEST_CASE("what is only denied is no hop unless it is asked for") {
    const Example kith;
    CHECK(contains(kith({"path", "Wagner", "Hezbollah"}).out, "(denied)"));  // beside the tie that others claim
    const Answer actual = kith({"path", "Wagner", "Hezbollah", "--status", "actual", "--format", "json"});
    CHECK(json::parse(actual.out)["paths"][0]["hops"].size() > 1);
    const Answer denied = kith({"path", "Wagner", "Hezbollah", "--status", "denied", "--format", "json"});
    CHECK(json::parse(denied.out)["paths"][0]["hops"][0]["ties"][0]["status"] == "denied");
}

TEST_CASE("without a path the answer says which filter stands in the way") {
    const Example kith;
    const Answer one = kith({"path", "Mali", "Iran", "--not-via", "supplies,directs"});
    CHECK(one.exit_code == 1);
    CHECK(one.out.empty());
    CHECK(contains(one.err, "kith: no path from Mali to Iran within 6 hops\n"));
    CHECK(contains(one.err, "Without --not-via there is one of 2 hops."));
    const Answer several = kith({"path", "Mali", "Bashar al-Assad", "--max-hops", "2", "--via", "conflict"});
    CHECK(contains(several.err, "more than one filter stands in its way"));
    const Answer json_answer = kith({"path", "Mali", "Iran", "--via", "kinship", "--format", "json"});
    CHECK(json_answer.exit_code == 1);
    CHECK(json::parse(json_answer.out)["paths"].empty());
}

TEST_CASE("several paths are numbered, and drawn as one graph") {
    const Example kith;
    const Answer paths = kith({"path", "Mali", "Bashar al-Assad", "-k", "2"});
    CHECK(contains(paths.out, "1. Mali → Bashar al-Assad · 3 hops"));
    CHECK(contains(paths.out, "2. Mali → Bashar al-Assad · 4 hops"));
    const Answer dot = kith({"path", "Mali", "Bashar al-Assad", "-k", "2", "--format", "dot"});
    CHECK(contains(dot.out, "digraph kith {"));
    CHECK(contains(dot.out, "label=\"Iran\""));
    CHECK(contains(kith({"path", "Mali", "Iran", "--format", "svg"}).out, "</svg>"));
}

TEST_CASE("claims stand under their tie with speaker, quotes and alternatives") {
    const Answer answer = Example()({"claims", "--between", "Wagner", "Hezbollah"});
    CHECK(answer.exit_code == 0);
    CHECK(contains(answer.out, "Wagner Group —supplies→ Hezbollah (planned)\n  2 independent sources"));
    CHECK(contains(answer.out, "John Kirby says so · item: air defence system · confidence 0.80 · or else: Iran"));
    CHECK(contains(answer.out, "Wagner Group —supplies→ Hezbollah (denied)\n  1 source"));
    CHECK(contains(answer.out, "Beirut Courier, 2023-11-21 · briefing.txt"));
}

TEST_CASE(
    "an unnamed speaker is told in the text's words, and is neither the source itself nor a speaker to filter by") {
    const EntityReference iran{"Iran", EntityKind::state, "Iran", {}},
        russia{"Russia", EntityKind::state, "Russia", {}};
    const auto said = [&](const std::string& quote, Status status, const std::string& speaker) {
        return test::WrittenClaim{.subject = iran,
                                  .relation = "supplies",
                                  .object = russia,
                                  .quote = quote,
                                  .status = status,
                                  .unnamed_speaker = speaker};
    };
    const std::string held = "Iran arms Russia, two aides said.", denied = "No arms went to Russia, said a diplomat.";
    const Example kith{test::ExampleStore({{"a.txt",
                                            "Kyiv Wire",
                                            "2023-05-02",
                                            held + " " + denied,
                                            {said(held, Status::actual, "two aides"), said(held, Status::actual, ""),
                                             said(denied, Status::denied, "a diplomat")}}})};
    const std::string path = kith({"path", "Iran", "Russia"}).out;
    CHECK(contains(path, "according to two aides, unnamed · and reported by Kyiv Wire"));
    const std::string claims = kith({"claims"}).out;
    CHECK(contains(claims, "  according to two aides, unnamed · confidence 0.80"));
    CHECK(contains(claims, "  in the source's own words · confidence 0.80"));
    const std::string contradictions = kith({"contradictions"}).out;
    CHECK(contains(contradictions, "according to a diplomat, unnamed · 1 source"));
    for (const std::vector<std::string>& question : std::vector<std::vector<std::string>>{
             {"claims"}, {"contradictions"}, {"show", "Iran"}, {"path", "Iran", "Russia"}, {"export"}}) {
        std::vector<std::string> arguments = question;
        arguments.insert(arguments.end(), {"--format", "json"});
        CAPTURE(question.front());
        const std::string answer = json::parse(kith(arguments).out).dump();
        CHECK(contains(answer, R"("speaker":null,)"));
        CHECK(contains(answer, R"("unnamed_speaker":"two aides")"));
        CHECK_FALSE(contains(answer, R"("unnamed_speaker":"")"));
    }
    CHECK(kith({"claims", "--speaker", "two aides"}).exit_code == 1);
}

TEST_CASE("claims can be filtered by every part of what they say") {
    const Example kith;
    const auto ties = [&](std::vector<std::string> filter) {
        filter.insert(filter.begin(), {"claims", "--format", "json"});
        return json::parse(kith(filter).out)["ties"].size();
    };
    CHECK(ties({}) == 8);
    CHECK(ties({"--relation", "supplies"}) == 4);
    CHECK(ties({"--relation", "support"}) == 6);
    CHECK(ties({"--not-relation", "support"}) == 2);
    CHECK(ties({"--status", "planned,denied"}) == 3);
    CHECK(ties({"--speaker", "John Kirby"}) == 3);
    CHECK(ties({"--publisher", "Kyiv Wire", "--publisher", "Sahel Dispatch"}) == 5);
    CHECK(ties({"--min-sources", "2"}) == 1);
    CHECK(ties({"--min-confidence", "0.9"}) == 2);
    CHECK(ties({"--until", "2022-06"}) == 2);
    CHECK(ties({"--since", "2023-11-22"}) == 2);  // a denial of that day, and what goes on since 2022
    CHECK(ties({"--about", "Iran"}) == 3);
}

TEST_CASE("claims that nothing matches are an answer with exit code 1") {
    const Answer answer = Example()({"claims", "--relation", "kinship"});
    CHECK(answer.exit_code == 1);
    CHECK(contains(answer.err, "kith: no claim is of this kind\n"));
}

TEST_CASE("show tells who an entity is") {
    const Answer answer = Example()({"show", "wagner"});
    CHECK(answer.exit_code == 0);
    CHECK(answer.out.starts_with("Wagner Group · armed group\nalso called Wagner\n5 ties in 3 documents"));
    CHECK(contains(answer.out, "\nis directed by\n  Russia\n"));
    CHECK(contains(answer.out, "\ntimeline\n  2021-12 Wagner Group ←hosts— Mali\n"));
    CHECK(contains(Example()({"show", "John Kirby"}).out, "\nsays\n"));
    CHECK(contains(Example()({"show", "wagner", "--limit", "1"}).out, "  2 more: --limit 0 shows all\n"));
}

TEST_CASE("an unknown name has suggestions, an ambiguous one is told") {
    const Answer unknown = Example()({"show", "Irna"});
    CHECK(unknown.exit_code == 1);
    CHECK(unknown.err == "kith: Irna: no entity goes by this name\nDid you mean Iran?\n");

    const EntityReference town{"Wagner", EntityKind::place, "Wagner", {}};
    const EntityReference brazil{"Brazil", EntityKind::state, "Brazil", {}};
    auto documents = test::example_documents();
    documents.push_back(
        {"town.txt",
         "",
         "2020",
         "Wagner lies in Brazil.",
         {{.subject = town, .relation = "located_in", .object = brazil, .quote = "Wagner lies in Brazil."}}});
    const test::ExampleStore file(documents);
    const Answer ambiguous = kith_command({"show", "Wagner", "--db", file.path()});
    CHECK(ambiguous.exit_code == 0);
    CHECK(ambiguous.err == "Wagner: taken as Wagner Group (armed group); also: Wagner (place)\n");
}

TEST_CASE("a wrong command line is exit code 2 with the way out") {
    const auto usage = [](const std::vector<std::string>& arguments) {
        const Answer answer = kith_command(arguments);
        CHECK(answer.exit_code == 2);
        CHECK(answer.out.empty());
        return answer.err;
    };
    CHECK(usage({"pth"}) == "kith: pth: there is no such command\nDid you mean `kith path`?\n");
    CHECK(usage({"path", "--max-hop", "3"}) == "kith: path: there is no option --max-hop\nDid you mean --max-hops?\n");
    CHECK(contains(usage({"path", "Iran"}), "B is required\n`kith path --help`"));
    CHECK(contains(usage({"path", "A", "B", "--max-hops", "0"}), "--max-hops"));
    CHECK(contains(usage({"claims", "--about", "A", "--between", "B", "C"}), "--between"));
    CHECK(contains(usage({}), "Usage: kith"));
    const Example kith;
    CHECK(contains(kith({"path", "Iran", "Mali", "--via", "suplies"}).err, "Did you mean supplies?"));
    CHECK(kith({"path", "Iran", "Mali", "--via", "suplies"}).exit_code == 2);
    CHECK(contains(kith({"path", "Iran", "Mali", "--status", "plannd"}).err, "Did you mean planned?"));
    CHECK(contains(kith({"path", "Iran", "Mali", "--kinds", "persn"}).err, "Did you mean person?"));
    CHECK(contains(kith({"path", "Iran", "Mali", "--since", "last year"}).err, "Write 2023, 2023-11 or 2023-11-21."));
}

TEST_CASE("a database that is not there tells how to make one") {
    const Answer answer = kith_command({"stats", "--db", "/nowhere/war.db"});
    CHECK(answer.exit_code == 1);
    CHECK(contains(answer.err, "kith: /nowhere/war.db: "));
    CHECK(contains(answer.err, "kith ingest"));
}

TEST_CASE("every command has an example, and every answer can be JSON") {
    for (const cli::Command& command : cli::all_commands()) {
        const std::string help = kith_command({std::string(command.name), "--help"}).out;
        CAPTURE(command.name);
        CHECK(contains(help, "Usage: kith " + std::string(command.name)));
        CHECK(contains(help, "Example:\n  kith " + std::string(command.name)));
    }
    const Example kith;
    for (const std::vector<std::string>& question : std::vector<std::vector<std::string>>{{"path", "Iran", "Mali"},
                                                                                          {"show", "Iran"},
                                                                                          {"claims"},
                                                                                          {"neighbours", "Iran"},
                                                                                          {"export"},
                                                                                          {"relations"},
                                                                                          {"stats"},
                                                                                          {"stats", "--documents"},
                                                                                          {"merge", "Iran", "Mali"},
                                                                                          {"split", "Iran", "Mali"},
                                                                                          {"forget", "reaction.txt"}}) {
        CAPTURE(question.front());
        auto arguments = question;
        arguments.insert(arguments.end(), {"--format", "json"});
        const Answer answer = kith(arguments);
        CHECK(answer.exit_code == 0);
        CHECK(json::accept(answer.out));
        CHECK(answer.out.ends_with("}\n"));
    }
}

TEST_CASE("neighbours are a table, nearest first") {
    const Answer answer = Example()({"neighbours", "Iran", "--depth", "2"});
    CHECK(answer.out ==
          "Hops  Entity           Kind         Strength  Tie\n"
          "   1  Russia           state            0.90  is supplied by Iran\n"
          "   1  Hezbollah        armed group      0.90  is backed by Iran\n"
          "   1  Wagner Group     armed group      0.60  supplies Iran (planned)\n"
          "   2  Mali             state            0.80  hosts Wagner Group\n"
          "   2  Bashar al-Assad  person           0.80  is allied with Russia\n");
}

TEST_CASE("a merge makes two entities one until it is split") {
    const Example kith;
    CHECK(contains(kith({"merge", "Russia", "Wagner"}).err, "Russia is a state and Wagner Group an armed group"));
    CHECK(contains(kith({"merge", "Russia", "Wagner", "--force"}).out,
                   "Wagner Group (armed group) now counts as Russia (state)"));
    CHECK(contains(kith({"show", "Wagner"}).out, "Russia · state"));
    CHECK(kith({"merge", "Russia", "Wagner"}).exit_code == 1);
    CHECK(kith({"path", "Russia", "Wagner"}).exit_code == 1);
    CHECK(contains(kith({"split", "Russia", "Wagner Group"}).out, "Wagner Group is an entity of its own again"));
    CHECK(contains(kith({"show", "Wagner"}).out, "Wagner Group · armed group"));
    CHECK(kith({"split", "Russia", "Wagner Group"}).exit_code == 1);
}

TEST_CASE("forgetting a document takes what only it said") {
    const Example kith;
    CHECK(contains(kith({"forget", "reaction.txt"}).out, "with it went 1 claim that nothing else supports"));
    CHECK(contains(kith({"claims", "--between", "Wagner", "Hezbollah"}).out, "1 source"));
    CHECK(contains(kith({"forget", "reactoin.txt"}).err, "no such document"));
    CHECK(contains(kith({"forget", "bamaco.txt"}).err, "Did you mean bamako.txt?"));
    CHECK(kith({"forget", "2"}).exit_code == 0);
}

TEST_CASE("export writes a file in the format of its ending") {
    const Example kith;
    const std::string svg = kith.file.file("wagner.svg");
    CHECK(kith({"export", "--around", "Wagner", "--depth", "1", "--output", svg}).exit_code == 0);
    CHECK(contains(test::read_file(svg), "</svg>"));
    CHECK(contains(kith({"export"}).out, "\"documents\": ["));
    CHECK(contains(kith({"export", "--format", "dot", "--kinds", "state"}).out, "label=\"Iran\""));
    CHECK_FALSE(contains(kith({"export", "--format", "dot", "--kinds", "state"}).out, "label=\"Wagner"));
    CHECK(kith({"export", "--output", "/nowhere/wagner.svg"}).exit_code == 1);
}

TEST_CASE("colour marks what stands out, and only where it is wanted") {
    const test::ExampleStore file;
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{.out = out, .err = err, .colour = true};
    CHECK(cli::run_command_line({"path", "Wagner", "Hezbollah", "--db", file.path()}, console) == 0);
    CHECK(contains(out.str(), "\033[1mgetting an air defence system ready\033[0m"));
    CHECK(contains(out.str(), "\033[34m(planned)\033[0m"));
    CHECK_FALSE(contains(Example()({"path", "Wagner", "Hezbollah"}).out, "\033"));
}

TEST_CASE("lines keep to the width of the terminal") {
    const test::ExampleStore file;
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{.out = out, .err = err, .width = 60};
    CHECK(cli::run_command_line({"claims", "--between", "Wagner", "Hezbollah", "--db", file.path()}, console) == 0);
    CHECK(contains(out.str(),
                   "    │ Wagner, acting for Moscow, is getting an air defence\n"
                   "    │ system ready for Hezbollah or for Tehran, Kirby said.\n"));
}

TEST_CASE("all paths are a line each, and in full with --explain") {
    const Example kith;
    const Answer answer = kith({"path", "Mali", "Hezbollah", "--all"});
    CHECK(answer.exit_code == 0);
    CHECK(answer.err.empty());
    CHECK(contains(answer.out, "Mali —hosts→ Wagner Group —supplies→ Hezbollah (planned)\n"));
    CHECK_FALSE(contains(answer.out, "│"));
    CHECK(contains(kith({"path", "Mali", "Hezbollah", "--all", "--explain"}).out, "│ Tehran has long paid"));
}

TEST_CASE("a path in time order dates its hops, and tells publication dates from others") {
    const Answer answer = Example()({"path", "Mali", "Hezbollah", "--in-time-order"});
    CHECK(contains(answer.out, "  2021-12 Mali —hosts→ Wagner Group\n"));
    CHECK(contains(answer.out, "  published 2023-11-21 Wagner Group —supplies→ Hezbollah (planned)\n"));
}

TEST_CASE("questions about paths that exclude each other are usage errors") {
    const Example kith;
    CHECK(kith({"path", "Mali", "Iran", "--all", "--in-time-order"}).exit_code == 2);
    CHECK(kith({"path", "Mali", "Iran", "--all", "-k", "2"}).exit_code == 2);
    CHECK(kith({"path", "Mali", "Iran", "--all", "--surest"}).exit_code == 2);
    CHECK(kith({"path", "Mali", "Iran", "--in-time-order", "-k", "2"}).exit_code == 2);
    CHECK(kith({"path", "Mali", "Iran", "--in-time-order", "--surest"}).exit_code == 2);
}

TEST_CASE("an index is made, fits, and goes stale with the database") {
    const Example kith;
    CHECK(kith({"index", "--check"}).exit_code == 1);
    const json made = json::parse(kith({"index", "--format", "json"}).out);
    CHECK(made["path"] == kith.file.path() + ".graph");
    CHECK(made["claims"] == 8);
    CHECK(kith({"index", "--check"}).exit_code == 0);
    kith({"forget", "reaction.txt"});
    CHECK(kith({"index", "--check"}).exit_code == 1);
}
