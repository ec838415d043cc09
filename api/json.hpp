// Answers as JSON values, for programs that use nlohmann/json themselves; docs/json.md describes the shapes.
//
//     #include <kith/json.hpp>
//
//     kith::ResultBuilder answers(store);
//     std::cout << indented(json_of(answers.paths(question, find_paths(store, question))));
//
// Apart from kith.hpp, so that nobody else needs nlohmann/json. It must be the version that kith was built with, since
// its values pass between the two; another one is told apart by the linker.
#pragma once

#include "ingest/report_json.hpp"
#include "query/export/json.hpp"
#include "query/overview_json.hpp"
#include "query/ownership_json.hpp"
#include "query/result_json.hpp"
