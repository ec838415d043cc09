#include "query/export/training.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "graph/code_points.hpp"
#include "graph/store/store_database.hpp"
#include "query/export/json.hpp"

namespace kith {
namespace {

struct Mention {
    std::size_t begin, end;
    EntityId entity;
    bool is_name;  // not "he" or "the group"
};

// One article: its text, and who is named where.
class TrainingArticle {
public:
    TrainingArticle(const Store& store, DocumentId id, std::string text)
        : store_(store), id_(id), text_(std::move(text)), points_(text_) {
        Statement sentences =
            database_of(store).prepare("SELECT begin, \"end\" FROM sentence WHERE document = ?1 ORDER BY number");
        for (sentences.bind(1, id); sentences.step();)
            sentences_.push_back({place(sentences.integer(0)), place(sentences.integer(1))});
        Statement mentions = database_of(store).prepare(
            "SELECT m.begin, m.\"end\", coalesce(x.canonical, m.entity) FROM mention m LEFT JOIN merged_entity x ON "
            "x.entity = m.entity WHERE m.document = ?1 ORDER BY m.begin");
        std::map<EntityId, std::set<std::string>> names;
        for (mentions.bind(1, id); mentions.step();) {
            Mention mention{place(mentions.integer(0)), place(mentions.integer(1)), mentions.integer(2), false};
            const auto [known, is_new] = names.try_emplace(mention.entity);
            if (is_new) {
                for (Alias& each : store.aliases(mention.entity)) known->second.insert(std::move(each.name));
            }
            mention.is_name = known->second.contains(words(mention));
            mentions_.push_back(mention);
        }
    }

    Json head() const {
        const Document document = store_.document(id_);
        Json json{{"id", document.location},
                  {"date", text_or_null(document.published)},
                  {"title", text_or_null(document.title)},
                  {"text", text_},
                  {"sentences", Json::array()},
                  {"names", Json::array()}};
        for (const TextSpan& each : sentences_) json["sentences"].push_back({each.begin, each.end});
        for (const Mention& each : mentions_) {
            if (!each.is_name) continue;
            const Entity entity = store_.entity(each.entity);
            json["names"].push_back({each.begin, each.end, to_string(entity.kind), entity.name});
        }
        return json;
    }

    Json claim(const Claim& said, std::size_t begin) const {
        const auto behind = std::ranges::find_if(sentences_, [&](const TextSpan& each) { return each.begin > begin; });
        const std::size_t sentence = behind == sentences_.begin() ? 0 : std::size_t(behind - sentences_.begin()) - 1;
        Json json = Json::array({sentence});
        add_party(said.subject, sentence, json);
        json.push_back(store_.ontology().at(said.relation).name);
        add_party(said.object, sentence, json);
        json.push_back(to_string(said.status));
        if (said.speaker) {
            add_party(*said.speaker, sentence, json);
        } else {
            json.push_back(text_or_null(said.unnamed_speaker));
            json.push_back(text_or_null(said.unnamed_speaker));
        }
        if (!said.item.empty()) json.push_back({{"item", said.item}});
        if (!said.role.empty()) json.push_back({{"role", said.role}});
        return json;
    }

private:
    static std::size_t place(std::int64_t number) { return static_cast<std::size_t>(number); }

    std::string words(const Mention& mention) const {
        const std::size_t begin = points_.byte_of(mention.begin), end = points_.byte_of(mention.end);
        return text_.substr(begin, end - begin);
    }

    // Name, and the words of the sentence that stand for it: a name rather than a reference.
    void add_party(EntityId id, std::size_t sentence, Json& json) const {
        const Mention* found = nullptr;
        for (const Mention& each : mentions_) {
            const bool is_there = sentence < sentences_.size() && each.begin >= sentences_[sentence].begin &&
                                  each.end <= sentences_[sentence].end;
            if (each.entity != id || !is_there) continue;
            if (found == nullptr || (!found->is_name && each.is_name)) found = &each;
        }
        json.push_back(store_.entity(id).name);
        json.push_back(found == nullptr ? Json() : Json(words(*found)));
    }

    const Store& store_;
    DocumentId id_;
    std::string text_;
    CodePoints points_;
    std::vector<TextSpan> sentences_;
    std::vector<Mention> mentions_;
};

}  // namespace

void write_training(const Store& store, const EachClaim& each_claim, std::ostream& out) {
    std::set<ClaimId> judged, asked;
    std::map<ClaimId, Status> rejected;  // with the status that was said
    std::set<DocumentId> documents;
    Statement places = database_of(store).prepare(
        "SELECT e.document FROM evidence e JOIN document d ON d.id = e.document WHERE e.claim = ?1 AND d.text IS NOT "
        "NULL");
    for (const ClaimJudgement& each : store.claim_judgements()) {
        if (!each.claim) continue;
        if (store.claim(*each.claim).status == Status::rejected) {
            rejected.insert_or_assign(*each.claim, each.said.status);
        } else {
            judged.insert(*each.claim);
        }
        for (places.bind(1, *each.claim); places.step();) documents.insert(places.integer(0));
    }
    if (documents.empty()) return;
    each_claim([&](const Claim& claim) { asked.insert(claim.id); });
    Statement text = database_of(store).prepare("SELECT text FROM document WHERE id = ?1");
    Statement evidence =
        database_of(store).prepare("SELECT claim, begin FROM evidence WHERE document = ?1 ORDER BY begin, claim");
    for (const DocumentId id : documents) {
        text.bind(1, id).step();
        const TrainingArticle article(store, id, std::string(text.text(0)));
        text.reset();
        Json json = article.head();
        for (const char* list : {"claims", "judged", "rejected"}) json[list] = Json::array();
        for (evidence.bind(1, id); evidence.step();) {
            Claim claim = store.claim(evidence.integer(0));
            const auto begin = static_cast<std::size_t>(evidence.integer(1));
            if (const auto as_said = rejected.find(claim.id); as_said != rejected.end()) {
                claim.status = as_said->second;
                json["rejected"].push_back(article.claim(claim, begin));
            } else if (asked.contains(claim.id)) {
                if (judged.contains(claim.id)) json["judged"].push_back(json["claims"].size());
                json["claims"].push_back(article.claim(claim, begin));
            }
        }
        out << compact(json) << '\n';
    }
}

}  // namespace kith
