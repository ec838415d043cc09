#include "ingest/text/antecedents.hpp"

#include <map>

namespace kith::text {

void Antecedents::apply(Document& document) const {
    for (const Reference& reference : document.references) {
        std::map<std::size_t, double> shares;  // by actor
        std::size_t best = none;
        double most = reference.nobody;
        for (const Antecedent& name : reference.names) {
            const std::size_t actor = document.mentions[name.mention].actor;
            if (actor == none) continue;
            const double share = shares[actor] += name.probability;
            if (share > most) {
                most = share;
                best = actor;
            }
        }
        document.mentions[reference.mention].actor = best;
    }
}

}  // namespace kith::text
