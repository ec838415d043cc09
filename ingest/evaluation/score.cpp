#include "ingest/evaluation/score.hpp"

namespace kith::evaluation {
namespace {

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Tally::precision() const {
    return share(right, found);
}

double Tally::recall() const {
    return share(right, gold);
}

double Tally::f1() const {
    const double sum = precision() + recall();
    return sum == 0.0 ? 0.0 : 2.0 * precision() * recall() / sum;
}

std::span<const MistakeKind> all_mistake_kinds() {
    using enum MistakeKind;
    static constexpr std::array kinds = {missed,          spurious,     wrong_relation,
                                         wrong_direction, wrong_status, wrong_speaker};
    static_assert(kinds.size() == mistake_kind_count);
    return kinds;
}

std::string_view to_string(MistakeKind kind) {
    switch (kind) {
        case MistakeKind::missed:
            return "missed";
        case MistakeKind::spurious:
            return "spurious";
        case MistakeKind::wrong_relation:
            return "wrong_relation";
        case MistakeKind::wrong_direction:
            return "wrong_direction";
        case MistakeKind::wrong_status:
            return "wrong_status";
        case MistakeKind::wrong_speaker:
            return "wrong_speaker";
    }
    return {};
}

}  // namespace kith::evaluation
