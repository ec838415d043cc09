#include <doctest/doctest.h>

#include "ingest/documents/mail/mail.hpp"
#include "ingest/documents/mail/mbox.hpp"
#include "ingest/documents/unusable_input.hpp"

using namespace kith;

namespace {

const std::string first = "Norway and Poland opened a pipeline under the Baltic Sea on Tuesday.";
const std::string second = "Ann Lee met Bo Ray in Oslo on Monday, the minister said in the evening.";
const std::string head =
    "From: Ann Lee <ann@example.com>\r\nTo: desk@example.com\r\nSubject: The Baltic pipeline opens\r\n"
    "Date: Tue, 27 Sep 2022 23:30:00 +0200\r\nMessage-ID: <17@example.com>\r\nMIME-Version: 1.0\r\n";

std::string multipart(const std::string& type, const std::vector<std::string>& parts,
                      const std::string& boundary = "b") {
    std::string text = "Content-Type: multipart/" + type + "; boundary=" + boundary + "\r\n\r\n";
    for (const std::string& part : parts) text += "--" + boundary + "\r\n" + part + "\r\n";
    return text + "--" + boundary + "--\r\n";
}

Mail read(const std::string& bytes) {
    return read_mail(bytes, "may.eml");
}

std::string problem_of(const std::string& bytes) {
    try {
        return "read: " + read(bytes).article.text;
    } catch (const UnusableInput& unusable) {
        return unusable.what();
    }
}

}  // namespace

TEST_CASE("a mail is an article of its sender: its day where he is, without quotes and signature") {
    const std::string bytes =
        head + "\r\n" + first + "\r\n\r\n> He wrote before.\r\n" + second + "\r\n-- \r\nAnn Lee, Example\r\n";
    CHECK(looks_like_mail(bytes));
    const Mail mail = read(bytes);
    CHECK(mail.id == "17@example.com");
    CHECK(mail.article.title == "The Baltic pipeline opens");
    CHECK(mail.article.byline == "Ann Lee");
    CHECK(mail.article.published == "2022-09-27");
    CHECK(mail.article.text == "The Baltic pipeline opens\n\n" + first + "\n\n" + second);
    CHECK(mail.attachments.empty());
}

TEST_CASE("quoted-printable, base64, encoded headers and charsets are decoded") {
    const Mail quoted = read(
        "From: =?windows-1252?Q?Ren=E9e_M=FCller?= <r@example.com>\r\n"
        "Subject: =?UTF-8?B?R2F6cHJvbSB1bmQgV2ludGVyc2hhbGwgw7ZmZm5lbg==?=\r\nContent-Type: text/plain; "
        "charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe minister met "
        "Ren=E9e M=FCller in =\r\nOslo on Monday evening.\r\n");
    CHECK(quoted.article.title == "Gazprom und Wintershall \u00F6ffnen");
    CHECK(quoted.article.byline == "Ren\u00E9e M\u00FCller");
    CHECK(quoted.article.text.ends_with("The minister met Ren\u00E9e M\u00FCller in Oslo on Monday evening."));
    const Mail base64 =
        read(head + "Content-Transfer-Encoding: base64\r\n\r\nVGhlIG1pbmlzdGVyIG1ldCBBbm4gTGVlIGluIE9zbG8u\r\n");
    CHECK(base64.article.text.ends_with("The minister met Ann Lee in Oslo."));
}

TEST_CASE("of a plain and an HTML body the plain one is read, unless it is a stub") {
    const std::string html = "Content-Type: text/html\r\n\r\n<html><head><style>p {}</style></head><body><p>" + first +
                             "</p><p>" + second + "</p></body></html>";
    const std::string plain = "Content-Type: text/plain\r\n\r\n" + first + "\r\n\r\nOnly plain: " + second;
    CHECK(read(head + multipart("alternative", {plain, html})).article.text.find("Only plain") != std::string::npos);
    const Mail stub = read(head + multipart("alternative", {"Content-Type: text/plain\r\n\r\nSee it online.", html}));
    CHECK(stub.article.text == "The Baltic pipeline opens\n\n" + first + "\n\n" + second);
}

TEST_CASE("attachments and forwarded mails are given out; pictures are not") {
    const Mail mail =
        read(head + multipart("mixed", {"Content-Type: text/plain\r\n\r\n" + first,
                                        "Content-Type: text/csv; name=ties.csv\r\nContent-Disposition: attachment\r\n"
                                        "Content-Transfer-Encoding: base64\r\n\r\nc3ViamVjdA==",
                                        "Content-Type: image/png; name=logo.png\r\n\r\nPNG",
                                        "Content-Type: message/rfc822\r\n\r\n" + head + "\r\n" + second}));
    REQUIRE(mail.attachments.size() == 2);
    CHECK(mail.attachments[0].name == "ties.csv");
    CHECK(mail.attachments[0].bytes == "subject");
    CHECK(read(mail.attachments[1].bytes).article.text.ends_with(second));
}

TEST_CASE("a mailbox is its mails, with what was marked in them") {
    const std::string bytes = "From ann@example.com Tue Sep 27 10:00:00 2022\n" + head + "\n" + first +
                              "\n>From Oslo it was denied.\nFrom here it goes on.\n\nFrom bo@example.com Tue Sep 27 "
                              "10:00:00 2022\nSubject: Second\n\n" +
                              second + "\n";
    CHECK(looks_like_mbox(bytes));
    CHECK_FALSE(looks_like_mbox("From here on\nnothing is said: at all"));
    Input input("box.mbox", bytes);
    Mbox mbox(input, 1 << 20);
    REQUIRE(mbox.next());
    CHECK(mbox.line() == 1);
    CHECK(mbox.message().ends_with(first + "\nFrom Oslo it was denied.\nFrom here it goes on.\n\n"));
    REQUIRE(mbox.next());
    CHECK(mbox.line() == 13);
    CHECK(mbox.message() == "Subject: Second\n\n" + second + "\n");
    CHECK_FALSE(mbox.next());
}

TEST_CASE("a mail that is too long for the memory is passed over, and the next one is read") {
    Input input("box.mbox", "From a\nSubject: long\n\n" + std::string(5000, 'x') + "\n\nFrom b\nSubject: short\n");
    Mbox mbox(input, 1000);
    REQUIRE(mbox.next());
    CHECK(mbox.too_long());
    REQUIRE(mbox.next());
    CHECK(mbox.message() == "Subject: short\n");
    CHECK_FALSE(mbox.too_long());
}

TEST_CASE("what a stranger sends as a mail is told or read, and takes neither stack nor memory") {
    CHECK(problem_of("") == "may.eml: no mail: it does not begin with headers");
    CHECK(problem_of(std::string(100, '\0')) == "may.eml: no mail: it does not begin with headers");
    CHECK(problem_of(head + "Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n") ==
          "may.eml: an encrypted mail");
    std::string deep = first;
    for (int i = 0; i < 3000; ++i) deep = multipart("mixed", {deep}, "b" + std::to_string(i));
    CHECK(problem_of(head + deep).starts_with("read: "));
    std::string forwarded = first;
    for (int i = 0; i < 3000; ++i) forwarded = "Content-Type: message/rfc822\r\n\r\nSubject: again\r\n" + forwarded;
    CHECK(problem_of(head + forwarded).starts_with("read: "));
    std::vector<std::string> many(20'000, "Content-Type: text/csv; name=a.csv\r\n\r\na");
    CHECK(read(head + multipart("mixed", many)).attachments.size() < 1000);
    CHECK(problem_of(head + "Content-Type: text/plain; charset=klingon\r\n\r\n\xC3\x28 \xFF\x81")
              .find("not valid UTF-8") != std::string::npos);
    CHECK(problem_of(head + "Content-Transfer-Encoding: base64\r\n\r\n" + std::string(1000, '!')) == "read: ");
    const Mail long_subject = read("Subject: " + std::string(std::size_t{10} << 20, 'x') + "\r\n\r\n" + first);
    CHECK(long_subject.article.title.size() < 3000);
    CHECK(problem_of(head + multipart("mixed", {"Content-Type: text/plain\r\n\r\n" + first}).substr(0, 120))
              .starts_with("read: "));
}
