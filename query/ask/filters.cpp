#include "query/ask/filters.hpp"

#include <optional>

#include "graph/partial_date.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

template <typename Value>
std::vector<std::string> words_of(std::span<const Value> values) {
    std::vector<std::string> words;
    for (const Value value : values) words.emplace_back(to_string(value));
    return words;
}

// Those of sources, and `rejected`: what people rejected is seen where it is asked for.
std::vector<std::string> words_of_statuses() {
    std::vector<std::string> words = words_of(all_statuses());
    words.emplace_back(to_string(Status::rejected));
    return words;
}

std::optional<Status> parse_any_status(std::string_view word) {
    return word == to_string(Status::rejected) ? Status::rejected : parse_status(word);
}

// Of words that were checked against the choices.
template <typename Value>
std::vector<Value> parsed(const std::vector<std::string>& words, std::optional<Value> (*parse)(std::string_view)) {
    std::vector<Value> values;
    for (const std::string& word : words) {
        if (const auto value = parse(word)) values.push_back(*value);
    }
    return values;
}

std::vector<EntityId> entities_of(const Store& store, const Arguments& arguments, std::string_view name, Notes& notes) {
    std::vector<EntityId> ids;
    for (const std::string& each : arguments.texts(name)) ids.push_back(find_entity(store, each, notes));
    return ids;
}

std::vector<RelationId> relations(const Store& store, const Arguments& arguments, std::string_view name) {
    return find_relations(store.ontology(), arguments.texts(name), arguments.label(name));
}

}  // namespace

std::vector<Parameter> filter_parameters(RelationOption option) {
    const bool via = option == RelationOption::via;
    return {
        {.name = "relation",
         .type = ArgumentType::texts,
         .meaning = "only these relations or groups of relations, such as supplies or conflict",
         .option = via ? "--via" : ""},
        {.name = "not_relation",
         .type = ArgumentType::texts,
         .meaning = "none of these relations or groups",
         .option = via ? "--not-via" : ""},
        {.name = "status",
         .type = ArgumentType::texts,
         .meaning = "only claims of these statuses: actual, planned, possible, demanded, denied, former; or rejected, "
                    "by people",
         .choices = words_of_statuses()},
        {"speaker", ArgumentType::entities, "only what these entities say"},
        {.name = "publisher",
         .type = ArgumentType::texts,
         .meaning = "only what these publishers printed",
         .is_name = true},
        {.name = "extractor",
         .type = ArgumentType::texts,
         .meaning = "only claims that these programs found, such as some-model*; kith for its own",
         .is_name = true},
        {.name = "min_sources",
         .type = ArgumentType::integer,
         .meaning = "only ties with this many independent sources",
         .most = 1e6},
        {.name = "min_confidence",
         .type = ArgumentType::number,
         .meaning = "only claims at least this sure, 0 to 1",
         .most = 1.0},
        {.name = "since",
         .meaning = "only what holds (or, undated, was published) on or after: 2023, 2023-11 or 2023-11-21",
         .placeholder = "DATE"},
        {.name = "until",
         .meaning = "only what holds (or, undated, was published) on or before",
         .placeholder = "DATE"},
    };
}

std::vector<Parameter> search_filter_parameters(RelationOption option) {
    return filter_parameters(option) + std::vector<Parameter>{
                                           {"avoid", ArgumentType::entities, "not by way of these entities"},
                                           {"kinds", ArgumentType::texts, "only by way of entities of these kinds",
                                            false, words_of(all_entity_kinds())},
                                       };
}

ClaimFilter claim_filter(const Store& store, const Arguments& arguments, Notes& notes) {
    ClaimFilter filter;
    filter.relations = relations(store, arguments, "relation");
    filter.excluded_relations = relations(store, arguments, "not_relation");
    filter.statuses = parsed(arguments.texts("status"), parse_any_status);
    filter.kinds = parsed(arguments.texts("kinds"), parse_entity_kind);
    filter.publishers = arguments.texts("publisher");
    filter.extractors = arguments.texts("extractor");
    filter.min_confidence = arguments.number("min_confidence");
    filter.min_sources = static_cast<int>(arguments.integer("min_sources"));
    filter.since = day_argument(arguments, "since", Bound::first_day);
    filter.until = day_argument(arguments, "until", Bound::last_day);
    filter.speakers = entities_of(store, arguments, "speaker", notes);
    filter.avoided = entities_of(store, arguments, "avoid", notes);
    filter.max_degree = arguments.count("max_degree");
    return filter;
}

std::optional<Day> day_argument(const Arguments& arguments, std::string_view name, Bound bound) {
    const std::string word = arguments.text(name);
    if (word.empty()) return std::nullopt;
    const auto date = parse_partial_date(word);
    if (!date) {
        throw UnknownWord(arguments.label(name) + ": \"" + word + "\" is no date",
                          "Write 2023, 2023-11 or 2023-11-21.");
    }
    return bound == Bound::first_day ? date->first_day() : date->last_day();
}

Parameter entity_parameter() {
    return {.name = "entity",
            .type = ArgumentType::entity,
            .meaning = "the entity, by any name it goes by",
            .required = true,
            .option = "ENTITY"};
}

std::vector<Parameter> end_parameters() {
    return {{.name = "from",
             .type = ArgumentType::entity,
             .meaning = "the entity to start from, by any name it goes by",
             .required = true,
             .option = "A"},
            {.name = "to",
             .type = ArgumentType::entity,
             .meaning = "the entity to reach",
             .required = true,
             .option = "B"}};
}

Parameter directed_parameter() {
    return {.name = "directed",
            .type = ArgumentType::flag,
            .meaning = "follow ties from subject to object only, symmetric ones both ways",
            .usual = "false"};
}

Parameter max_hops_parameter(std::string_view usual) {
    return {.name = "max_hops",
            .type = ArgumentType::integer,
            .meaning = "the longest path to look for",
            .least = 1,
            .most = 20,
            .usual = usual};
}

Parameter max_degree_parameter() {
    return {.name = "max_degree",
            .type = ArgumentType::integer,
            .meaning = "not by way of hubs: entities that are tied to more others than so many",
            .least = 1,
            .most = 1e9};
}

Parameter most_parameter(std::string_view usual, std::string_view meaning) {
    return {.name = "most",
            .type = ArgumentType::integer,
            .meaning = meaning,
            .least = 1,
            .most = 1e6,
            .usual = usual,
            .counts_rows = true};
}

}  // namespace kith
