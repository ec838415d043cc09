#include "query/corrections.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "graph/error.hpp"
#include "graph/resolution/duplicates.hpp"
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

// The entity, as it was born, that a name means within what it is merged with; the whole where no part owns the name.
EntityId born_as(const Store& store, const std::string& name, EntityId whole) {
    for (const EntityId part : store.unmerged_entities(name)) {
        if (store.canonical(part) == whole) return part;
    }
    return whole;
}

// The entity, as it was born, that these documents name and that goes by the name; of those it is merged with, only where
// no other is meant.
EntityId named_in(const Store& store, const std::string& name, EntityId whole, const std::set<DocumentId>& documents) {
    const auto is_named = [&](EntityId id) {
        return std::ranges::any_of(store.documents_naming(id),
                                   [&](DocumentId each) { return documents.contains(each); });
    };
    if (const EntityId born = born_as(store, name, whole); name.starts_with('#') && is_named(born)) return born;
    std::vector<EntityId> named;
    std::ranges::copy_if(store.members(whole), std::back_inserter(named), is_named);
    if (named.empty()) throw Error("none of these documents names " + name, "`kith mentions` tells which do.");
    if (named.size() == 1) return named.front();
    std::string listed;
    for (const EntityId each : named) listed += (listed.empty() ? "#" : ", #") + std::to_string(each);
    throw Error("these documents name several that were joined as " + name + ": " + listed,
                "Split each by its number.");
}

std::string numbered_name(const Store& store, const std::string& name) {
    for (int number = 2;; ++number) {
        std::string numbered = name + " (" + std::to_string(number) + ")";
        if (store.entities_named(numbered).empty()) return numbered;
    }
}

// Brings kith's own judgements up to date, where it has made any: a database read with --no-join stays as it is.
void join_again(StoreWriter& writer) {
    const std::vector<Judgement> all = writer.store().judgements();
    if (std::ranges::find(all, automatic_judge, &Judgement::judge) != all.end()) join_duplicates(writer);
}

void check_judge(std::string_view judge) {
    if (judge.empty() || judge == automatic_judge)
        throw Error("nobody judges as \"" + std::string(judge) + "\" but kith by itself",
                    "Give another name with --by.");
}

void check_claim_judge(const Judge& by) {
    check_judge(by.name);
    if (!by.decided.empty() && !parse_partial_date(by.decided))
        throw UnknownWord("\"" + by.decided + "\" is no date", "Write 2023, 2023-11 or 2023-11-21.");
}

// A writer for a database that is there, with the write lock taken: what is read through it stays true until commit.
StoreWriter writer_for(const std::string& database) {
    { const Store exists(database); }
    return StoreWriter(database);
}

}  // namespace

MergedPair merge_entities(const std::string& database, const std::string& kept, const std::string& joined,
                          bool of_any_kind, std::vector<std::string>& notes, const std::string& judge) {
    check_judge(judge);
    StoreWriter writer = writer_for(database);
    const Store store = writer.store();
    const EntityId first = find_entity(store, kept, notes), second = find_entity(store, joined, notes);
    MergedPair pair{store.entity(first), store.entity(second)};
    if (pair.kept.id == pair.joined.id) {
        throw Error(kept + " and " + joined + " are one entity already: " + pair.kept.name,
                    "`kith split` takes it apart.");
    }
    if (!of_any_kind && kind_class(pair.kept.kind) != kind_class(pair.joined.kind)) {
        throw Error(pair.kept.name + " is " + with_article(pair.kept.kind) + " and " + pair.joined.name + " " +
                        with_article(pair.joined.kind) + ": they can hardly be one",
                    "If they are all the same, add --force.");
    }
    writer.judge(born_as(store, kept, pair.kept.id), born_as(store, joined, pair.joined.id), "same", judge);
    join_again(writer);
    writer.commit();
    return pair;
}

void split_entities(const std::string& database, const std::string& kept, const std::string& parted,
                    std::vector<std::string>& notes, const std::string& judge) {
    check_judge(judge);
    StoreWriter writer = writer_for(database);
    const Store store = writer.store();
    const EntityId whole = find_entity(store, kept, notes);
    const EntityId first = born_as(store, kept, whole), second = born_as(store, parted, whole);
    if (first == second || store.canonical(second) != whole) {
        throw Error(kept + " and " + parted + " are not merged", "`kith show` tells the names that an entity goes by.");
    }
    const bool had_judged = writer.part(first, second, judge);
    if (had_judged) join_again(writer);
    if (store.canonical(first) == store.canonical(second)) {  // kith finds so by itself
        writer.judge(first, second, "different", judge);
        join_again(writer);
    }
    if (store.canonical(first) == store.canonical(second)) {
        throw Error(kept + " and " + parted + " are also held together by the judgements of others",
                    "`kith judgements` lists them, and `kith unmerge` withdraws one.");
    }
    writer.commit();
}

SplitOff split_by_documents(const std::string& database, const std::string& name,
                            const std::vector<std::string>& documents, const std::string& new_name,
                            std::vector<std::string>& notes, const std::string& judge) {
    check_judge(judge);
    StoreWriter writer = writer_for(database);
    const Store store = writer.store();
    const EntityId whole = find_entity(store, name, notes);
    std::set<DocumentId> ids;
    for (const std::string& each : documents) {
        for (const Document& document : find_documents(store, each)) ids.insert(document.id);
    }
    const EntityId born = named_in(store, name, whole, ids);
    const std::vector<DocumentId> naming = store.documents_naming(born);
    std::vector<DocumentId> parted;
    std::ranges::set_intersection(ids, naming, std::back_inserter(parted));
    if (parted.size() == naming.size()) {
        throw Error("no other document names " + store.entity(whole).name + ": there is nobody to tell it from",
                    "Name only the documents that mean somebody else.");
    }
    const std::string part_name = new_name.empty() ? numbered_name(store, store.entity(whole).name) : new_name;
    SplitOff split{store.entity(whole), {}, parted.size()};
    const EntityId part = writer.split_off(born, parted, part_name, judge);
    join_again(writer);
    split.part = store.entity(part);
    writer.commit();
    return split;
}

MergedPair judge_entities(const std::string& database, const std::string& one, const std::string& other,
                          std::string_view verdict, const std::string& judge, std::vector<std::string>& notes) {
    check_judge(judge);
    StoreWriter writer = writer_for(database);
    const Store store = writer.store();
    const EntityId first = find_entity(store, one, notes), second = find_entity(store, other, notes);
    const EntityId first_born = born_as(store, one, first), second_born = born_as(store, other, second);
    if (first_born == second_born) throw Error(one + " and " + other + " are one entity: " + store.entity(first).name);
    writer.judge(first_born, second_born, verdict, judge);
    join_again(writer);
    if (store.canonical(first_born) == store.canonical(second_born)) {
        throw Error(one + " and " + other + " are held together by other judgements",
                    "`kith judgements` lists them, and `kith unmerge` withdraws one.");
    }
    writer.commit();
    return {store.entity(first_born), store.entity(second_born)};
}

Judgement withdraw_judgement(const std::string& database, std::int64_t id, const std::string& judge) {
    check_judge(judge);
    StoreWriter writer = writer_for(database);
    const std::vector<Judgement> all = writer.store().judgements();
    const auto found = std::ranges::find(all, id, &Judgement::id);
    if (found == all.end())
        throw Error("there is no judgement number " + std::to_string(id), "`kith judgements` lists them.");
    if (found->judge == automatic_judge) {
        writer.judge(found->entity.id, found->other.id, "different", judge);
    } else {
        writer.withdraw(found->entity.id, found->other.id, found->judge);
    }
    join_again(writer);
    writer.commit();
    return *found;
}

std::int64_t judge_claim(const std::string& database, ClaimId claim, ClaimVerdict verdict, const Judge& by) {
    check_claim_judge(by);
    StoreWriter writer = writer_for(database);
    const std::int64_t id = writer.judge_claim(claim, verdict, by.name, std::nullopt, by.decided);
    writer.commit();
    return id;
}

std::int64_t correct_claim(const std::string& database, ClaimId claim, const CorrectionWords& words, const Judge& by,
                           std::vector<std::string>& notes) {
    check_claim_judge(by);
    StoreWriter writer = writer_for(database);
    const Store store = writer.store();
    Correction right = writer.as_said(claim);
    if (words.turned) std::swap(right.subject, right.object);
    const auto replace = [&](EntityId& entity, const std::string& name) {
        if (!name.empty()) entity = born_as(store, name, find_entity(store, name, notes));
    };
    replace(right.subject, words.subject);
    replace(right.object, words.object);
    if (!words.relation.empty()) {
        const Relation& relation = find_relation(store.ontology(), words.relation, "relation");
        right.relation = relation.id;
        const bool by_inverse = relation.name != words.relation;
        if (by_inverse) std::swap(right.subject, right.object);
    }
    if (!words.status.empty()) {
        const auto status = parse_status(words.status);
        if (!status) {
            throw UnknownWord("no source says \"" + words.status + "\"",
                              "Write actual, planned, possible, demanded, denied or former.");
        }
        right.status = *status;
    }
    const std::int64_t id = writer.judge_claim(claim, ClaimVerdict::corrected, by.name, right, by.decided);
    writer.commit();
    return id;
}

void withdraw_claim_judgement(const std::string& database, std::int64_t judgement) {
    StoreWriter writer = writer_for(database);
    if (!writer.withdraw_claim_judgement(judgement)) {
        throw Error("there is no judgement of a claim number " + std::to_string(judgement),
                    "`kith review --judged` lists them.");
    }
    writer.commit();
}

Forgotten forget_documents(const std::string& database, const std::string& document) {
    StoreWriter writer = writer_for(database);
    const Store store = writer.store();
    const Statistics before = store.statistics();
    Forgotten forgotten;
    forgotten.documents = find_documents(store, document);
    for (const Document& each : forgotten.documents) writer.forget(each.id);
    join_again(writer);
    const Statistics after = store.statistics();
    forgotten.claims = before.claims - after.claims;
    forgotten.entities = before.entities - after.entities;
    forgotten.evidence = before.evidence - after.evidence;
    writer.commit();
    return forgotten;
}

}  // namespace kith
