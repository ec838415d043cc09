// Options that several commands share, and what their words mean in a database.
//
//     auto filter = std::make_shared<FilterOptions>();
//     filter->declare(app, "--via", "--not-via");
//     ...
//     ClaimFilter found = filter->resolve(store, console);   // throws for an unknown relation, entity, date
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/store/store.hpp"
#include "query/cli/console.hpp"
#include "query/filter_words.hpp"

namespace kith::cli {

void add_database_option(CLI::App& app, std::string& path);

// Opened for a question, which ends when the console says so.
Store open_store(const std::string& path, const Console& console);

// --format, one of `formats`; the first is the default.
CLI::Option* add_format_option(CLI::App& app, std::string& format, const std::vector<std::string>& formats);

// The entity that goes by the name; who else does is told on console.err. Throws Error with suggestions where nobody
// does.
EntityId find_entity(const Store& store, const std::string& name, Console& console);

// On console.err, a line each.
void print_notes(const std::vector<std::string>& notes, Console& console);

// --most: how many rows of an answer.
void add_most_option(CLI::App& app, std::size_t& most, const std::string& meaning);

// Relations for the words of an option. Throws UsageError for an unknown one.
std::vector<RelationId> option_relations(const Ontology& ontology, const std::vector<std::string>& words,
                                         const std::string& option);

// The filter as words.
class FilterOptions {
public:
    // Names the options for relations as suits the command.
    void declare(CLI::App& app, const std::string& relations, const std::string& excluded);
    // Options that only a search from entity to entity can heed: --avoid and --kinds.
    void declare_search(CLI::App& app);

    // Throws UsageError for words that kith does not know, Error for unknown entities.
    ClaimFilter resolve(const Store& store, Console& console) const;

private:
    FilterWords words_;
};

}  // namespace kith::cli
