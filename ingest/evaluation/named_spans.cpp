#include "ingest/evaluation/named_spans.hpp"

#include <optional>
#include <utility>

#include "graph/code_points.hpp"
#include "ingest/evaluation/article_key.hpp"
#include "ingest/evaluation/json_field.hpp"

namespace kith::evaluation {
namespace {

// Kinds of the annotation that are none of entities.
constexpr std::string_view nationality = "nationality";
constexpr std::string_view other = "other";

NamedSpan span_in(const JsonField& field) {
    const std::vector<JsonField> parts = field.items();
    if (parts.size() < 3) field.fail("[begin, end, kind]");
    NamedSpan name{{parts[0].count(), parts[1].count()}, parts[2].text()};
    if (name.span.empty()) field.fail("an end behind the begin");
    if (!parse_entity_kind(name.kind) && name.kind != nationality && name.kind != other) {
        parts[2].fail("a kind of entities, nationality or other", "docs/json.md lists the kinds.");
    }
    return name;
}

}  // namespace

NamesByArticle read_names(const std::string& path) {
    NamesByArticle names;
    for_each_object(path, [&](const JsonField& line) {
        const std::string id = line.at("id").text();
        const auto [article, is_new] = names.try_emplace(article_key(id));
        if (!is_new) throw Error(line.position(), "the names of \"" + id + "\" are there already");
        for (const JsonField& name : line.at("names").items()) article->second.push_back(span_in(name));
    });
    return names;
}

std::vector<NamedSpan> spans_of(const text::Document& document) {
    const CodePoints points(document.article.text);
    std::vector<NamedSpan> names;
    for (const text::Mention& mention : document.mentions) {
        const bool is_adjective = mention.form == text::MentionForm::adjective;
        if (!is_adjective && mention.form != text::MentionForm::name) continue;
        if (mention.actor == text::none) continue;
        std::string kind = mention.kind;
        if (kind.empty()) kind = is_adjective ? nationality : to_string(document.actors[mention.actor].kind);
        names.push_back({points.of_bytes(document.span(mention.tokens)), std::move(kind)});
    }
    return names;
}

std::string_view coarse_kind(std::string_view kind) {
    if (kind == nationality) return nationality;
    const std::optional<EntityKind> entity = parse_entity_kind(kind);
    if (!entity) return "thing";
    switch (*entity) {
        case EntityKind::person:
            return "person";
        case EntityKind::state:
        case EntityKind::place:
            return "place";
        case EntityKind::population_group:
            return nationality;
        case EntityKind::government_body:
        case EntityKind::military_unit:
        case EntityKind::armed_group:
        case EntityKind::party:
        case EntityKind::international_body:
        case EntityKind::company:
        case EntityKind::ngo:
        case EntityKind::media:
        case EntityKind::organisation:
            return "organisation";
        case EntityKind::weapon:
        case EntityKind::vehicle:
        case EntityKind::event:
        case EntityKind::agreement:
        case EntityKind::product:
            return "thing";
    }
    return "thing";
}

}  // namespace kith::evaluation
