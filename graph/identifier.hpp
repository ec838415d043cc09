// Numbers by which registers and lists tell an entity: an IMO number, a Legal Entity Identifier, an OFAC entry.
//
//     const Identifier ship = parse_identifier("imo:IMO 9187629");   // {"imo", "9187629"}
//     scheme_of(ship).exclusive                                      // true: two ships have two
//
// graph/identifier_schemes.tsv lists the schemes.
#pragma once

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] kith {

struct Identifier {
    std::string scheme{};  // of identifier_schemes()
    std::string value{};   // normalised: without blanks, in the scheme's case

    auto operator<=>(const Identifier&) const = default;
};

struct IdentifierScheme {
    std::string_view name;
    std::string_view title;  // in words
    bool exclusive = false;  // an entity has one at most: different values are different entities
    bool by_list = false;    // ... of each list, whose name stands before the value's slash
};

std::span<const IdentifierScheme> identifier_schemes();
const IdentifierScheme* find_identifier_scheme(std::string_view name);  // in letters of any case; null: unknown
const IdentifierScheme& scheme_of(const Identifier& identifier);

// Normalises and checks. Throws RejectedRecord for an unknown scheme, or a value that none of the scheme's can be.
Identifier make_identifier(std::string_view scheme, std::string_view value);

// "imo:9187629". Throws like make_identifier, and for a text without a colon.
Identifier parse_identifier(std::string_view text);

// Nothing where the text is no identifier of a known scheme: "Wagner: the group".
std::optional<Identifier> identifier_in(std::string_view text);

// Whether they give one scheme, of which nobody has two, different values: then they are not of one entity.
bool contradict(std::span<const Identifier> one, std::span<const Identifier> other);
// What both have and do not contradict; null: nothing. Points into the first.
const Identifier* find_shared(std::span<const Identifier> one, std::span<const Identifier> other);

// "imo:9187629"
std::string to_string(const Identifier& identifier);

}  // namespace kith
