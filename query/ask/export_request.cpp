#include "query/ask/export_request.hpp"

#include "query/words.hpp"

namespace kith {

std::vector<Parameter> export_parameters() {
    const std::vector<Parameter> own = {
        {.name = "format",
         .meaning =
             "json, GraphViz's source, a picture of it, a page that holds all its data, or a format of other tools",
         .choices = export_format_names(),
         .usual = "\"json\""},
        {.name = "around", .type = ArgumentType::entity, .meaning = "only what lies around this entity"},
        {.name = "depth",
         .type = ArgumentType::integer,
         .meaning = "how many hops around it",
         .least = 1,
         .most = 20,
         .usual = "2"},
        {.name = "most_entities",
         .type = ArgumentType::integer,
         .meaning = "how many entities a picture shows, the most strongly tied; 0: all",
         .most = 1e6,
         .usual = "40"},
    };
    return own + search_filter_parameters();
}

ExportRequest export_request(const Store& store, const Arguments& given, Notes& notes) {
    const Arguments arguments = given.completed(export_parameters());
    ExportRequest request;
    request.format = parse_export_format(arguments.text("format")).value_or(ExportFormat::json);
    request.question.depth = static_cast<int>(arguments.integer("depth"));
    request.question.most_entities = arguments.count("most_entities");
    request.question.filter = claim_filter(store, arguments, notes);
    if (arguments.has("around")) request.question.around = find_entity(store, arguments.text("around"), notes);
    return request;
}

}  // namespace kith
