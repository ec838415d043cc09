#include "ingest/evaluation/gold.hpp"

#include <filesystem>
#include <unordered_map>
#include <utility>

#include "graph/relation.hpp"
#include "graph/written_date.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/input.hpp"
#include "ingest/evaluation/article_key.hpp"
#include "ingest/evaluation/claim_fields.hpp"
#include "ingest/evaluation/json_field.hpp"

namespace kith::evaluation {
namespace {

constexpr std::size_t max_article_bytes = std::size_t{16} << 20;

std::vector<ComparedRelation> relations_in(const JsonField& field, const Ontology& ontology) {
    std::vector<ComparedRelation> relations;
    for (const JsonField& name : field.texts()) {
        if (!ontology.find(name.text())) {
            name.fail("a relation that kith has", "`kith relations` lists them.");
        }
        relations.emplace_back(name.text(), ontology);
    }
    return relations;
}

ComparedClaim claim_of(const JsonField& field, const Ontology& ontology) {
    ComparedClaim claim;
    claim.subject = names_in(field.at("subject"));
    claim.relations = relations_in(field.at("relation"), ontology);
    claim.object = names_in(field.at("object"));
    claim.statuses = {Status::actual};
    if (const auto status = field.find("status")) claim.statuses = statuses_in(*status);
    if (const auto speaker = field.find("speaker")) claim.speakers = names_in(*speaker);
    if (const auto evidence = field.find("evidence")) claim.evidence = evidence->text();
    return claim;
}

std::string text_of(const JsonField& article) {
    if (const auto text = article.find("text")) return text->text();
    const auto file = article.find("file");
    if (!file) {
        throw Error(article.position(), "there is neither \"text\" nor \"file\"",
                    "An article for evaluation needs its text, or the path of a file that holds it.");
    }
    const auto folder = std::filesystem::path(article.position().file).parent_path();
    const std::string path = (folder / file->text()).string();
    return to_utf8(Input(path).read_all(max_article_bytes), path);
}

std::string date_of(const JsonField& article, std::vector<std::string>& notes) {
    const auto field = article.find("date");
    if (!field) return {};
    const std::string text = field->text();
    const auto date = read_date(text);
    if (date) return date->to_string();
    notes.push_back(to_string(article.position()) + ": \"" + text + "\" is not a date: the article is read as undated");
    return {};
}

GoldArticle article_of(const JsonField& field, const Ontology& ontology, std::vector<std::string>& notes) {
    GoldArticle gold;
    gold.article.location = field.at("id").text();
    gold.key = article_key(gold.article.location);
    if (const auto title = field.find("title")) gold.article.title = title->text();
    if (const auto publisher = field.find("publisher")) gold.article.publisher = publisher->text();
    gold.article.published = date_of(field, notes);
    gold.article.text = text_of(field);
    for (const JsonField& claim : field.at("claims").items()) gold.claims.push_back(claim_of(claim, ontology));
    return gold;
}

}  // namespace

std::vector<GoldArticle> read_gold(const std::vector<std::string>& paths, const Ontology& ontology,
                                   std::vector<std::string>& notes) {
    std::vector<GoldArticle> articles;
    std::unordered_map<std::string, std::string> places;  // of keys
    for (const std::string& path : paths) {
        for_each_object(path, [&](const JsonField& line) {
            GoldArticle article = article_of(line, ontology, notes);
            const auto [first, is_new] = places.try_emplace(article.key, to_string(line.position()));
            if (!is_new) {
                throw Error(line.position(), "the article \"" + article.key + "\" is there already: " + first->second,
                            "Articles are told apart by their ids, without folders and endings: give each its own.");
            }
            articles.push_back(std::move(article));
        });
    }
    return articles;
}

}  // namespace kith::evaluation
