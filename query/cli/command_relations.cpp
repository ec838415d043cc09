// kith relations [WORD]: the ontology, as a table to read or as data.
#include <memory>

#include "query/ask/holdings.hpp"
#include "query/cli/ingestion.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/table.hpp"
#include "query/result_json.hpp"
#include "query/words.hpp"

namespace kith::cli {
namespace {

// The form that --relations reads.
void print_tsv(const std::vector<Relation>& relations, Console& console) {
    console.out << "name\tgroup\tsubject\tobject\tinverse\tsymmetric\tplover\tcameo\tftm\twikidata\tstix\tgloss\n";
    for (const Relation& each : relations) {
        console.out << each.name << '\t' << each.group << '\t' << joined(names_of(each.subject_kinds), ",") << '\t'
                    << joined(names_of(each.object_kinds), ",") << '\t' << each.inverse << '\t'
                    << (each.symmetric ? 1 : 0) << '\t' << each.plover << '\t' << each.cameo << '\t'
                    << each.follow_the_money << '\t' << each.wikidata << '\t' << each.stix << '\t' << each.gloss
                    << '\n';
    }
}

void print_table(const std::vector<Relation>& relations, Console& console) {
    Table table({"Relation", "Group", "Inverse", "Meaning"});
    for (const Relation& each : relations) {
        table.add({each.name, each.group, each.symmetric ? "(symmetric)" : each.inverse, each.gloss});
    }
    table.print(console);
}

struct Options {
    QuestionOptions question;
    std::string relations;
};

int run(const Options& given, Console& console) {
    const QuestionOptions& options = given.question;
    const Arguments arguments = options.arguments().completed(relations_question().parameters);
    const Notes notes;
    const Ontology known =
        options.database().empty() ? Ontology::builtin() : open_store(options.database(), console).ontology();
    const RelationsAnswer answer = relations_of(known.with(read_relations(given.relations)), arguments);
    if (options.wants("json")) {
        print_json(json_of(answer), notes, console);
    } else if (options.wants("tsv")) {
        print_tsv(answer.relations, console);
    } else {
        print_table(answer.relations, console);
    }
    return exit_good;
}

}  // namespace

// Unlike others it needs no database: kith has relations built in.
Run declare_relations(CLI::App& app) {
    auto options = std::make_shared<Options>();
    options->question.declare(app, relations_question().parameters);
    options->question.make_database_optional(app, "The relations of this database; not told: those kith has built in");
    add_relations_option(app, options->relations);
    options->question.declare_format(app, {"table", "tsv", "json"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
