// Shares of a whole as the items of ownership claims tell them: "51 %".
//
//     parse_share("33.5 %")        0.335
//     parse_share("25 to 50 %")    0.25 to 0.5: registers of persons with control tell bands
//     parse_share("over 75 %")     0.75 to 1; so does "75 % or more", while "up to 25 %" is 0 to 0.25
//     parse_share("more than 25% but not more than 50%")   0.25 to 0.5
//     parse_share("some shares")   nothing
//
// Strict about numbers, since arithmetic follows: no sign, no exponent, no more than 100 %.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] kith {

struct Share {
    double least = 0.0;  // of 1
    double most = 0.0;

    bool is_exact() const { return least == most; }
    bool operator==(const Share&) const = default;
};

// A number and "%", "percent" or "per cent", with or without a blank; "stake", "shares" and the like may follow.
std::optional<Share> parse_share(std::string_view text);

// "33.5 %": the normal form. Up to so many decimals, none that are zero.
std::string share_in_words(double share, int decimals = 4);

}  // namespace kith
