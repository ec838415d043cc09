// kith relations [WORD]: the ontology, as a table to read or as data.
#include <memory>
#include <optional>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/table.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string word, database, format;
};

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

int run(const Options& options, Console& console) {
    const std::optional<Store> store =
        options.database.empty() ? std::nullopt : std::optional<Store>(std::in_place, options.database);
    const Ontology& ontology = store ? store->ontology() : Ontology::builtin();
    std::vector<Relation> relations;
    if (options.word.empty()) {
        relations = ontology.all();
    } else {
        for (const RelationId id : option_relations(ontology, {options.word}, "relations")) {
            relations.push_back(ontology.at(id));
        }
    }
    if (options.format == "json") {
        Json list = Json::array();
        for (const Relation& each : relations) list.push_back(json_of(each));
        console.out << indented({{"relations", std::move(list)}}) << '\n';
    } else if (options.format == "tsv") {
        print_tsv(relations, console);
    } else {
        print_table(relations, console);
    }
    return exit_good;
}

}  // namespace

Run declare_relations(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("WORD", options->word, "Only this relation or group")->type_name("WORD");
    app.add_option("--db", options->database, "The relations of this database; not told: those kith has built in")
        ->type_name("FILE");
    add_format_option(app, options->format, {"table", "tsv", "json"})->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
