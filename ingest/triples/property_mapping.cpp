#include "ingest/triples/property_mapping.hpp"

#include <functional>

#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "ingest/records/column_names.hpp"
#include "ingest/records/json_tree.hpp"
#include "ingest/records/relation_words.hpp"

KITH_EMBEDDED(triples_usual)

namespace kith::triples {
namespace {

using records::JsonTree;

const std::string& text_of(const JsonTree& json) {
    if (json.kind != JsonTree::Kind::string) throw Error(json.position, "expected a text in quotation marks");
    return json.text;
}

void each_text(const JsonTree& json, const std::function<void(const JsonTree&)>& take) {
    if (json.kind != JsonTree::Kind::array) throw Error(json.position, "expected a list", R"(Write ["rdfs:label"].)");
    for (const JsonTree& element : json.elements) take(element);
}

}  // namespace

PropertyMapping PropertyMapping::usual(const Ontology& ontology) {
    PropertyMapping mapping;
    mapping.add(triples_usual(), "ingest/triples/mappings/usual.json", ontology);
    return mapping;
}

void PropertyMapping::add(std::string_view json, const std::string& file, const Ontology& ontology) {
    const JsonTree root = records::parse_json_tree(json, file);
    const JsonTree* const triples = root.find("triples");
    if (triples == nullptr || triples->kind != JsonTree::Kind::object)
        throw Error(root.position, "expected an object \"triples\"", "docs/triples.md has one to start from.");
    if (const JsonTree* const prefixes = triples->find("prefixes")) {
        for (const auto& [name, value] : prefixes->members) prefixes_[name] = text_of(value);
    }
    const auto whole = [&](const std::string& name) {
        const std::size_t colon = name.find(':');
        const auto prefix = colon == name.npos ? prefixes_.end() : prefixes_.find(name.substr(0, colon));
        return prefix == prefixes_.end() ? name : prefix->second + name.substr(colon + 1);
    };
    const records::RelationWords words(ontology);
    const auto list = [&](const JsonTree& value, Property::Use use) {
        std::size_t rank = 0;
        each_text(value,
                  [&](const JsonTree& each) { properties_[whole(text_of(each))] = {.use = use, .rank = rank++}; });
    };
    for (const auto& [name, value] : triples->members) {
        if (name == "names")
            list(value, Property::Use::name);
        else if (name == "aliases")
            list(value, Property::Use::alias);
        else if (name == "types")
            list(value, Property::Use::type);
        else if (name == "same")
            list(value, Property::Use::same);
        else if (name == "language")
            language_ = text_of(value);
        else if (name == "publisher")
            publisher_ = text_of(value);
        else if (name == "prefixes")
            continue;
        else if (name == "kinds") {
            for (const auto& [type, kind] : value.members) {
                const auto known = records::kind_named(text_of(kind));
                if (!known) throw Error(kind.position, "unknown kind of entity \"" + kind.text.substr(0, 80) + '"');
                kinds_[whole(type)] = *known;
            }
        } else if (name == "items" || name == "identifiers") {
            for (const auto& [address, scheme] : value.members) {
                if (find_identifier_scheme(text_of(scheme)) == nullptr)
                    throw Error(scheme.position,
                                "there is no scheme of identifiers \"" + scheme.text.substr(0, 40) + '"');
                if (name == "items")
                    items_.emplace_back(whole(address), scheme.text);
                else
                    properties_[whole(address)] = {.use = Property::Use::identifier, .scheme = scheme.text};
            }
        } else if (name == "relations") {
            for (const auto& [property, relation] : value.members) {
                const records::RelationWord word = words.find(text_of(relation));
                if (word.relation == nullptr)
                    throw Error(relation.position, "unknown relation \"" + relation.text.substr(0, 80) + '"',
                                "`kith relations` lists them.");
                properties_[whole(property)] = {
                    .use = Property::Use::relation, .relation = word.relation->name, .is_inverse = word.is_inverse};
            }
        } else {
            throw Error(value.position, '"' + name.substr(0, 40) + "\" means nothing here",
                        "Use prefixes, names, aliases, types, kinds, same, items, identifiers, relations, language or "
                        "publisher.");
        }
    }
}

const Property* PropertyMapping::property(const std::string& address) const {
    const auto found = properties_.find(address);
    return found == properties_.end() ? nullptr : &found->second;
}

std::optional<EntityKind> PropertyMapping::kind(const std::string& address) const {
    const auto found = kinds_.find(address);
    return found == kinds_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Identifier> PropertyMapping::item(std::string_view address) const {
    for (const auto& [beginning, scheme] : items_) {
        if (!address.starts_with(beginning)) continue;
        try {
            return make_identifier(scheme, address.substr(beginning.size()));
        } catch (const RejectedRecord&) {
        }
    }
    return std::nullopt;
}

}  // namespace kith::triples
