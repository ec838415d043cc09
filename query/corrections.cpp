#include "query/corrections.hpp"

#include <algorithm>
#include <iterator>

#include "graph/error.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_writer.hpp"
#include "query/nearest_word.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

// Several versions of one file have one location.
std::vector<Document> find_documents(const Store& store, const std::string& name) {
    const std::vector<Document> all = store.documents();
    std::vector<Document> found;
    std::ranges::copy_if(all, std::back_inserter(found), [&](const Document& each) { return each.location == name; });
    if (!found.empty()) return found;
    std::ranges::copy_if(all, std::back_inserter(found),
                         [&](const Document& each) { return std::to_string(each.id) == name; });
    if (!found.empty()) return found;
    std::vector<std::string> locations;
    for (const Document& each : all) locations.push_back(each.location);
    throw Error(name + ": the database has no such document",
                did_you_mean(name, locations, "`kith stats --documents` lists them."));
}

// The merged entity, and the parts of it that were born with the name to take out.
struct Whole {
    std::vector<EntityId> members;
    std::vector<EntityId> parted;
};

Whole find_whole(const Store& store, const std::string& kept, const std::string& parted,
                 std::vector<std::string>& notes) {
    const EntityId id = find_entity(store, kept, notes);
    Whole whole{store.members(id), {}};
    for (const EntityId part : store.unmerged_entities(parted)) {
        if (store.canonical(part) == id) whole.parted.push_back(part);
    }
    if (whole.parted.empty() || whole.members.size() < 2) {
        throw Error(kept + " and " + parted + " are not merged", "`kith show` tells the names that an entity goes by.");
    }
    return whole;
}

}  // namespace

MergedPair merge_entities(const std::string& database, const std::string& kept, const std::string& joined,
                          std::vector<std::string>& notes) {
    MergedPair pair;
    {
        const Store store(database);
        pair.kept = store.entity(find_entity(store, kept, notes));
        pair.joined = store.entity(find_entity(store, joined, notes));
    }
    if (pair.kept.id == pair.joined.id) {
        throw Error(kept + " and " + joined + " are one entity already: " + pair.kept.name,
                    "`kith split` takes it apart.");
    }
    StoreWriter writer(database);
    writer.judge(pair.kept.id, pair.joined.id, "same", user_judge);
    writer.commit();
    return pair;
}

void split_entities(const std::string& database, const std::string& kept, const std::string& parted,
                    std::vector<std::string>& notes) {
    const Whole whole = find_whole(Store(database), kept, parted, notes);
    StoreWriter writer(database);
    bool any = false;
    for (const EntityId part : whole.parted) {
        for (const EntityId other : whole.members) any = writer.withdraw(part, other, user_judge) || any;
    }
    if (!any) {
        throw Error(kept + " and " + parted + " were not made one by `kith merge`",
                    "Only a user's own judgements are withdrawn.");
    }
    writer.commit();
}

Forgotten forget_documents(const std::string& database, const std::string& document) {
    Forgotten forgotten;
    Statistics before;
    {
        const Store store(database);
        before = store.statistics();
        forgotten.documents = find_documents(store, document);
    }
    StoreWriter writer(database);
    for (const Document& each : forgotten.documents) writer.forget(each.id);
    writer.commit();
    const Statistics after = Store(database).statistics();
    forgotten.claims = before.claims - after.claims;
    forgotten.entities = before.entities - after.entities;
    forgotten.evidence = before.evidence - after.evidence;
    return forgotten;
}

}  // namespace kith
