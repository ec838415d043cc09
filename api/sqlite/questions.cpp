#include "api/sqlite/questions.hpp"

#include <algorithm>
#include <array>

#include "graph/search/neighbourhood.hpp"
#include "graph/search/path.hpp"
#include "query/ask/typed_questions.hpp"
#include "query/filter_words.hpp"
#include "query/result_builder.hpp"

namespace kith {

namespace {

// An entity as SQL names it: a number is the entity's own.
EntityId entity_named(const Store& store, const Value& value) {
    if (const auto* id = std::get_if<std::int64_t>(&value)) return store.entity(*id).id;
    const auto* name = std::get_if<std::string>(&value);
    if (!name) throw Error("an entity is named by a text, or by its number", "kith_entity(NAME) tells the number.");
    if (name->size() > longest_name) throw Error(name->substr(0, 60) + "...: no entity goes by so long a name");
    Notes ignored;  // SQL has no place for "taken as ..."; the answer names the entities
    return find_entity(store, *name, ignored);
}

// The options of a call, checked against what the question takes but for what the function takes as an argument of its
// own.
Arguments options_of(const Value& value, std::vector<Parameter> parameters,
                     std::initializer_list<std::string_view> elsewhere) {
    std::erase_if(parameters, [&](const Parameter& each) { return std::ranges::count(elsewhere, each.name) > 0; });
    if (is_null(value)) return {};
    const auto* text = std::get_if<std::string>(&value);
    if (!text) throw Error("the options are no text", "Write them like 'max_hops=4,status=actual|planned'.");
    Arguments options = Arguments::from_text(*text);
    options.check(parameters);
    return options;
}

// A number between two others; `otherwise` for NULL.
int number_of(const Value& value, std::string_view name, int least, int most, int otherwise) {
    if (is_null(value)) return otherwise;
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number && *number >= least && *number <= most) return static_cast<int>(*number);
    throw Error(std::string(name) + " is no whole number from " + std::to_string(least) + " to " + std::to_string(most),
                "Options come after it; NULL stands for an argument that is left out.");
}

PathQuestion path_question(const Store& store, const Value& from, const Value& to, const Value& options) {
    const Arguments given = options_of(options, path_parameters(), {"from", "to", "count"});
    Notes ignored;
    const EntityId start = entity_named(store, from), target = entity_named(store, to);
    return path_question(store, start, target, given, ignored);
}

// The surest claim of a tie and what best says it: columns from `claim` to `line`.
const std::vector<std::string_view> evidence_columns = {
    "claim INTEGER",  "confidence REAL",  "speaker TEXT",  "unnamed_speaker TEXT", "item TEXT",
    "role TEXT",      "place TEXT",       "time TEXT",     "quote TEXT",           "publisher TEXT",
    "published TEXT", "document INTEGER", "location TEXT", "line INTEGER"};

void append_evidence(Row& row, const ClaimView& claim, const QuoteView* quote) {
    row.insert(row.end(),
               {integer(claim.id), claim.confidence, claim.speaker ? optional_text(claim.speaker->name) : Value(),
                optional_text(claim.unnamed_speaker), optional_text(claim.item), optional_text(claim.role),
                claim.place ? optional_text(claim.place->name) : Value(), optional_text(claim.time)});
    if (!quote) {
        row.resize(row.size() + 6);
        return;
    }
    row.insert(row.end(), {optional_text(quote->text), optional_text(quote->document.publisher),
                           optional_text(quote->document.published), integer(quote->document.id),
                           optional_text(quote->document.location),
                           quote->line == 0 ? Value() : integer(static_cast<std::int64_t>(quote->line))});
}

// As the tie is claimed, whichever way it was walked: columns from `subject_id` to `sources`, then its best evidence.
const std::vector<std::string_view> tie_columns = {"subject_id INTEGER", "subject TEXT", "relation TEXT",
                                                   "object_id INTEGER",  "object TEXT",  "status TEXT",
                                                   "sources INTEGER"};

void append_tie(Row& row, const TieView& tie) {
    row.insert(row.end(), {integer(tie.subject.id), optional_text(tie.subject.name), optional_text(tie.relation->name),
                           integer(tie.object.id), optional_text(tie.object.name), std::string(to_string(tie.status)),
                           integer(tie.sources)});
}

void append_best_evidence(Row& row, const TieView& tie) {
    const QuoteView* best = best_quote(tie);
    const auto holds_best = [&](const ClaimView& claim) {
        return std::ranges::any_of(claim.quotes, [&](const QuoteView& quote) { return &quote == best; });
    };
    const auto claim = best ? std::ranges::find_if(tie.claims, holds_best) : tie.claims.begin();
    append_evidence(row, *claim, best ? best : claim->quotes.empty() ? nullptr : &claim->quotes.front());
}

std::vector<std::string_view> operator+(std::vector<std::string_view> some, const std::vector<std::string_view>& more) {
    some.insert(some.end(), more.begin(), more.end());
    return some;
}

// 1: from subject to object, or either way alike; 0: against it.
bool is_forward(const TieView& tie, EntityId from) {
    return tie.subject.id == from || tie.relation->symmetric;
}

const std::vector<std::string_view> path_columns =
    std::vector<std::string_view>{"path INTEGER",  "hop INTEGER",     "from_id INTEGER", "from_name TEXT",
                                  "to_id INTEGER", "to_name TEXT",    "strength REAL",   "path_strength REAL",
                                  "ties INTEGER",  "denials INTEGER", "forward INTEGER"} +
    tie_columns + evidence_columns;

Rows rows_of(const PathAnswer& answer) {
    Rows rows;
    for (std::size_t path = 0; path < answer.paths.size(); ++path) {
        const std::vector<HopView>& hops = answer.paths[path].hops;
        for (std::size_t hop = 0; hop < hops.size(); ++hop) {
            const HopView& view = hops[hop];
            if (view.ties.empty()) continue;
            const TieView& tie = view.ties.front();
            Row& row = rows.emplace_back();
            row = {integer(static_cast<std::int64_t>(path + 1)),
                   integer(static_cast<std::int64_t>(hop + 1)),
                   integer(view.from.id),
                   optional_text(view.from.name),
                   integer(view.to.id),
                   optional_text(view.to.name),
                   view.strength,
                   answer.paths[path].strength,
                   integer(static_cast<std::int64_t>(view.ties.size())),
                   integer(static_cast<std::int64_t>(view.denials.size())),
                   integer(is_forward(tie, view.from.id))};
            append_tie(row, tie);
            append_best_evidence(row, tie);
        }
    }
    return rows;
}

Rows path(const Store& store, const std::vector<Value>& arguments) {
    const PathQuestion question = path_question(store, arguments[0], arguments[1], arguments[2]);
    if (question.from == question.to) return {};  // a join may meet it: no hops from an entity to itself
    return rows_of(ResultBuilder(store).paths(question, find_paths(store, question)));
}

Rows k_paths(const Store& store, const std::vector<Value>& arguments) {
    PathQuestion question = path_question(store, arguments[0], arguments[1], arguments[3]);
    question.count = number_of(arguments[2], "k", 1, 1000, 1);
    if (question.from == question.to) return {};
    return rows_of(ResultBuilder(store).paths(question, find_paths(store, question)));
}

const std::vector<std::string_view> neighbours_columns =
    std::vector<std::string_view>{"hops INTEGER",  "id INTEGER",   "name TEXT",        "kind TEXT",
                                  "strength REAL", "ties INTEGER", "complete INTEGER", "forward INTEGER"} +
    tie_columns + evidence_columns;

Rows neighbours(const Store& store, const std::vector<Value>& arguments) {
    const Arguments given = options_of(arguments[2], neighbourhood_parameters(), {"entities", "depth"});
    Notes ignored;
    NeighbourhoodQuestion question;
    question.from = {entity_named(store, arguments[0])};
    question.filter = claim_filter(store, given, ignored);
    question.depth = number_of(arguments[1], "depth", 1, 20, question.depth);
    question.directed = given.flag("directed");
    question.most_neighbours =
        static_cast<std::size_t>(given.integer("most_neighbours", static_cast<std::int64_t>(question.most_neighbours)));
    const NeighboursAnswer answer = ResultBuilder(store).neighbours(question, find_neighbourhood(store, question));
    const bool is_complete = answer.cut.empty() && !answer.full;
    Rows rows;
    for (const NeighbourView& neighbour : answer.neighbours) {
        if (neighbour.ties.empty()) continue;
        const TieView& tie = neighbour.ties.front();
        Row& row = rows.emplace_back();
        row = {integer(neighbour.hops),
               integer(neighbour.entity.id),
               optional_text(neighbour.entity.name),
               std::string(to_string(neighbour.entity.kind)),
               tie.strength,
               integer(static_cast<std::int64_t>(neighbour.ties.size())),
               integer(is_complete),
               integer(tie.relation->symmetric || tie.object.id == neighbour.entity.id)};
        append_tie(row, tie);
        append_best_evidence(row, tie);
    }
    return rows;
}

const std::vector<std::string_view> claims_columns =
    tie_columns + std::vector<std::string_view>{"strength REAL", "alternative_of INTEGER"} + evidence_columns;

Rows claims(const Store& store, const std::vector<Value>& arguments) {
    const Arguments given = options_of(arguments[2], filter_parameters(), {});
    Notes ignored;
    const ClaimFilter filter = claim_filter(store, given, ignored);
    const EntityId entity = entity_named(store, arguments[0]);
    const std::vector<Claim> found = is_null(arguments[1])
                                         ? store.claims_about(entity, filter)
                                         : store.claims_between(entity, entity_named(store, arguments[1]), filter);
    std::unordered_map<ClaimId, Value> groups;
    for (const Claim& claim : found) {
        if (claim.alternative_of) groups.emplace(claim.id, integer(*claim.alternative_of));
    }
    Rows rows;
    const auto add = [&](const TieView& tie, const ClaimView& claim, const QuoteView* quote) {
        Row& row = rows.emplace_back();
        append_tie(row, tie);
        const auto group = groups.find(claim.id);
        row.insert(row.end(), {tie.strength, group == groups.end() ? Value() : group->second});
        append_evidence(row, claim, quote);
    };
    for (const TieView& tie : ResultBuilder(store).ties(found)) {
        for (const ClaimView& claim : tie.claims) {
            for (const QuoteView& quote : claim.quotes) add(tie, claim, &quote);
            if (claim.quotes.empty()) add(tie, claim, nullptr);
        }
    }
    return rows;
}

}  // namespace

std::span<const TableFunction> all_table_functions() {
    using Takes = std::vector<TableFunction::Argument>;
    static const std::array<TableFunction, 4> functions = {{
        {"kith_path", path_columns, Takes{{"start", true}, {"target", true}, {"options"}}, 3, path},
        {"kith_k_paths", path_columns, Takes{{"start", true}, {"target", true}, {"k", true}, {"options"}}, 9, k_paths},
        {"kith_neighbours", neighbours_columns, Takes{{"entity", true}, {"depth"}, {"options"}}, 30, neighbours},
        {"kith_claims", claims_columns, Takes{{"entity", true}, {"other"}, {"options"}}, 30, claims},
    }};
    return functions;
}

}  // namespace kith
