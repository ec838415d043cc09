#include "ingest/text/gazetteer.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "graph/tsv.hpp"
#include "ingest/text/unicode.hpp"

KITH_EMBEDDED(states_tsv)
KITH_EMBEDDED(leaders_tsv)
KITH_EMBEDDED(international_tsv)
KITH_EMBEDDED(armed_groups_tsv)
KITH_EMBEDDED(government_tsv)
KITH_EMBEDDED(bodies_tsv)
KITH_EMBEDDED(parties_tsv)
KITH_EMBEDDED(media_tsv)
KITH_EMBEDDED(companies_tsv)
KITH_EMBEDDED(weapons_tsv)
KITH_EMBEDDED(events_tsv)
KITH_EMBEDDED(ministries_tsv)
KITH_EMBEDDED(misp_terrorist_groups_tsv)
KITH_EMBEDDED(misp_agencies_tsv)
KITH_EMBEDDED(ofac_organisations_tsv)
KITH_EMBEDDED(ofac_vessels_tsv)
KITH_EMBEDDED(places_tsv)
KITH_EMBEDDED(cities_tsv)

namespace kith::text {
namespace {

// Letters and digits, with their capitals: what names are told by.
std::string letters_of(std::string_view name) {
    std::string letters;
    for (const char c : name) {
        if (ascii::is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80) letters += c;
    }
    return letters;
}

std::size_t hash_of(std::string_view letters) {
    return std::hash<std::string_view>{}(letters);
}

std::string lower_case(std::string_view letters) {
    return ascii::is_ascii(letters) ? ascii::lower_case(letters) : lower(letters);
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

std::vector<std::string> GazetteerEntry::aliases() const {
    const std::vector<std::string_view> views = split(alias_list, '|');
    return {views.begin(), views.end()};
}

const Gazetteer& Gazetteer::builtin() {
    static const Gazetteer gazetteer;
    return gazetteer;
}

Gazetteer::Gazetteer() {
    entries_.reserve(1 << 15);
    names_.reserve(1 << 16);
    folded_.reserve(1 << 16);
    add_states();
    // A name that two claim is the first one's.
    using Table = std::pair<const char*, std::string_view>;
    for (const auto& [name, tsv] : {
             Table{"bodies", bodies_tsv()},
             Table{"leaders", leaders_tsv()},
             Table{"international", international_tsv()},
             Table{"armed_groups", armed_groups_tsv()},
             Table{"government", government_tsv()},
             Table{"parties", parties_tsv()},
             Table{"media", media_tsv()},
             Table{"companies", companies_tsv()},
             Table{"weapons", weapons_tsv()},
             Table{"events", events_tsv()},
             Table{"ministries", ministries_tsv()},
             Table{"misp_terrorist_groups", misp_terrorist_groups_tsv()},
             Table{"misp_agencies", misp_agencies_tsv()},
             Table{"ofac_organisations", ofac_organisations_tsv()},
             Table{"ofac_vessels", ofac_vessels_tsv()},
             Table{"places", places_tsv()},
             Table{"cities", cities_tsv()},
         }) {
        add_table("ingest/text/gazetteer/" + std::string(name) + ".tsv", tsv);
    }
}

void Gazetteer::add_states() {
    for (const TsvRow& row : tsv_rows(states_tsv(), "ingest/text/gazetteer/states.tsv", 5, 5)) {
        const std::string_view state = row[0];
        const std::size_t entry = add({state, EntityKind::state, state, row[3], false});
        for (const std::string_view demonym : split(row[1], '|')) add_name(demonym, entry, true);
        for (const std::string_view capital : split(row[2], '|')) {
            add({capital, EntityKind::place, state, {}, true});
        }
    }
}

void Gazetteer::add_table(const std::string& file, std::string_view tsv) {
    for (const TsvRow& row : tsv_rows(tsv, file, 6, 6)) {
        const std::optional<EntityKind> kind = parse_entity_kind(row[1]);
        if (!kind) throw Error(row.position_of(1), "unknown kind \"" + std::string(row[1]) + '"');
        const std::size_t entry = add({row[0], *kind, row[2], row[3], false});
        if (*kind == EntityKind::population_group) {
            for (const std::string_view alias : split(row[3], '|')) add_name(alias, entry, true);
        }
    }
}

std::size_t Gazetteer::add(GazetteerEntry entry) {
    const std::size_t index = entries_.size();
    entries_.push_back(entry);
    add_name(entry.name, index, false);
    for (const std::string_view alias : split(entry.alias_list, '|')) add_name(alias, index, false);
    return index;
}

// The first of two entries keeps a name that both claim, save that a demonym found later marks it as an adjective.
void Gazetteer::add_name(std::string_view name, std::size_t entry, bool adjective) {
    const std::string letters = letters_of(name);
    if (letters.empty()) return;
    const auto [node, added] = names_.try_emplace(hash_of(letters), Node{entry, adjective});
    if (!added && node->second.entry == entry) node->second.adjective = adjective;
    folded_.try_emplace(hash_of(lower_case(letters)), node->second);
}

const Gazetteer::Node* Gazetteer::find_letters(std::string_view letters) const {
    if (letters.empty()) return nullptr;
    const auto found = names_.find(hash_of(letters));
    return found == names_.end() ? nullptr : &found->second;
}

GazetteerMatch Gazetteer::match_all(const Document& document, Range tokens) const {
    std::string name;
    for (std::size_t i = tokens.begin; i < tokens.end; ++i) name += surface(document, i);
    const std::string letters = letters_of(name);
    const Node* node = find_letters(letters);
    if (!node && !letters.empty()) {
        const auto found = folded_.find(hash_of(lower_case(letters)));
        if (found != folded_.end()) node = &found->second;
    }
    return node ? GazetteerMatch{&entries_[node->entry], node->adjective} : GazetteerMatch{};
}

const GazetteerEntry* Gazetteer::find(std::string_view name) const {
    const Node* node = find_letters(letters_of(name));
    return node ? &entries_[node->entry] : nullptr;
}

}  // namespace kith::text
