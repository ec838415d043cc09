// Pictures of an analysis as plain words, so that tests read like the sentences they are about.
#pragma once

#include <string>
#include <vector>

#include "ingest/text/pipeline.hpp"

namespace kith::text {

inline Document analysed(std::string text, std::string published = "2024-03-14") {
    Article article;
    article.location = "test.txt";
    article.published = std::move(published);
    article.text = std::move(text);
    return Pipeline::rules().analyse(std::move(article));
}

// "Iran -supplies-> Russia planned, says John Kirby"
inline std::string picture(const ClaimRecord& claim) {
    std::string result = claim.subject.name + " -" + claim.relation + "-> " + claim.object.name;
    if (claim.status != Status::actual) result += " " + std::string(to_string(claim.status));
    if (claim.speaker) result += ", says " + claim.speaker->name;
    return result;
}

inline std::vector<std::string> claims_of(const std::string& text) {
    std::vector<std::string> result;
    for (const ClaimRecord& claim : analysed(text).claims) result.push_back(picture(claim));
    return result;
}

inline bool has_claim(const std::string& text, const std::string& wanted) {
    for (const std::string& claim : claims_of(text)) {
        if (claim == wanted) return true;
    }
    return false;
}

// "Eli Cohen/person"
inline std::vector<std::string> actors_of(const std::string& text) {
    std::vector<std::string> result;
    for (const Actor& actor : analysed(text).actors)
        result.push_back(actor.name + "/" + std::string(to_string(actor.kind)));
    return result;
}

}  // namespace kith::text
