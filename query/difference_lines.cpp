#include "query/difference_lines.hpp"

#include <string>
#include <utility>
#include <vector>

#include "query/asked_claims.hpp"
#include "query/export/claim_printer.hpp"
#include "query/export/json.hpp"
#include "query/export/store_replay.hpp"

namespace kith {
namespace {

void write(const Store& store, std::vector<ClaimId> claims, LineFrame frame, std::ostream& out) {
    if (claims.empty()) return;
    ClaimPrinter printer(out, store.ontology(), PrintedLines::all, std::move(frame));
    replay(store, each_of(store, std::move(claims)), printer);
}

Json whom(const Entity& entity) {
    return {{"name", entity.name}, {"kind", to_string(entity.kind)}};
}

void write(std::string_view word, const std::vector<Regrouped>& regrouped, std::ostream& out) {
    for (const Regrouped& each : regrouped)
        out << compact({{word, {{"entity", whom(each.kept)}, {"other", whom(each.other)}}}}) << '\n';
}

}  // namespace

void write_difference_lines(const Store& first, const Store& second, const Difference& difference, std::ostream& out) {
    write(first, difference.went, {"{\"went\":", "}"}, out);
    write(second, difference.came, {"{\"came\":", "}"}, out);
    for (const Status before : all_statuses()) {
        std::vector<ClaimId> claims;
        for (const ChangedClaim& each : difference.changed) {
            if (each.before == before) claims.push_back(each.id);
        }
        write(second, std::move(claims), {"{\"changed\":", ",\"from\":\"" + std::string(to_string(before)) + "\"}"},
              out);
    }
    write("merged", difference.merged, out);
    write("parted", difference.parted, out);
}

}  // namespace kith
