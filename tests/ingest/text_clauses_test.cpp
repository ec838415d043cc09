#include <doctest/doctest.h>

#include "ingest/text_picture.hpp"

namespace kith::text {
namespace {

// The subject, object and complements of the clause whose verb has this lemma: "Iran | missiles | to Russia".
std::string clause_of(const std::string& text, const std::string& lemma) {
    const Document document = analysed(text);
    const auto words = [&](const Argument& argument) {
        std::string result;
        for (const std::size_t p : argument.phrases) {
            result += (result.empty() ? "" : " & ") + std::string(document.text(document.phrases[p].tokens));
        }
        return result;
    };
    for (const Clause& clause : document.clauses) {
        if (document.tokens[document.phrases[clause.verb].head].lemma != lemma) continue;
        std::string result = words(clause.subject) + " | " + words(clause.object);
        for (const Argument& complement : clause.complements)
            result += " | " + complement.preposition + " " + words(complement);
        return result;
    }
    return "no such verb";
}

TEST_CASE("a clause has its subject, object and complements") {
    CHECK(clause_of("Oman sent two ships to Yemen.", "send") == "Oman | two ships | to Yemen");
}

TEST_CASE("the subject is found past prepositions, appositions and relative clauses") {
    CHECK(clause_of("The head of the army fled.", "flee") == "The head | ");
    CHECK(clause_of("Oman, a Gulf state, sent ships.", "send") == "Oman | ships");
    CHECK(clause_of("Oman, which borders Yemen, sent ships.", "send") == "Oman | ships");
}

TEST_CASE("an infinitive takes over the subject, or the object of a verb like urge") {
    CHECK(clause_of("Oman plans to send ships.", "send") == "Oman | ships");
    CHECK(clause_of("Oman urged Yemen to send ships.", "send") == "Yemen | ships");
}

TEST_CASE("coordinated verbs share subject and object") {
    CHECK(clause_of("Oman bought and sent ships.", "send") == "Oman | ships");
    CHECK(clause_of("Oman bought and sent ships.", "buy") == "Oman | ships");
}

TEST_CASE("lists are coordinated, the subject of the next clause is not") {
    CHECK(clause_of("Oman met Qatar, Kuwait and Iraq.", "meet") == "Oman | Qatar & Kuwait & Iraq");
    CHECK(clause_of("Oman met Qatar and Iraq left.", "meet") == "Oman | Qatar");
}

}  // namespace
}  // namespace kith::text
