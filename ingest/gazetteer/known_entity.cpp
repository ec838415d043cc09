#include "ingest/gazetteer/known_entity.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/claim_rules.hpp"

namespace kith {
namespace {

// An entry with the name that its entity is to get.
struct Recognised {
    GazetteerEntry entry;
    std::string_view name;
};

// A name: "Iranian" in a table is a word for Iran, not its name.
bool is_name(const std::optional<GazetteerMatch>& match) {
    return match && !(match->adjective && match->entry.kind == EntityKind::state);
}

// Whether what is written has no small letters, as on lists.
bool is_in_capitals(std::string_view written) {
    return std::ranges::none_of(written, [](char c) { return ascii::is_letter(c) && !ascii::is_upper(c); });
}

std::optional<Recognised> find(const Gazetteer& gazetteer, std::string_view written) {
    if (const auto match = gazetteer.match_exactly(written); is_name(match))
        return Recognised{match->entry, name_of_known(match->entry, written)};
    if (is_in_capitals(written)) {
        if (const auto match = gazetteer.match(written); is_name(match))
            return Recognised{match->entry, match->entry.name};
    }
    const std::string turned = given_name_first({.name = std::string(written), .kind = EntityKind::person});
    if (turned.empty()) return std::nullopt;
    const bool folds = is_in_capitals(written.substr(0, written.find(',')));
    const auto match = folds ? gazetteer.match(turned) : gazetteer.match_exactly(turned);
    if (!match || match->entry.kind != EntityKind::person) return std::nullopt;
    return Recognised{match->entry, match->entry.name};
}

}  // namespace

std::string_view name_of_known(const GazetteerEntry& entry, std::string_view written) {
    if (entry.kind == EntityKind::state || entry.by_user) return entry.name;
    if (written.find(' ') != written.npos) return written;
    const bool piece = entry.name.starts_with(written) && entry.name.substr(written.size()).starts_with(' ');
    return piece || entry.kind == EntityKind::person ? entry.name : written;
}

EntityReference known_entity(const GazetteerEntry& entry, std::string_view name) {
    EntityReference entity;
    entity.name = name;
    entity.kind = entry.kind;
    entity.aliases = entry.aliases();
    if (name != entry.name) entity.aliases.emplace_back(entry.name);
    std::erase(entity.aliases, name);
    entity.known_identifiers = entry.identifiers();
    return entity;
}

void recognise(const Gazetteer& gazetteer, const EntityKindSet& allowed, bool is_kind_told, EntityReference& entity) {
    auto found = find(gazetteer, entity.name);
    if (!found) return;
    const auto may_be = [&](EntityKind kind) { return allowed.test(static_cast<std::size_t>(kind)); };
    const bool is_open = !is_kind_told || entity.kind == EntityKind::organisation;
    if (is_open && found->entry.capital && !may_be(EntityKind::place) && may_be(EntityKind::state)) {
        const auto state = gazetteer.match_exactly(found->entry.state);
        if (!state) return;
        found = Recognised{state->entry, state->entry.name};
    }
    const EntityKind kind = found->entry.kind;
    if (is_open ? !may_be(kind) : kind_class(kind) != kind_class(entity.kind)) return;
    EntityReference known = known_entity(found->entry, found->name);
    for (std::string& alias : entity.aliases) {
        if (alias != known.name && std::ranges::find(known.aliases, alias) == known.aliases.end())
            known.aliases.push_back(std::move(alias));
    }
    entity.name = std::move(known.name);
    entity.aliases = std::move(known.aliases);
    entity.known_identifiers = std::move(known.known_identifiers);
    if (is_open || (entity.kind == EntityKind::place && may_be(kind))) entity.kind = kind;
}

}  // namespace kith
