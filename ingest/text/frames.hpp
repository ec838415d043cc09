// Frames: which verbs and nouns express which relation between what stands in which of their places.
// data/frames.tsv holds them; its head explains the columns.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith::text {

struct Frame {
    std::string relation;
    std::vector<std::string_view> subject;  // places, the first filled one counts
    std::vector<std::string_view> object;
    std::string_view item;
    double confidence = 0.0;
    double near_confidence = 0.0;  // where one place is open and the nearest name fills it; 0: not done
    std::string rule;              // "verb supply": names the frame in Tie::rule
};

class Frames {
public:
    static const Frames& builtin();

    // Frames of a lemma; empty: none.
    const std::vector<Frame>& of_verb(std::string_view lemma) const { return find(verbs_, lemma); }
    const std::vector<Frame>& of_noun(std::string_view lemma) const { return find(nouns_, lemma); }

private:
    using Table = std::unordered_map<std::string_view, std::vector<Frame>>;
    Frames();
    static const std::vector<Frame>& find(const Table& table, std::string_view lemma);

    Table verbs_, nouns_;
};

}  // namespace kith::text
