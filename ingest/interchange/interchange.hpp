// The JSON of other tools, among articles: FollowTheMoney, STIX and BODS.
//
//     Interchange interchange(gazetteer, sink, skip);
//     if (const auto record = Interchange::parse(object)) interchange.take(*record, place);   // else an article, or nothing
//     interchange.settle();   // after each file
//     interchange.finish();   // after the last
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "ingest/interchange/bods.hpp"
#include "ingest/interchange/follow_the_money.hpp"
#include "ingest/interchange/linked_records.hpp"
#include "ingest/interchange/stix.hpp"

namespace kith::interchange {

class Interchange {
public:
    // All must outlive it.
    Interchange(const Gazetteer& gazetteer, ClaimSink& sink, LinkedRecords::Skip skip)
        : records_(gazetteer, sink, std::move(skip)), follow_the_money_(records_), stix_(records_), bods_(records_) {}
    Interchange(const Interchange&) = delete;
    Interchange& operator=(const Interchange&) = delete;

    // The JSON object, if it is a record of one of these formats; nothing else is parsed to its end.
    static std::optional<nlohmann::json> parse(std::string_view object);

    // Before the first record of an input.
    void begin_edition(std::string edition, bool is_snapshot) {
        records_.begin_edition(std::move(edition), is_snapshot);
    }
    // Takes up what it says, at the latest by settle().
    void take(const nlohmann::json& record, const RecordPlace& place);

    // For a list of the Advanced Sanctions Data Model, whose records name one another within the file alone.
    LinkedRecords& records() { return records_; }

    // Others have written to the sink since.
    void interrupted() { records_.interrupted(); }
    void settle();
    void finish();
    std::size_t sources() const { return records_.sources(); }

private:
    LinkedRecords records_;
    FollowTheMoney follow_the_money_;
    Stix stix_;
    Bods bods_;
};

}  // namespace kith::interchange
