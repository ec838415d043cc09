// Merging, splitting, telling namesakes apart, forgetting and reading again in any order: once all is undone, the database says what it said.
//
// Ten thousand random steps through StoreWriter, in transactions of which some are rolled back. From time to time
// everything is undone (all judgements withdrawn, all documents read again), and what the database then holds must be
// what an untouched one holds, but for the numbers that rows have.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

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
    const Statistics counts = store.statistics();
    lines.push_back(std::to_string(counts.documents) + " documents, " + std::to_string(counts.entities) +
                    " entities, " + std::to_string(counts.sentences) + " sentences, " +
                    std::to_string(counts.lineages) + " lineages, " + std::to_string(counts.judgements) +
                    " judgements, " + std::to_string(counts.evidence) + " evidence");
    std::ranges::sort(lines);
    return lines;
}

using Pair = std::pair<EntityId, EntityId>;

class Walk {
public:
    explicit Walk(std::string path) : path_(std::move(path)) {
        StoreWriter writer(path_);
        for (std::size_t i = 0; i < documents; ++i) read_document(writer, i);
        writer.commit();
    }

    // Some steps in one transaction; how many it took.
    int go_on(std::mt19937& dice) {
        const std::vector<EntityId> entities = present();
        Judged judged = judged_;
        std::vector<Document> known = Store(path_).documents();
        StoreWriter writer(path_);
        const int count = 1 + static_cast<int>(dice() % 40);
        if (dice() % 2 == 0 && entities.size() > 1) {
            for (int i = 0; i < count; ++i) judge_or_withdraw(writer, entities, judged, dice);
        } else {
            for (int i = 0; i < count; ++i) forget_or_read(writer, known, dice);
            look_up_partings(writer, judged);
        }
        if (dice() % 5 == 0) return count;  // rolled back
        writer.commit();
        judged_ = judged;
        return count;
    }

    void undo_all() {
        StoreWriter writer(path_);
        while (!judged_.partings.empty()) withdraw_parting(writer, judged_, judged_.partings.begin()->first);
        for (const auto& [one, other] : judged_.same) writer.withdraw(one, other, "test");
        judged_.same.clear();
        // An entity that only a judgement held goes with the next document that touches it: so each is read anew.
        for (const Document& document : Store(path_).documents()) writer.forget(document.id);
        for (std::size_t i = 0; i < documents; ++i) read_document(writer, i);
        writer.commit();
    }

private:
    std::vector<EntityId> present() const {
        std::vector<EntityId> found;
        const Store store(path_);
        for (std::size_t i = 0; i < actors; ++i) {
            for (const Entity& each : store.entities_named(actor(i).name)) {
                const std::vector<EntityId> members = store.members(each.id);
                found.insert(found.end(), members.begin(), members.end());
            }
        }
        std::ranges::sort(found);
        found.erase(std::ranges::unique(found).begin(), found.end());
        return found;
    }

    struct Judged {
        std::set<Pair> same;
        std::map<EntityId, EntityId> partings;  // from whom each was split off
    };

    template <typename Container>
    static auto some_of(Container& all, std::mt19937& dice) {
        return std::next(all.begin(), static_cast<std::ptrdiff_t>(dice() % all.size()));
    }

    // As the database has them: a parting goes with the last of its documents.
    static void look_up_partings(const StoreWriter& writer, Judged& judged) {
        judged.partings.clear();
        for (const Judgement& each : writer.store().judgements()) {
            if (each.verdict == "different") judged.partings.emplace(each.other.id, each.entity.id);
        }
    }

    // What was split off the part is split off the whole then, as far as documents are left that name it.
    static void withdraw_parting(StoreWriter& writer, Judged& judged, EntityId part) {
        REQUIRE(writer.withdraw(part, judged.partings.at(part), "test"));
        look_up_partings(writer, judged);
    }

    static void judge_or_withdraw(StoreWriter& writer, const std::vector<EntityId>& entities, Judged& judged,
                                  std::mt19937& dice) {
        if (dice() % 4 == 0 && !judged.same.empty()) {
            const auto some = some_of(judged.same, dice);
            writer.withdraw(some->second, some->first, "test");
            judged.same.erase(some);
            return;
        }
        if (dice() % 6 == 0 && !judged.partings.empty())
            return withdraw_parting(writer, judged, some_of(judged.partings, dice)->first);
        const Store store = writer.store();
        const EntityId one = entities[dice() % entities.size()];
        const EntityId other = entities[dice() % entities.size()];
        std::vector<DocumentId> naming = store.documents_naming(one);
        if (dice() % 3 == 0 && naming.size() > 1 && judged.partings.size() < 10) {
            std::ranges::shuffle(naming, dice);
            naming.resize(1 + dice() % (naming.size() - 1));
            const EntityId part = writer.split_off(one, naming, "Part " + std::to_string(dice() % 10'000), "test");
            judged.partings.emplace(part, one);
            return;
        }
        const auto are_parted = [&](EntityId part, EntityId whole) {
            const auto found = judged.partings.find(part);
            return found != judged.partings.end() && found->second == whole;
        };
        if (one == other || naming.empty() || store.documents_naming(other).empty() || are_parted(one, other) ||
            are_parted(other, one))
            return;
        writer.judge(one, other, "same", "test");
        judged.same.insert(std::minmax(one, other));
    }

    static void forget_or_read(StoreWriter& writer, std::vector<Document>& known, std::mt19937& dice) {
        if (dice() % 2 == 0 && !known.empty()) {
            const auto some = known.begin() + static_cast<std::ptrdiff_t>(dice() % known.size());
            writer.forget(some->id);
            known.erase(some);
            return;
        }
        read_document(writer, dice() % documents);
    }

    std::string path_;
    Judged judged_;
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
        walk.undo_all();
        REQUIRE(said_in(Store(path)) == untouched);
    }
}
