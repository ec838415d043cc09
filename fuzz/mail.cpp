// Mails and mailboxes.
#include "ingest/documents/mail/mail.hpp"
#include "fuzz/program.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/mail/mbox.hpp"

using namespace kith;

namespace {

void read(const std::string& bytes) {
    fuzz::allow_errors([&] {
        const Mail mail = read_mail(bytes, "a.eml");
        fuzz::require(!find_invalid_utf8(mail.article.text) && !find_invalid_utf8(mail.article.title) &&
                      !find_invalid_utf8(mail.article.byline));
    });
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(fuzz::text_of(data, size));
    looks_like_mail(bytes);
    looks_like_mbox(bytes);
    read(bytes);
    Input input("a.mbox", bytes);
    for (Mbox mbox(input, 1 << 16); mbox.next();) {
        fuzz::require(mbox.message().size() <= (1 << 16) + 1024);
        read(mbox.message());
    }
    return 0;
}
