// What people know better than the sources' words tell: that two entities are one, or are not, or that a document
// should not count. Each is one transaction on a database file, by names, and can be taken back.
//
//     merge_entities("war.db", "Wagner Group", "Africa Corps", notes);
//     split_entities("war.db", "Wagner Group", "Africa Corps", notes);   // as they were before
//
// Errors are thrown before anything is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/document.hpp"
#include "graph/entity.hpp"
#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

// Who judges, in the judgements that these write, where nobody says who.
inline constexpr std::string_view user_judge = "user";

struct MergedPair {
    Entity kept;
    Entity joined;  // stands under the other's name now
};

// Judges the two named entities the same, as they were born: what is merged with either comes along, and stays with it
// if the two are parted again. Kinds that cannot be one (a person and a company) are refused unless `of_any_kind`.
// `notes` tells which of several entities a name was taken for.
MergedPair merge_entities(const std::string& database, const std::string& kept, const std::string& joined,
                          bool of_any_kind, std::vector<std::string>& notes,
                          const std::string& judge = std::string(user_judge));

// Withdraws the judge's judgements that hold the two together: of each chain of them the latest. What is judged the
// same as either stays with it. Where kith joined the two by itself, they are judged different, so that it does not do so
// again.
void split_entities(const std::string& database, const std::string& kept, const std::string& parted,
                    std::vector<std::string>& notes, const std::string& judge = std::string(user_judge));

// Two people of one name: in these documents, named as forget_documents takes them, whoever goes by `name` is somebody
// else from now on, by `new_name`; where that is empty, by the old one with a number. Withdrawing the judgement that this
// makes gives all back.
struct SplitOff {
    Entity whole, part;
    std::size_t documents = 0;
};
SplitOff split_by_documents(const std::string& database, const std::string& name,
                            const std::vector<std::string>& documents, const std::string& new_name,
                            std::vector<std::string>& notes, const std::string& judge = std::string(user_judge));

// Judges the two named entities "different", or "unsure": kith neither joins them nor asks about them again.
MergedPair judge_entities(const std::string& database, const std::string& one, const std::string& other,
                          std::string_view verdict, const std::string& judge, std::vector<std::string>& notes);

// Withdraws a judgement; one of kith's own by judging the two different. Gives what it was. Throws Error: there is none.
Judgement withdraw_judgement(const std::string& database, std::int64_t id, const std::string& judge);

// Who judges a claim, and when: no clock is asked, so that the same input gives the same file.
struct Judge {
    std::string name = std::string(user_judge);
    std::string decided{};  // partial date; empty: not told
};

// Judges a claim confirmed or rejected, and gives the judgement's number.
std::int64_t judge_claim(const std::string& database, ClaimId claim, ClaimVerdict verdict, const Judge& by);

// What a claim should say; what is empty stays as the extractor said it.
struct CorrectionWords {
    std::string subject{}, relation{}, object{}, status{};
    bool turned = false;  // subject and object change places, before they are replaced
};
std::int64_t correct_claim(const std::string& database, ClaimId claim, const CorrectionWords& words, const Judge& by,
                           std::vector<std::string>& notes);

// Throws Error where there is none of that number.
void withdraw_claim_judgement(const std::string& database, std::int64_t judgement);

struct Forgotten {
    std::vector<Document> documents;
    std::int64_t claims = 0, entities = 0, evidence = 0;  // that went with them
};

// Takes out the documents read from a location, or the one of that number where no location is written so.
Forgotten forget_documents(const std::string& database, const std::string& document);

}  // namespace kith
