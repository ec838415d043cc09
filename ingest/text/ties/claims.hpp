// Claims: turns ties into ClaimRecords, one for each subject, relation, object, status and speaker, named or
// not, of the document, the surest telling first.
#pragma once

#include "ingest/text/words/component.hpp"

namespace kith::text {

class Claims final : public Component {
public:
    std::string_view name() const override { return "claims"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
