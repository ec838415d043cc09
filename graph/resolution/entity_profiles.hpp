// What a store knows of its entities that tells whether two are one: names, kinds, how often they are named and with
// whom.
//
//     const std::vector<EntityProfile> profiles = read_profiles(database);   // by id
//     CompanyKept company(database);
//     company.likeness(17, 4);                                               // 0.6: named along with the same others
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/entity.hpp"
#include "graph/names/name_words.hpp"
#include "graph/names/sound.hpp"
#include "graph/store/database.hpp"

namespace kith {

// An entity as it was born, before any judgement.
struct EntityProfile {
    EntityId id = 0;
    std::string name{};
    EntityKind kind = EntityKind::organisation;
    std::vector<NameWords> names{};    // its own first, then those that identify it beyond a document
    std::vector<NameSounds> sounds{};  // side by side with names
    std::vector<Identifier> identifiers{};
    bool well_known = false;  // the gazetteer knows more names of it
    std::int64_t weight = 0;  // how often it is named, in texts and in claims

    void add(std::string_view further_name);
    bool is_person() const { return kind == EntityKind::person; }
};

std::vector<EntityProfile> read_profiles(const Database& database);

// Pairs where a text calls the first what is the whole name of the second: "IRGC".
std::vector<std::pair<EntityId, EntityId>> called_alike(const Database& database);

// Whom entities are named with. Reads up to some dozens of an entity's documents, when it is first asked about.
class CompanyKept {
public:
    explicit CompanyKept(const Database& database);

    // Cosine of the two bags of others named in their documents, rare ones weighing more. 0 to 1.
    double likeness(EntityId one, EntityId other);
    // In how many of these documents both are named as two.
    int shared_documents(EntityId one, EntityId other);

private:
    struct Company {
        std::vector<std::pair<EntityId, double>> others;  // by id, of length 1
        std::vector<std::int64_t> documents;              // by id
    };
    const Company& of(EntityId id);

    Statement documents_, mentioned_, spread_;
    double document_count_;
    std::unordered_map<EntityId, Company> known_;
    std::unordered_map<EntityId, double> rarity_;
};

}  // namespace kith
