#include "graph/resolution/pair_facts.hpp"

#include <map>

namespace kith {

StoreFacts::StoreFacts(const std::vector<EntityProfile>& profiles, const Database& database)
    : profiles_(profiles),
      documents_(database.prepare("SELECT d.id FROM document d WHERE d.id IN (SELECT document FROM mention WHERE "
                                  "entity = ?1) AND d.text IS NOT NULL ORDER BY d.sha256 LIMIT ?2")),
      mentioned_(database.prepare("SELECT DISTINCT entity FROM mention WHERE document = ?1 LIMIT ?2")),
      spread_(database.prepare("SELECT count(DISTINCT document) FROM mention WHERE entity = ?1")),
      document_count_(database.integer("SELECT count(*) FROM document")) {
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        for (const std::string& word : words_borne_by(profiles[i])) bearers_[word].push_back(i);
    }
    Statement rows = database.prepare(
        "SELECT DISTINCT m.entity, n.entity FROM alias m JOIN alias n ON n.key = m.key "
        "WHERE m.origin = 'mention' AND n.origin = 'name' AND m.entity <> n.entity");
    while (rows.step()) called_.emplace(rows.integer(0), rows.integer(1));
}

bool StoreFacts::are_called_alike(EntityId one, EntityId other) {
    return called_.contains({one, other}) || called_.contains({other, one});
}

std::vector<Bearer> StoreFacts::bearers_of_name(const EntityProfile& single) {
    std::vector<Bearer> found;
    const NameWord* const word = single_word(single);
    const auto bearers = word == nullptr ? bearers_.end() : bearers_.find(word->text);
    if (bearers == bearers_.end() || bearers->second.size() > most_bearers) return found;
    for (const std::size_t bearer : bearers->second)
        found.push_back({profiles_[bearer].id, &profiles_[bearer].names.front(), profiles_[bearer].weight});
    return found;
}

const Company& StoreFacts::company(EntityId entity) {
    const auto known = companies_.find(entity);
    return known != companies_.end() ? known->second : companies_.emplace(entity, read_company(entity)).first->second;
}

Company StoreFacts::read_company(EntityId entity) {
    std::vector<std::int64_t> documents;
    for (documents_.bind(1, entity).bind(2, std::int64_t{most_documents_of_company}); documents_.step();)
        documents.push_back(documents_.integer(0));
    std::map<EntityId, std::int64_t> together;
    std::vector<EntityId> named;
    for (const std::int64_t document : documents) {
        named.clear();
        for (mentioned_.bind(1, document).bind(2, std::int64_t{most_named_in_company + 1}); mentioned_.step();)
            named.push_back(mentioned_.integer(0));
        if (named.size() > most_named_in_company) continue;
        for (const EntityId other : named) {
            if (other != entity) ++together[other];
        }
    }
    std::vector<Company::Other> others;
    for (const auto& [other, count] : together) {
        const auto [spread, unknown] = spreads_.try_emplace(other, 0);
        if (unknown) {
            spread_.bind(1, other).step();
            spread->second = spread_.integer(0);
            spread_.reset();
        }
        others.push_back({other, count, spread->second});
    }
    return {others, std::move(documents), document_count_};
}

}  // namespace kith
