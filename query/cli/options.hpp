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

namespace kith::cli {

void add_database_option(CLI::App& app, std::string& path);

// --format, one of `formats`; the first is the default.
CLI::Option* add_format_option(CLI::App& app, std::string& format, const std::vector<std::string>& formats);

// The entity that goes by the name, the most claimed about where there are several: a note on console.err names the
// others. Throws Error with suggestions where there is none.
EntityId find_entity(const Store& store, const std::string& name, Console& console);

// Throws Error where two names stand for one entity, and the question needs two.
void require_two(const Store& store, const std::string& first_name, EntityId first, const std::string& second_name,
                 EntityId second);

// --most: how many rows of an answer.
void add_most_option(CLI::App& app, std::size_t& most, const std::string& meaning);

// Relations for the words of an option: relations, inverses or groups. Throws UsageError for an unknown one.
std::vector<RelationId> find_relations(const Ontology& ontology, const std::vector<std::string>& words,
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
    std::string relations_option_, excluded_option_;
    std::vector<std::string> relations_, excluded_, statuses_, kinds_, speakers_, publishers_, avoided_;
    std::string since_, until_;
    double min_confidence_ = 0.0;
    int min_sources_ = 0;
};

}  // namespace kith::cli
