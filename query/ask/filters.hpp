// What questions share: whom they are about, and which claims count.
//
//     parameters: std::vector{entity_parameter(), most_parameter("20")} + filter_parameters()
//     answer:     ResultBuilder(store).profile(find_entity(store, arguments.text("entity"), notes),
//                                              claim_filter(store, arguments, notes))
#pragma once

#include "graph/claim_filter.hpp"
#include "query/ask/question.hpp"

namespace kith {

// The options of a command for relations: "--relation", or for paths "--via".
enum class RelationOption { relation, via };

std::vector<Parameter> filter_parameters(RelationOption option = RelationOption::relation);  // of claims
// And of the entities on the way.
std::vector<Parameter> search_filter_parameters(RelationOption option = RelationOption::relation);

ClaimFilter claim_filter(const Store& store, const Arguments& arguments, Notes& notes);

Parameter entity_parameter();
std::vector<Parameter> end_parameters();  // from and to
Parameter directed_parameter();
Parameter max_hops_parameter(std::string_view usual);
Parameter max_degree_parameter();
// How many rows of an answer to give.
Parameter most_parameter(std::string_view usual, std::string_view meaning);

// A day, of a partial date's first or last. Throws UnknownWord; nothing where the argument is empty.
enum class Bound { first_day, last_day };
std::optional<Day> day_argument(const Arguments& arguments, std::string_view name, Bound bound);

}  // namespace kith
