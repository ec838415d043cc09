// Lists of the Advanced Sanctions Data Model, as OFAC publishes sdn_advanced.xml and cons_advanced.xml: parties with all
// their names, documents and states, how they are related, and since when and by which programs they are listed.
//
//     AdvancedSanctions list(records, "sdn_advanced.xml");
//     XmlRecords each(AdvancedSanctions::record_names(), [&](auto record, auto& place) { list.take(record, ...); }, ...);
//     read_xml(read, "sdn_advanced.xml", each);
//     list.settle();
//
// A file (https://www.treasury.gov/resource-center/sanctions/SDN-List/Documents/sdn_advanced_notes.pdf) has its own types
// and places first, then documents, parties, relationships, entries of the list; each names by number what stands before
// it. An entry is a claim that the United States designates the party, since when, with its programs as the quote. Which
// list it is, the entries tell, at the file's end: until then all waits.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/entity.hpp"
#include "graph/identifier.hpp"
#include "ingest/interchange/linked_records.hpp"

namespace kith::interchange {

class AdvancedSanctions {
public:
    // `records` must outlive it.
    AdvancedSanctions(LinkedRecords& records, std::string file) : records_(records), file_(std::move(file)) {}
    ~AdvancedSanctions();
    AdvancedSanctions(const AdvancedSanctions&) = delete;
    AdvancedSanctions& operator=(const AdvancedSanctions&) = delete;

    // The elements that are records (ingest/documents/xml/xml_records).
    static std::span<const std::string_view> record_names();

    void take(pugi::xml_node record, const RecordPlace& place);
    bool is_empty() const { return parties_.empty() && links_.empty(); }
    // Hands over what the file says, also of one that is damaged.
    void settle();

private:
    struct Value {
        std::string text{};
        std::string of{};  // a subtype's type; a country's code (ISO 3166-1)
    };
    struct Document {
        std::string type{}, number{}, state{};  // its code
    };

    struct Party {
        std::string id{};
        EntityReference entity{};
        RecordPlace place{};
        std::vector<std::pair<std::string_view, std::string>> states{};  // relation, state
    };

    void add_value(pugi::xml_node value, const RecordPlace& place);
    void add_location(pugi::xml_node location, const RecordPlace& place);
    void add_document(pugi::xml_node document, const RecordPlace& place);
    void add_party(pugi::xml_node party, const RecordPlace& place);
    void add_profile(pugi::xml_node profile, const std::string& entry, const RecordPlace& place);
    void add_states(pugi::xml_node profile, Party& party) const;
    void add_relationship(pugi::xml_node relationship, const RecordPlace& place);
    void add_entry(pugi::xml_node entry, const RecordPlace& place);
    void add_link(Link link);

    const Value* value(std::string_view list, pugi::xml_node node, const char* attribute) const;  // null: none
    // The number itself where the file does not say what it stands for.
    std::string text(std::string_view list, pugi::xml_node node, const char* attribute) const;
    std::optional<EntityKind> kind_of(pugi::xml_node profile) const;
    void add_names(pugi::xml_node identity, EntityReference& entity) const;
    std::string name_in(pugi::xml_node documented, pugi::xml_node identity, EntityKind kind) const;
    std::vector<Identifier> identifiers_of(pugi::xml_node profile) const;
    bool reserve(std::size_t bytes, const RecordPlace& place);

    LinkedRecords& records_;
    std::string file_;
    std::string published_{};
    std::size_t kept_bytes_ = 0;
    std::map<std::string, Value, std::less<>> values_;             // by list and number: "FeatureType 8"
    std::map<std::string, Value, std::less<>> states_;             // by number of a location
    std::multimap<std::string, Document, std::less<>> documents_;  // by number of an identity
    std::map<std::string, EntityKind, std::less<>> kinds_;         // of the parties, by number of the profile
    std::map<std::string, std::size_t> entries_;                   // how many, by list
    std::vector<Party> parties_;
    std::vector<Link> links_;
};

}  // namespace kith::interchange
