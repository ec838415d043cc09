// How two entities are tied: the best paths, all paths, and one in the order of time. Three questions, and one command.
#pragma once

#include "graph/search/path.hpp"
#include "query/ask/question.hpp"
#include "query/result.hpp"

namespace kith {

const Question& paths_question();
PathAnswer answer_paths(const Store& store, const Arguments& arguments, Notes& notes);

const Question& all_paths_question();
PathAnswer answer_all_paths(const Store& store, const Arguments& arguments, Notes& notes);

const Question& path_in_time_order_question();
PathAnswer answer_path_in_time_order(const Store& store, const Arguments& arguments, Notes& notes);

// As answer_paths and the others search: for whoever wants to ask again a little differently.
PathQuestion path_question(const Store& store, const Arguments& arguments, Notes& notes);

}  // namespace kith
