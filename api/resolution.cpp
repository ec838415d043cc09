#include "api/resolution.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "api/told_references.hpp"
#include "graph/error.hpp"
#include "graph/resolution/candidates.hpp"
#include "graph/resolution/duplicates.hpp"
#include "graph/resolution/joins.hpp"
#include "graph/resolution/named_entities.hpp"
#include "query/words.hpp"

namespace kith {
namespace {

// What an engine has counted, and gives along with the profiles.
class GivenFacts final : public PairFacts {
public:
    bool are_called_alike(EntityId one, EntityId other) override { return called_.contains(std::minmax(one, other)); }
    std::vector<Bearer> bearers_of_name(const EntityProfile& single) override {
        std::vector<Bearer> bearers;
        if (const auto found = bearers_.find(single.id); found != bearers_.end()) {
            for (const GivenBearer& each : found->second) bearers.push_back({each.id, &each.name, each.weight});
        }
        return bearers;
    }
    const Company& company(EntityId entity) override { return companies_[entity]; }

    void add_called(EntityId one, EntityId other) { called_.insert(std::minmax(one, other)); }
    void add(EntityId entity, const Json& profile, std::int64_t all_documents) {
        if (profile.contains("bearers")) {
            for (const Json& each : profile.at("bearers")) {
                bearers_[entity].push_back({each.at("id").get<EntityId>(),
                                            words_of_person(each.at("name").get<std::string>()),
                                            each.at("weight").get<std::int64_t>()});
            }
        }
        if (!profile.contains("documents")) return;
        std::vector<Company::Other> others;
        for (const Json& each : profile.value("company", Json::array())) {
            others.push_back({each.at("id").get<EntityId>(), each.at("together").get<std::int64_t>(),
                              each.at("documents").get<std::int64_t>()});
        }
        std::ranges::sort(others, {}, &Company::Other::entity);
        companies_.emplace(entity,
                           Company(others, profile.at("documents").get<std::vector<std::int64_t>>(), all_documents));
    }

private:
    struct GivenBearer {
        EntityId id = 0;
        NameWords name{};
        std::int64_t weight = 0;
    };
    std::set<std::pair<EntityId, EntityId>> called_;
    std::unordered_map<EntityId, std::vector<GivenBearer>> bearers_;
    std::unordered_map<EntityId, Company> companies_;
};

EntityProfile profile_in(const Json& json) {
    EntityProfile profile;
    profile.id = json.at("id").get<EntityId>();
    profile.name = json.at("name").get<std::string>();
    const auto kind = parse_entity_kind(json.at("kind").get<std::string>());
    if (!kind) throw Error("there is no kind of entity " + json.at("kind").dump());
    profile.kind = *kind;
    profile.add(profile.name);
    for (const std::string& name : json.value("further_names", std::vector<std::string>())) {
        if (profile.names.size() < EntityProfile::most_names) profile.add(name);
    }
    for (const std::string& each : json.value("identifiers", std::vector<std::string>()))
        profile.identifiers.push_back(parse_identifier(each));
    profile.well_known = json.value("well_known", false);
    profile.only_read = json.value("only_read", false);
    profile.weight = json.value("weight", std::int64_t{0});
    return profile;
}

// Profiles, the pairs of them that are asked about, and a scorer of these.
struct Question {
    explicit Question(const Json& input) {
        const auto all_documents = input.value("all_documents", std::int64_t{0});
        for (const Json& each : input.at("profiles")) {
            profiles.push_back(profile_in(each));
            facts.add(profiles.back().id, each, all_documents);
        }
        if (!std::ranges::is_sorted(profiles, {}, &EntityProfile::id))
            throw Error("the profiles do not stand in order of their ids");
        for (const Json& each : input.value("pairs", Json::array())) {
            pairs.push_back(pair_in(each));
            if (each.value("called", false)) add_called(pairs.back());
        }
        for (const Json& each : input.value("called", Json::array())) add_called(pair_in(each));
    }

    ProfilePair pair_in(const Json& json) const {
        const ProfilePair pair(json.at("one").get<std::size_t>(), json.at("other").get<std::size_t>());
        if (pair.first >= pair.second || pair.second >= profiles.size())
            throw Error("a pair is not two numbers of profiles, the smaller first");
        return pair;
    }
    void add_called(const ProfilePair& pair) { facts.add_called(profiles[pair.first].id, profiles[pair.second].id); }

    std::vector<EntityProfile> profiles{};
    GivenFacts facts{};
    std::vector<ProfilePair> pairs{};
    PairScorer scorer{profiles, facts};
};

// How much an engine has to gather, and what becomes of a probability.
Json limits(const Json& /*input*/) {
    return {{"most_names", EntityProfile::most_names},
            {"most_bearers_of_alias", EntityProfile::most_bearers_of_alias},
            {"most_bearers", most_bearers},
            {"most_documents_of_company", most_documents_of_company},
            {"most_named_in_company", most_named_in_company},
            {"ask_from", ask_from},
            {"join_from", join_from}};
}

Json references(const Json& input) {
    return json_of(told_references(input.at("lines").get<std::vector<std::string>>()));
}

Json entities(const Json& input) {
    std::vector<EntityReference> given;
    for (const Json& each : input.at("references"))
        given.push_back(reference_in(each.is_string() ? Json::parse(each.get<std::string>()) : each));
    const NamedEntities named = name_entities(given);
    Json found = Json::array();
    for (const NamedEntity& each : named.entities) {
        Json names = Json::array(), identifiers = Json::array();
        for (const NamedEntity::Name& name : each.names)
            names.push_back({{"key", name.key}, {"name", name.name}, {"origin", name.origin}});
        for (const Identifier& identifier : each.identifiers) {
            if (find_identifier_scheme(identifier.scheme) != nullptr) identifiers.push_back(to_string(identifier));
        }
        found.push_back({{"made_by", each.made_by},
                         {"name", each.name},
                         {"kind", to_string(each.kind)},
                         {"names", std::move(names)},
                         {"identifiers", std::move(identifiers)}});
    }
    return {{"entities", std::move(found)}, {"of", named.of}};
}

Json blocking_keys(const Json& input) {
    Json answer = Json::array();
    for (const Json& each : input.at("profiles")) {
        const EntityProfile profile = profile_in(each);
        std::map<std::string, std::size_t> keys;
        each_blocking_key(profile, [&](const BlockingKey& key) { keys.emplace(key.text, key.most_entities); });
        Json told = Json::array();
        for (const auto& [key, most] : keys) told.push_back({{"key", key}, {"most_entities", most}});
        const NameWord* const single = profile.is_person() ? single_word(profile) : nullptr;
        answer.push_back({{"keys", std::move(told)},
                          {"known_by", single != nullptr ? Json(single->text) : Json(nullptr)},
                          {"bears", words_borne_by(profile)}});
    }
    return {{"profiles", std::move(answer)}};
}

Json contradictions(const Json& input) {
    Question question(input);
    Json answer = Json::array();
    for (const auto& [one, other] : question.pairs) answer.push_back(question.scorer.contradict(one, other));
    return {{"contradictory", std::move(answer)}};
}

// Null: the two cannot be one, whatever the probability.
Json scores(const Json& input) {
    Question question(input);
    Json answer = Json::array();
    for (const auto& [one, other] : question.pairs) {
        const PairScore score = question.scorer.score(one, other);
        answer.push_back(score.contradictory ? Json(nullptr) : Json(score.probability));
    }
    return {{"probabilities", std::move(answer)}};
}

// Of each profile, the number of that whose name is kept.
Json joins(const Json& input) {
    Question question(input);
    std::vector<ScoredPair> pairs;
    for (std::size_t i = 0; i < question.pairs.size(); ++i) {
        ScoredPair& pair = pairs.emplace_back();
        pair.pair = question.pairs[i];
        pair.score.probability = input.at("pairs").at(i).at("probability").get<double>();
    }
    std::vector<std::size_t> kept(question.profiles.size());
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i] = i;
    for (const auto& [near, far] : join_pairs(question.profiles, std::move(pairs), question.scorer, {}).made)
        kept[far] = kept[near];
    return {{"kept", kept}};
}

struct Step {
    std::string_view name;
    Json (*take)(const Json&);
};
constexpr std::array steps{Step{"limits", limits},
                           Step{"references", references},
                           Step{"entities", entities},
                           Step{"blocking_keys", blocking_keys},
                           Step{"contradictions", contradictions},
                           Step{"scores", scores},
                           Step{"joins", joins}};

}  // namespace

Json take_step(std::string_view step, const Json& input) {
    const auto found = std::ranges::find(steps, step, &Step::name);
    if (found == steps.end()) {
        std::string names;
        for (const Step& each : steps) names += (names.empty() ? "" : ", ") + std::string(each.name);
        throw UnknownWord("there is no step \"" + std::string(step) + '"', "Take one of " + names + ".");
    }
    try {
        return found->take(input);
    } catch (const Json::exception& error) {
        throw Error("the input of \"" + std::string(step) + "\" cannot be used: " + error.what());
    }
}

}  // namespace kith
