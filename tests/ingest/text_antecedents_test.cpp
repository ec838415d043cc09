#include "ingest/text/antecedents.hpp"

#include <doctest/doctest.h>

#include "ingest/marked_text.hpp"
#include "ingest/text/actors.hpp"

namespace kith::text {
namespace {

// Whom the last mention, a reference, stands for; `shares` of the names in their order.
std::string referent(const std::string& picture, double nobody, const std::vector<double>& shares) {
    Document document = marked(picture);
    Actors().apply(document);
    Reference reference{MentionIndex(document.mentions.size() - 1), nobody, {}};
    for (std::size_t m = 0; m < shares.size(); ++m) reference.names.push_back({MentionIndex(m), shares[m]});
    document.references.push_back(reference);
    Antecedents().apply(document);
    const ActorIndex actor = document.mentions.back().actor;
    return actor == none ? "nobody" : document.actors[actor].name;
}

TEST_CASE("all names of an actor count together") {
    CHECK(referent("[Iran|state] and [Oman|state] and [Iranian|nationality] men. [It|] left.", 0.2,
                   {0.28, 0.22, 0.28}) == "Iran");
}

TEST_CASE("a reference that is as likely somebody else's has no actor") {
    CHECK(referent("[Iran|state] and [Oman|state]. [It|] left.", 0.1, {0.45, 0.4}) == "nobody");
    CHECK(referent("[Iran|state] and [Oman|state]. [It|] left.", 0.1, {0.55, 0.3}) == "Iran");
}

TEST_CASE("a reference that most likely stands for nobody has no actor") {
    CHECK(referent("[Iran|state] and [Oman|state]. [It|] left.", 0.6, {0.3, 0.1}) == "nobody");
}

}  // namespace
}  // namespace kith::text
