// kith.h as a C program meets it: texts in, texts out, and no way to crash it by a wrong call.
#include <doctest/doctest.h>

#include <atomic>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "api/kith.h"
#include "bench/random_database.hpp"
#include "temporary_directory.hpp"

using Json = nlohmann::ordered_json;

namespace {

// An open database that closes itself.
class Handle {
public:
    explicit Handle(const std::string& path, int mode = KITH_WRITE) : code(kith_open(path.c_str(), mode, &database_)) {}
    ~Handle() { kith_close(database_); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    operator kith_database*() const { return database_; }  // NOLINT: stands for the handle in calls
    std::string message() const { return kith_error_message(database_); }
    std::string next_step() const { return kith_error_next_step(database_); }

private:
    kith_database* database_ = nullptr;

public:
    const int code;
};

// Takes over a text from the library.
std::string taken(char* text) {
    if (!text) return "NULL";
    std::string copy = text;
    kith_free(text);
    return copy;
}

constexpr const char* article =
    "WASHINGTON - Iran supplies drones to Hezbollah, White House spokesman John Kirby said on Monday.\n\n"
    "The Wagner Group is preparing to provide an air defence system to Hezbollah, Kirby told reporters.";

std::string ingest_article(kith_database* database) {
    return taken(kith_ingest_text(database, article, std::strlen(article),
                                  R"({"location": "wire:1", "publisher": "The Wire", "date": "2023-11-21"})"));
}

}  // namespace

TEST_CASE("a text goes in, and a path with its quotes comes out") {
    const kith::test::TemporaryDirectory directory;
    const Handle war(directory.file("war.db"));
    REQUIRE(war.code == KITH_OK);
    const Json report = Json::parse(ingest_article(war));
    CHECK(report["documents"] == 1);
    CHECK(report["claims"] >= 2);

    const Json answer = Json::parse(taken(kith_ask(war, "paths", R"({"from": "Wagner", "to": "Iran"})")));
    REQUIRE(answer["paths"].size() == 1);
    CHECK(answer["paths"][0]["hops"].size() == 2);
    const Json evidence = answer["paths"][0]["hops"][0]["ties"][0]["claims"][0]["evidence"][0];
    CHECK(evidence["document"]["publisher"] == "The Wire");
    CHECK(evidence["document"]["published"] == "2023-11-21");
    CHECK(std::string(article).find(evidence["text"].get<std::string>()) != std::string::npos);
}

TEST_CASE("an entity is named by its name with its kind too, as kith prints it") {
    const kith::test::TemporaryDirectory directory;
    const Handle war(directory.file("war.db"));
    ingest_article(war);
    const auto ask = [&](const char* question) { return taken(kith_ask(war, "paths", question)); };
    const Json answer = Json::parse(ask(R"-({"from": "Hezbollah (armed group)", "to": "Iran (state)"})-"));
    CHECK(answer["paths"].size() == 1);
    CHECK(ask(R"-({"from": "Hezbollah (person)", "to": "Iran"})-") == "NULL");
    CHECK(war.message() == "Hezbollah (person): no entity goes by this name");
}

TEST_CASE("files are read all or not at all") {
    const kith::test::TemporaryDirectory directory;
    const std::string good = directory.write("good.csv", "subject,relation,object\nIran,supplies,Hezbollah\n");
    const std::string bad = directory.write("bad.csv", "subject,relation,object\nIran,suplies,Hezbollah\n");
    const Handle war(directory.file("war.db"));
    const char* both[] = {good.c_str(), bad.c_str()};
    CHECK(taken(kith_ingest_paths(war, both, 2, R"({"strict": true})")) == "NULL");
    CHECK(kith_error_code(war) == KITH_ERROR);
    CHECK(war.message().find("bad.csv:2") != std::string::npos);
    CHECK(taken(kith_ask(war, "statistics", nullptr)) == "NULL");  // nothing was made

    const Json report = Json::parse(taken(kith_ingest_paths(war, both, 2, nullptr)));
    CHECK(report["claims"] == 1);
    CHECK(report["skipped_count"] == 1);
}

TEST_CASE("files are read with names that the caller knows") {
    const kith::test::TemporaryDirectory directory;
    const std::string names = directory.write("names.csv", "name,kind,aliases\nBlue Lantern,company,Lampa Verde\n");
    const std::string ties = directory.write("ties.csv", "subject,relation,object\nLampa Verde,supplies,Iran\n");
    const Handle war(directory.file("war.db"));
    const char* paths[] = {ties.c_str()};
    const std::string options = Json{{"gazetteers", {names}}}.dump();
    CHECK(taken(kith_ingest_paths(war, paths, 1, options.c_str())) != "NULL");
    const Json entity = Json::parse(taken(kith_ask(war, "entity", R"({"entity": "Lampa Verde"})")));
    CHECK(entity["entity"]["name"] == "Blue Lantern");
}

TEST_CASE("every question on the list can be asked") {
    const kith::test::TemporaryDirectory directory;
    const Handle war(directory.file("war.db"));
    ingest_article(war);
    const Json given = {{"name", "Wagner"},   {"from", "Wagner"},  {"to", "Iran"},     {"entity", "Hezbollah"},
                        {"entities", "Iran"}, {"first", "Wagner"}, {"second", "Iran"}, {"claim", 1},
                        {"document", 1},      {"words", "Wagner"}};
    for (const Json& question : Json::parse(kith_questions())) {
        CAPTURE(question.dump());
        Json arguments = Json::object();
        for (const Json& name : question["arguments"]["required"]) {
            arguments[name.get<std::string>()] = given.at(name.get<std::string>());
        }
        const std::string answer =
            taken(kith_ask(war, question["name"].get<std::string>().c_str(), arguments.dump().c_str()));
        CHECK(Json::parse(answer).is_object());
        CHECK(kith_error_code(war) == KITH_OK);
    }
}

TEST_CASE("merging, splitting and forgetting show in the next answer") {
    const kith::test::TemporaryDirectory directory;
    const Handle war(directory.file("war.db"));
    ingest_article(war);
    const auto name_of = [&](const char* name) {
        const Json found = Json::parse(taken(kith_ask(war, "find_entity", Json{{"name", name}}.dump().c_str())));
        return found["entities"].empty() ? std::string() : found["entities"][0]["name"].get<std::string>();
    };
    CHECK(kith_merge(war, "Hezbollah", "Wagner", 0) == KITH_OK);
    CHECK(name_of("Wagner") == "Hezbollah");
    CHECK(kith_split(war, "Hezbollah", "Wagner") == KITH_OK);
    CHECK(name_of("Wagner") == "Wagner Group");
    CHECK(kith_split(war, "Hezbollah", "Wagner") == KITH_ERROR);
    CHECK(kith_make_index(war) == KITH_OK);
    CHECK(kith_forget(war, "wire:1") == KITH_OK);
    CHECK(name_of("Wagner").empty());
    CHECK(kith_forget(war, "wire:1") == KITH_ERROR);
    CHECK_FALSE(war.next_step().empty());
}

TEST_CASE("an export gives bytes and their number") {
    const kith::test::TemporaryDirectory directory;
    const Handle war(directory.file("war.db"));
    ingest_article(war);
    std::size_t size = 0;
    char* picture = kith_export(war, R"({"format": "png", "around": "Hezbollah"})", &size);
    REQUIRE(picture);
    CHECK(std::string(picture, size).starts_with("\x89PNG"));
    CHECK(size > std::strlen(picture));
    kith_free(picture);
    CHECK(taken(kith_export(war, R"({"format": "pdf"})", &size)) == "NULL");
    CHECK(war.message().find("pdf") != std::string::npos);
    CHECK(taken(kith_export(war, nullptr, nullptr)) == "NULL");
    CHECK(kith_error_code(war) == KITH_MISUSE);
}

TEST_CASE("wrong calls are told, never followed") {
    const kith::test::TemporaryDirectory directory;
    CHECK(kith_open("x", KITH_READ_ONLY, nullptr) == KITH_MISUSE);
    CHECK(taken(kith_ask(nullptr, "paths", nullptr)) == "NULL");
    CHECK(kith_merge(nullptr, "a", "b", 0) == KITH_MISUSE);
    CHECK(kith_error_code(nullptr) == KITH_MISUSE);
    kith_close(nullptr);
    kith_free(nullptr);

    const Handle none(directory.file("none.db"), KITH_READ_ONLY);
    CHECK(none.code == KITH_ERROR);
    CHECK(none.message().find("no such database") != std::string::npos);
    const Handle odd(directory.file("none.db"), 17);
    CHECK(odd.code == KITH_MISUSE);

    const Handle war(directory.file("war.db"));
    ingest_article(war);
    for (const char* arguments : {"{", "[]", "7", R"({"from": {"a": 1}})", R"({"from": "Wagner"})",
                                  R"({"from": "Wagner", "to": "Iran", "max_hops": "many"})",
                                  R"({"from": "Wagner", "to": "Iran", "status": "actal"})"}) {
        CAPTURE(arguments);
        CHECK(taken(kith_ask(war, "paths", arguments)) == "NULL");
        CHECK_FALSE(war.message().empty());
    }
    CHECK(taken(kith_ask(war, nullptr, nullptr)) == "NULL");
    CHECK(taken(kith_ask(war, "pathes", nullptr)) == "NULL");
    CHECK(war.next_step() == "Did you mean paths?");
    CHECK(taken(kith_ingest_paths(war, nullptr, 1, nullptr)) == "NULL");
    CHECK(taken(kith_ingest_text(war, "x", 1, nullptr)) == "NULL");  // no location
    CHECK(kith_merge(war, "Wagner", nullptr, 0) == KITH_MISUSE);
    CHECK(taken(kith_ask(war, "statistics", nullptr)) != "NULL");
    CHECK(war.message().empty());  // of the last call only

    const Handle reader(directory.file("war.db"), KITH_READ_ONLY);
    CHECK(kith_forget(reader, "wire:1") == KITH_MISUSE);
    CHECK(reader.message().find("reading only") != std::string::npos);
}

TEST_CASE("mistakes of a call are told from those of the data") {
    const kith::test::TemporaryDirectory directory;
    const Handle war(directory.file("war.db"));
    ingest_article(war);
    for (const char* arguments : {"[1]", R"({"from": {}})", R"({"from": "Wagner", "to": "Iran", "count": 1e999})",
                                  R"({"from": "Wa\u0000gner", "to": "Iran"})"}) {
        CAPTURE(arguments);
        CHECK(taken(kith_ask(war, "paths", arguments)) == "NULL");
        CHECK(kith_error_code(war) == KITH_MISUSE);
        CHECK_FALSE(war.message().empty());
    }
    for (const char* source : {"{}", R"({"location": "x", "date": "soon"})", R"({"location": "x", "format": "csv"})",
                               R"({"location": "x", "jobs": 2})"}) {
        CAPTURE(source);
        CHECK(taken(kith_ingest_text(war, "a text", 6, source)) == "NULL");
        CHECK(kith_error_code(war) == KITH_MISUSE);
    }
    CHECK(taken(kith_ask(war, "paths", R"({"from": "Nobody", "to": "Iran"})")) == "NULL");
    CHECK(kith_error_code(war) == KITH_ERROR);
}

TEST_CASE("what is extracted from a text without a database makes the database that the text makes") {
    const kith::test::TemporaryDirectory directory;
    const Handle reader(directory.file("never.db"));
    const std::string text = "Wagner is to supply drones to Hezbollah, John Kirby told reporters on Tuesday.";
    const char* source = R"({"location": "a.txt", "date": "2023-11-21", "publisher": "Beirut Courier"})";
    const std::string lines = taken(kith_extract_text(reader, text.c_str(), text.size(), source));
    CHECK_FALSE(std::filesystem::exists(directory.file("never.db")));
    CHECK(lines.find(R"("relation":"supplies")") != std::string::npos);
    std::ofstream(directory.file("lines.jsonl")) << lines;

    const Handle one(directory.file("one.db")), other(directory.file("other.db"));
    kith_free(kith_ingest_text(one, text.c_str(), text.size(), source));
    const std::string file = directory.file("lines.jsonl");
    const char* path = file.c_str();
    kith_free(kith_ingest_paths(other, &path, 1, nullptr));
    const auto exported = [](kith_database* database) {
        std::size_t size = 0;
        return taken(kith_export(database, R"({"format": "jsonl"})", &size));
    };
    CHECK(exported(one).size() > 100);
    CHECK(exported(one) == exported(other));

    CHECK(taken(kith_extract_text(reader, "", 0, source)) == "NULL");
    CHECK(kith_error_code(reader) == KITH_ERROR);
    CHECK(taken(kith_extract_text(reader, text.c_str(), text.size(), "{}")) == "NULL");
    CHECK(kith_error_code(reader) == KITH_MISUSE);
}

TEST_CASE("a text that is no text is passed over and told of") {
    const kith::test::TemporaryDirectory directory;
    const Handle war(directory.file("war.db"));
    const char bytes[] = {0, 1, 2, '\xff'};
    const Json report = Json::parse(taken(kith_ingest_text(war, bytes, sizeof bytes, R"({"location": "odd"})")));
    CHECK(report["documents"] == 0);
    CHECK(report["skipped_count"] == 1);
    CHECK(report["skipped"][0]["file"] == "odd");
}

TEST_CASE("handles in several threads do not meet") {
    const kith::test::TemporaryDirectory directory;
    const std::string path = directory.file("war.db");
    ingest_article(Handle(path));
    std::vector<std::thread> threads;
    std::vector<std::string> answers(8);
    for (std::string& answer : answers) {
        threads.emplace_back([&] {
            const Handle reader(path, KITH_READ_ONLY);
            answer = taken(kith_ask(reader, "paths", R"({"from": "Wagner", "to": "Iran"})"));
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& answer : answers) CHECK(answer == answers.front());
    CHECK(answers.front() != "NULL");
}

TEST_CASE("a question is ended from another thread, or by its own time limit, and the next one is answered") {
    const kith::test::TemporaryDirectory directory;
    const std::string path = directory.file("war.db");
    kith::bench::write_random_database({.actors = 2'000, .claims = 20'000, .seed = 7}, path);
    const Handle war(path, KITH_READ_ONLY);
    const char* const question = R"({"from": "Actor 17", "to": "Actor 1711", "count": 100, "order": "surest"})";
    std::atomic<bool> done = false;
    std::thread other([&] {
        while (!done) kith_interrupt(war);
    });
    CHECK(kith_ask(war, "paths", question) == nullptr);
    done = true;
    other.join();
    CHECK(kith_error_code(war) == KITH_STOPPED);
    CHECK(war.message() == "stopped before there was an answer");

    const std::string limited = std::string(question, std::strlen(question) - 1) + R"(, "timeout": 0.001})";
    CHECK(kith_ask(war, "paths", limited.c_str()) == nullptr);
    CHECK(kith_error_code(war) == KITH_STOPPED);
    CHECK(war.message() == "no answer within the time allowed");
    CHECK(war.next_step().find("Allow more time") == 0);
    CHECK(kith_ask(war, "statistics", R"({"timeout": 0})") == nullptr);
    CHECK(kith_error_code(war) == KITH_MISUSE);

    kith_interrupt(war);  // nothing runs
    kith_interrupt(nullptr);
    CHECK(Json::parse(taken(kith_ask(war, "statistics", R"({"timeout": 60})")))["claims"] > 19'000);
}
