#include "ingest/gazetteer/known_entity.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/claim_rules.hpp"
#include "graph/names/name_words.hpp"

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
    const auto without_form = match_without_legal_form(gazetteer, written);
    if (const auto match = gazetteer.match_exactly(written); is_name(match)) {
        const bool has_form = without_form && without_form->entry.number == match->entry.number;
        return Recognised{match->entry, has_form ? match->entry.name : name_of_known(match->entry, written)};
    }
    if (is_in_capitals(written)) {
        if (const auto match = gazetteer.match(written); is_name(match))
            return Recognised{match->entry, match->entry.name};
    }
    if (without_form) return Recognised{without_form->entry, without_form->entry.name};
    if (const auto match = match_without_generation(gazetteer, written))
        return Recognised{match->entry, match->entry.name};
    const std::string turned = given_name_first({.name = std::string(written), .kind = EntityKind::person});
    if (turned.empty()) return std::nullopt;
    const bool folds = is_in_capitals(written.substr(0, written.find(',')));
    const auto match = folds ? gazetteer.match(turned) : gazetteer.match_exactly(turned);
    if (!match || match->entry.kind != EntityKind::person) return std::nullopt;
    return Recognised{match->entry, match->entry.name};
}

// "Samuel Alito" of "Samuel A. Alito".
std::string without_middle_initials(std::string_view name) {
    std::string rest;
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        const std::string_view word = name.substr(begin, end - begin);
        const bool is_middle = begin > 0 && end < name.size();
        if (!(is_middle && word.size() == 2 && word[1] == '.')) rest.append(rest.empty() ? "" : " ").append(word);
        begin = end + 1;
    }
    return rest;
}

}  // namespace

std::optional<GazetteerMatch> match_without_generation(const Gazetteer& gazetteer, std::string_view name) {
    const std::size_t blank = name.rfind(' ');
    if (blank == name.npos || !tells_generation(name.substr(blank + 1))) return std::nullopt;
    const std::size_t end = name.find_last_not_of(" ,", blank);
    if (end == name.npos || name.find(' ') > end) return std::nullopt;  // "Trump Jr." is not who is known as Trump
    auto match = gazetteer.match_exactly(name.substr(0, end + 1));
    if (!match) match = gazetteer.match_exactly(without_middle_initials(name.substr(0, end + 1)));
    return match && match->entry.kind == EntityKind::person ? match : std::nullopt;
}

std::optional<GazetteerMatch> match_without_legal_form(const Gazetteer& gazetteer, std::string_view name) {
    const std::string_view bare = without_legal_form(name);
    if (bare.size() == name.size()) return std::nullopt;
    auto match = is_in_capitals(bare) ? gazetteer.match(bare) : gazetteer.match_exactly(bare);
    const bool is_body = match && kind_class(match->entry.kind) == kind_class(EntityKind::company);
    return is_body ? match : std::nullopt;  // "Iran Ltd." is not the state
}

std::string_view name_of_known(const GazetteerEntry& entry, std::string_view written) {
    if (entry.kind == EntityKind::state || entry.by_user) return entry.name;
    const bool is_shortened = entry.kind == EntityKind::place && (written.ends_with('.') || written.size() == 2);
    if (is_shortened) return entry.name;
    if (written.find(' ') != written.npos) return written;
    const bool piece = entry.name.starts_with(written) && entry.name.substr(written.size()).starts_with(' ');
    return piece || entry.kind == EntityKind::person ? entry.name : written;
}

EntityReference known_entity(const GazetteerEntry& entry, std::string_view name) {
    EntityReference entity;
    entity.name = name;
    entity.kind = entry.kind;
    entity.aliases = entry.aliases();
    if (name != entry.name) entity.aliases.emplace_back(entity.known_name = entry.name);
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
    if (contradict(found->entry.identifiers(), entity.identifiers))
        return;  // a namesake: a list's other "National Liberation Army"
    EntityReference known = known_entity(found->entry, found->name);
    for (std::string& alias : entity.aliases) {
        if (alias != known.name && std::ranges::find(known.aliases, alias) == known.aliases.end())
            known.aliases.push_back(std::move(alias));
    }
    entity.name = std::move(known.name);
    entity.known_name = std::move(known.known_name);
    entity.aliases = std::move(known.aliases);
    entity.known_identifiers = std::move(known.known_identifiers);
    if (is_open || (entity.kind == EntityKind::place && may_be(kind))) entity.kind = kind;
}

}  // namespace kith
