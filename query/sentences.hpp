// Sentences of texts as quotes, and where two entities are named together: what to show where there is no claim.
#pragma once

#include "graph/store/mentions.hpp"
#include "graph/store/store.hpp"
#include "query/result.hpp"

namespace kith {

QuoteView quote_of(const Store& store, const SentenceFound& sentence);
std::vector<QuoteView> quotes_of(const Store& store, const std::vector<SentenceFound>& sentences);

// A few of the sentences that name both.
JointMentions joint_mentions(const Store& store, EntityId one, EntityId other);

}  // namespace kith
