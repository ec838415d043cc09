// kith relations [WORD]: the ontology, as a table to read or as data.
#include <memory>

#include "query/ask/holdings.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/table.hpp"
#include "query/result_json.hpp"
#include "query/words.hpp"

namespace kith::cli {
namespace {

void print_tsv(const std::vector<Relation>& relations, Console& console) {
    console.out << "name\tgroup\tinverse\tsymmetric\tsubject_kinds\tobject_kinds\tplover\tcameo\tfollow_the_money\t"
                   "wikidata\tstix\tgloss\n";
    for (const Relation& each : relations) {
        console.out << each.name << '\t' << each.group << '\t' << each.inverse << '\t' << (each.symmetric ? 1 : 0)
                    << '\t' << joined(names_of(each.subject_kinds), ",") << '\t'
                    << joined(names_of(each.object_kinds), ",") << '\t' << each.plover << '\t' << each.cameo << '\t'
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

int run(const QuestionOptions& options, Console& console) {
    const Arguments arguments = options.arguments().completed(relations_question().parameters);
    Notes notes;
    const RelationsAnswer answer = options.database().empty()
                                       ? relations_of(Ontology::builtin(), arguments)
                                       : answer_relations(open_store(options.database(), console), arguments, notes);
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
    auto options = std::make_shared<QuestionOptions>();
    options->declare(app, relations_question().parameters);
    options->make_database_optional(app, "The relations of this database; not told: those kith has built in");
    options->declare_format(app, {"table", "tsv", "json"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
