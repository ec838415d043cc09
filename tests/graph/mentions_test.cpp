// What texts say of entities beside the claims.
#include "graph/store/mentions.hpp"

#include <doctest/doctest.h>

#include "graph/partial_date.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

const EntityReference ada{"Ada Berg", EntityKind::person, "Ada", {}}, bo{"Bo Lind", EntityKind::person, "Bo", {}},
    union_of_ships{"Union of Ships", EntityKind::company, "the union", {}};

// A text of sentences that end with a full stop, with the mentions that it is told to look for.
DocumentRecord document(const std::string& location, const std::string& text,
                        const std::vector<std::pair<std::string, EntityReference>>& mentions) {
    DocumentRecord record{.location = location, .text = text};
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
        end = std::min(text.find('.', begin) + 1, text.size());
        record.sentences.push_back({begin, end});
    }
    for (const auto& [words, entity] : mentions) {
        for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
            record.mentions.push_back({{at, at + words.size()}, entity});
        }
    }
    return record;
}

struct Written {
    Written() {
        StoreWriter writer(path);
        writer.begin(document("a.txt", "Zoë said nothing. Ada met Bo at noon. Bo left.", {{"Ada", ada}, {"Bo", bo}}));
        writer.begin(document("b.txt", "Ada leads the union. Bo said so.",
                              {{"Ada", ada}, {"the union", union_of_ships}, {"Bo", bo}}));
        ClaimRecord claim;
        claim.subject = ada;
        claim.relation = "leads";
        claim.object = union_of_ships;
        claim.sentence = {0, 20};
        writer.add(claim);
        writer.commit();
    }

    EntityId operator[](const char* name) const { return Store(path).find_entity(name).id; }

    test::TemporaryDirectory directory{};
    std::string path = directory.file("kith.db");
};

std::vector<std::string> texts(const MentionsFound& found) {
    std::vector<std::string> texts;
    for (const SentenceFound& each : found.sentences) texts.push_back(each.text);
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("documents and sentences that name two entities are found although no claim ties the two") {
    const Written written;
    const Store store(written.path);
    const MentionsFound found = find_joint_mentions(store, written["Ada"], written["Bo Lind"], 5);
    CHECK(found.documents == 2);
    CHECK(texts(found) == Texts{"Ada met Bo at noon."});
    CHECK(found.sentences.front().document == 1);
    CHECK(found.sentences.front().span == TextSpan{18, 37});  // code points
}

TEST_CASE("a sentence that a claim between the two was drawn from is not among them") {
    const Written written;
    const MentionsFound found = find_joint_mentions(Store(written.path), written["Ada"], written["Union of Ships"], 5);
    CHECK(found.documents == 1);
    CHECK(found.sentences.empty());
}

TEST_CASE("what names a merged entity names the one it is merged into") {
    const Written written;
    const EntityId leader = written["Ada"], guest = written["Bo Lind"], company = written["Union of Ships"];
    {
        StoreWriter writer(written.path);
        writer.judge(leader, guest, "same", "user");
        writer.commit();
    }
    const Store store(written.path);
    CHECK(texts(find_joint_mentions(store, guest, company, 5)).empty());
    CHECK(find_mentions(store, guest, 10).count == 5);
}

TEST_CASE("mentions are counted, and come with their sentences and the words") {
    const Written written;
    const Store store(written.path);
    const MentionsFound found = find_mentions(store, written["Bo Lind"], 2);
    CHECK(found.count == 3);
    CHECK(found.documents == 2);
    CHECK(texts(found) == Texts{"Ada met Bo at noon.", "Bo left."});
    CHECK(found.sentences[0].mark == TextSpan{26, 28});
}

TEST_CASE("sentences are searched by words, and filtered by who printed them and when") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        DocumentRecord old = document("a.txt", "Zoë shipped drones. Nobody asked.", {}),
                       recent = document("b.txt", "Drones came by sea. The sea was calm.", {});
        old.publisher = "Wire";
        old.published = "2022";
        recent.publisher = "Post";
        recent.published = "2023-11-21";
        writer.begin(old);
        writer.begin(recent);
        writer.commit();
    }
    const Store store(path);
    const auto search = [&](const char* expression, const SentenceFilter& filter = {}) {
        return texts(find_sentences(store, expression, filter, 10));
    };
    CHECK(search("\"drones\"").size() == 2);
    CHECK(search("\"zoe\" AND \"drones\"") == Texts{"Zoë shipped drones."});
    CHECK(search("\"ship\"*") == Texts{"Zoë shipped drones."});
    CHECK(search("\"drones\"", {.publishers = {"Post"}}) == Texts{"Drones came by sea."});
    CHECK(search("\"drones\"", {.until = PartialDate{2022, 6, 1}.last_day()}) == Texts{"Zoë shipped drones."});
    CHECK(search("\"drones\"", {.since = PartialDate{2023, 1, 1}.first_day()}) == Texts{"Drones came by sea."});
    CHECK(find_sentences(store, "\"sea\"", {}, 1).count == 2);
}
