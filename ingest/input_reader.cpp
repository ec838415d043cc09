#include "ingest/input_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "graph/partial_date.hpp"
#include "ingest/documents/article_cleaner.hpp"
#include "ingest/documents/containers/archive.hpp"
#include "ingest/documents/edition.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/html/article.hpp"
#include "ingest/documents/json/articles.hpp"
#include "ingest/documents/json/values.hpp"
#include "ingest/documents/line_reader.hpp"
#include "ingest/documents/office/docx.hpp"
#include "ingest/documents/office/pdf.hpp"
#include "ingest/documents/xml/xml_input.hpp"
#include "ingest/documents/xml/xml_records.hpp"
#include "ingest/interchange/advanced_sanctions.hpp"
#include "ingest/memory_budget.hpp"
#include "ingest/noting_sink.hpp"
#include "ingest/postgresql/postgresql.hpp"
#include "ingest/records/mapping_json.hpp"
#include "ingest/records/table_mappings.hpp"
#include "ingest/records/table_source.hpp"

namespace kith {
namespace {

constexpr std::size_t guessed_bytes = 4096;
constexpr std::size_t most_sidecar_bytes = std::size_t{1} << 20;
constexpr std::size_t longest_triple_bytes = std::size_t{1} << 20;

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

void InputReader::take(const std::function<text::Article()>& read) {
    reporter_.usable([&] {
        text::Article article = read();
        if (article.text.find_first_not_of(" \t\r\n") == article.text.npos)
            throw UnusableInput(InputPosition{article.location}, "no article in it, only what stands around one");
        if (article.publisher.empty()) article.publisher = publisher_;
        if (article.published.empty()) article.published = options_.date;
        queue_.add(std::move(article));
    });
}

void InputReader::read(const std::string& path) {
    std::optional<Input> input;
    reporter_.usable([&] {
        if (!is_postgresql(path)) {
            input.emplace(path);
            return;
        }
        PostgresqlLines lines = postgresql_lines(path, options_.where);
        input.emplace(std::move(lines.name), std::move(lines.read));
    });
    if (!input) return;
    Expansion expansion;
    read(*input, expansion);
}

// What the input is read for stands while what it holds is read, which may lie in another folder.
void InputReader::read(Input& input, Expansion& expansion) {
    const std::string before = std::exchange(publisher_, publisher_of(input.path()));
    read_as_it_is(input, expansion);
    publisher_ = before;
}

std::string InputReader::publisher_of(const std::string& path) const {
    if (!options_.publisher_from_folder || path == standard_input) return options_.publisher;
    std::error_code error;
    std::string folder = std::filesystem::absolute(path, error).parent_path().filename().string();
    if (folder.ends_with(inside_container.front())) {  // at the top of an archive
        folder.pop_back();
        folder = folder.substr(0, folder.find('.', 1));
    }
    return folder.empty() ? options_.publisher : folder;
}

void InputReader::read_as_it_is(Input& input, Expansion& expansion) {
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
    const bool is_graph = format == InputFormat::graphml || format == InputFormat::gexf;
    const bool is_table = is_graph || format == InputFormat::csv || format == InputFormat::tsv;
    if (options_.tables.rows > 0 && !is_table) {
        reporter_.note(
            {InputPosition{path}, "not read: a dry run shows tables. kith extract shows the claims of texts"});
        return;
    }
    switch (format) {
        case InputFormat::jsonl:
            return read_json(input);
        case InputFormat::csv:
            return read_table(input, ',');
        case InputFormat::tsv:
            return read_table(input, '\t');
        case InputFormat::feed:
            return read_feed(input);
        case InputFormat::mail:
            return read_one_mail(input, expansion);
        case InputFormat::mbox:
            return read_mbox(input, expansion);
        case InputFormat::warc:
            return read_warc(input, expansion);
        case InputFormat::graphml:
        case InputFormat::gexf:
            queue_.flush();  // the sink is to see everything in the order of the inputs
            return tables_.read_graph(input, format, publisher_);
        case InputFormat::ntriples:
        case InputFormat::turtle:
            return read_triples(input, format);
        case InputFormat::sanctions:
            return read_sanctions(input);
        case InputFormat::html:
        case InputFormat::pdf:
        case InputFormat::docx:
        case InputFormat::text:
        case InputFormat::automatic:
            return take([&] { return read_document(input, format, expansion); });
    }
}

// What the sidecar of a file says of it; nothing: it has none.
std::optional<text::Article> InputReader::sidecar_of(const Input& input) {
    std::error_code error;
    const std::string path = input.path() + std::string(sidecar_ending);
    if (!input.is_file() || !has_sidecar(input.path()) || !std::filesystem::is_regular_file(path, error)) return {};
    const std::string object = to_utf8(Input(path).read_all(most_sidecar_bytes), path);
    return parse_sidecar(object, {path, 1}, [&](const Note& note) { reporter_.note(note); });
}

text::Article InputReader::read_document(Input& input, InputFormat format, Expansion& expansion) {
    const std::string& path = input.path();
    text::Article known = sidecar_of(input).value_or(text::Article{});
    std::string location = known.location.empty() ? path : std::exchange(known.location, {});
    text::Article article;
    if (format == InputFormat::html) {
        article = with_known(read_html_article(input.read_all(memory_budget::article_bytes), path), known);
    } else if (format == InputFormat::pdf) {
        article = with_known(read_pdf_article(input.read_all(memory_budget::document_bytes), path), known);
    } else if (format == InputFormat::docx) {
        article = with_known(read_docx_article(input, expansion), known);
    } else {
        known.location = path;  // for errors
        article = read_text_article(input.read_all(memory_budget::article_bytes), std::move(known));
    }
    article.location = std::move(location);
    return article;
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
        if (format == InputFormat::html)
            return with_known(read_html_article(std::move(bytes), article.location), article);
        if (format == InputFormat::pdf) return with_known(read_pdf_article(bytes, article.location), article);
        return read_text_article(std::move(bytes), std::move(article));
    });
}

void InputReader::read_json(Input& input) {
    std::optional<Edition> edition;
    std::optional<JsonValues> values;
    reporter_.usable([&] {
        edition.emplace(input);
        values.emplace(input, input.path(), memory_budget::json_bytes);
    });
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
            own_lines_.interrupted();
        };
        if (const auto line = OwnLines::parse(values->text())) {
            interrupt();
            interchange_.interrupted();
            extracted_.interrupted();
            own_lines_.take(*line, values->position(), values->bytes());
            continue;
        }
        if (const auto claim = ExtractedClaims::parse(values->text())) {
            interrupt();
            interchange_.interrupted();
            own_lines_.interrupted();
            extracted_.take(*claim, values->position());
            continue;
        }
        if (const auto record = interchange::Interchange::parse(values->text())) {
            interrupt();
            extracted_.interrupted();
            own_lines_.interrupted();
            if (!std::exchange(has_records, true)) interchange_.begin_edition(edition->text(), options_.snapshot);
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
    interchange_.finish();
    triples_.finish();
    reporter_.report().documents +=
        static_cast<std::int64_t>(interchange_.sources() + triples_.sources()) + own_lines_.documents();
}

void InputReader::read_table(Input& input, char usual_separator) {
    queue_.flush();  // the sink is to see everything in the order of the inputs
    tables_.read(input, usual_separator, publisher_);
}

triples::PropertyMapping InputReader::properties_of(const IngestOptions& options, const Ontology& ontology) {
    triples::PropertyMapping mapping = triples::PropertyMapping::usual(ontology);
    const std::string& file = options.tables.map;
    const auto names = mapping_names();
    if (file.empty() || std::ranges::find(names, file) != names.end()) return mapping;
    const std::string json = records::read_mapping_file(file);
    if (records::is_property_mapping(json)) mapping.add(json, file, ontology);
    return mapping;
}

void InputReader::read_triples(Input& input, InputFormat format) {
    const std::string& path = input.path();
    queue_.flush();  // the sink is to see everything in the order of the inputs
    triples_.begin(path, publisher_, options_.date);
    const auto take = [&](const triples::Triple& triple) { triples_.take(triple); };
    reporter_.usable([&] {
        if (format == InputFormat::turtle) {
            const auto read = [&](char* target, std::size_t size) { return input.read(target, size); };
            if (const auto stopped = triples::read_turtle(read, path, take)) reporter_.skip(*stopped);
            return;
        }
        for (LineReader lines(input, longest_triple_bytes); lines.next();) {
            std::string reason = lines.too_long() ? "longer than 1 MiB"
                                 : find_invalid_utf8(lines.line())
                                     ? "not valid UTF-8"
                                     : triples::read_ntriple(lines.line(), lines.number(), lines.offset(), take);
            if (!reason.empty()) reporter_.skip({InputPosition{path, lines.number()}, std::move(reason)});
        }
    });
    triples_.settle();
}

void InputReader::read_sanctions(Input& input) {
    const std::string& path = input.path();
    queue_.flush();  // the sink is to see everything in the order of the inputs
    interchange::AdvancedSanctions list(interchange_.records(), path);
    const auto in_file = [&](const XmlPlace& place) {
        return interchange::RecordPlace{InputPosition{path, place.line}, place.bytes};
    };
    const auto take = [&](pugi::xml_node record, const XmlPlace& place) { list.take(record, in_file(place)); };
    const auto skip = [&](const XmlPlace& place) {
        reporter_.skip({InputPosition{path, place.line}, "a record longer than 4 MiB"});
    };
    reporter_.usable([&] {
        interchange_.begin_edition(Edition(input).text(), options_.snapshot);
        XmlRecords records(interchange::AdvancedSanctions::record_names(), take, skip);
        read_xml(input, records);
        if (list.is_empty()) throw UnusableInput(InputPosition{path}, "a list of sanctions without parties");
    });
    list.settle();
    interchange_.settle();
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
    NotingSink sink(whole_lists_, skip_line);
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
