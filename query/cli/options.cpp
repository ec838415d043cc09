#include "query/cli/options.hpp"

#include "query/cli/command.hpp"
#include "query/export/text_layout.hpp"
#include "query/nearest_word.hpp"

namespace kith::cli {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : std::string(separator)) + word;
    return text;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known, const std::string& otherwise) {
    const auto nearest = nearest_word(word, known);
    return nearest ? "Did you mean " + *nearest + "?" : otherwise;
}

// A list that may be given as "a,b", and more than once.
void add_list(CLI::App& app, const std::string& name, std::vector<std::string>& values, const std::string& meaning) {
    app.add_option(name, values, meaning)->delimiter(',')->allow_extra_args(false)->type_name("LIST");
}

// Names may hold commas: one at a time.
void add_names(CLI::App& app, const std::string& name, std::vector<std::string>& values, const std::string& meaning) {
    app.add_option(name, values, meaning)->allow_extra_args(false)->type_name("NAME");
}

template <typename Value>
std::vector<Value> parse_each(const std::vector<std::string>& words, const std::string& option,
                              std::optional<Value> (*parse)(std::string_view), std::span<const Value> all) {
    std::vector<Value> values;
    for (const std::string& word : words) {
        const auto value = parse(word);
        if (!value) {
            std::vector<std::string> known;
            for (const Value each : all) known.emplace_back(to_string(each));
            throw UsageError(option + ": \"" + word + "\" is none of its values",
                             did_you_mean(word, known, "It takes " + joined(known, ", ") + "."));
        }
        values.push_back(*value);
    }
    return values;
}

PartialDate parse_date_option(const std::string& text, const std::string& option) {
    const auto date = parse_partial_date(text);
    if (!date) {
        throw UsageError(option + ": \"" + text + "\" is no date", "Write 2023, 2023-11 or 2023-11-21.");
    }
    return *date;
}

}  // namespace

void add_database_option(CLI::App& app, std::string& path) {
    path = "kith.db";
    app.add_option("--db", path, "The database")->type_name("FILE")->capture_default_str();
}

CLI::Option* add_format_option(CLI::App& app, std::string& format, const std::vector<std::string>& formats) {
    format = formats.front();
    return app.add_option("--format", format, "How to write the answer: " + joined(formats, ", "))
        ->check(CLI::IsMember(formats).description(""))
        ->type_name("FORMAT");
}

EntityId find_entity(const Store& store, const std::string& name, Console& console) {
    const EntityLookup found = store.find_entity(name);
    if (found.matches.empty()) {
        throw Error(name + ": no entity goes by this name",
                    found.suggestions.empty() ? "`kith export` lists the entities that the database knows."
                                              : "Did you mean " + joined(found.suggestions, ", or ") + "?");
    }
    const Entity& first = found.matches.front();
    if (found.matches.size() > 1) {
        std::vector<std::string> others;
        for (std::size_t i = 1; i < found.matches.size(); ++i) {
            others.push_back(found.matches[i].name + " (" + in_words(found.matches[i].kind) + ")");
        }
        console.err << single_line(name + ": taken as " + first.name + " (" + in_words(first.kind) +
                                   "); also: " + joined(others, ", "))
                    << '\n';
    }
    return first.id;
}

void require_two(const Store& store, const std::string& first_name, EntityId first, const std::string& second_name,
                 EntityId second) {
    if (first != second) return;
    throw Error(first_name + " and " + second_name + " are one entity: " + store.entity(first).name,
                "`kith split` parts entities that were merged by mistake.");
}

void add_most_option(CLI::App& app, std::size_t& most, const std::string& meaning) {
    app.add_option("--most", most, meaning)
        ->check(CLI::Range(1, 1000000).description(""))
        ->type_name("N")
        ->capture_default_str();
}

void FilterOptions::declare(CLI::App& app, const std::string& relations, const std::string& excluded) {
    relations_option_ = relations;
    excluded_option_ = excluded;
    add_list(app, relations, relations_, "Only these relations or groups of relations");
    add_list(app, excluded, excluded_, "None of these relations or groups");
    add_list(app, "--status", statuses_, "Only actual, planned, possible, demanded, denied or former");
    add_names(app, "--speaker", speakers_, "Only what this entity says; may be repeated");
    add_names(app, "--publisher", publishers_, "Only what this publisher printed; may be repeated");
    app.add_option("--min-sources", min_sources_, "Only ties with this many independent sources")
        ->check(CLI::Range(0, 1000000).description(""))
        ->type_name("N");
    app.add_option("--min-confidence", min_confidence_, "Only claims at least this sure, 0 to 1")
        ->check(CLI::Range(0.0, 1.0).description(""))
        ->type_name("X");
    app.add_option("--since", since_, "Only what holds (or, undated, was published) on or after")->type_name("DATE");
    app.add_option("--until", until_, "Only what holds (or, undated, was published) on or before")->type_name("DATE");
}

void FilterOptions::declare_search(CLI::App& app) {
    add_names(app, "--avoid", avoided_, "Not by way of this entity; may be repeated");
    add_list(app, "--kinds", kinds_, "Only by way of entities of these kinds");
}

std::vector<RelationId> find_relations(const Ontology& ontology, const std::vector<std::string>& words,
                                       const std::string& option) {
    std::vector<RelationId> ids;
    for (const std::string& word : words) {
        const std::vector<RelationId> matching = ontology.matching(word);
        if (matching.empty()) {
            std::vector<std::string> known;
            for (const Relation& relation : ontology.all()) {
                known.insert(known.end(), {relation.name, relation.inverse, relation.group});
            }
            throw UsageError(option + ": there is no relation \"" + word + "\"",
                             did_you_mean(word, known, "`kith relations` lists the relations and their groups."));
        }
        ids.insert(ids.end(), matching.begin(), matching.end());
    }
    return ids;
}

ClaimFilter FilterOptions::resolve(const Store& store, Console& console) const {
    ClaimFilter filter;
    filter.relations = find_relations(store.ontology(), relations_, relations_option_);
    filter.excluded_relations = find_relations(store.ontology(), excluded_, excluded_option_);
    filter.statuses = parse_each(statuses_, "--status", parse_status, all_statuses());
    filter.kinds = parse_each(kinds_, "--kinds", parse_entity_kind, all_entity_kinds());
    filter.publishers = publishers_;
    filter.min_confidence = min_confidence_;
    filter.min_sources = min_sources_;
    if (!since_.empty()) filter.since = parse_date_option(since_, "--since").first_day();
    if (!until_.empty()) filter.until = parse_date_option(until_, "--until").last_day();
    for (const std::string& name : speakers_) filter.speakers.push_back(find_entity(store, name, console));
    for (const std::string& name : avoided_) filter.avoided.push_back(find_entity(store, name, console));
    return filter;
}

}  // namespace kith::cli
