#include "ingest/text/antecedents.hpp"

#include <map>

namespace kith::text {

void Antecedents::apply(Document& document) const {
    for (const Reference& reference : document.references) {
        std::map<ActorIndex, double> shares;
        ActorIndex best;
        double most = reference.nobody;
        for (const Antecedent& name : reference.names) {
            const ActorIndex actor = document.mentions[name.mention].actor;
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
