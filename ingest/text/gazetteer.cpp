#include "ingest/text/gazetteer.hpp"

#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "graph/tsv.hpp"
#include "ingest/text/tokenizer.hpp"
#include "ingest/text/unicode.hpp"

KITH_EMBEDDED(states_tsv)
KITH_EMBEDDED(places_tsv)
KITH_EMBEDDED(bodies_tsv)

namespace kith::text {
namespace {

std::vector<std::string> strings(const std::vector<std::string_view>& views) {
    return {views.begin(), views.end()};
}

std::string joined(const Document& document, Range tokens) {
    std::string result;
    for (std::size_t i = tokens.begin; i < tokens.end; ++i)
        result += (result.empty() ? "" : " ") + surface(document, i);
    return result;
}

}  // namespace

std::string surface(const Document& document, std::size_t token) {
    const std::string_view word = document.text(document.tokens[token].span);
    if (document.tokens[token].lower.find('\'') == std::string::npos) return std::string(word);
    std::string result;
    for (std::size_t i = 0; i < word.size();) {
        const CodePoint point = code_point_at(word, i);
        if (is_apostrophe(point.value)) {
            result += '\'';
        } else {
            result.append(word.substr(i, point.size));
        }
        i += point.size;
    }
    return result;
}

const Gazetteer& Gazetteer::builtin() {
    static const Gazetteer gazetteer;
    return gazetteer;
}

Gazetteer::Gazetteer() {
    for (const TsvRow& row : tsv_rows(states_tsv(), "ingest/text/data/states.tsv", 4, 4)) {
        const std::string state(row[0]);
        const std::size_t entry = add({state, EntityKind::state, state, strings(split(row[3], '|')), false});
        for (const std::string_view demonym : split(row[1], '|')) add_name(demonym, entry, true);
        for (const std::string_view capital : split(row[2], '|')) {
            add({std::string(capital), EntityKind::place, state, {}, true});
        }
    }
    for (const TsvRow& row : tsv_rows(places_tsv(), "ingest/text/data/places.tsv", 3, 3)) {
        add({std::string(row[0]), EntityKind::place, std::string(row[1]), strings(split(row[2], '|')), false});
    }
    for (const TsvRow& row : tsv_rows(bodies_tsv(), "ingest/text/data/bodies.tsv", 4, 4)) {
        const std::optional<EntityKind> kind = parse_entity_kind(row[1]);
        if (!kind) throw Error(row.position_of(1), "unknown kind \"" + std::string(row[1]) + '"');
        const std::size_t entry =
            add({std::string(row[0]), *kind, std::string(row[2]), strings(split(row[3], '|')), false});
        if (*kind == EntityKind::population_group) {
            for (const std::string_view alias : split(row[3], '|')) add_name(alias, entry, true);
        }
    }
}

std::size_t Gazetteer::add(GazetteerEntry entry) {
    const std::size_t index = entries_.size();
    entries_.push_back(std::move(entry));
    add_name(entries_[index].name, index, false);
    for (const std::string& alias : entries_[index].aliases) add_name(alias, index, false);
    return index;
}

// The first of two entries keeps a name that both claim, save that a demonym found later marks it as an adjective.
void Gazetteer::add_name(std::string_view name, std::size_t entry, bool adjective) {
    Document document;
    document.article.text = std::string(name);
    Tokenizer().apply(document);
    if (document.tokens.empty()) return;
    const std::string key = joined(document, {0, document.tokens.size()});
    const auto [node, added] = names_.try_emplace(key, Node{entry, adjective});
    if (!added && node->second.entry == entry) node->second.adjective = adjective;
    folded_.try_emplace(lower(key), node->second);
}

GazetteerMatch Gazetteer::match_all(const Document& document, Range tokens) const {
    const std::string key = joined(document, tokens);
    auto found = names_.find(key);
    if (found == names_.end()) {
        found = folded_.find(lower(key));
        if (found == folded_.end()) return {};
    }
    return {&entries_[found->second.entry], found->second.adjective};
}

const GazetteerEntry* Gazetteer::find(std::string_view name) const {
    const auto found = names_.find(std::string(name));
    return found == names_.end() ? nullptr : &entries_[found->second.entry];
}

}  // namespace kith::text
