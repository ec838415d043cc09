// A mail as an article: its subject and what its sender wrote, without what he quotes and his signature.
//
//     Mail mail = read_mail(bytes, "may.eml");
//
// Bodies in several parts, quoted-printable, base64, encoded headers and charsets are gmime's work. Where a mail has its
// body as plain text and as HTML the plain one is taken, unless it is a stub ("your program cannot show this mail").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/words/article.hpp"

namespace kith {

bool looks_like_mail(std::string_view head);

struct Mail {
    // A file that was sent with it, or a mail that it forwards. Pictures, sounds and signatures are left out.
    struct Attachment {
        std::string name;  // as the sender gives it
        std::string bytes;
    };

    std::string id{};         // as the header Message-ID has it; may be empty
    text::Article article{};  // without a location; the text may be empty
    std::vector<Attachment> attachments{};
};

// `file` is named in errors. Throws UnusableInput for what is no mail, and for an encrypted one.
Mail read_mail(const std::string& bytes, const std::string& file);

}  // namespace kith
