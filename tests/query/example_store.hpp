// A small database on real events, written claim by claim, for tests of answers and commands.
//
//     ExampleStore example;                 // deleted with its file at the end of the scope
//     const Store store(example.path());
//
//     Wagner Group -supplies-> Hezbollah    planned, says John Kirby, two sources; or else Iran
//     Wagner Group -supplies-> Iran         planned, says John Kirby
//     Wagner Group -supplies-> Hezbollah    denied, says Dmitry Peskov
//     Russia       -directs->  Wagner Group
//     Iran         -supplies-> Russia       item drones, since 2022
//     Iran         -backs->    Hezbollah
//     Bashar al-Assad -allied_with- Russia
//     Mali         -hosts->    Wagner Group 2021-12
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/claim_sink.hpp"
#include "temporary_directory.hpp"

namespace kith::test {

// A document and its claims; `quote` and `cue` are found in the text.
struct WrittenClaim {
    EntityReference subject;
    std::string relation;
    EntityReference object;
    std::string quote;
    std::string cue = {};
    Status status = Status::actual;
    std::optional<EntityReference> speaker = {};
    std::string unnamed_speaker = {};
    std::string item = {};
    std::string role = {};
    std::string time = {};
    int alternative = 0;
    double confidence = 0.8;
};

struct WrittenDocument {
    std::string location;
    std::string publisher;
    std::string published;
    std::string text;
    std::vector<WrittenClaim> claims;
};

// Hands the documents to the sink. Throws std::logic_error for a quote that is not in its text.
void write(const std::vector<WrittenDocument>& documents, ClaimSink& sink);

// The documents above, in order of publication.
std::vector<WrittenDocument> example_documents();

class ExampleStore {
public:
    ExampleStore() : ExampleStore(example_documents()) {}
    explicit ExampleStore(const std::vector<WrittenDocument>& documents);

    std::string path() const { return directory_.file("example.db"); }
    std::string file(const std::string& name) const { return directory_.file(name); }

private:
    TemporaryDirectory directory_;
};

}  // namespace kith::test
