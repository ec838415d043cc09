#include "api/sqlite/questions.hpp"

#include <algorithm>

#include "query/ask/questions.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

// How a call gives a parameter its value: the hidden column, and for whom it stands.
struct Taken {
    TableFunction::Argument argument;
    std::string_view parameter;
};

// Words of SQL, and columns of the answer, cannot name an argument.
std::string argument_name(const Parameter& parameter, const Columns& columns) {
    if (parameter.name == "from") return "start";
    if (parameter.name == "to") return "target";
    const auto is_it = [&](std::string_view column) { return column.substr(0, column.find(' ')) == parameter.name; };
    return (std::ranges::any_of(columns, is_it) ? "asked_" : "") + std::string(parameter.name);
}

// An entity as SQL names it: a number is the entity's own.
std::string entity_text(const Value& value) {
    if (const auto* id = std::get_if<std::int64_t>(&value)) return "#" + std::to_string(*id);
    const auto* name = std::get_if<std::string>(&value);
    if (!name) throw Error("an entity is named by a text, or by its number", "kith_entity(NAME) tells the number.");
    if (name->size() > longest_name) throw Error(name->substr(0, 60) + "...: no entity goes by so long a name");
    return *name;
}

std::string argument_text(const Parameter& parameter, const Value& value, std::string_view name) {
    if (is_entity(parameter.type)) return entity_text(value);
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        std::string text = std::to_string(*number);
        if (fits(parameter, text)) return text;
    } else if (const auto* text = std::get_if<std::string>(&value); text && !is_numeric(parameter.type)) {
        return *text;
    }
    throw Error(std::string(name) + " is no " + what_it_takes(parameter).substr(2),
                "Options come after it; NULL stands for an argument that is left out.");
}

// The options of a call, but for what the function takes as an argument of its own.
Arguments options_of(const Value& value, const Question& question, const std::vector<Taken>& taken) {
    if (is_null(value)) return {};
    const auto* text = std::get_if<std::string>(&value);
    if (!text) throw Error("the options are no text", "Write them like 'max_hops=4,status=actual|planned'.");
    std::vector<Parameter> left = parameters_of(question);
    std::erase_if(left, [&](const Parameter& each) {
        return each.required || std::ranges::find(taken, each.name, &Taken::parameter) != taken.end() ||
               (question.name == "claims" && each.name == "among");  // kith_claims has an entity to begin with
    });
    Arguments options = Arguments::from_text(*text);
    options.completed(left);
    return options;
}

const Parameter& parameter_named(const Question& question, std::string_view name) {
    return *std::ranges::find(question.parameters, name, &Parameter::name);
}

// SQL has LIMIT, and an answer there has no place to say that it is not whole.
void ask_for_all_rows(Arguments& arguments, const Question& question) {
    for (const Parameter& each : question.parameters) {
        if (!each.counts_rows || arguments.has(each.name)) continue;
        arguments.set(each.name, std::to_string(static_cast<std::int64_t>(each.most)));
    }
}

// kith_claims(ENTITY, OTHER) is about one or between two.
void name_claims(Arguments& arguments, const Value& other) {
    if (is_null(other)) return;
    const std::string about = arguments.text("about");
    arguments.erase("about");
    arguments.set("between", about).set("between", entity_text(other));
}

Rows answer(const Question& question, const std::vector<Taken>& taken, const Store& store,
            const std::vector<Value>& values) {
    Arguments arguments = options_of(values.back(), question, taken);
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (is_null(values[i]) || taken[i].parameter == "between") continue;
        const Parameter& parameter = parameter_named(question, taken[i].parameter);
        arguments.set(parameter.name, argument_text(parameter, values[i], taken[i].argument.name));
    }
    if (question.name == "claims") name_claims(arguments, values[1]);
    if (arguments.has("from") && is_one_entity(store, arguments.text("from"), arguments.text("to"))) {
        return {};  // a join may meet it: no hops from an entity to itself
    }
    ask_for_all_rows(arguments, question);
    const Arguments completed = arguments.completed(parameters_of(question));
    const StopScope scope = within_timeout(store, completed);
    Notes ignored;  // SQL has no place for "taken as ..."; the answer names the entities
    return question.rows(store, completed, ignored);
}

TableFunction function_asking(const Question& question, std::string name, std::vector<Taken> taken, double usual_rows) {
    TableFunction function;
    function.name = std::move(name);
    function.columns = question.columns;
    for (const Taken& each : taken) function.arguments.push_back(each.argument);
    function.arguments.push_back({"options"});
    function.usual_rows = usual_rows;
    function.answer = [&question, taken = std::move(taken)](const Store& store, const std::vector<Value>& values) {
        return answer(question, taken, store, values);
    };
    return function;
}

// What must be given is an argument, in order; the rest are options.
TableFunction function_asking(const Question& question) {
    std::vector<Taken> taken;
    for (const Parameter& each : question.parameters) {
        if (each.required) taken.push_back({{argument_name(each, question.columns), true}, each.name});
    }
    return function_asking(question, function_of(question), std::move(taken), 30);
}

std::vector<TableFunction> make_functions() {
    // Some take more than they must, by place.
    const std::vector<Taken> ends = {{{"start", true}, "from"}, {{"target", true}, "to"}};
    std::vector<TableFunction> functions;
    for (const Question* question : all_questions()) {
        if (question->name == "paths") {
            functions.push_back(function_asking(*question, "kith_path", ends, 3));
            functions.push_back(
                function_asking(*question, "kith_k_paths", {ends[0], ends[1], {{"k", true}, "count"}}, 9));
        } else if (question->name == "neighbours") {
            functions.push_back(function_asking(*question, "kith_neighbours",
                                                {{{"entity", true}, "entities"}, {{"depth"}, "depth"}}, 30));
        } else if (question->name == "claims") {
            functions.push_back(
                function_asking(*question, "kith_claims", {{{"entity", true}, "about"}, {{"other"}, "between"}}, 30));
        } else {
            functions.push_back(function_asking(*question));
        }
    }
    return functions;
}

}  // namespace

std::span<const TableFunction> all_table_functions() {
    static const std::vector<TableFunction> functions = make_functions();
    return functions;
}

}  // namespace kith
