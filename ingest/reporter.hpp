// Keeps the report of a run as it goes, tells its progress, and ends a strict run at the first thing that is skipped.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "graph/claim_sink.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/forwarding_sink.hpp"
#include "ingest/ingest.hpp"

namespace kith {

class Reporter {
public:
    // `progress` must outlive the reporter.
    Reporter(bool strict, const ProgressCallback& progress) : strict_(strict), progress_(progress) {}

    void begin_inputs(std::size_t count) { state_.inputs_total = count; }
    void begin_input(const std::string& path);
    void end_input() { ++state_.inputs_done; }
    void tell_progress();

    // An input or record is passed over. Throws Error in a strict run.
    void skip(const Skipped& skipped);
    void note(const Note& note);

    // Does what may find the input unusable, and skips it then.
    template <typename Action>
    void usable(const Action& action) {
        try {
            action();
        } catch (const UnusableInput& unusable) {
            if (strict_) throw;
            skip(unusable.skipped());
        }
    }

    IngestReport& report() { return report_; }

    // Sorts the reasons. To be called at the end of the run.
    void sum_up();

private:
    void count(const std::string& reason);
    bool has_room_for(const InputPosition& position, const std::string& text);

    const bool strict_;
    const ProgressCallback& progress_;
    IngestReport report_;
    IngestProgress state_;
    std::size_t kept_bytes_ = 0;                            // of notes of both kinds
    std::unordered_map<std::string, std::size_t> reasons_;  // in the report's list
};

// Counts what passes into a sink.
class CountingSink final : public ForwardingSink {
public:
    CountingSink(ClaimSink& sink, IngestReport& report) : ForwardingSink(sink), report_(report) {}

    bool begin(const DocumentRecord& document) override;
    void add(const ClaimRecord& claim) override;

private:
    IngestReport& report_;
};

}  // namespace kith
