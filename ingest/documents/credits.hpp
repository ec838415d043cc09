// Who wrote an article, for whom, and when: what the lines around a text say of it.
//
//     parse_credit_line("by Ann Lee and Bo Ray November 21, 2023 9:37 PM")  // byline and date
//     parse_credit_line("Published: 21 November 2023, 10:15 GMT")            // date
//     parse_credit_line("(c) 2023 Example Times. All rights reserved.")      // publisher
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith {

struct Credits {
    std::string byline{};
    std::string publisher{};
    std::string published{};  // partial date

    bool empty() const { return byline.empty() && publisher.empty() && published.empty(); }
    // Takes over what is not known here yet.
    void complete(const Credits& other);
};

// Nothing where the line is not one of credits: a byline, a date, a publisher alone, a copyright notice.
std::optional<Credits> parse_credit_line(std::string_view line);

// Whether the line is names of people and nothing else: "Ann Lee and Bo Ray". A title in capitals may look the same.
bool reads_like_names(std::string_view line);

// The agency in a dateline, "BEIRUT (Reuters) - ...", "KYIV, Ukraine (AP) — ..."; empty: there is none.
std::string dateline_publisher(std::string_view paragraph);

// The paragraph without the credit of a photograph at its end: "... in Beirut. (Ann Lee/Reuters)".
std::string_view without_photo_credit(std::string_view paragraph);

// The author, where the paragraph is a note on him: "Ann Lee is a reporter for Example Times."; empty: it is not.
std::string author_of_note(std::string_view paragraph);

}  // namespace kith
