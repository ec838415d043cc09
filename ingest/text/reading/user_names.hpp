// Names of a user's gazetteer in the text, found as they are written, also where the net takes them for no name or for a
// part of one.
//
//     const UserNames names(document, model.kinds());
//     mentions = names.among(std::move(mentions), window);
//
// They come before pairs of mentions are asked about, so that what is told of them is found, too.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/text/reading/tagged_mentions.hpp"
#include "ingest/text/reading/windows.hpp"
#include "ingest/text/words/document.hpp"

namespace kith::text {

class UserNames {
public:
    // `kinds`: of names, as the net counts them. Both must outlive this.
    UserNames(const Document& document, const std::vector<std::string>& kinds);

    // What the net found in the window's body with the user's names: of those that overlap the longer one stays, of
    // equals the user's.
    std::vector<TaggedMention> among(std::vector<TaggedMention> found, const Window& window) const;

private:
    struct Name {
        Range tokens;
        std::uint32_t kind = 0;  // as the net counts
    };

    std::optional<Name> longest_at(std::size_t begin, std::size_t end) const;
    std::uint32_t net_kind(EntityKind kind) const;

    const Document& document_;
    const std::vector<std::string>& kinds_;
    std::vector<Name> names_;  // in text order; they do not overlap
};

}  // namespace kith::text
