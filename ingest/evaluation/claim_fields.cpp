#include "ingest/evaluation/claim_fields.hpp"

namespace kith::evaluation {

std::vector<ComparedName> names_in(const JsonField& field) {
    std::vector<ComparedName> names;
    for (const JsonField& name : field.texts()) names.emplace_back(name.text());
    return names;
}

std::vector<Status> statuses_in(const JsonField& field) {
    std::vector<Status> statuses;
    for (const JsonField& name : field.texts()) {
        const auto status = parse_status(name.text());
        if (!status) name.fail("actual, planned, possible, demanded, denied or former");
        statuses.push_back(*status);
    }
    return statuses;
}

}  // namespace kith::evaluation
