#include "query/ask/typed_questions.hpp"

#include <tuple>

#include "graph/store/database.hpp"
#include "query/filter_words.hpp"

namespace kith {

namespace {

using enum ArgumentType;

template <typename Value>
std::vector<std::string> words_of(std::span<const Value> values) {
    std::vector<std::string> words;
    for (const Value value : values) words.emplace_back(to_string(value));
    return words;
}

constexpr std::int64_t most_claims_of_all = 200'000;

const Parameter from_parameter{"from", text, "the entity to start from, by any name it goes by", true};
const Parameter to_parameter{"to", text, "the entity to reach", true};
const Parameter directed_parameter{
    .name = "directed", .type = flag, .meaning = "follow ties from subject to object only", .usual = "false"};

}  // namespace

std::vector<Parameter> filter_parameters() {
    return {
        {"relation", texts, "only these relations or groups of relations, such as supplies or conflict"},
        {"not_relation", texts, "none of these relations or groups"},
        {"status", texts, "only claims of these statuses", false, words_of(all_statuses())},
        {"speaker", texts, "only what these entities say"},
        {"publisher", texts, "only what these publishers printed"},
        {.name = "min_sources",
         .type = integer,
         .meaning = "only ties with this many independent sources",
         .most = 1e6},
        {.name = "min_confidence", .type = number, .meaning = "only claims at least this sure", .most = 1.0},
        {"since", text, "only what holds (or, undated, was published) on or after: 2023, 2023-11 or 2023-11-21"},
        {"until", text, "only what holds (or, undated, was published) on or before"},
    };
}

std::vector<Parameter> search_filter_parameters() {
    return filter_parameters() +
           std::vector<Parameter>{
               {"avoid", texts, "not by way of these entities"},
               {"kinds", texts, "only by way of entities of these kinds", false, words_of(all_entity_kinds())},
           };
}

std::vector<Parameter> path_parameters() {
    return std::vector<Parameter>{
               from_parameter,
               to_parameter,
               {.name = "count",
                .type = integer,
                .meaning = "how many paths, each by way of other entities",
                .least = 1,
                .most = 100,
                .usual = "1"},
               {.name = "max_hops",
                .type = integer,
                .meaning = "the longest path to look for",
                .least = 1,
                .most = 100,
                .usual = "6"},
               directed_parameter,
               {.name = "order",
                .type = text,
                .meaning = "the shortest path first, or the strongest however long",
                .choices = {"fewest_hops", "surest"},
                .usual = "\"fewest_hops\""},
           } +
           search_filter_parameters();
}

std::vector<Parameter> neighbourhood_parameters() {
    return std::vector<Parameter>{
               {"entities", texts, "the entities to start from", true},
               {.name = "depth",
                .type = integer,
                .meaning = "how many hops away",
                .least = 1,
                .most = 20,
                .usual = "1"},
               {.name = "most_neighbours",
                .type = integer,
                .meaning = "how many neighbours of one entity to follow, the most strongly tied first",
                .least = 1,
                .most = 1e6,
                .usual = "50"},
               directed_parameter,
           } +
           search_filter_parameters();
}

std::vector<Parameter> claims_parameters() {
    return std::vector<Parameter>{
               {"about", text, "claims of this entity"},
               {"between", texts, "claims that tie these two entities, in either direction"},
               {.name = "most",
                .type = integer,
                .meaning = "how many ties to give, strongest first",
                .least = 1,
                .most = 1e6,
                .usual = "50"},
           } +
           filter_parameters();
}

std::vector<Parameter> fragility_parameters() {
    return std::vector<Parameter>{
               from_parameter,
               to_parameter,
               {.name = "by",
                .type = text,
                .meaning = "what a source is",
                .choices = {"document", "publisher"},
                .usual = "\"document\""},
               {.name = "max_hops",
                .type = integer,
                .meaning = "the longest path to look at",
                .least = 1,
                .most = 20,
                .usual = "4"},
               directed_parameter,
           } +
           search_filter_parameters();
}

ClaimFilter claim_filter(const Store& store, const Arguments& arguments, Notes& notes) {
    FilterWords words;
    words.relations = arguments.texts("relation");
    words.excluded_relations = arguments.texts("not_relation");
    words.statuses = arguments.texts("status");
    words.kinds = arguments.texts("kinds");
    words.speakers = arguments.texts("speaker");
    words.publishers = arguments.texts("publisher");
    words.avoided = arguments.texts("avoid");
    words.since = arguments.text("since");
    words.until = arguments.text("until");
    words.min_confidence = arguments.number("min_confidence", 0.0);
    words.min_sources = static_cast<int>(arguments.integer("min_sources", 0));
    return words.resolve(store, notes);
}

PathQuestion path_question(const Store& store, const Arguments& arguments, Notes& notes) {
    const auto [from, to] = find_two(store, arguments.text("from"), arguments.text("to"), notes);
    return path_question(store, from, to, arguments, notes);
}

PathQuestion path_question(const Store& store, EntityId from, EntityId to, const Arguments& arguments, Notes& notes) {
    PathQuestion question{.from = from, .to = to};
    question.filter = claim_filter(store, arguments, notes);
    question.count = static_cast<int>(arguments.integer("count", 1));
    question.max_hops = static_cast<int>(arguments.integer("max_hops", 6));
    question.directed = arguments.flag("directed");
    question.order = arguments.text("order") == "surest" ? PathOrder::surest : PathOrder::fewest_hops;
    return question;
}

NeighbourhoodQuestion neighbourhood_question(const Store& store, const Arguments& arguments, Notes& notes) {
    NeighbourhoodQuestion question;
    for (const std::string& name : arguments.texts("entities")) {
        question.from.push_back(find_entity(store, name, notes));
    }
    question.filter = claim_filter(store, arguments, notes);
    question.depth = static_cast<int>(arguments.integer("depth", 1));
    question.directed = arguments.flag("directed");
    question.most_neighbours = static_cast<std::size_t>(arguments.integer("most_neighbours", 50));
    return question;
}

FragilityQuestion fragility_question(const Store& store, const Arguments& arguments, Notes& notes) {
    FragilityQuestion question;
    std::tie(question.from, question.to) = find_two(store, arguments.text("from"), arguments.text("to"), notes);
    question.filter = claim_filter(store, arguments, notes);
    question.by =
        arguments.text("by") == "publisher" ? FragilityQuestion::By::publisher : FragilityQuestion::By::document;
    question.max_hops = static_cast<int>(arguments.integer("max_hops", 4));
    question.directed = arguments.flag("directed");
    return question;
}

ClaimsQuestion claims_question(const Store& store, const Arguments& arguments, Notes& notes) {
    ClaimsQuestion question;
    const std::vector<std::string> between = arguments.texts("between");
    if (!between.empty() && arguments.has("about")) {
        throw UnknownWord("about and between are different questions", "Leave one of them out.");
    }
    if (!between.empty() && between.size() != 2) throw UnknownWord("between: it takes two entities", "Name both.");
    if (arguments.has("about")) question.entities.push_back(find_entity(store, arguments.text("about"), notes));
    for (const std::string& name : between) question.entities.push_back(find_entity(store, name, notes));
    question.filter = claim_filter(store, arguments, notes);
    question.most = static_cast<std::size_t>(arguments.integer("most", 50));
    return question;
}

std::vector<Claim> find_claims(const Store& store, const ClaimsQuestion& question) {
    if (question.entities.empty()) {
        if (store.database().integer("SELECT max(id) FROM claim") > most_claims_of_all) {
            throw Error("the database holds too many claims to look at all of them",
                        "Ask about an entity, or between two.");
        }
        return store.claims(question.filter);
    }
    if (question.entities.size() == 1) return store.claims_about(question.entities[0], question.filter);
    return store.claims_between(question.entities[0], question.entities[1], question.filter);
}

}  // namespace kith
