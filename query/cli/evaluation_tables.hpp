// An evaluation for people: what was counted, as tables, and examples of mistakes.
//
//     Claims  Gold  Found  Right  Precision  Recall  F1     Meaning
//     pair     384    146    119      0.815   0.310  0.449  two actors that are tied at all
#pragma once

#include "ingest/evaluation/evaluation.hpp"
#include "query/cli/console.hpp"

namespace kith::cli {

void print_scores(const evaluation::Evaluation& result, Console& console);
void print_calibration(const evaluation::Calibration& calibration, Console& console);
void print_examples(const std::vector<evaluation::Mistake>& examples, Console& console);

}  // namespace kith::cli
