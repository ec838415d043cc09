#include "ingest/ingest.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/partial_date.hpp"
#include "graph/relation.hpp"
#include "ingest/article_cleaner.hpp"
#include "ingest/encoding.hpp"
#include "ingest/html_article.hpp"
#include "ingest/input.hpp"
#include "ingest/json_articles.hpp"
#include "ingest/line_reader.hpp"
#include "ingest/noting_sink.hpp"
#include "ingest/records/claim_table.hpp"
#include "ingest/side_by_side.hpp"
#include "ingest/text/pipeline.hpp"
#include "ingest/unusable_input.hpp"

namespace kith {
namespace {

constexpr std::size_t max_article_bytes = std::size_t{16} << 20;
constexpr std::size_t max_json_line_bytes = 2 * max_article_bytes;  // escapes may double a text
constexpr std::size_t guessed_bytes = 4096;
constexpr std::size_t peeked_table_bytes = std::size_t{4} << 20;  // tells a long table on standard input
constexpr std::size_t bytes_of_long_row = 128;
constexpr std::size_t most_skipped_kept = 1000;
constexpr std::size_t articles_for_each_job = 8;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Counts what passes into the sink.
class CountingSink final : public ClaimSink {
public:
    CountingSink(ClaimSink& sink, IngestReport& report) : sink_(sink), report_(report) {}

    void expect_claims(std::int64_t at_least) override { sink_.expect_claims(at_least); }
    bool begin(const DocumentRecord& document) override {
        const bool is_new = sink_.begin(document);
        if (document.text) ++(is_new ? report_.documents : report_.known_documents);
        return is_new;
    }
    void add(const ClaimRecord& claim) override {
        sink_.add(claim);
        ++report_.claims;
    }

private:
    ClaimSink& sink_;
    IngestReport& report_;
};

class Run {
public:
    Run(const IngestOptions& options, ClaimSink& sink, const ProgressCallback& progress)
        : options_(options),
          progress_(progress),
          sink_(sink, report_),
          standard_(options.pipeline ? std::nullopt : std::optional(text::Pipeline::standard(options.analysis))),
          pipeline_(options.pipeline ? *options.pipeline : *standard_) {}

    IngestReport ingest(const std::vector<std::string>& paths) {
        std::vector<Skipped> unreadable;
        const std::vector<std::string> inputs = list_inputs(paths, unreadable);
        for (const Skipped& skipped : unreadable) note(skipped);
        state_.inputs_total = inputs.size();
        for (const std::string& path : inputs) {
            state_.current = path;
            tell_progress();
            ingest_input(path);
            ++state_.inputs_done;
        }
        push_waiting();
        tell_progress();
        return std::move(report_);
    }

    IngestReport ingest_text(text::Article article) {
        state_.inputs_total = 1;
        state_.current = article.location;
        take([&] {
            std::string bytes = std::exchange(article.text, {});
            if (bytes.size() > max_article_bytes) {
                throw UnusableInput(Place{article.location}, "larger than " + std::to_string(max_article_bytes >> 20) +
                                                                 " MiB, the limit for one article");
            }
            ++report_.inputs;
            const InputFormat format = options_.format == InputFormat::automatic
                                           ? guess_format("", bytes.substr(0, guessed_bytes))
                                           : options_.format;
            if (format == InputFormat::html) {
                return with_known(read_html_article(std::move(bytes), article.location), article);
            }
            return read_text_article(std::move(bytes), std::move(article));
        });
        push_waiting();
        return std::move(report_);
    }

private:
    void ingest_input(const std::string& path) {
        if (const OwnFormat* own = own_format(path)) return ingest_own_format(*own, path);
        std::optional<Input> input;
        InputFormat format = options_.format;
        usable([&] {
            input.emplace(path);
            const std::string_view head = input->peek(guessed_bytes);
            if (format == InputFormat::automatic) format = guess_format(path, head);
            ++report_.inputs;
        });
        if (!input) return;
        switch (format) {
            case InputFormat::jsonl:
                return ingest_json_lines(*input, path);
            case InputFormat::csv:
                return ingest_table(*input, path, ',');
            case InputFormat::tsv:
                return ingest_table(*input, path, '\t');
            case InputFormat::html:
                return take([&] { return read_html_article(input->read_all(max_article_bytes), path); });
            case InputFormat::text:
            case InputFormat::automatic:
                return take([&] {
                    text::Article known;
                    known.location = path;
                    return read_text_article(input->read_all(max_article_bytes), std::move(known));
                });
        }
    }

    static text::Article read_text_article(std::string bytes, text::Article known) {
        const std::string text = to_utf8(std::move(bytes), known.location);
        if (text.find_first_not_of(" \t\r\n") == text.npos) throw UnusableInput(Place{known.location}, "empty");
        return clean_article(text, std::move(known));
    }

    // What the caller knows counts more than what a page says of itself.
    static text::Article with_known(text::Article article, const text::Article& known) {
        const auto keep = [](std::string& found, const std::string& value) {
            if (!value.empty()) found = value;
        };
        keep(article.title, known.title);
        keep(article.byline, known.byline);
        keep(article.publisher, known.publisher);
        keep(article.published, known.published);
        return article;
    }

    void ingest_json_lines(Input& input, const std::string& path) {
        LineReader lines(input, max_json_line_bytes);
        const auto next = [&] {
            bool more = false;
            usable([&] { more = lines.next(); });
            return more;
        };
        while (next()) {
            const Place place{path, lines.number()};
            std::string_view line = lines.line();
            if (lines.number() == 1 && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
            if (lines.too_long()) {
                note({place,
                      "longer than " + std::to_string(max_json_line_bytes >> 20) + " MiB, the limit for one line"});
            } else if (line.find_first_not_of(" \t") != line.npos) {
                take([&] { return parse_json_article(line, place); });
            }
        }
    }

    void ingest_table(Input& input, const std::string& path, char separator) {
        push_waiting();  // the sink is to see everything in the order of the inputs
        input.peek(peeked_table_bytes);
        sink_.expect_claims(static_cast<std::int64_t>(input.bytes_at_least() / bytes_of_long_row));
        const auto read = [&](char* target, std::size_t size) {
            std::size_t count = 0;
            usable([&] { count = input.read(target, size); });
            return count;
        };
        records::ClaimTableReader reader(read, separator, path, Ontology::builtin(),
                                         [&](const Skipped& skipped) { note(skipped); });
        const records::TableDefaults defaults{options_.publisher, options_.date};
        report_.documents += records::push_claim_table(reader, defaults, sink_, [&] { tell_progress(); });
    }

    // Null: the file is in none.
    const OwnFormat* own_format(std::string_view path) const {
        if (options_.format != InputFormat::automatic) return nullptr;
        const auto found = std::ranges::find_if(options_.own_formats, [&](const OwnFormat& format) {
            return path != standard_input && has_ending(path, format.ending);
        });
        return found == options_.own_formats.end() ? nullptr : &*found;
    }

    void ingest_own_format(const OwnFormat& format, const std::string& path) {
        push_waiting();
        const auto note_line = [&](std::size_t line, std::string reason) {
            note({Place{path, line}, std::move(reason)});
        };
        NotingSink sink(sink_, note_line);
        const auto take_article = [&](text::Article article) {
            sink.end_document();
            take([&] {
                if (find_invalid_utf8(article.text))
                    throw UnusableInput(Place{article.location}, "its text is no UTF-8");
                if (!article.published.empty() && !parse_partial_date(article.published)) {
                    throw UnusableInput(Place{article.location}, "\"" + article.published + "\" is no date");
                }
                return std::move(article);
            });
        };
        usable([&] {
            Input input(path);
            ++report_.inputs;
            OwnInput own{path, input.stream(), sink, take_article, note_line};
            format.read(own);
        });
        report_.documents += sink.sources();
    }

    // Does what may find the input unusable, and notes it then.
    template <typename Action>
    void usable(const Action& action) {
        try {
            action();
        } catch (const UnusableInput& unusable) {
            if (options_.strict) throw;
            note(unusable.skipped());
        }
    }

    // Takes up the article that `read` gives.
    template <typename Read>
    void take(const Read& read) {
        usable([&] {
            text::Article article = read();
            if (article.text.find_first_not_of(" \t\r\n") == article.text.npos)
                throw UnusableInput(Place{article.location}, "no article in it, only what stands around one");
            if (article.publisher.empty()) article.publisher = options_.publisher;
            if (article.published.empty()) article.published = options_.date;
            waiting_.push_back(std::move(article));
        });
        if (waiting_.size() >= articles_for_each_job * jobs()) push_waiting();
    }

    std::size_t jobs() const { return static_cast<std::size_t>(std::max(options_.jobs, 1)); }

    // Analyses the waiting articles, side by side, and pushes them in order.
    void push_waiting() {
        std::vector<std::optional<text::Document>> analysed(waiting_.size());
        side_by_side(waiting_.size(), jobs(),
                     [&](std::size_t i) { analysed[i] = pipeline_.analyse(std::move(waiting_[i])); });
        waiting_.clear();
        for (std::optional<text::Document>& document : analysed) {
            // One spelling more or less may make two actors of the text one entity of the sink, tied to itself.
            NotingSink sink(sink_, [&](std::size_t line, std::string reason) {
                note({Place{document->article.location, line}, std::move(reason)});
            });
            text::push(*document, sink);
            document.reset();
            tell_progress();
        }
    }

    void note(const Skipped& skipped) {
        if (options_.strict) {
            throw Error(skipped.place, skipped.reason, "Correct it, or leave out --strict to pass over what is wrong.");
        }
        ++report_.skipped_count;
        if (report_.skipped.size() < most_skipped_kept) report_.skipped.push_back(skipped);
    }

    void tell_progress() {
        if (!progress_) return;
        state_.documents = report_.documents;
        state_.claims = report_.claims;
        progress_(state_);
    }

    const IngestOptions& options_;
    const ProgressCallback& progress_;
    IngestReport report_;
    IngestProgress state_;
    CountingSink sink_;
    const std::optional<text::Pipeline> standard_;
    const text::Pipeline& pipeline_;
    std::vector<text::Article> waiting_;
};

void check_date(const std::string& date) {
    if (parse_partial_date(date)) return;
    throw Error("\"" + date + "\" is not a date", "Write it as 2023, 2023-11 or 2023-11-21.");
}

void check(const IngestOptions& options) {
    if (!options.date.empty()) check_date(options.date);
    for (const OwnFormat& format : options.own_formats) {
        if (format.ending.empty() || !format.read) throw Error("a format of one's own needs an ending and a reader");
    }
}

}  // namespace

IngestReport ingest_paths(const std::vector<std::string>& paths, const IngestOptions& options, ClaimSink& sink,
                          const ProgressCallback& progress) {
    check(options);
    return Run(options, sink, progress).ingest(paths);
}

IngestReport ingest_text(text::Article article, const IngestOptions& options, ClaimSink& sink) {
    check(options);
    if (!article.published.empty()) check_date(article.published);
    if (article.location.empty()) throw Error("the text has no location", "Give it a name, an address or a number.");
    const auto formats = {InputFormat::automatic, InputFormat::text, InputFormat::html};
    if (std::ranges::find(formats, options.format) == formats.end()) {
        throw Error("one article cannot be " + std::string(to_string(options.format)),
                    "Give it as text or html, or files with ingest_paths.");
    }
    return Run(options, sink, {}).ingest_text(std::move(article));
}

}  // namespace kith
