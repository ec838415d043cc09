// STIX 2 (OASIS): threat actors, campaigns, malware, identities and places become entities, relationships claims with
// their confidence, their time and the words that describe them. Who created an object is its publisher; what its markings
// say ("TLP:AMBER") stays with the source, as its title.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "ingest/interchange/linked_records.hpp"

namespace kith::interchange {

class Stix {
public:
    // Must outlive it.
    explicit Stix(LinkedRecords& records) : records_(records) {}

    static bool is_record(const nlohmann::json& object);
    // What it says is taken up when the file is at its end.
    void take(const nlohmann::json& object, const RecordPlace& place);

    // After each file, as creators and markings may stand behind what names them.
    void settle();

private:
    struct Object {
        nlohmann::json json;
        RecordPlace place;
    };
    void begin_source(const Object& object);
    void add_entity(const Object& object);
    void add_relationship(const Object& object);
    void add_sightings(const Object& object);

    LinkedRecords& records_;
    std::vector<Object> objects_;
    std::size_t objects_bytes_ = 0;
    std::map<std::string, std::string> names_;     // of identities, by id
    std::map<std::string, std::string> markings_;  // what they say, by id
};

}  // namespace kith::interchange
