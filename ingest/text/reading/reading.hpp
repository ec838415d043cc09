// Reading: the net goes through the article once, window by window, and notes what each says: mentions (names, and
// references such as "he" and "the group"), whom a reference may stand for, and tellings, who is tied to whom.
//
//     "Wagner is preparing to supply Hezbollah with missiles, Kirby said."
//     mentions: Wagner, Hezbollah, Kirby     telling: Wagner -supplies-> Hezbollah .93, planned, says Kirby, missiles
//
// All is about mentions: which of them are one actor is decided later, when the whole article is known. What the net
// knows of a window is forgotten with the window, so that memory grows only with what is found.
#pragma once

#include <memory>

#include "ingest/text/reading/model.hpp"
#include "ingest/text/words/component.hpp"
#include "ingest/text/words/document.hpp"

namespace kith::text {

// A sentence of hostile length has no more pairs than that looked at, and no more tellings noted.
inline constexpr std::size_t max_pairs_per_sentence = 200;
inline constexpr std::size_t max_detail_words = 12;

class Reading final : public Component {
public:
    explicit Reading(std::shared_ptr<const ModelSource> source) : source_(std::move(source)) {}
    std::string_view name() const override { return "reading"; }
    void apply(Document& document) const override;

private:
    std::shared_ptr<const ModelSource> source_;
};

}  // namespace kith::text
