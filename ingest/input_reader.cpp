#include "ingest/input_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/partial_date.hpp"
#include "ingest/documents/article_cleaner.hpp"
#include "ingest/documents/containers/archive.hpp"
#include "ingest/documents/containers/label.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/feeds/feed.hpp"
#include "ingest/documents/html/article.hpp"
#include "ingest/documents/json/articles.hpp"
#include "ingest/documents/json/values.hpp"
#include "ingest/documents/mail/mail.hpp"
#include "ingest/documents/mail/mbox.hpp"
#include "ingest/documents/office/docx.hpp"
#include "ingest/documents/office/pdf.hpp"
#include "ingest/memory_budget.hpp"
#include "ingest/noting_sink.hpp"
#include "ingest/records/table_source.hpp"

namespace kith {
namespace {

constexpr std::size_t guessed_bytes = 4096;

std::string mebibytes(std::size_t bytes) {
    return std::to_string(bytes >> 20) + " MiB";
}

text::Article read_text_article(std::string bytes, text::Article known) {
    const std::string text = to_utf8(std::move(bytes), known.location);
    if (text.find_first_not_of(" \t\r\n") == text.npos) throw UnusableInput(InputPosition{known.location}, "empty");
    return clean_article(text, std::move(known));
}

// What the caller knows counts more than what a page says of itself.
text::Article with_known(text::Article article, const text::Article& known) {
    const auto keep = [](std::string& found, const std::string& value) {
        if (!value.empty()) found = value;
    };
    keep(article.title, known.title);
    keep(article.byline, known.byline);
    keep(article.publisher, known.publisher);
    keep(article.published, known.published);
    return article;
}

}  // namespace

template <typename Read>
void InputReader::take(const Read& read) {
    reporter_.usable([&] {
        text::Article article = read();
        if (article.text.find_first_not_of(" \t\r\n") == article.text.npos)
            throw UnusableInput(InputPosition{article.location}, "no article in it, only what stands around one");
        if (article.publisher.empty()) article.publisher = options_.publisher;
        if (article.published.empty()) article.published = options_.date;
        queue_.add(std::move(article));
    });
}

void InputReader::read(const std::string& path) {
    std::optional<Input> input;
    reporter_.usable([&] { input.emplace(path); });
    if (!input) return;
    Expansion expansion;
    read(*input, expansion);
}

void InputReader::read_archive(Input& input, Expansion& expansion) {
    reporter_.usable([&] {
        for (Archive archive(input, expansion); archive.next();) {
            Input file(archive.path(), [&](char* target, std::size_t size) { return archive.read(target, size); });
            read(file, expansion);
        }
    });
}

void InputReader::read(Input& input, Expansion& expansion) {
    const std::string& path = input.path();
    // What is compressed is called as what it is in, "war.csv.gz", and read as what it was.
    const std::string name(input.is_file() ? path : without_compression_ending(path));
    if (const OwnFormat* own = own_format(name)) return read_own_format(*own, input);
    InputFormat format = options_.format;
    bool can_be_read = false, is_archive = false;
    reporter_.usable([&] {
        const std::string_view head = input.peek(guessed_bytes);
        can_be_read = true;
        const InputFormat guessed = guess_format(name, head);
        const bool is_told = guessed == InputFormat::pdf || guessed == InputFormat::docx;
        is_archive = !is_told && looks_like_archive(head);
        if (is_archive) return;
        if (format == InputFormat::automatic || is_told) format = guessed;
        // Whoever says what the columns are has tables, whatever they are called.
        if (format == InputFormat::text && options_.format == InputFormat::automatic &&
            options_.tables.tell_columns() && records::looks_like_table(head)) {
            format = InputFormat::csv;
        }
        ++reporter_.report().inputs;
    });
    if (!can_be_read) return;
    if (is_archive) return read_archive(input, expansion);
    const bool is_table = format == InputFormat::csv || format == InputFormat::tsv;
    if (options_.tables.rows > 0 && !is_table) {
        reporter_.note(
            {InputPosition{path}, "not read: a dry run shows tables. kith extract shows the claims of texts"});
        return;
    }
    switch (format) {
        case InputFormat::jsonl:
            return read_json(input, path);
        case InputFormat::csv:
            return read_table(input, path, ',');
        case InputFormat::tsv:
            return read_table(input, path, '\t');
        case InputFormat::html:
            return take([&] { return read_html_article(input.read_all(memory_budget::article_bytes), path); });
        case InputFormat::pdf:
            return take([&] { return read_pdf_article(input.read_all(memory_budget::document_bytes), path); });
        case InputFormat::docx:
            return take([&] { return read_docx_article(input, expansion); });
        case InputFormat::feed:
            return read_feed(input);
        case InputFormat::mail:
            return reporter_.usable([&] {
                const Expansion::Level level(expansion, path);
                read_mail(input.read_all(memory_budget::document_bytes), path, path, expansion);
            });
        case InputFormat::mbox:
            return read_mbox(input, expansion);
        case InputFormat::text:
        case InputFormat::automatic:
            return take([&] {
                text::Article known;
                known.location = path;
                return read_text_article(input.read_all(memory_budget::article_bytes), std::move(known));
            });
    }
}

void InputReader::read(text::Article article) {
    take([&] {
        std::string bytes = std::exchange(article.text, {});
        if (bytes.size() > memory_budget::article_bytes) {
            throw UnusableInput(
                InputPosition{article.location},
                "larger than " + mebibytes(memory_budget::article_bytes) + ", the limit for one article");
        }
        ++reporter_.report().inputs;
        const InputFormat format = options_.format == InputFormat::automatic
                                       ? guess_format("", bytes.substr(0, guessed_bytes))
                                       : options_.format;
        if (format == InputFormat::html) {
            return with_known(read_html_article(std::move(bytes), article.location), article);
        }
        return read_text_article(std::move(bytes), std::move(article));
    });
}

void InputReader::read_feed(Input& input) {
    std::optional<Feed> feed;
    reporter_.usable([&] { feed.emplace(input.read_all(memory_budget::json_bytes), input.path()); });
    while (feed && feed->next()) take([&] { return feed->article([&](const Note& note) { reporter_.note(note); }); });
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

void InputReader::read_json(Input& input, const std::string& path) {
    std::optional<JsonValues> values;
    reporter_.usable([&] { values.emplace(input, path, memory_budget::json_bytes); });
    const auto next = [&] {
        bool more = false;
        reporter_.usable([&] { more = values && values->next(); });
        return more;
    };
    bool has_articles = true, has_records = false;  // since the queue was last empty; at all
    while (next()) {
        const auto interrupt = [&] {
            if (!std::exchange(has_articles, false)) return;
            queue_.flush();
            interchange_.interrupted();
            extracted_.interrupted();
        };
        if (const auto claim = ExtractedClaims::parse(values->text())) {
            interrupt();
            interchange_.interrupted();
            extracted_.take(*claim, values->position());
            continue;
        }
        if (const auto record = interchange::Interchange::parse(values->text())) {
            interrupt();
            extracted_.interrupted();
            has_records = true;
            interchange_.take(*record, {values->position(), values->bytes()});
            continue;
        }
        has_articles = true;
        if (values->too_long()) {
            reporter_.skip({values->position(), "longer than " + mebibytes(memory_budget::json_bytes) +
                                                    ", the limit for one article as JSON"});
            continue;
        }
        take([&] {
            return parse_json_article(values->text(), values->position(),
                                      [&](const Note& note) { reporter_.note(note); });
        });
    }
    if (!has_records) return;
    queue_.flush();
    interchange_.settle();
}

void InputReader::finish() {
    const std::size_t known = interchange_.sources();
    interchange_.finish();
    reporter_.report().documents += static_cast<std::int64_t>(known);
}

void InputReader::read_table(Input& input, const std::string& path, char usual_separator) {
    queue_.flush();  // the sink is to see everything in the order of the inputs
    tables_.read(input, path, usual_separator);
}

const OwnFormat* InputReader::own_format(std::string_view name) const {
    if (options_.format != InputFormat::automatic) return nullptr;
    const auto found = std::ranges::find_if(options_.own_formats, [&](const OwnFormat& format) {
        return name != standard_input && has_ending(name, format.ending);
    });
    return found == options_.own_formats.end() ? nullptr : &*found;
}

void InputReader::read_own_format(const OwnFormat& format, Input& input) {
    const std::string& path = input.path();
    queue_.flush();
    const auto skip_line = [&](std::size_t line, std::string reason) {
        reporter_.skip({InputPosition{path, line}, std::move(reason)});
    };
    NotingSink sink(sink_, skip_line);
    const auto take_article = [&](text::Article article) {
        sink.end_document();
        take([&] {
            if (find_invalid_utf8(article.text))
                throw UnusableInput(InputPosition{article.location}, "its text is no UTF-8");
            if (!article.published.empty() && !parse_partial_date(article.published)) {
                throw UnusableInput(InputPosition{article.location}, "\"" + article.published + "\" is no date");
            }
            return std::move(article);
        });
    };
    reporter_.usable([&] {
        ++reporter_.report().inputs;
        OwnInput own{path, input.stream(), sink, take_article, skip_line};
        format.read(own);
    });
    reporter_.report().documents += sink.sources();
}

}  // namespace kith
