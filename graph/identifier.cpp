#include "graph/identifier.hpp"

#include <algorithm>
#include <regex>
#include <stdexcept>
#include <utility>
#include <vector>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "graph/tsv.hpp"

KITH_EMBEDDED(identifier_schemes_tsv)

namespace kith {

namespace {

constexpr std::size_t longest_value = 200;  // bytes

struct Schemes {
    struct Form {
        std::string_view letters;  // upper, lower, keep
        std::regex pattern;
    };
    std::vector<IdentifierScheme> all;
    std::vector<Form> forms;  // of each

    Schemes() {
        for (const TsvRow& row : tsv_rows(identifier_schemes_tsv(), "graph/identifier_schemes.tsv", 5, 5)) {
            all.push_back({row[0], row[1], row[4] != "many", row[4] == "one each"});
            forms.push_back({row[2], std::regex(row[3].begin(), row[3].end(), std::regex::optimize)});
        }
    }

    static const Schemes& get() {
        static const Schemes schemes;
        return schemes;
    }
};

std::string listed_schemes() {
    std::string listed;
    for (const IdentifierScheme& each : identifier_schemes())
        listed += (listed.empty() ? "" : ", ") + std::string(each.name);
    return listed;
}

// Without blanks and what repeats the scheme ("IMO 9187629"), in the case that the scheme is written in.
std::string normalised(std::string_view value, std::string_view scheme, std::string_view letters) {
    std::string result;
    for (const char c : value) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
        result += letters == "upper" ? ascii::upper(c) : letters == "lower" ? ascii::lower(c) : c;
    }
    if (ascii::lower_case(result).starts_with(scheme)) {
        std::size_t rest = scheme.size();
        while (rest < result.size() && (result[rest] == ':' || result[rest] == '-')) ++rest;
        if (rest < result.size() && (rest > scheme.size() || ascii::is_digit(result[rest]))) result.erase(0, rest);
    }
    return result;
}

}  // namespace

std::span<const IdentifierScheme> identifier_schemes() {
    return Schemes::get().all;
}

const IdentifierScheme* find_identifier_scheme(std::string_view name) {
    const auto schemes = identifier_schemes();
    const auto found = std::ranges::find(schemes, ascii::lower_case(name), &IdentifierScheme::name);
    return found == schemes.end() ? nullptr : &*found;
}

const IdentifierScheme& scheme_of(const Identifier& identifier) {
    const auto schemes = identifier_schemes();  // an identifier has the scheme's name as it is
    const auto found = std::ranges::find(schemes, identifier.scheme, &IdentifierScheme::name);
    if (found == schemes.end()) throw std::logic_error("an identifier of no scheme: " + identifier.scheme);
    return *found;
}

Identifier make_identifier(std::string_view scheme, std::string_view value) {
    const IdentifierScheme* known = find_identifier_scheme(scheme);
    if (known == nullptr) {
        throw RejectedRecord("there is no scheme of identifiers \"" + std::string(scheme.substr(0, 40)) + '"',
                             "Use one of " + listed_schemes() + ".");
    }
    const auto index = static_cast<std::size_t>(known - identifier_schemes().data());
    const Schemes::Form& form = Schemes::get().forms[index];
    std::string normal = value.size() > longest_value ? "" : normalised(value, known->name, form.letters);
    if (normal.empty() || !std::regex_match(normal, form.pattern)) {
        throw RejectedRecord("\"" + std::string(value.substr(0, 80)) + "\" is no " + std::string(known->title),
                             "Its form is " + std::string(known->name) + ':' + "VALUE.");
    }
    return {std::string(known->name), std::move(normal)};
}

Identifier parse_identifier(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
        throw RejectedRecord("\"" + std::string(text.substr(0, 80)) + "\" is no identifier",
                             "Write scheme:value, such as imo:9187629.");
    }
    std::string_view scheme = text.substr(0, colon);
    while (scheme.starts_with(' ')) scheme.remove_prefix(1);
    while (scheme.ends_with(' ')) scheme.remove_suffix(1);
    return make_identifier(scheme, text.substr(colon + 1));
}

std::optional<Identifier> identifier_in(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || find_identifier_scheme(text.substr(0, colon)) == nullptr)
        return std::nullopt;
    try {
        return parse_identifier(text);
    } catch (const RejectedRecord&) {
        return std::nullopt;
    }
}

bool contradict(std::span<const Identifier> one, std::span<const Identifier> other) {
    // One value of several that both have is no contradiction: a list may hold an entry twice.
    return std::ranges::any_of(one, [&](const Identifier& first) {
        const IdentifierScheme& scheme = scheme_of(first);
        const auto list_of = [](const Identifier& each) {
            return std::string_view(each.value).substr(0, each.value.find('/'));
        };
        const auto of_scheme = [&](const Identifier& second) {
            return second.scheme == first.scheme && (!scheme.by_list || list_of(first) == list_of(second));
        };
        return scheme.exclusive && std::ranges::any_of(other, of_scheme) &&
               std::ranges::none_of(other, [&](const Identifier& second) {
                   return of_scheme(second) && std::ranges::find(one, second) != one.end();
               });
    });
}

const Identifier* find_shared(std::span<const Identifier> one, std::span<const Identifier> other) {
    const auto found = std::ranges::find_first_of(one, other);
    return found == one.end() || contradict(one, other) ? nullptr : &*found;
}

std::string to_string(const Identifier& identifier) {
    return identifier.scheme + ':' + identifier.value;
}

}  // namespace kith
