#include "query/export/graph_stream.hpp"

#include <algorithm>
#include <bit>
#include <set>
#include <tuple>
#include <utility>

#include "graph/store/merged_entities.hpp"
#include "graph/store/store_database.hpp"

namespace kith {
namespace {

constexpr std::size_t remembered_entities = 1 << 15;

void insert_entities(const Claim& claim, WrittenEntities wanted, NumberSet& entities) {
    entities.insert(claim.subject);
    entities.insert(claim.object);
    if (wanted != WrittenEntities::all) return;
    if (claim.speaker) entities.insert(*claim.speaker);
    if (claim.place) entities.insert(*claim.place);
}

// Of one claim, the earliest publication first; by what it says, not by when it was read.
auto order_of(const EvidenceWithDocument& each) {
    const Document& document = each.document;
    const Evidence& evidence = each.evidence;
    return std::tuple(document.published.empty(), document.published, document.location, document.publisher,
                      evidence.sentence.begin, evidence.extractor);
}

}  // namespace

void NumberSet::insert(std::int64_t number) {
    const auto bit = static_cast<std::size_t>(std::max<std::int64_t>(number, 0));
    if (bits_.size() <= bit / 64) bits_.resize(bit / 64 + 1);
    bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
}

bool NumberSet::contains(std::int64_t number) const {
    const auto bit = static_cast<std::size_t>(number);
    return number >= 0 && bit / 64 < bits_.size() && (bits_[bit / 64] >> bit % 64 & 1U) != 0;
}

void NumberSet::count() {
    before_.assign(bits_.size(), 0);
    for (std::size_t i = 1; i < bits_.size(); ++i) before_[i] = before_[i - 1] + std::popcount(bits_[i - 1]);
}

std::int64_t NumberSet::place(std::int64_t number) const {
    const auto bit = static_cast<std::size_t>(number);
    const std::uint64_t up_to = bits_[bit / 64] << (63 - bit % 64);
    return before_[bit / 64] + std::popcount(up_to);
}

ExportedEntities::ExportedEntities(const Store& store, const EachClaim& each_claim, WrittenEntities wanted)
    : store_(store), recent_(remembered_entities) {
    if (wanted != WrittenEntities::none) each_claim([&](const Claim& claim) { insert_entities(claim, wanted, all_); });
    all_.count();
}

const ExportedEntity& ExportedEntities::of(EntityId id) const {
    ExportedEntity& place = recent_[static_cast<std::size_t>(id) % recent_.size()];
    if (place.entity.id != id) place = read(id);
    return place;
}

ExportedEntity ExportedEntities::read(EntityId id) const {
    ExportedEntity found{.number = all_.contains(id) ? all_.place(id) : 0, .entity = store_.entity(id)};
    std::set<std::string> aliases;
    for (const Alias& alias : store_.aliases(id)) {
        if (alias.origin != "mention" && alias.name != found.entity.name) aliases.insert(alias.name);
    }
    found.aliases.assign(aliases.begin(), aliases.end());
    std::set<Identifier> told, known;
    const Database& database = database_of(store_);
    Statement rows = database.prepare("SELECT scheme, value, origin FROM identifier WHERE entity = ?1");
    for (const EntityId member : MergedEntities(database).members(id)) {
        for (rows.bind(1, member); rows.step();) {
            (rows.text(2) == "record" ? told : known).insert({std::string(rows.text(0)), std::string(rows.text(1))});
        }
    }
    found.identifiers.assign(told.begin(), told.end());
    std::ranges::set_difference(known, told, std::back_inserter(found.known_identifiers));
    return found;
}

std::vector<std::string> ExportedEntities::schemes() const {
    const Database& database = database_of(store_);
    const MergedEntities merged(database);
    std::vector<std::string> found;
    Statement rows = database.prepare("SELECT scheme, entity FROM identifier ORDER BY scheme");
    while (rows.step()) {
        const bool is_new = found.empty() || found.back() != rows.text(0);
        if (is_new && all_.contains(merged.canonical(rows.integer(1)))) found.emplace_back(rows.text(0));
    }
    return found;
}

void stream_graph(const Store& store, const EachClaim& each_claim, GraphWriter& writer) {
    const ExportedEntities entities(store, each_claim, writer.entities());
    writer.begin(entities.schemes());
    entities.all().each([&](EntityId id) { writer.add(entities.of(id)); });
    ExportedClaim next;
    ExportedEntity subject, object, speaker, place;
    each_claim([&](const Claim& claim) {
        const auto named = [&](std::optional<EntityId> id, ExportedEntity& copy) -> const ExportedEntity* {
            if (!id) return nullptr;
            if (copy.entity.id != *id) copy = entities.of(*id);
            return &copy;
        };
        ++next.number;
        next.claim = claim;
        next.relation = &store.ontology().at(claim.relation);
        next.subject = named(claim.subject, subject);
        next.object = named(claim.object, object);
        next.speaker = named(claim.speaker, speaker);
        next.place = named(claim.place, place);
        next.evidence = store.evidence(claim.id);
        std::ranges::sort(next.evidence, {}, order_of);
        writer.add(next);
    });
    writer.finish();
}

}  // namespace kith
