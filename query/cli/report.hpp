// Ties, claims and quotes as text for people: the parts that `path`, `claims`, `show` and `neighbours` print alike.
//
//     Wagner Group —supplies→ Hezbollah (planned)                                print_tie
//       according to John Kirby · 2 independent sources · item: air defense      print_facts
//       │ Wagner ... was preparing to provide an air defense capability ...      print_quote
//       National Review, 2023-11-21 · articles/wagner.txt
#pragma once

#include <string>
#include <vector>

#include "query/cli/console.hpp"
#include "query/export/view.hpp"
#include "query/result.hpp"

namespace kith::cli {

class Report {
public:
    explicit Report(Console& console) : console_(console) {}

    // "Wagner Group —supplies→ Hezbollah (planned)", seen from `from`: "Hezbollah ←supplies— Wagner Group (planned)".
    void print_tie(const TieView& tie, EntityId from, std::size_t indent);
    // "Hezbollah (planned)": the other end alone, where a heading tells the rest.
    void print_other_end(const TieView& tie, EntityId from, std::size_t indent);
    // Who says so, how many sources, when, what goods.
    void print_facts(const TieView& tie, std::size_t indent);
    // The tie's best quote, if it has one.
    void print_best_quote(const TieView& tie, std::size_t indent);
    // A claim with all its quotes; every claim of the tie.
    void print_claim(const ClaimView& claim, std::size_t indent);
    void print_claims(const TieView& tie, std::size_t indent);

    // "2023-11 Wagner Group —supplies→ Hezbollah (planned)" and a quote.
    void print_timeline_entry(const TimelineEntry& entry, EntityId from, std::size_t indent);

    void print_quote(const QuoteView& quote, std::size_t indent);
    // "Named together in 3 texts ..." and the sentences; nothing where no text names both.
    void print_joint_mentions(const JointMentions& together);

    // Wraps to the console's width; lines after the first are indented by two more.
    void print_wrapped(std::string_view text, std::size_t indent, Ink ink);

private:
    void print_status(Status status);
    std::size_t text_width(std::size_t indent) const;

    Console& console_;
};

// "is supplied by Iran (planned), backs Iran": the ties as seen from one end.
std::string ties_in_words(const std::vector<TieView>& ties, EntityId from);

// "0.83": a confidence or a strength.
std::string two_digits(double share);
// "2 independent sources", "1 source".
std::string count_of_sources(int sources);
// "3 texts name both, and no claim is no clearance.", "No text names both."
std::string in_words(const JointMentions& together);
// "3 claims", "1 claim".
std::string counted(std::size_t count, std::string_view noun, std::string_view plural = {});

// "—supplies→", "←supplies—" or "—is allied with—".
std::string arrow(const TieView& tie, EntityId from);

}  // namespace kith::cli
