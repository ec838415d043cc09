#include "query/ask/entities.hpp"

#include "graph/name_key.hpp"
#include "query/ask/filters.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

Rows entity_rows(const EntitiesAnswer& answer) {
    Rows rows;
    for (const EntityFound& each : answer.entities) {
        rows.push_back({integer(each.entity.id), optional_text(each.entity.name),
                        std::string(to_string(each.entity.kind)), count_of(each.claims)});
    }
    return rows;
}

Rows bearer_rows(const NameAnswer& answer) {
    Rows rows;
    for (const NameAnswer::Bearer& bearer : answer.bearers) {
        rows.push_back({integer(bearer.entity.id), optional_text(bearer.entity.name),
                        std::string(to_string(bearer.entity.kind)), optional_text(joined(bearer.aliases, ", "))});
    }
    return rows;
}

// "Wag*" -> "wag*"; without a star any name that holds the text.
std::string glob_of(const std::string& pattern) {
    if (pattern.find('*') == std::string::npos) {
        const std::string key = name_key(pattern);
        return key.empty() ? "*" : "*" + key + "*";
    }
    std::string glob;
    std::size_t begin = 0;
    while (true) {
        const std::size_t star = pattern.find('*', begin);
        glob += name_key(pattern.substr(begin, star - begin));
        if (star == std::string::npos) return glob;
        if (!glob.ends_with('*')) glob += '*';
        begin = star + 1;
    }
}

}  // namespace

Json json_of(const EntitiesAnswer& answer) {
    Json list = Json::array();
    for (const EntityFound& each : answer.entities) {
        Json one = json_of(each.entity);
        one["claims"] = each.claims;
        list.push_back(std::move(one));
    }
    return {{"count", answer.count}, {"entities", std::move(list)}};
}

Json json_of(const NameAnswer& answer) {
    Json list = Json::array();
    for (const NameAnswer::Bearer& bearer : answer.bearers) {
        Json one = json_of(bearer.entity);
        one["aliases"] = bearer.aliases;
        list.push_back(std::move(one));
    }
    return {{"entities", std::move(list)}, {"suggestions", answer.suggestions}};
}

EntitiesAnswer answer_entities(const Store& store, const Arguments& arguments, Notes&) {
    std::vector<EntityKind> kinds;
    for (const std::string& word : arguments.texts("kind")) {
        if (const auto kind = parse_entity_kind(word)) kinds.push_back(*kind);
    }
    return find_entities(store, glob_of(arguments.text("pattern")), kinds, arguments.count("most"));
}

NameAnswer answer_find_entity(const Store& store, const Arguments& arguments, Notes&) {
    const std::string name = arguments.text("name");
    NameAnswer answer;
    for (const Entity& entity : store.entities_named(name)) {
        NameAnswer::Bearer& bearer = answer.bearers.emplace_back(entity);
        for (const Alias& alias : store.aliases(entity.id)) {
            if (alias.name != entity.name) bearer.aliases.push_back(alias.name);
        }
    }
    if (answer.bearers.empty()) answer.suggestions = store.similar_names(name);
    return answer;
}

const Question& entities_question() {
    std::vector<std::string> kinds;
    for (const EntityKind kind : all_entity_kinds()) kinds.emplace_back(to_string(kind));
    static const Question question{
        .name = "entities",
        .command = "entities",
        .title = "The entities that there are",
        .summary = "Entities, the most claimed about first: all, those of a kind, or those with a name like a pattern.",
        .example = "kith entities --kind armed_group --most 10",
        .parameters = {{.name = "pattern",
                        .meaning = "part of a name, or a name with * for anything: Wag*",
                        .option = "PATTERN"},
                       {"kind", ArgumentType::texts, "only of these kinds", false, kinds},
                       most_parameter("50", "how many to give, the most claimed about first")},
        .json = as_json<answer_entities>,
        .columns = {"id INTEGER", "name TEXT", "kind TEXT", "claims INTEGER"},
        .rows = as_rows<answer_entities, entity_rows>,
    };
    return question;
}

const Question& find_entity_question() {
    static const Question question{
        .name = "find_entity",
        .command = "who",
        .title = "Who goes by a name",
        .summary =
            "Entities that go by a name, most claimed about first, with their other names; or names that look alike.",
        .example = "kith who Wagner",
        .parameters = {{.name = "name", .meaning = "the name", .required = true, .option = "NAME"}},
        .json = as_json<answer_find_entity>,
        .columns = {"id INTEGER", "name TEXT", "kind TEXT", "aliases TEXT"},
        .rows = as_rows<answer_find_entity, bearer_rows>,
    };
    return question;
}

}  // namespace kith
