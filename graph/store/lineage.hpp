// Which documents copy one another: twenty printings of one wire story are one source.
//
// Every sentence of six words or more has a fingerprint, a hash of its letters and digits. A document whose
// fingerprints are for half or more those of an earlier one, or the other way round, joins its lineage. This finds
// reprints, cut and extended ones too, and can be explained ("they share 12 of 18 sentences"); a quote of a sentence or
// two does not join. After Broder's containment (On the resemblance and containment of documents, 1997), with sentences
// as shingles.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/document.hpp"
#include "graph/store/database.hpp"

namespace kith {

// Nothing for a sentence too short to tell.
std::optional<std::int64_t> sentence_fingerprint(std::string_view sentence);

class LineageFinder {
public:
    explicit LineageFinder(const Database& database);

    // The lineage of the stored document that this one copies most of; nothing where it copies none.
    std::optional<DocumentId> find(const std::vector<std::int64_t>& fingerprints);

private:
    Statement sharing_;
    Statement size_;
    Statement lineage_;
};

}  // namespace kith
