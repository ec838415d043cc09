#include "query/ask/questions.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/code_points.hpp"
#include "graph/store/stop_scope.hpp"
#include "query/filter_words.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"

namespace kith {

namespace {

using enum ArgumentType;

constexpr std::int64_t most_code_points = 50'000;  // of a document's text in one answer

const Parameter entity_parameter{"entity", text, "the entity, by any name it goes by", true};

template <typename Values>
std::size_t shorten(Values& values, std::size_t most) {
    const std::size_t left_out = values.size() > most ? values.size() - most : 0;
    values.resize(values.size() - left_out);
    return left_out;
}

Json answer_find(const Store& store, const Arguments& arguments, Notes&) {
    const std::string name = arguments.text("name");
    const std::vector<Entity> found = store.entities_named(name);
    Json entities = Json::array();
    for (const Entity& entity : found) {
        Json names = Json::array();
        for (const Alias& alias : store.aliases(entity.id)) {
            if (alias.name != entity.name) names.push_back(alias.name);
        }
        Json one = json_of(entity);
        one["aliases"] = std::move(names);
        entities.push_back(std::move(one));
    }
    return {{"entities", std::move(entities)},
            {"suggestions", found.empty() ? store.similar_names(name) : std::vector<std::string>()}};
}

Json answer_paths(const Store& store, const Arguments& arguments, Notes& notes) {
    const PathQuestion question = path_question(store, arguments, notes);
    return json_of(ResultBuilder(store).paths(question, find_paths(store, question)));
}

Json answer_claims(const Store& store, const Arguments& arguments, Notes& notes) {
    const ClaimsQuestion question = claims_question(store, arguments, notes);
    ResultBuilder builder(store);
    ClaimsAnswer answer;
    for (const EntityId entity : question.entities) answer.about.push_back(builder.entity(entity));
    std::size_t left_out = 0;
    answer.ties = builder.strongest_ties(find_claims(store, question), question.most, left_out);
    Json json = json_of(answer);
    json["left_out"] = left_out;
    return json;
}

Json answer_neighbours(const Store& store, const Arguments& arguments, Notes& notes) {
    const NeighbourhoodQuestion question = neighbourhood_question(store, arguments, notes);
    return json_of(ResultBuilder(store).neighbours(question, find_neighbourhood(store, question)));
}

Json answer_common(const Store& store, const Arguments& arguments, Notes& notes) {
    const auto [first, second] = find_two(store, arguments.text("first"), arguments.text("second"), notes);
    const ClaimFilter filter = claim_filter(store, arguments, notes);
    const auto most = static_cast<std::size_t>(arguments.integer("most", 20));
    return json_of(
        ResultBuilder(store).common(first, second, filter, find_common_neighbours(store, first, second, filter, most)));
}

Json answer_entity(const Store& store, const Arguments& arguments, Notes& notes) {
    const EntityId entity = find_entity(store, arguments.text("entity"), notes);
    Profile profile = ResultBuilder(store).profile(entity, claim_filter(store, arguments, notes));
    const auto most = static_cast<std::size_t>(arguments.integer("most", 20));
    std::size_t left_out = shorten(profile.said, most) + shorten(profile.timeline, most);
    for (TieGroup& group : profile.groups) left_out += shorten(group.ties, most);
    Json json = json_of(profile);
    json["left_out"] = left_out;
    return json;
}

Json answer_timeline(const Store& store, const Arguments& arguments, Notes& notes) {
    const EntityId entity = find_entity(store, arguments.text("entity"), notes);
    TimelineAnswer answer = ResultBuilder(store).timeline(entity, claim_filter(store, arguments, notes));
    const std::size_t left_out = shorten(answer.timeline, static_cast<std::size_t>(arguments.integer("most", 100)));
    Json json = json_of(answer);
    json["left_out"] = left_out;
    return json;
}

Json answer_fragility(const Store& store, const Arguments& arguments, Notes& notes) {
    const FragilityQuestion question = fragility_question(store, arguments, notes);
    return json_of(ResultBuilder(store).fragility(question, find_fragility(store, question)));
}

Json answer_contradictions(const Store& store, const Arguments& arguments, Notes& notes) {
    std::optional<EntityId> about;
    if (arguments.has("about")) about = find_entity(store, arguments.text("about"), notes);
    ContradictionsAnswer answer = ResultBuilder(store).contradictions(about, claim_filter(store, arguments, notes));
    const std::size_t left_out =
        shorten(answer.contradictions, static_cast<std::size_t>(arguments.integer("most", 100)));
    Json json = json_of(answer);
    json["left_out"] = left_out;
    return json;
}

Json answer_evidence(const Store& store, const Arguments& arguments, Notes&) {
    return {{"claim", json_of(ResultBuilder(store).claim(store.claim(arguments.integer("claim", 0))))}};
}

Json answer_document(const Store& store, const Arguments& arguments, Notes&) {
    const DocumentId id = arguments.integer("document", 0);
    const Json document = json_of(store.document(id));
    const std::string whole = store.text(id);
    const CodePoints points(whole);
    const auto length = static_cast<std::int64_t>(points.of_byte(whole.size()));
    const std::int64_t begin = std::min(arguments.integer("begin", 0), length);
    const std::int64_t end =
        std::clamp(arguments.integer("end", length), begin, std::min(begin + most_code_points, length));
    const std::size_t first = points.byte_of(static_cast<std::size_t>(begin));
    const std::size_t last = points.byte_of(static_cast<std::size_t>(end));
    return {{"document", document},
            {"begin", begin},
            {"end", end},
            {"length", length},
            {"text", whole.substr(first, last - first)}};
}

Json answer_relations(const Store& store, const Arguments& arguments, Notes&) {
    Json relations = Json::array();
    const auto add = [&](const Relation& relation) { relations.push_back(json_of(relation)); };
    if (arguments.has("word")) {
        for (const RelationId id : find_relations(store.ontology(), {arguments.text("word")}, "word")) {
            add(store.ontology().at(id));
        }
    } else {
        std::ranges::for_each(store.ontology().all(), add);
    }
    return {{"relations", std::move(relations)}};
}

Json answer_statistics(const Store& store, const Arguments&, Notes&) {
    return json_of(store.statistics());
}

// What every question takes.
const Parameter timeout_parameter{
    .name = "timeout", .type = number, .meaning = "give up after so many seconds", .least = 0.001, .most = 1e6};

std::vector<AskableQuestion> make_questions() {
    const Parameter most{.name = "most",
                         .type = integer,
                         .meaning = "how many of each list to give",
                         .least = 1,
                         .most = 1e6,
                         .usual = "20"};
    Parameter most_entries = most;
    most_entries.meaning = "how many to give";
    most_entries.usual = "100";
    const auto number = [](std::string_view name, std::string_view meaning, bool required = false) {
        return Parameter{.name = name, .type = integer, .meaning = meaning, .required = required, .most = 1e15};
    };
    return {
        {"find_entity",
         "Who goes by a name",
         "Entities that go by a name, most claimed about first, with their other names; or names that look alike.",
         {{"name", text, "the name", true}},
         answer_find},
        {"paths", "How two actors are tied",
         "Chains of claims from one entity to another. Each hop has its ties with relation, direction, status, "
         "speaker, "
         "number of independent sources and the quoted sentences. A path is an argument, not a fact: give the quotes.",
         path_parameters(), answer_paths},
        {"claims", "What is claimed",
         "Claims about an entity, between two, or all, as ties with every claim, speaker and quoted sentence.",
         claims_parameters(), answer_claims},
        {"entity", "Who somebody is", "Kinds, names, ties by relation, what it says, and its timeline.",
         std::vector{entity_parameter, most} + filter_parameters(), answer_entity},
        {"neighbours", "Who is around",
         "The entities around one or several, with the ties that join each to those nearer.",
         neighbourhood_parameters(), answer_neighbours},
        {"common_neighbours", "Who is tied to both",
         "The entities that are tied to both of two, most strongly tied first.",
         std::vector{Parameter{"first", text, "one entity", true}, Parameter{"second", text, "the other", true}, most} +
             search_filter_parameters(),
         answer_common},
        {"timeline", "What happened when", "What sources date about an entity, earliest first.",
         std::vector{entity_parameter, most_entries} + filter_parameters(), answer_timeline},
        {"contradictions", "Who denies what",
         "Ties that some source holds and another denies, of one entity or of all.",
         std::vector{Parameter{"about", text, "only of this entity"}, most_entries} + filter_parameters(),
         answer_contradictions},
        {"fragility", "What a connection rests on",
         "The fewest sources whose loss would cut every path between two entities.", fragility_parameters(),
         answer_fragility},
        {"evidence",
         "Who says a claim, and where",
         "One claim by its number, with every sentence that says it and the documents they stand in.",
         {number("claim", "the claim's id", true)},
         answer_evidence},
        {"document",
         "The text of a document",
         "A document's text, or part of it: positions count Unicode code points, as those of evidence do.",
         {number("document", "the document's id", true), number("begin", "the first code point"),
          number("end", "the code point after the last; at most 50000 are given at once")},
         answer_document},
        {"relations",
         "The relations",
         "Relations that ties can have, with group, inverse and meaning.",
         {{"word", text, "only those of this name, inverse or group"}},
         answer_relations},
        {"statistics",
         "How much there is",
         "How many documents, entities, claims and ties the database holds.",
         {},
         answer_statistics},
    };
}

}  // namespace

std::span<const AskableQuestion> all_questions() {
    static const std::vector<AskableQuestion> questions = [] {
        std::vector<AskableQuestion> all = make_questions();
        for (AskableQuestion& each : all) each.parameters.push_back(timeout_parameter);
        return all;
    }();
    return questions;
}

Json description_of_questions() {
    Json list = Json::array();
    for (const AskableQuestion& each : all_questions()) {
        list.push_back({{"name", each.name},
                        {"title", each.title},
                        {"summary", each.summary},
                        {"arguments", schema_of(each.parameters)}});
    }
    return list;
}

Json ask(const Store& store, std::string_view question, const Arguments& arguments) {
    const auto questions = all_questions();
    const auto found = std::ranges::find(questions, question, &AskableQuestion::name);
    if (found == questions.end()) {
        std::vector<std::string> known;
        for (const AskableQuestion& each : questions) known.emplace_back(each.name);
        throw UnknownWord("there is no question \"" + std::string(question) + "\"",
                          did_you_mean(question, known, "There are " + joined(known, ", ") + "."));
    }
    arguments.check(found->parameters);
    std::optional<StopScope> scope;
    if (arguments.has("timeout")) {
        const StopCheck* check = store.database().stop_check();
        const StopCondition owners = check ? check->condition() : StopCondition();
        scope.emplace(store.database(), owners.within(arguments.number("timeout", 0.0)));
    }
    Notes notes;
    Json answer = found->answer(store, arguments, notes);
    if (!notes.empty()) answer["notes"] = notes;
    return answer;
}

}  // namespace kith
