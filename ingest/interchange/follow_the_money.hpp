// FollowTheMoney: entities as JSON ({"id", "schema", "properties", "datasets"}), and statements, one property of an entity
// each. Things become entities with names, identifiers and state, edges become claims, a sanction the claim of its
// authority. A dataset is a source, with its name as publisher. What kith wrote (query/export/follow_the_money) is taken
// as its member "kith" says.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "ingest/interchange/linked_records.hpp"

namespace kith::interchange {

class FollowTheMoney {
public:
    // Both must outlive it.
    explicit FollowTheMoney(LinkedRecords& records) : records_(records) {}

    static bool is_record(const nlohmann::json& object);
    // The source is the file, and the dataset if one is named.
    void take(const nlohmann::json& record, const RecordPlace& place);

    // Statements are complete: after each file.
    void settle();

private:
    using Properties = std::map<std::string, std::vector<std::string>, std::less<>>;
    struct Entity {
        std::string id{}, schema{}, dataset{};
        Properties properties{};
        std::vector<std::string> referents{};  // its numbers in other lists
        RecordPlace place{};
    };
    static ClaimRecord claim_by(const Entity& entity);  // when, how surely, and by which record
    void take_own(const nlohmann::json& object, const RecordPlace& place);
    void take_own_claim(const nlohmann::json& object, const RecordPlace& place);
    void take_statement(const nlohmann::json& statement, const RecordPlace& place);
    void add(const Entity& entity);
    void add_thing(const Entity& entity, EntityKind kind);
    void add_states(const Entity& entity, EntityKind kind);
    bool add_link(const Entity& entity);
    void add_sanction(const Entity& entity);
    std::vector<Identifier> identifiers_of(const Entity& entity) const;

    LinkedRecords& records_;
    std::map<std::string, Entity> stated_;  // by id
    std::size_t stated_bytes_ = 0;
};

}  // namespace kith::interchange
