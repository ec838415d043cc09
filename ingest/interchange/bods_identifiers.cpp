#include "ingest/interchange/bods_identifiers.hpp"

#include <unicode/locid.h>

#include <algorithm>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/error.hpp"
#include "ingest/interchange/json_text.hpp"

namespace kith::interchange {

namespace {

// "GBR": GB.
std::string two_letters(std::string_view state) {
    if (state.size() == 2) return std::string(state);
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
        if (state == icu::Locale("", *code).getISO3Country()) return *code;
    }
    return {};
}

bool is_code(std::string_view text) {
    return (text.size() == 2 || text.size() == 3) && std::ranges::all_of(text, ascii::is_upper);
}

// Letters and digits, with '_' between them: "OpenOwnership_Register".
std::string name_of_list(std::string_view title) {
    std::string name;
    for (const char c : title) {
        if (ascii::is_letter_or_digit(c)) {
            name += c;
        } else if (!name.empty() && !name.ends_with('_')) {
            name += '_';
        }
    }
    while (name.ends_with('_')) name.pop_back();
    return name.substr(0, 64);
}

void add(std::vector<Identifier>& found, std::string_view scheme, const std::string& value) {
    try {
        Identifier identifier = make_identifier(scheme, value);
        if (std::ranges::find(found, identifier) == found.end()) found.push_back(std::move(identifier));
    } catch (const RejectedRecord&) {  // registers hold much that is none
    }
}

}  // namespace

std::vector<Identifier> bods_identifiers(const nlohmann::json& details,
                                         const std::vector<std::pair<std::string_view, std::string_view>>& of_lists) {
    std::vector<Identifier> found, entries;
    const auto given = details.find("identifiers");
    if (given == details.end() || !given->is_array()) return found;
    std::size_t count = 0;
    for (const nlohmann::json& each : *given) {
        if (!each.is_object() || ++count > most_values) continue;
        const std::string list = text_of(each, "scheme"), id = text_of(each, "id");
        const auto known = std::ranges::find(of_lists, list, [](const auto& pair) { return pair.first; });
        const std::size_t hyphen = std::min(list.find('-'), list.size());
        const std::string state = is_code(list.substr(0, hyphen)) ? two_letters(list.substr(0, hyphen)) : "";
        if (known != of_lists.end()) {
            add(found, known->second, id);
        } else if (!state.empty() && state != "XI" && state != "XM" && hyphen < list.size()) {
            const std::string_view kind = std::string_view(list).substr(hyphen + 1);
            add(found,
                kind == "PASSPORT" ? "passport"
                : kind == "IDCARD" ? "national_id"
                : kind == "TAXID"  ? "tax"
                                   : "registration",
                state + '/' + id);
        } else {
            const std::string title = name_of_list(list.empty() ? text_of(each, "schemeName") : list);
            if (!title.empty()) add(entries, "record", title + '/' + id);
        }
    }
    if (found.empty() && !entries.empty()) {
        // The register of OpenOwnership knows who is one; others have an entry for each company.
        const auto best = std::ranges::find_if(
            entries, [](const Identifier& each) { return each.value.starts_with("OpenOwnership"); });
        found.push_back(best == entries.end() ? entries.front() : *best);
    }
    return found;
}

}  // namespace kith::interchange
