// The Beneficial Ownership Data Standard: statements about persons, entities, and who owns or controls whom, of 0.1 to 0.3
// ("statementType") and of 0.4 ("recordType").
//
//     {"statementID": "s3", "statementType": "ownershipOrControlStatement",
//      "subject": {"describedByEntityStatement": "s1"}, "interestedParty": {"describedByPersonStatement": "s2"},
//      "interests": [{"type": "shareholding", "share": {"exact": 51}}], "statementDate": "2022-02-01"}
//
// A statement may replace others, also of another file and before they come, so all wait until the last input is read.
// What is replaced is not believed; who names it means what replaced it.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "ingest/interchange/linked_records.hpp"

namespace kith::interchange {

class Bods {
public:
    // Must outlive it.
    explicit Bods(LinkedRecords& records) : records_(records) {}

    static bool is_record(const nlohmann::json& object);
    void take(const nlohmann::json& statement, const RecordPlace& place);

    // Statements are complete: after the last file.
    void settle();

private:
    enum class Type { entity, person, relationship };
    // Of a party or a subject: the record that it is, or why it is nobody.
    struct Party {
        std::string id{}, reason{};
    };
    struct Interest {
        std::string type{}, share{}, details{}, start{}, end{};
        bool is_beneficial = false, is_indirect = false;
    };
    struct Statement {
        std::string id{};    // of the statement; from 0.4 on of the record that it is about
        std::string date{};  // when it was made
        std::string publisher{}, url{};
        Type type = Type::entity;
        bool is_closed = false;  // the record has ended
        bool has_parts = false;  // it sums up statements of a chain
        RecordPlace place{};

        EntityReference entity{};           // of an entity or person
        std::string unnamed_since{};        // why it has no name
        std::vector<std::string> states{};  // names
        Party subject{}, party{};           // of a relationship
        std::vector<Interest> interests{};
    };

    static void read_details(const nlohmann::json& details, Statement& statement);
    static void read_entity(const nlohmann::json& details, Statement& statement);
    static void read_person(const nlohmann::json& details, Statement& statement);
    static void read_relationship(const nlohmann::json& details, Statement& statement);
    static Party party_of(const nlohmann::json& details, const char* name);

    const std::string& current(const std::string& id) const;  // after what replaced it
    void begin_source(const Statement& statement);
    void add_entity(const Statement& statement);
    void add_relationship(const Statement& statement);
    void add_interest(const Statement& statement, const Interest& interest);

    LinkedRecords& records_;
    std::map<std::string, Statement> statements_;  // by id
    std::map<std::string, std::string, std::less<>> replaced_by_;
    std::size_t bytes_ = 0;
};

}  // namespace kith::interchange
