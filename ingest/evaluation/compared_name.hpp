// Names as they are compared with the annotation: by their words, not by their spelling.
//
//     ComparedName("the Wagner Group's").same_as(ComparedName("WAGNER GROUP"))   // true
//     ComparedName("Kirby").same_as(ComparedName("John Kirby"))                  // true: half of its words
//
// Words are folded (NFKD, case folded, without marks), initials are joined ("U.S." is "us"), and possessive 's,
// articles, "of" and a few titles go. Two names are the same where the words of one stand in a row in the other and are
// half of it or more. These are the rules of the annotators' own scorer, step by step, so that both give the same
// figures. name_key (graph/name_key) would not: it transliterates, and keeps "of".
#pragma once

#include <string>
#include <vector>

namespace kith::evaluation {

class ComparedName {
public:
    explicit ComparedName(std::string text);

    const std::string& text() const { return text_; }
    // False where either has no words.
    bool same_as(const ComparedName& other) const;
    bool same_as_any(const std::vector<ComparedName>& names) const;

private:
    std::string text_;
    std::vector<std::u32string> words_;
};

}  // namespace kith::evaluation
