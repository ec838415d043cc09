#include "graph/rows/claim_rows.hpp"

#include <system_error>

#include "graph/error.hpp"
#include "graph/store/claim_conditions.hpp"
#include "graph/store/store_database.hpp"

namespace kith {

namespace {

constexpr std::size_t worth_a_thread = 100'000;
constexpr std::size_t batch_size = 1 << 18;  // 8 MB

std::string sql(const Store& store, const ClaimFilter& filter, const std::string& where, std::string_view index) {
    std::string text = "SELECT c.subject, c.relation, c.object, c.status, c.confidence, c.id";
    if (filter.since || filter.until) text += ", c.day, c.time";
    return text + " FROM claim c INDEXED BY " + std::string(index) + " WHERE " + where +
           claim_conditions(filter, database_of(store)) +
           " ORDER BY c.subject, c.relation, c.object, c.status, c.confidence";
}

}  // namespace

ArcWord arc_word(std::int64_t relation, std::int64_t status, std::int64_t confidence_thousandths) {
    if (relation < 0 || relation >= ArcWord::most_relations) {
        throw Error("the graph holds relations numbered to " + std::to_string(ArcWord::most_relations - 1) +
                    ", and the database has number " + std::to_string(relation));
    }
    return {static_cast<RelationId>(relation), static_cast<Status>(status & 7),
            static_cast<int>(std::clamp<std::int64_t>(confidence_thousandths, 0, 1000))};
}

ClaimRows::ClaimRows(const Store& store, const ClaimFilter& filter, const std::string& where, std::string_view index)
    : filter_(filter), rows_(database_of(store).prepare(sql(store, filter, where, index))) {
    bind_names(rows_, filter_);
}

void ClaimRows::of(EntityId subject) {
    rows_.bind(1, subject);
    at_end_ = false;
}

std::vector<ClaimRow> ClaimRows::read(std::size_t most) {
    std::vector<ClaimRow> claims;
    while (!at_end_ && claims.size() < most) {
        at_end_ = !rows_.step();  // which would begin anew after the end
        if (at_end_ || !within_days()) continue;
        const ArcWord word = arc_word(rows_.integer(1), rows_.integer(3), rows_.integer(4));
        claims.push_back({rows_.integer(0), rows_.integer(2), rows_.integer(5), word});
    }
    return claims;
}

bool ClaimRows::within_days() const {
    if (!filter_.since && !filter_.until) return true;
    Claim claim;
    if (!rows_.is_null(6)) claim.day = static_cast<Day>(rows_.integer(6));
    claim.time = rows_.text(7);
    return holds_within(claim, filter_.since, filter_.until);
}

ClaimsAhead::ClaimsAhead(const Store& store, const ClaimFilter& filter, std::size_t claims) {
    if (claims >= worth_a_thread) open_beside(store);
    rows_ = std::make_unique<ClaimRows>(beside_ ? *beside_ : store, filter, "1 = 1");
    start();
}

std::vector<ClaimRow> ClaimsAhead::next() {
    std::vector<ClaimRow> batch = ahead_.get();
    if (!batch.empty()) start();
    return batch;
}

void ClaimsAhead::open_beside(const Store& store) {
    try {
        beside_ = std::make_unique<Store>(database_of(store).path());
        if (const StopCheck* stop = database_of(store).stop_check()) beside_->stop_when(stop->condition());
        transaction_ = std::make_unique<ReadTransaction>(database_of(*beside_));
        if (beside_->generation() == store.generation()) return;
    } catch (const Error&) {  // then without it
    }
    transaction_.reset();
    beside_.reset();
}

void ClaimsAhead::start() {
    const auto read = [this] { return rows_->read(batch_size); };
    if (beside_) {
        try {
            ahead_ = std::async(std::launch::async, read);
            return;
        } catch (const std::system_error&) {  // no thread to be had: on this one
        }
    }
    ahead_ = std::async(std::launch::deferred, read);
}

}  // namespace kith
