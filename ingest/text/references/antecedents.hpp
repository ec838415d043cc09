// Antecedents: gives each reference the actor that it most likely stands for.
//
//     "Putin denounced the move. He vowed ..."    He -> Vladimir Putin
//
// The probabilities of all names of one actor count together. It is given nobody where it is as likely somebody else, or
// nobody named nearby, and nobody whom its noun cannot stand for ("the statement" is not who made it), nor by "she" one whom
// the article calls he or Mr.
#pragma once

#include "ingest/text/words/component.hpp"

namespace kith::text {

class Antecedents final : public Component {
public:
    std::string_view name() const override { return "antecedents"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
