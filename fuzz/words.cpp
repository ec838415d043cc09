// Arguments and dates as people and programs write them. What is understood is understood again once it is written out.
#include "fuzz/program.hpp"
#include "graph/partial_date.hpp"
#include "graph/written_date.hpp"
#include "query/ask/arguments.hpp"

using namespace kith;

namespace {

void require_same_again(const std::optional<PartialDate>& date) {
    if (!date) return;
    fuzz::require(parse_partial_date(date->to_string()) == date);
    fuzz::require(date->first_day() <= date->last_day());
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view words = fuzz::text_of(data, size);
    require_same_again(parse_partial_date(words));
    require_same_again(parse_written_date(words));
    require_same_again(read_date(words));
    if (const auto found = find_written_date(words)) fuzz::require(found->begin < words.size());
    parse_interval(words);
    fuzz::allow_errors([&] { Arguments::from_text(words); });
    return 0;
}
