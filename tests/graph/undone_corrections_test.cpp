// Merging, splitting, telling namesakes apart, forgetting and reading again in any order: once all is undone, the
// database says what it said.
//
// Ten thousand random steps through StoreWriter, in transactions of which some are rolled back. From time to time
// everything is undone: all judgements are withdrawn, and forgotten documents read again. What the database then holds
// must be what an untouched one holds, but for the numbers that rows have; and so it must once all documents are read
// anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/search/claimed_entities.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

constexpr int actors = 12, documents = 10, steps = 10'000, steps_between_checks = 1000;

EntityReference actor(std::size_t number) {
    return {"Actor " + std::string(1, static_cast<char>('A' + number)), EntityKind::organisation, "", {}};
}

std::string location_of(std::size_t document) {
    return "article " + std::to_string(document);
}

// Always the same claims for the same number; neighbouring articles share claims and sentences, so that claims have
// several documents as evidence, and some documents are copies.
void read_document(StoreWriter& writer, std::size_t number) {
    std::mt19937 dice(static_cast<unsigned>(number));
    const std::string wire = "The ministry of defence has told reporters of story " + std::to_string(number / 2) + ".";
    const std::string text = wire + " Article " + std::to_string(number) + " ends here.";
    if (!writer.begin({.location = location_of(number),
                       .publisher = "publisher " + std::to_string(number % 3),
                       .published = "2023-11-" + std::to_string(10 + number),
                       .text = text,
                       .sentences = {{0, wire.size()}, {wire.size() + 1, text.size()}}}))
        return;
    for (int i = 0; i < 8; ++i) {
        const std::size_t subject = (number + dice() % 4) % actors;
        ClaimRecord claim{.subject = actor(subject),
                          .relation = dice() % 2 == 0 ? "supplies" : "meets",
                          .object = actor((subject + 1 + dice() % 3) % actors),
                          .status = dice() % 4 == 0 ? Status::planned : Status::actual,
                          .time = dice() % 4 == 0 ? "2022" : "",
                          .confidence = 0.5 + 0.1 * static_cast<double>(dice() % 5),
                          .sentence = {0, wire.size()}};
        if (dice() % 3 == 0) claim.speaker = actor(dice() % actors);
        writer.add(claim);
    }
}

std::string name_of(const Store& store, const std::optional<EntityId>& id) {
    return id ? store.entity(*id).name : "-";
}

// All that it says, without the numbers of rows.
std::vector<std::string> said_in(const Store& store) {
    std::vector<std::string> lines;
    for (const Claim& claim : store.claims({})) {
        std::string from = name_of(store, claim.subject);
        std::string to = name_of(store, claim.object);
        const bool symmetric = store.ontology().at(claim.relation).symmetric;  // its ends are in order of numbers
        if (symmetric && to < from) std::swap(from, to);
        std::string line = from + " " + store.ontology().at(claim.relation).name + " " + to + " " +
                           std::string(to_string(claim.status)) + " " + name_of(store, claim.speaker) + " " +
                           claim.time + " day " + std::to_string(claim.day.value_or(0)) + " " +
                           std::to_string(claim.confidence);
        std::vector<std::string> evidence;
        for (const EvidenceWithDocument& each : store.evidence(claim.id)) {
            evidence.push_back("; " + each.document.location + " " + each.document.published + " " +
                               each.evidence.quote);
        }
        std::ranges::sort(evidence);
        for (const std::string& each : evidence) line += each;
        lines.push_back(line);
    }
    for (const Tie& edge : store.ties(store.claims({}))) {
        lines.push_back("edge of " + std::to_string(edge.sources) + " sources, " + std::to_string(edge.strength));
    }
    for (const EntityFound& each : find_entities(store, "*", {}, 100).entities) {
        std::string line = "entity " + each.entity.name + " is called";
        for (const Alias& alias : store.aliases(each.entity.id)) line += " " + alias.name + " (" + alias.origin + ")";
        lines.push_back(line);
    }
    const Statistics counts = store.statistics();
    lines.push_back(std::to_string(counts.documents) + " documents, " + std::to_string(counts.entities) +
                    " entities, " + std::to_string(counts.sentences) + " sentences, " +
                    std::to_string(counts.lineages) + " lineages, " + std::to_string(counts.judgements) +
                    " judgements, " + std::to_string(counts.evidence) + " evidence");
    std::ranges::sort(lines);
    return lines;
}

// Lines that one of the two has and the other has not.
std::string difference(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    std::vector<std::string> lines;
    std::ranges::set_symmetric_difference(one, other, std::back_inserter(lines));
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

const char* const judges[] = {"ana", "ben"};

class Walk {
public:
    explicit Walk(std::string path) : path_(std::move(path)) { read_missing(); }

    // Some steps in one transaction; how many it took.
    int go_on(std::mt19937& dice) {
        StoreWriter writer(path_);
        const Store store = writer.store();
        const std::vector<EntityId> entities = present(store);
        const int count = 1 + static_cast<int>(dice() % 40);
        const bool judging = dice() % 2 == 0 && entities.size() > 1;
        for (int i = 0; i < count; ++i) {
            if (judging) {
                judge(writer, store, entities, dice);
            } else {
                forget_or_read(writer, store, dice);
            }
        }
        if (dice() % 5 != 0) writer.commit();
        return count;
    }

    // Who is there when all documents are forgotten: whom judgements name, and nobody else.
    void expect_only_judged_without_documents() const {
        StoreWriter writer(path_);  // which commits nothing
        const Store store = writer.store();
        for (const Document& document : store.documents()) writer.forget(document.id);
        std::set<EntityId> judged;
        for (const Judgement& each : store.judgements()) judged.insert({each.entity.id, each.other.id});
        const std::vector<EntityId> left = present(store);
        REQUIRE(std::set(left.begin(), left.end()) == judged);
    }

    void withdraw_all() {
        StoreWriter writer(path_);
        const Store store = writer.store();
        // What was parted off a part is parted off the whole from then on, so they are looked up each time.
        for (auto standing = store.judgements(); !standing.empty(); standing = store.judgements())
            withdraw(writer, standing.back());
        writer.commit();
    }
    void read_missing() {
        StoreWriter writer(path_);
        for (std::size_t i = 0; i < documents; ++i) read_document(writer, i);
        writer.commit();
    }
    void read_all_anew() {
        StoreWriter writer(path_);
        for (const Document& document : Store(path_).documents()) writer.forget(document.id);
        REQUIRE(find_entities(writer.store(), "*", {}, 1).entities.empty());
        for (std::size_t i = 0; i < documents; ++i) read_document(writer, i);
        writer.commit();
    }

private:
    // All entities, as they were born.
    static std::vector<EntityId> present(const Store& store) {
        std::vector<EntityId> found;
        for (const EntityFound& each : find_entities(store, "*", {}, 100).entities) {
            const std::vector<EntityId> members = store.members(each.entity.id);
            found.insert(found.end(), members.begin(), members.end());
        }
        return found;
    }

    static void withdraw(StoreWriter& writer, const Judgement& judgement) {
        REQUIRE(writer.withdraw(judgement.other.id, judgement.entity.id, judgement.judge));
    }

    static void judge(StoreWriter& writer, const Store& store, const std::vector<EntityId>& entities,
                      std::mt19937& dice) {
        const std::vector<Judgement> standing = store.judgements();
        const EntityId one = entities[dice() % entities.size()];
        const EntityId other = entities[dice() % entities.size()];
        const std::string by = judges[dice() % 2];
        switch (dice() % 6) {
            case 0:
                if (!standing.empty()) withdraw(writer, standing[dice() % standing.size()]);
                break;
            case 1:
                if (one != other && store.canonical(one) == store.canonical(other)) part(writer, store, one, other, by);
                break;
            case 2:
                split_off(writer, store, one, by, dice);
                break;
            default:
                if (may_be_joined(store, one, other, by)) writer.judge(one, other, "same", by);
        }
    }

    static bool may_be_joined(const Store& store, EntityId one, EntityId other, const std::string& judge) {
        if (one == other || store.documents_naming(one).empty() || store.documents_naming(other).empty()) return false;
        return std::ranges::none_of(store.judgements(), [&](const Judgement& each) {
            return each.verdict == "different" && each.judge == judge &&
                   std::minmax(each.entity.id, each.other.id) == std::minmax(one, other);
        });
    }

    // `kith split A B`
    static void part(StoreWriter& writer, const Store& store, EntityId one, EntityId other, const std::string& judge) {
        const std::size_t before = store.judgements().size();
        const bool is_done = writer.part(one, other, judge);
        REQUIRE((store.canonical(one) != store.canonical(other)) == is_done);
        REQUIRE((store.judgements().size() < before) == is_done);
    }

    // `kith split A --documents D`
    static void split_off(StoreWriter& writer, const Store& store, EntityId whole, const std::string& judge,
                          std::mt19937& dice) {
        std::vector<DocumentId> naming = store.documents_naming(whole);
        if (naming.size() < 2) return;
        std::ranges::shuffle(naming, dice);
        naming.resize(1 + dice() % (naming.size() - 1));
        writer.split_off(whole, naming, "Part " + std::to_string(dice() % 10'000), judge);
    }

    static void forget_or_read(StoreWriter& writer, const Store& store, std::mt19937& dice) {
        const std::vector<Document> known = store.documents();
        if (dice() % 2 == 0 && !known.empty()) {
            writer.forget(known[dice() % known.size()].id);
        } else {
            read_document(writer, dice() % documents);
        }
    }

    std::string path_;
};

}  // namespace

TEST_CASE("ten thousand merges, splits, partings, forgotten and re-read documents, once undone, have changed nothing") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("walk.db");
    Walk walk(path);
    const std::vector<std::string> untouched = said_in(Store(path));
    REQUIRE(untouched.size() > 50);
    std::mt19937 dice(20231121);
    int done = 0;
    for (int next_check = steps_between_checks; done < steps; next_check += steps_between_checks) {
        while (done < next_check) done += walk.go_on(dice);
        CAPTURE(done);
        walk.expect_only_judged_without_documents();
        walk.withdraw_all();
        walk.read_missing();
        REQUIRE(difference(said_in(Store(path)), untouched) == "");
        walk.read_all_anew();
        REQUIRE(difference(said_in(Store(path)), untouched) == "");
    }
}
