#include "ingest/text/frames.hpp"

#include <charconv>

#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "graph/relation.hpp"
#include "ingest/text/table.hpp"

KITH_EMBEDDED(frames_tsv)

namespace kith::text {
namespace {

double hundredths(std::string_view field) {
    int percent = 0;
    std::from_chars(field.data(), field.data() + field.size(), percent);
    return percent / 100.0;
}

}  // namespace

const Frames& Frames::builtin() {
    static const Frames frames;
    return frames;
}

Frames::Frames() {
    for (const Row& row : rows(frames_tsv())) {
        if (!Ontology::builtin().find(row[2])) {
            throw Error(Place{"frames.tsv"}, "unknown relation \"" + std::string(row[2]) + '"');
        }
        Table& table = row[0] == "verb" ? verbs_ : nouns_;
        const std::string rule =
            std::string(row[0]) + ' ' + std::string(split(row[1], '|').front()) + ' ' + std::string(row[2]);
        for (const std::string_view lemma : split(row[1], '|')) {
            table[lemma].push_back({std::string(row[2]), split(row[3], '|'), split(row[4], '|'), row[5],
                                    hundredths(row[6]), hundredths(row[7]), rule});
        }
    }
}

const std::vector<Frame>& Frames::find(const Table& table, std::string_view lemma) {
    static const std::vector<Frame> no_frames;
    const auto found = table.find(lemma);
    return found == table.end() ? no_frames : found->second;
}

}  // namespace kith::text
