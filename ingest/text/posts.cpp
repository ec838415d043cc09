#include "ingest/text/posts.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "ingest/text/phrases.hpp"
#include "ingest/text/titles.hpp"

namespace kith::text {
namespace {

// "The leader" may be a president; a spokesman he is not.
bool same_post(const std::string& a, const std::string& b) {
    static const std::unordered_set<std::string_view> heads = {
        "leader",  "president", "ruler", "dictator", "strongman", "premier", "minister", "chancellor", "king",
        "monarch", "queen",     "emir",  "sultan",   "chief",     "head",    "boss",     "commander"};
    static const std::unordered_set<std::string_view> general = {"leader", "ruler", "dictator", "strongman",
                                                                 "chief",  "head",  "boss"};
    return a == b || (general.contains(a) && heads.contains(b)) || (general.contains(b) && heads.contains(a));
}

std::string owner_name(const Actor& actor) {
    switch (actor.kind) {
        case EntityKind::government_body:
        case EntityKind::military_unit:
        case EntityKind::place:
            return actor.state.empty() ? actor.name : actor.state;
        default:
            return actor.name;
    }
}

const Title* post_ending_at(const Document& document, Range range) {
    const Title* title = Titles::builtin().ending_at(document, range);
    return title && !title->relation.empty() ? title : nullptr;
}

}  // namespace

Posts::Posts(const Document& document) : document_(document) {
    for (std::size_t p = 0; p < document.phrases.size(); ++p) {
        const Phrase& phrase = document.phrases[p];
        if (phrase.kind != PhraseKind::noun || phrase.mention == none) continue;
        if (document.actors[document.mentions[phrase.mention].actor].kind != EntityKind::person) continue;
        learn_title(phrase);
        learn_apposition(p);
    }
}

void Posts::learn_title(const Phrase& phrase) {
    const Mention& name = document_.mentions[phrase.mention];
    const Range before{phrase.tokens.begin, name.tokens.begin};
    if (!phrase.tokens.contains(name.tokens) || !post_ending_at(document_, before)) return;
    learn(name.actor, document_.tokens[name.tokens.begin - 1].lemma, before);
}

void Posts::learn_apposition(std::size_t p) {
    if (p + 2 >= document_.phrases.size() || document_.phrases[p + 1].kind != PhraseKind::comma) return;
    const Phrase& post = document_.phrases[p + 2];
    if (post.kind != PhraseKind::noun) return;
    if (!post_ending_at(document_, {post.tokens.begin, post.head + 1})) return;
    const bool owned = p + 4 < document_.phrases.size() && is_word(document_, document_.phrases[p + 3], "of");
    const std::size_t end = owned ? document_.phrases[p + 4].tokens.end : post.head;
    learn(document_.mentions[document_.phrases[p].mention].actor, document_.tokens[post.head].lemma,
          {post.tokens.begin, end});
}

void Posts::learn(std::size_t person, const std::string& post, Range owners) {
    posts_[person].push_back(post);
    auto owner = std::lower_bound(document_.mentions.begin(), document_.mentions.end(), owners.begin,
                                  [](const Mention& mention, std::size_t at) { return mention.tokens.begin < at; });
    for (; owner != document_.mentions.end() && owner->tokens.begin < owners.end; ++owner) {
        owners_[person].push_back(owner_name(document_.actors[owner->actor]));
    }
}

bool Posts::has(std::size_t actor, const std::string& post) const {
    const auto found = posts_.find(actor);
    return found != posts_.end() && std::any_of(found->second.begin(), found->second.end(),
                                                [&](const std::string& other) { return same_post(post, other); });
}

bool Posts::may_have(std::size_t actor, const std::string& post) const {
    return !posts_.contains(actor) || has(actor, post);
}

bool Posts::of_state(std::size_t actor, const std::string& state, bool unknown) const {
    if (state.empty()) return true;
    const auto found = owners_.find(actor);
    if (found == owners_.end()) return unknown;
    return std::find(found->second.begin(), found->second.end(), state) != found->second.end();
}

}  // namespace kith::text
