#include "query/page.hpp"

#include <stdexcept>

#include "graph/embedded.hpp"

namespace kith {

namespace {

KITH_EMBEDDED(page_html)

constexpr std::string_view place_of_data = R"(<script id="data" type="application/json">null</script>)";
constexpr std::string_view policy_begin = R"(<meta http-equiv="Content-Security-Policy" content=")";

std::size_t place_in_page(std::string_view text) {
    const std::size_t at = page_html().find(text);
    if (at == std::string_view::npos) throw std::logic_error("serve/page.html is not what serve/page builds");
    return at;
}

// JSON that stands in a script element: no text in it may end the element, or open a comment in it.
std::string for_script(const Json& data) {
    std::string safe;
    for (const char each : compact(data)) {
        if (each == '<') {
            safe += "\\u003c";
        } else {
            safe += each;
        }
    }
    return safe;
}

}  // namespace

std::string_view page() {
    return page_html();
}

std::string_view policy_of_page() {
    const std::string_view rest = page_html().substr(place_in_page(policy_begin) + policy_begin.size());
    return rest.substr(0, rest.find('"'));
}

std::string page_with(const Json& data) {
    const std::size_t at = place_in_page(place_of_data);
    const std::size_t null_at = at + place_of_data.find("null");
    std::string whole(page_html().substr(0, null_at));
    whole += for_script(data);
    whole += page_html().substr(null_at + 4);
    return whole;
}

}  // namespace kith
