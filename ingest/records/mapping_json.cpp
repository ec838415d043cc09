#include "ingest/records/mapping_json.hpp"
#include "ingest/records/cell_values.hpp"

#include <algorithm>
#include <functional>

#include "graph/suggestion.hpp"
#include "ingest/records/column_names.hpp"
#include "ingest/records/json_tree.hpp"
#include "ingest/records/relation_words.hpp"

namespace kith::records {
namespace {

using Kind = JsonTree::Kind;

constexpr std::size_t longest_mapping_bytes = std::size_t{1} << 18;

[[noreturn]] void expected(const JsonTree& json, const std::string& what, std::string next_step = {}) {
    throw Error(json.position, "expected " + what, std::move(next_step));
}

std::string text_of(const JsonTree& json) {
    if (json.kind != Kind::string && json.kind != Kind::number) expected(json, "a string");
    return json.text;
}

std::vector<std::string> texts_of(const JsonTree& json) {
    if (json.kind != Kind::array) return {text_of(json)};
    std::vector<std::string> texts;
    for (const JsonTree& element : json.elements) texts.push_back(text_of(element));
    return texts;
}

// Reads an object member by member; a name that nobody takes is an error that names those there are.
class Members {
public:
    using Take = std::function<void(const JsonTree&)>;

    Members& on(std::string_view name, Take take) {
        takes_.emplace_back(name, std::move(take));
        return *this;
    }
    void read(const JsonTree& object) const {
        for (const auto& [name, value] : object.members) {
            const auto found = std::ranges::find(takes_, name, [](const auto& each) { return each.first; });
            if (found == takes_.end()) refuse(name, value);
            found->second(value);
        }
    }

private:
    [[noreturn]] void refuse(const std::string& name, const JsonTree& value) const {
        std::string nearest, all;
        for (const auto& [known, take] : takes_) {
            all += (all.empty() ? "" : ", ") + std::string(known);
            if (edit_distance(name, known, 2) <= 2) nearest = known;
        }
        throw Error(value.position, quoted(name) + " means nothing here",
                    nearest.empty() ? "Use one of " + all + "." : "Did you mean " + quoted(nearest) + "?");
    }

    std::vector<std::pair<std::string_view, Take>> takes_;
};

// Whether a word stands for itself in this place, and is no column.
using IsWord = std::function<bool(std::string_view)>;

class MappingReader {
public:
    explicit MappingReader(const Ontology& ontology)
        : is_relation_([words = RelationWords(ontology)](std::string_view word) { return words.find(word).relation; }) {
    }

    Mapping read(const JsonTree& root, const std::string& file);

private:
    ValueSource value(const JsonTree& json, const IsWord& is_word = {});
    Members value_members(ValueSource& value, const IsWord& is_word);
    void read_table(const JsonTree& json, ValueSource& value);
    EntitySource entity(const JsonTree& json);
    IdentifierSource identifier(const JsonTree& json);
    Members claim_members(ClaimSource& claim);
    void read_columns(const JsonTree& json, Mapping& mapping);
    void read_recognition(const JsonTree& json, Mapping& mapping);

    IsWord is_relation_;
};

Members MappingReader::value_members(ValueSource& value, const IsWord& is_word) {
    Members members;
    members.on("column", [&](const JsonTree& json) { value.column = text_of(json); })
        .on("value", [&](const JsonTree& json) { value.constant = text_of(json); })
        .on("text", [&](const JsonTree& json) { value.text = text_of(json); })
        .on("split", [&](const JsonTree& json) { value.split = text_of(json); })
        .on("after", [&](const JsonTree& json) { value.after = text_of(json); })
        .on("until", [&](const JsonTree& json) { value.until = text_of(json); })
        .on("trim", [&](const JsonTree& json) { value.trim = text_of(json); })
        .on("table", [&](const JsonTree& json) { read_table(json, value); })
        .on("otherwise",
            [&](const JsonTree& json) {
                value.has_otherwise = true;
                if (json.kind != Kind::null) value.otherwise = text_of(json);
            })
        .on("else", [this, &value, is_word](const JsonTree& json) {
            value.fallback = std::make_shared<const ValueSource>(this->value(json, is_word));
        });
    return members;
}

void MappingReader::read_table(const JsonTree& json, ValueSource& value) {
    if (json.kind != Kind::object) expected(json, "an object: what stands in the column, and what it means");
    for (const auto& [key, meaning] : json.members) {
        value.table.emplace_back(key, meaning.kind == Kind::null ? std::nullopt : std::optional(text_of(meaning)));
    }
}

ValueSource MappingReader::value(const JsonTree& json, const IsWord& is_word) {
    ValueSource value;
    value.position = json.position;
    if (json.kind == Kind::object) {
        value_members(value, is_word).read(json);
        if (!value.is_given()) expected(json, "\"column\", \"value\" or \"text\"");
        return value;
    }
    if (json.kind != Kind::string && json.kind != Kind::number) {
        expected(json, "the name of a column, or an object",
                 "Write {\"value\": ...} for words that hold for every row.");
    }
    (is_word && is_word(json.text) ? value.constant.emplace() : value.column) = json.text;
    return value;
}

IdentifierSource MappingReader::identifier(const JsonTree& json) {
    IdentifierSource identifier;
    identifier.value.position = json.position;
    if (json.kind != Kind::object) expected(json, R"(an object: {"scheme": "imo", "column": "IMO"})");
    value_members(identifier.value, {})
        .on("scheme", [&](const JsonTree& scheme) { identifier.scheme = text_of(scheme); })
        .read(json);
    if (!identifier.value.is_given()) expected(json, "\"column\", \"value\" or \"text\"");
    if (find_identifier_scheme(identifier.scheme) == nullptr) {
        expected(json, "\"scheme\", a scheme of identifiers", "Use one of " + listed_schemes() + ".");
    }
    return identifier;
}

EntitySource MappingReader::entity(const JsonTree& json) {
    EntitySource entity;
    if (json.kind != Kind::object) {
        entity.name = value(json);
        return entity;
    }
    entity.name.position = json.position;
    const auto each = [](const JsonTree& list, const auto& take) {
        if (list.kind != Kind::array) return take(list);
        for (const JsonTree& element : list.elements) take(element);
    };
    value_members(entity.name, {})
        .on("kind",
            [&](const JsonTree& kind) {
                entity.kind = value(kind, [](std::string_view word) { return kind_named(word).has_value(); });
            })
        .on("aliases",
            [&](const JsonTree& list) {
                each(list, [&](const JsonTree& alias) { entity.aliases.push_back(value(alias)); });
            })
        .on("identifiers",
            [&](const JsonTree& list) {
                each(list, [&](const JsonTree& one) { entity.identifiers.push_back(identifier(one)); });
            })
        .on("key", [&](const JsonTree& key) { entity.key = value(key); })
        .on("look_up", [&](const JsonTree& files) { entity.look_up = texts_of(files); })
        .read(json);
    if (!entity.is_given()) expected(json, "\"column\", \"value\", \"text\" or \"key\"");
    return entity;
}

Members MappingReader::claim_members(ClaimSource& claim) {
    Members members;
    const auto is_status = [](std::string_view word) { return parse_status(word).has_value(); };
    const auto takes_value = [&](std::string_view name, ValueSource& place, const IsWord& is_word = {}) {
        members.on(name, [this, &place, is_word](const JsonTree& json) { place = value(json, is_word); });
    };
    members.on("subject", [this, &claim](const JsonTree& json) { claim.subject = entity(json); });
    members.on("object", [this, &claim](const JsonTree& json) { claim.object = entity(json); });
    takes_value("relation", claim.relation, is_relation_);
    takes_value("status", claim.status, is_status);
    takes_value("speaker", claim.speaker);
    takes_value("unnamed_speaker", claim.unnamed_speaker);
    takes_value("date", claim.date);
    takes_value("start", claim.start);
    takes_value("end", claim.end);
    takes_value("item", claim.item);
    takes_value("role", claim.role);
    takes_value("percentage", claim.percentage);
    takes_value("confidence", claim.confidence);
    takes_value("place", claim.place);
    return members;
}

// {"owner": "subject", "IMO": "object_identifier:imo"}, as --columns has it.
void MappingReader::read_columns(const JsonTree& json, Mapping& mapping) {
    if (json.kind != Kind::object) expected(json, R"(an object: {"owner": "subject", "company": "object"})");
    for (const auto& [column, role] : json.members) {
        ValueSource value;
        value.column = column;
        value.position = role.position;
        set_role(mapping, text_of(role), std::move(value));
    }
}

void MappingReader::read_recognition(const JsonTree& json, Mapping& mapping) {
    if (json.kind != Kind::object) expected(json, R"(an object: {"columns": [...], "files": [...]})");
    Members()
        .on("columns", [&](const JsonTree& list) { mapping.recognised_columns = texts_of(list); })
        .on("files", [&](const JsonTree& list) { mapping.recognised_files = texts_of(list); })
        .read(json);
}

Mapping MappingReader::read(const JsonTree& root, const std::string& file) {
    if (root.kind != Kind::object) expected(root, "an object", R"(Such as {"columns": {"owner": "subject"}, ...}.)");
    Mapping mapping;
    mapping.name = file;
    ClaimSource shared;
    if (const JsonTree* columns = root.find("columns")) {
        read_columns(*columns, mapping);
        if (!mapping.claims.empty()) shared = std::move(mapping.claims.front());
        mapping.claims.clear();
    }
    std::vector<const JsonTree*> claims;
    const auto ignore = [](const JsonTree&) {};
    const auto takes_value = [&](ValueSource& place) { return [&](const JsonTree& json) { place = value(json); }; };
    claim_members(shared)
        .on("$schema", ignore)
        .on("about", ignore)
        .on("columns", ignore)
        .on("recognise", [&](const JsonTree& json) { read_recognition(json, mapping); })
        .on("header", [&](const JsonTree& json) { mapping.header = texts_of(json); })
        .on("empty", [&](const JsonTree& json) { mapping.empty = texts_of(json); })
        .on("publisher", [&](const JsonTree& json) { mapping.publisher = text_of(json); })
        .on("dates",
            [&](const JsonTree& json) {
                const std::string order = text_of(json);
                if (order != "day-first" && order != "month-first") expected(json, "\"day-first\" or \"month-first\"");
                mapping.dates = order == "day-first" ? DateOrder::day_first : DateOrder::month_first;
            })
        .on("silent_if_empty",
            [&](const JsonTree& json) {
                if (json.kind != Kind::boolean) expected(json, "true or false");
                mapping.is_silent_if_empty = json.text == "true";
            })
        .on("source", takes_value(mapping.source))
        .on("url", takes_value(mapping.url))
        .on("quote", takes_value(mapping.quote))
        .on("record_id", takes_value(mapping.record))
        .on("published", takes_value(mapping.published))
        .on("entities",
            [&](const JsonTree& json) {
                if (json.kind != Kind::array) expected(json, "an array of entities");
                for (const JsonTree& element : json.elements) mapping.entities.push_back(entity(element));
            })
        .on("claims",
            [&](const JsonTree& json) {
                if (json.kind != Kind::array) expected(json, "an array of claims");
                for (const JsonTree& element : json.elements) claims.push_back(&element);
            })
        .read(root);
    for (const JsonTree* const json : claims) {
        if (json->kind != Kind::object) expected(*json, "an object: a claim");
        claim_members(mapping.claims.emplace_back(shared)).read(*json);
    }
    const bool says_a_claim = shared.object.is_given() || shared.relation.is_given();
    if (claims.empty() && says_a_claim) mapping.claims.push_back(shared);
    if (claims.empty() && !says_a_claim && shared.subject.is_given()) mapping.entities.push_back(shared.subject);
    for (const ClaimSource& claim : mapping.claims) {
        if (claim.subject.is_given() && claim.object.is_given()) continue;
        expected(root, std::string("a claim's \"") + (claim.subject.is_given() ? "object" : "subject") + "\"",
                 "Name the columns of subject and object, in the claim or beside \"claims\".");
    }
    if (mapping.claims.empty() && mapping.entities.empty()) expected(root, "\"subject\", \"object\" and \"relation\"");
    return mapping;
}

}  // namespace

Mapping parse_mapping(std::string_view json, const std::string& file, const Ontology& ontology) {
    if (json.size() > longest_mapping_bytes)
        throw Error(InputPosition{file}, "larger than 256 KiB, the limit for a mapping");
    return MappingReader(ontology).read(parse_json_tree(json, file), file);
}

bool is_property_mapping(std::string_view json) {
    // Whatever is wrong with it is told by those who read it.
    try {
        return parse_json_tree(json, "").find("triples") != nullptr;
    } catch (const Error&) {
        return false;
    }
}

}  // namespace kith::records
