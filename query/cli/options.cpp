#include "query/cli/options.hpp"

#include "query/cli/command.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

// A list that may be given as "a,b", and more than once.
void add_list(CLI::App& app, const std::string& name, std::vector<std::string>& values, const std::string& meaning) {
    app.add_option(name, values, meaning)->delimiter(',')->allow_extra_args(false)->type_name("LIST");
}

// Names may hold commas: one at a time.
void add_names(CLI::App& app, const std::string& name, std::vector<std::string>& values, const std::string& meaning) {
    app.add_option(name, values, meaning)->allow_extra_args(false)->type_name("NAME");
}

// A word that kith does not know is a wrong command line here.
template <typename Resolve>
auto as_usage(const Resolve& resolve) {
    try {
        return resolve();
    } catch (const UnknownWord& error) {
        throw UsageError(error.what(), error.next_step());
    }
}

}  // namespace

void add_database_option(CLI::App& app, std::string& path) {
    path = "kith.db";
    app.add_option("--db", path, "The database")->type_name("FILE")->capture_default_str();
}

Store open_store(const std::string& path, const Console& console) {
    Store store(path);
    store.stop_when(console.stop);
    return store;
}

CLI::Option* add_format_option(CLI::App& app, std::string& format, const std::vector<std::string>& formats) {
    format = formats.front();
    return app.add_option("--format", format, "How to write the answer: " + joined(formats, ", "))
        ->check(CLI::IsMember(formats).description(""))
        ->type_name("FORMAT");
}

EntityId find_entity(const Store& store, const std::string& name, Console& console) {
    std::vector<std::string> notes;
    const EntityId id = kith::find_entity(store, name, notes);
    print_notes(notes, console);
    return id;
}

void print_notes(const std::vector<std::string>& notes, Console& console) {
    for (const std::string& note : notes) console.err << single_line(note) << '\n';
}

void add_most_option(CLI::App& app, std::size_t& most, const std::string& meaning) {
    app.add_option("--most", most, meaning)
        ->check(CLI::Range(1, 1000000).description(""))
        ->type_name("N")
        ->capture_default_str();
}

void FilterOptions::declare(CLI::App& app, const std::string& relations, const std::string& excluded) {
    words_.prefix = "--";
    words_.relations_label = relations.substr(2);
    words_.excluded_label = excluded.substr(2);
    add_list(app, relations, words_.relations, "Only these relations or groups of relations");
    add_list(app, excluded, words_.excluded_relations, "None of these relations or groups");
    add_list(app, "--status", words_.statuses, "Only actual, planned, possible, demanded, denied or former");
    add_names(app, "--speaker", words_.speakers, "Only what this entity says; may be repeated");
    add_names(app, "--publisher", words_.publishers, "Only what this publisher printed; may be repeated");
    app.add_option("--min-sources", words_.min_sources, "Only ties with this many independent sources")
        ->check(CLI::Range(0, 1000000).description(""))
        ->type_name("N");
    app.add_option("--min-confidence", words_.min_confidence, "Only claims at least this sure, 0 to 1")
        ->check(CLI::Range(0.0, 1.0).description(""))
        ->type_name("X");
    app.add_option("--since", words_.since, "Only what holds (or, undated, was published) on or after")
        ->type_name("DATE");
    app.add_option("--until", words_.until, "Only what holds (or, undated, was published) on or before")
        ->type_name("DATE");
}

void FilterOptions::declare_search(CLI::App& app) {
    add_names(app, "--avoid", words_.avoided, "Not by way of this entity; may be repeated");
    add_list(app, "--kinds", words_.kinds, "Only by way of entities of these kinds");
}

std::vector<RelationId> option_relations(const Ontology& ontology, const std::vector<std::string>& words,
                                         const std::string& option) {
    return as_usage([&] { return find_relations(ontology, words, option); });
}

ClaimFilter FilterOptions::resolve(const Store& store, Console& console) const {
    std::vector<std::string> notes;
    const ClaimFilter filter = as_usage([&] { return words_.resolve(store, notes); });
    print_notes(notes, console);
    return filter;
}

}  // namespace kith::cli
