#include "query/example_store.hpp"

#include <stdexcept>

#include "graph/store/store_writer.hpp"

namespace kith::test {
namespace {

const EntityReference wagner{"Wagner Group", EntityKind::armed_group, "Wagner", {}};
const EntityReference hezbollah{"Hezbollah", EntityKind::armed_group, "Hezbollah", {}};
const EntityReference iran{"Iran", EntityKind::state, "Tehran", {}};
const EntityReference russia{"Russia", EntityKind::state, "Moscow", {}};
const EntityReference mali{"Mali", EntityKind::state, "Bamako", {}};
const EntityReference assad{"Bashar al-Assad", EntityKind::person, "Assad", {}};
const EntityReference kirby{"John Kirby", EntityKind::person, "Kirby", {}};
const EntityReference peskov{"Dmitry Peskov", EntityKind::person, "Peskov", {}};

TextSpan find(const std::string& text, const std::string& words) {
    const std::size_t begin = text.find(words);
    if (begin == std::string::npos) throw std::logic_error("not in the text: " + words);
    return {begin, begin + words.size()};
}

ClaimRecord record_of(const std::string& text, const WrittenClaim& claim) {
    ClaimRecord record;
    record.subject = claim.subject;
    record.relation = claim.relation;
    record.object = claim.object;
    record.status = claim.status;
    record.speaker = claim.speaker;
    record.unnamed_speaker = claim.unnamed_speaker;
    record.item = claim.item;
    record.role = claim.role;
    record.time = claim.time;
    record.alternative = claim.alternative;
    record.confidence = claim.confidence;
    record.sentence = find(text, claim.quote);
    if (!claim.cue.empty()) {
        const std::size_t begin = record.sentence.begin + find(claim.quote, claim.cue).begin;
        record.cue = {begin, begin + claim.cue.size()};
    }
    return record;
}

}  // namespace

void write(const std::vector<WrittenDocument>& documents, ClaimSink& sink) {
    for (const WrittenDocument& document : documents) {
        DocumentRecord record;
        record.location = document.location;
        record.publisher = document.publisher;
        record.published = document.published;
        record.text = document.text;
        for (const WrittenClaim& claim : document.claims) record.sentences.push_back(find(document.text, claim.quote));
        sink.begin(record);
        for (const WrittenClaim& claim : document.claims) sink.add(record_of(document.text, claim));
    }
}

std::vector<WrittenDocument> example_documents() {
    const std::string mali_quote = "Bamako has housed Wagner's instructors since December 2021.";
    const std::string drones_quote = "Since 2022 Tehran has shipped Shahed drones to Moscow by the hundred.";
    const std::string assad_quote = "Assad counts Moscow as the ally that saved his rule.";
    const std::string kirby_quote =
        "Wagner, acting for Moscow, is getting an air defence system ready for Hezbollah or for Tehran, Kirby said.";
    const std::string backs_quote = "Tehran has long paid and armed Hezbollah.";
    const std::string again_quote =
        "In Kirby’s telling, Wagner means to let Hezbollah have an air defence system that it used in Syria.";
    const std::string peskov_quote = "Peskov called it false that Wagner ships anything to Hezbollah.";
    return {
        {"bamako.txt",
         "Sahel Dispatch",
         "2022-01-10",
         mali_quote,
         {{.subject = mali,
           .relation = "hosts",
           .object = wagner,
           .quote = mali_quote,
           .cue = "housed",
           .time = "2021-12"}}},
        {"drones.txt",
         "Kyiv Wire",
         "2023-05-02",
         drones_quote + " " + assad_quote,
         {{.subject = iran,
           .relation = "supplies",
           .object = russia,
           .quote = drones_quote,
           .cue = "shipped",
           .item = "Shahed drones",
           .time = "2022..",
           .confidence = 0.9},
          {.subject = assad, .relation = "allied_with", .object = russia, .quote = assad_quote, .cue = "ally"}}},
        {"briefing.txt",
         "Beirut Courier",
         "2023-11-21",
         kirby_quote + " " + backs_quote,
         {{.subject = wagner,
           .relation = "supplies",
           .object = hezbollah,
           .quote = kirby_quote,
           .cue = "getting an air defence system ready",
           .status = Status::planned,
           .speaker = kirby,
           .item = "air defence system",
           .alternative = 1},
          {.subject = wagner,
           .relation = "supplies",
           .object = iran,
           .quote = kirby_quote,
           .status = Status::planned,
           .speaker = kirby,
           .item = "air defence system",
           .alternative = 1,
           .confidence = 0.6},
          {.subject = russia,
           .relation = "directs",
           .object = wagner,
           .quote = kirby_quote,
           .cue = "acting for",
           .speaker = kirby,
           .confidence = 0.7},
          {.subject = iran, .relation = "backs", .object = hezbollah, .quote = backs_quote, .confidence = 0.9}}},
        {"reaction.txt",
         "Kyiv Wire",
         "2023-11-28",
         again_quote + " " + peskov_quote,
         {{.subject = wagner,
           .relation = "supplies",
           .object = hezbollah,
           .quote = again_quote,
           .cue = "let Hezbollah have",
           .status = Status::planned,
           .speaker = kirby,
           .item = "air defence system",
           .confidence = 0.7},
          {.subject = wagner,
           .relation = "supplies",
           .object = hezbollah,
           .quote = peskov_quote,
           .cue = "ships",
           .status = Status::denied,
           .speaker = peskov}}},
    };
}

ExampleStore::ExampleStore(const std::vector<WrittenDocument>& documents) {
    StoreWriter writer(path());
    write(documents, writer);
    writer.commit();
}

}  // namespace kith::test
