// Which properties of RDF give names, kinds and identifiers, and which are relations: docs/triples.md.
//
//     const PropertyMapping mapping = PropertyMapping::parse(json, "mine.json", ontology);
//     mapping.property("http://www.w3.org/ns/org#memberOf")->relation        // member_of
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/entity.hpp"
#include "graph/relation.hpp"

namespace kith::triples {

struct Property {
    enum class Use { name, alias, type, same, identifier, relation };
    Use use = Use::name;
    std::size_t rank = 0;     // of a name: smaller is better
    std::string scheme{};     // of an identifier
    std::string relation{};   // its name
    bool is_inverse = false;  // from the object to the subject
};

class PropertyMapping {
public:
    // schema.org, FOAF, the Organization Ontology, SKOS, OWL and Wikidata.
    static PropertyMapping usual(const Ontology& ontology);

    // Adds what a file says to what is there; its own goes first. Throws Error with file, line and column.
    void add(std::string_view json, const std::string& file, const Ontology& ontology);

    const Property* property(const std::string& address) const;
    std::optional<EntityKind> kind(const std::string& address) const;
    std::optional<Identifier> item(std::string_view address) const;  // an address that is a number: Wikidata's
    const std::string& language() const { return language_; }
    const std::string& publisher() const { return publisher_; }

private:
    std::unordered_map<std::string, Property> properties_;
    std::unordered_map<std::string, EntityKind> kinds_;
    std::vector<std::pair<std::string, std::string>> items_;  // beginning of the address, scheme
    std::unordered_map<std::string, std::string> prefixes_;
    std::string language_ = "en", publisher_{};
};

}  // namespace kith::triples
