// Graphs for tests, drawn as arrows:
//
//     const GraphPicture picture("Ada -supplies-> Bo -allied_with- Cy; Cy -backs(planned 0.9 from reuters,ap)-> Ada");
//     picture.projection()      a graph in memory; entities are numbered from 1 in order of appearance
//     picture.write(path)       the same as a database
//
// `-relation-` without a head is for symmetric relations. In brackets, in any order: a status, a confidence (0.5 unless
// given), a share as item ("51%"), `from` sources joined by commas ("paper" unless given), `on` a time, `by` a speaker.
// A kind follows a name's first mention after a colon ("Ada:person"); without one it is an organisation.
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/document.hpp"
#include "graph/entity.hpp"
#include "graph/relation.hpp"
#include "graph/rows/projection.hpp"
#include "graph/store/store_writer.hpp"

namespace kith {

class GraphPicture {
public:
    explicit GraphPicture(std::string_view drawing) {
        std::istringstream chains{std::string(drawing)};
        for (std::string chain; std::getline(chains, chain, ';');) read_chain(chain);
    }

    // Number of an entity in the projection.
    EntityId operator[](std::string_view name) const {
        const auto found = std::ranges::find(entities_, name, &EntityReference::name);
        if (found == entities_.end()) throw std::logic_error("not in the picture: " + std::string(name));
        return found - entities_.begin() + 1;
    }
    Vertex vertex(std::string_view name) const { return static_cast<Vertex>((*this)[name] - 1); }
    std::string name(Vertex vertex) const { return entities_.at(vertex).name; }
    // "Ada Bo Cy"
    std::string names(const std::vector<Vertex>& vertices) const {
        std::string text;
        for (const Vertex one : vertices) text += (text.empty() ? "" : " ") + name(one);
        return text;
    }

    Projection projection() const {
        std::vector<std::pair<EntityId, EntityKind>> entities;
        for (const EntityReference& entity : entities_) {
            entities.emplace_back(static_cast<EntityId>(entities.size()) + 1, entity.kind);
        }
        std::vector<ProjectedClaim> claims;
        for (const Drawn& drawn : claims_) {
            ProjectedClaim claim{
                drawn.subject + 1, Ontology::builtin().find(drawn.relation)->id,           drawn.object + 1,
                drawn.status,      static_cast<int>(std::lround(drawn.confidence * 1000)), {}};
            for (const std::string& source : drawn.sources) claim.sources.push_back(number_of(source));
            claims.push_back(std::move(claim));
        }
        return project(entities, std::move(claims));
    }

    // Each source is a document that bears its name as publisher.
    void write(const std::string& path) const {
        StoreWriter writer(path);
        for (const std::string& source : sources_) {
            DocumentRecord document;
            document.location = source;
            document.publisher = source;
            writer.begin(document);
            std::size_t line = 0;
            for (const Drawn& drawn : claims_) {
                ++line;
                if (std::ranges::find(drawn.sources, source) == drawn.sources.end()) continue;
                ClaimRecord claim;
                claim.subject = entities_[static_cast<std::size_t>(drawn.subject)];
                claim.relation = drawn.relation;
                claim.object = entities_[static_cast<std::size_t>(drawn.object)];
                claim.status = drawn.status;
                claim.confidence = drawn.confidence;
                claim.time = drawn.time;
                claim.item = drawn.item;
                if (!drawn.speaker.empty()) claim.speaker = EntityReference{drawn.speaker, EntityKind::person, {}, {}};
                claim.sentence = {line, line + 1};
                claim.line = line;
                writer.add(claim);
            }
        }
        writer.commit();
    }

private:
    struct Drawn {
        EntityId subject = 0, object = 0;  // places in entities_
        std::string relation;
        Status status = Status::actual;
        double confidence = 0.5;
        std::vector<std::string> sources;
        std::string time, speaker, item;
    };

    static std::string trimmed(std::string_view text) {
        const std::size_t first = text.find_first_not_of(" \n");
        if (first == std::string_view::npos) return {};
        return std::string(text.substr(first, text.find_last_not_of(" \n") - first + 1));
    }

    EntityId entity(std::string_view drawn) {
        const std::size_t colon = drawn.find(':');
        const std::string name = trimmed(drawn.substr(0, colon));
        if (name.empty()) throw std::logic_error("a name is missing in the picture");
        const auto found = std::ranges::find(entities_, name, &EntityReference::name);
        if (found != entities_.end()) return found - entities_.begin();
        const auto kind = colon == std::string_view::npos ? EntityKind::organisation
                                                          : parse_entity_kind(trimmed(drawn.substr(colon + 1))).value();
        entities_.push_back({name, kind, name, {}});
        return static_cast<EntityId>(entities_.size()) - 1;
    }

    std::uint32_t number_of(const std::string& source) const {
        return static_cast<std::uint32_t>(std::ranges::find(sources_, source) - sources_.begin());
    }

    void read_chain(std::string_view chain) {
        if (trimmed(chain).empty()) return;
        std::size_t at = chain.find(" -");
        EntityId left = entity(chain.substr(0, at));
        while (at != std::string_view::npos) {
            const std::size_t begin = at + 2;
            const std::size_t bracket = chain.find('(', begin);
            std::size_t end = chain.find('-', begin);
            if (bracket < end) end = chain.find('-', chain.find(')', begin));
            const std::string tie = trimmed(chain.substr(begin, end - begin));
            const std::size_t next = end + (chain.substr(end, 2) == "->" ? 2 : 1);
            at = chain.find(" -", next);
            const EntityId right = entity(chain.substr(next, at - next));
            read_tie(tie, left, right);
            left = right;
        }
    }

    void read_tie(const std::string& tie, EntityId left, EntityId right) {
        Drawn drawn;
        drawn.subject = left;
        drawn.object = right;
        const std::size_t bracket = tie.find('(');
        drawn.relation = trimmed(tie.substr(0, bracket));
        if (!Ontology::builtin().find(drawn.relation)) throw std::logic_error("no relation " + drawn.relation);
        std::string sources = "paper";
        if (bracket != std::string::npos) {
            std::istringstream words(tie.substr(bracket + 1, tie.find(')') - bracket - 1));
            for (std::string word; words >> word;) {
                if (word == "from") {
                    words >> sources;
                } else if (word == "on") {
                    words >> drawn.time;
                } else if (word == "by") {
                    words >> drawn.speaker;
                } else if (word.ends_with('%')) {
                    drawn.item = word;
                } else if (const auto status = parse_status(word)) {
                    drawn.status = *status;
                } else {
                    std::from_chars(word.data(), word.data() + word.size(), drawn.confidence);
                }
            }
        }
        std::istringstream names(sources);
        for (std::string source; std::getline(names, source, ',');) {
            drawn.sources.push_back(source);
            if (std::ranges::find(sources_, source) == sources_.end()) sources_.push_back(source);
        }
        claims_.push_back(std::move(drawn));
    }

    std::vector<EntityReference> entities_;
    std::vector<Drawn> claims_;
    std::vector<std::string> sources_;
};

}  // namespace kith
