// Inputs that hold many others: archives, feeds, mails, crawls. What they hold goes through InputReader again, or to the
// queue where it is an article already.
#include <optional>
#include <utility>

#include "ingest/documents/containers/archive.hpp"
#include "ingest/documents/containers/label.hpp"
#include "ingest/documents/feeds/feed.hpp"
#include "ingest/documents/mail/mail.hpp"
#include "ingest/documents/mail/mbox.hpp"
#include "ingest/documents/warc/crawl.hpp"
#include "ingest/input_reader.hpp"
#include "ingest/memory_budget.hpp"

namespace kith {

void InputReader::read_archive(Input& input, Expansion& expansion) {
    reporter_.usable([&] {
        for (Archive archive(input, expansion); archive.next();) {
            Input file(archive.path(), [&](char* target, std::size_t size) { return archive.read(target, size); });
            read(file, expansion);
        }
    });
}

void InputReader::read_feed(Input& input) {
    std::optional<Feed> feed;
    reporter_.usable([&] { feed.emplace(input.read_all(memory_budget::json_bytes), input.path()); });
    while (feed && feed->next()) take([&] { return feed->article([&](const Note& note) { reporter_.note(note); }); });
}

void InputReader::read_one_mail(Input& input, Expansion& expansion) {
    reporter_.usable([&] {
        const Expansion::Level level(expansion, input.path());
        read_mail(input.read_all(memory_budget::document_bytes), input.path(), input.path(), expansion);
    });
}

void InputReader::read_mbox(Input& input, Expansion& expansion) {
    reporter_.usable([&] {
        const Expansion::Level level(expansion, input.path());
        bool is_empty = true;
        for (Mbox mbox(input, memory_budget::document_bytes); mbox.next(); is_empty = false) {
            const InputPosition position{input.path(), mbox.line()};
            if (mbox.too_long()) {
                reporter_.skip(
                    {position, "longer than " + mebibytes(memory_budget::document_bytes) + ", the limit for one mail"});
                continue;
            }
            reporter_.usable([&] { read_mail(mbox.message(), to_string(position), input.path(), expansion); });
        }
        if (is_empty) throw UnusableInput(InputPosition{input.path()}, "no mails in it");
    });
}

// `place` is where it stands, as far as it names itself no other.
void InputReader::read_mail(const std::string& bytes, const std::string& place, const std::string& path,
                            Expansion& expansion) {
    Mail mail = kith::read_mail(bytes, place);
    const std::string location = place == path || mail.id.empty() ? place : path + "#" + label_of(mail.id);
    mail.article.location = location;
    if (!mail.article.text.empty() || mail.attachments.empty()) take([&] { return std::move(mail.article); });
    for (Mail::Attachment& attachment : mail.attachments) {
        Input file(contained_path(location, attachment.name), std::move(attachment.bytes));
        read(file, expansion);
    }
}

void InputReader::read_warc(Input& input, Expansion& expansion) {
    Crawl crawl(input, expansion, memory_budget::article_bytes);
    reporter_.usable([&] {
        while (auto article = crawl.next()) take([&] { return std::move(*article); });
    });
    if (const std::string left_out = crawl.left_out(); !left_out.empty())
        reporter_.note({InputPosition{input.path()}, "of its records these are no articles: " + left_out});
}

}  // namespace kith
