// Documents: what was read, as ingesters hand it over and as the store keeps it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/claim.hpp"

namespace [[gnu::visibility("default")]] kith {

// A name in a text, with the entity it stands for. The span counts bytes of the text.
struct MentionRecord {
    TextSpan span{};
    EntityReference entity{};
};

// A document as an ingester hands it over; spans count bytes of `text`.
struct DocumentRecord {
    std::string location{};  // path or identifier
    std::string title{};
    std::string byline{};
    std::string publisher{};
    std::string published{};            // partial date; empty: unknown
    std::optional<std::string> text{};  // cleaned UTF-8; nothing: only records name this source
    std::vector<TextSpan> sentences{};
    std::vector<MentionRecord> mentions{};

    // Of records with numbers, which come again in a later edition: graph/store/list_editions.
    std::string list{};        // what list it is an edition of; empty: of none
    std::string edition{};     // tells it from others of that list; what is read from one file has the same
    bool is_snapshot = false;  // it is the whole list: what does not stand in it is no longer on the list
    // Of a snapshot in several files: which edition they are together. Empty: this one.
    std::string whole_edition{};
};

// A document as it is stored, without its text.
struct Document {
    DocumentId id = 0;
    std::string location{};
    std::string title{};
    std::string byline{};
    std::string publisher{};
    std::string published{};
    DocumentId lineage = 0;  // id of the first document of its near-duplicates; its own id where it has none
};

}  // namespace kith
