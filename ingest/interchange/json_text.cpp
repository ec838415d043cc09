#include "ingest/interchange/json_text.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "graph/ascii.hpp"
#include "graph/partial_date.hpp"
#include "ingest/gazetteer/gazetteer.hpp"

namespace kith::interchange {

namespace {

constexpr int deepest = 64;

}  // namespace

std::string text_of(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void append_texts(const nlohmann::json& values, std::vector<std::string>& texts) {
    if (values.is_string()) texts.push_back(values.get<std::string>());
    if (!values.is_array()) return;
    for (const nlohmann::json& each : values) {
        if (each.is_string() && texts.size() < most_values) texts.push_back(each.get<std::string>());
    }
}

std::string shortened(std::string text, std::size_t most_bytes) {
    if (text.size() <= most_bytes) return text;
    while (most_bytes > 0 && (static_cast<unsigned char>(text[most_bytes]) & 0xC0U) == 0x80U) --most_bytes;
    text.resize(most_bytes);
    return text;
}

std::string date_of(std::string_view text) {
    const std::string_view day = text.substr(0, 10);
    return parse_partial_date(day) ? std::string(day) : std::string();
}

std::string interval_of(std::string_view from, std::string_view to) {
    const std::string first = date_of(from), last = date_of(to);
    if (first.empty() && last.empty()) return {};
    const std::string interval = first + ".." + last;
    return parse_interval(interval) ? interval : first;
}

std::string state_named(const std::string& code) {
    if (code.size() != 2 || !std::ranges::all_of(code, ascii::is_letter)) return {};
    icu::UnicodeString name;
    std::string utf8;
    icu::Locale("", code.c_str()).getDisplayCountry(icu::Locale::getEnglish(), name).toUTF8String(utf8);
    // ICU has words for codes of no state as well: "Unknown Region", "European Union".
    const auto known = Gazetteer::builtin().match_exactly(utf8);
    const bool is_land = known && (known->entry.kind == EntityKind::state || known->entry.kind == EntityKind::place);
    return is_land ? utf8 : std::string();
}

nlohmann::json parse_record(std::string_view text) {
    bool too_deep = false;
    const auto within = [&](int depth, nlohmann::json::parse_event_t /*event*/, nlohmann::json& /*parsed*/) {
        too_deep = too_deep || depth > deepest;
        return !too_deep;
    };
    nlohmann::json parsed = nlohmann::json::parse(text, within, false);
    return too_deep ? nlohmann::json(nlohmann::json::value_t::discarded) : parsed;
}

}  // namespace kith::interchange
