// kith.h over the C++ interface: every function runs inside `guarded`, so that no exception crosses into C.
#include <cstdlib>
#include <cstring>
#include <functional>
#include <mutex>
#include <new>
#include <optional>
#include <sstream>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "api/kith.h"
#include "api/resolution.hpp"
#include "graph/error.hpp"
#include "graph/partial_date.hpp"
#include "graph/resolution/duplicates.hpp"
#include "graph/rows/path_index.hpp"
#include "graph/store/stop_scope.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"
#include "ingest/report_json.hpp"
#include "query/ask/current_store.hpp"
#include "query/ask/export_request.hpp"
#include "query/ask/questions.hpp"
#include "query/corrections.hpp"
#include "query/export/claim_printer.hpp"
#include "query/graph_export.hpp"
#include "query/words.hpp"

struct kith_database {
    kith::CurrentStore store{std::string()};
    bool writable = false;
    int code = KITH_OK;
    std::string message, next_step;
    std::optional<kith::text::Pipeline> pipeline{};  // of kith_extract_text, from its first call on
    std::mutex interrupting;                         // of `running`, which another thread may ask to stop
    std::optional<std::stop_source> running{};       // while a question runs
};

namespace {

using namespace kith;

// A mistake in the call, not in the data: KITH_MISUSE.
class Misuse : public Error {
public:
    using Error::Error;
};

void fail(kith_database& database, int code, const char* message, const char* next_step) noexcept {
    database.code = code;
    try {
        database.message = message;
        database.next_step = next_step;
    } catch (...) {  // no memory: the code must do
        database.message.clear();
        database.next_step.clear();
    }
}

// What `call` gives, or `otherwise` where it throws.
template <typename Call>
std::invoke_result_t<Call> guarded(kith_database* database, std::invoke_result_t<Call> otherwise,
                                   const Call& call) noexcept {
    if (!database) return otherwise;
    database->code = KITH_OK;
    database->message.clear();
    database->next_step.clear();
    try {
        return call();
    } catch (const Misuse& error) {
        fail(*database, KITH_MISUSE, error.what(), error.next_step().c_str());
    } catch (const UnknownWord& error) {
        fail(*database, KITH_MISUSE, error.what(), error.next_step().c_str());
    } catch (const Stopped& error) {
        fail(*database, KITH_STOPPED, error.what(), error.next_step().c_str());
    } catch (const Error& error) {
        fail(*database, KITH_ERROR, error.what(), error.next_step().c_str());
    } catch (const std::bad_alloc&) {
        fail(*database, KITH_FAILURE, "no memory left", "Ask for less at once.");
    } catch (const std::exception& error) {
        fail(*database, KITH_FAILURE, error.what(), "This should not happen: please report it.");
    } catch (...) {
        fail(*database, KITH_FAILURE, "an unknown failure", "This should not happen: please report it.");
    }
    if constexpr (std::is_same_v<std::invoke_result_t<Call>, int>) return database->code;
    return otherwise;
}

// A text of the caller's, with a zero behind it.
char* copy_out(const std::string& text) {
    char* copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (!copy) throw std::bad_alloc();
    std::memcpy(copy, text.c_str(), text.size() + 1);
    return copy;
}

std::string required(const char* text, const char* name) {
    if (!text) throw Misuse(std::string(name) + " is NULL", "Give a text.");
    return text;
}

Arguments arguments_of(const char* json) {
    if (!json) return {};
    try {
        return Arguments::from_json(Json::parse(json));
    } catch (const Json::exception& error) {  // also a number that no machine holds
        throw Misuse(std::string("the arguments are no JSON: ") + error.what(), "Write {\"name\": value, ...}.");
    }
}

// A call that kith_interrupt can end.
class Running {
public:
    explicit Running(kith_database& database) : database_(database) {
        const std::lock_guard lock(database_.interrupting);
        token_ = database_.running.emplace().get_token();
    }
    ~Running() {
        const std::lock_guard lock(database_.interrupting);
        database_.running.reset();
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    std::stop_token token() const { return token_; }

private:
    kith_database& database_;
    std::stop_token token_;
};

template <typename Read>
auto read_stoppably(kith_database& database, const Read& read) {
    const Running running(database);
    return database.store.use([&](const Store& store) {
        const StopScope scope(database_of(store), {running.token(), {}});
        return read(store);
    });
}

void require_writable(const kith_database& database) {
    if (database.writable) return;
    throw Misuse(database.store.path() + ": opened for reading only", "Open it with KITH_WRITE.");
}

// Runs an ingestion in one transaction, and gives its report.
char* ingest(kith_database& database, bool snapshot, const std::function<IngestReport(ClaimSink&)>& read) {
    require_writable(database);
    database.store.close();
    StoreWriter writer(database.store.path());
    const IngestReport report = read(writer);
    StoreWriter::Counts counts = writer.counts();
    Joined joined;
    if (counts.documents + counts.evidence > 0 || snapshot) {
        joined = join_duplicates(writer);
        writer.commit();
        counts = writer.counts();
    }
    return copy_out(compact(json_of(database.store.path(), counts, joined.made, report)));
}

std::vector<Parameter> ingest_parameters() {
    std::vector<std::string> formats;
    for (const InputFormat format : all_input_formats()) formats.emplace_back(to_string(format));
    return {
        {.name = "format", .meaning = "what the inputs are", .choices = formats, .usual = "\"auto\""},
        {.name = "publisher", .meaning = "of documents that name none themselves"},
        {.name = "publisher_from_folder", .type = ArgumentType::flag, .meaning = "it is the folder in which they lie"},
        {.name = "date", .meaning = "publication date of documents that carry none themselves"},
        {.name = "strict", .type = ArgumentType::flag, .meaning = "stop at the first input that cannot be used"},
        {.name = "snapshot",
         .type = ArgumentType::flag,
         .meaning = "lists are whole: what they have no more is former"},
        {.name = "jobs", .type = ArgumentType::integer, .meaning = "threads", .least = 1, .most = 1024, .usual = "1"},
        {.name = "gazetteers", .type = ArgumentType::texts, .meaning = "files of names that you know"},
    };
}

std::vector<Parameter> source_parameters() {
    return {
        {.name = "location", .meaning = "where the text is from", .required = true},
        {.name = "title", .meaning = "its title"},
        {.name = "byline", .meaning = "its author"},
        {.name = "publisher", .meaning = "its publisher"},
        {.name = "date", .meaning = "its publication date"},
        {.name = "format", .meaning = "what it is", .choices = {"auto", "text", "html"}, .usual = "\"auto\""},
        {.name = "gazetteers", .type = ArgumentType::texts, .meaning = "files of names that you know"},
    };
}

// A partial date or nothing: what is no date is a mistake of the call.
std::string date_of(const Arguments& arguments) {
    std::string date = arguments.text("date");
    if (!date.empty() && !parse_partial_date(date)) {
        throw Misuse("date: \"" + date + "\" is no date", "Write 2023, 2023-11 or 2023-11-21.");
    }
    return date;
}

IngestOptions ingest_options(const Arguments& arguments) {
    IngestOptions options;
    options.format = parse_input_format(arguments.text("format")).value_or(InputFormat::automatic);
    options.publisher = arguments.text("publisher");
    options.publisher_from_folder = arguments.flag("publisher_from_folder");
    options.date = date_of(arguments);
    options.strict = arguments.flag("strict");
    options.snapshot = arguments.flag("snapshot");
    if (arguments.has("jobs")) options.jobs = static_cast<int>(arguments.integer("jobs"));
    if (arguments.has("gazetteers")) options.gazetteers = arguments.texts("gazetteers");
    return options;
}

struct ArticleAtHand {
    text::Article article;
    IngestOptions options;
};

ArticleAtHand article_at_hand(const char* text, std::size_t size, const char* source) {
    if (!text) throw Misuse("the text is NULL", "Give a text.");
    const Arguments arguments = arguments_of(source).completed(source_parameters());
    ArticleAtHand found{.article = {}, .options = ingest_options(arguments)};
    found.article.location = arguments.text("location");
    found.article.title = arguments.text("title");
    found.article.byline = arguments.text("byline");
    found.article.publisher = found.options.publisher;
    found.article.published = found.options.date;
    found.article.text.assign(text, size);
    return found;
}

}  // namespace

const char* kith_version(void) {
    return KITH_VERSION;
}

int kith_open(const char* path, int mode, kith_database** database) {
    if (!database) return KITH_MISUSE;
    *database = new (std::nothrow) kith_database;
    if (!*database) return KITH_FAILURE;
    return guarded(*database, KITH_FAILURE, [&]() -> int {
        (*database)->store = CurrentStore(required(path, "the path"));
        if (mode != KITH_READ_ONLY && mode != KITH_WRITE) {
            throw Misuse("there is no mode " + std::to_string(mode), "Take KITH_READ_ONLY or KITH_WRITE.");
        }
        (*database)->writable = mode == KITH_WRITE;
        if (mode == KITH_READ_ONLY) (*database)->store.use([](const Store&) { return true; });
        return KITH_OK;
    });
}

void kith_close(kith_database* database) {
    delete database;
}

const char* kith_error_message(const kith_database* database) {
    return database ? database->message.c_str() : "the database is NULL";
}

const char* kith_error_next_step(const kith_database* database) {
    return database ? database->next_step.c_str() : "Open one with kith_open.";
}

int kith_error_code(const kith_database* database) {
    return database ? database->code : KITH_MISUSE;
}

void kith_free(void* text) {
    std::free(text);
}

const char* kith_questions(void) {
    try {
        static const std::string text = compact(description_of_questions());
        return text.c_str();
    } catch (...) {
        return "[]";
    }
}

char* kith_ask(kith_database* database, const char* question, const char* arguments) {
    return guarded(database, nullptr, [&] {
        const std::string name = required(question, "the question");
        const Arguments given = arguments_of(arguments);
        return copy_out(
            compact(read_stoppably(*database, [&](const Store& store) { return ask(store, name, given); })));
    });
}

void kith_interrupt(kith_database* database) {
    if (!database) return;
    const std::lock_guard lock(database->interrupting);
    if (database->running) database->running->request_stop();
}

char* kith_ingest_paths(kith_database* database, const char* const* paths, std::size_t count, const char* options) {
    return guarded(database, nullptr, [&] {
        if (!paths) throw Misuse("the list of paths is NULL", "Give at least one path.");
        std::vector<std::string> list;
        for (std::size_t i = 0; i < count; ++i) list.push_back(required(paths[i], "a path"));
        const Arguments arguments = arguments_of(options).completed(ingest_parameters());
        const IngestOptions chosen = ingest_options(arguments);
        return ingest(*database, chosen.snapshot, [&](ClaimSink& sink) { return ingest_paths(list, chosen, sink); });
    });
}

char* kith_ingest_text(kith_database* database, const char* text, std::size_t size, const char* source) {
    return guarded(database, nullptr, [&] {
        auto [article, options] = article_at_hand(text, size, source);
        return ingest(*database, false,
                      [&](ClaimSink& sink) { return ingest_text(std::move(article), options, sink); });
    });
}

char* kith_extract_text(kith_database* database, const char* text, std::size_t size, const char* source) {
    return guarded(database, nullptr, [&] {
        auto [article, options] = article_at_hand(text, size, source);
        if (!database->pipeline) database->pipeline.emplace(text::Pipeline::standard());
        options.pipeline = &*database->pipeline;
        std::ostringstream lines;
        ClaimPrinter printer(lines, Ontology::builtin(), PrintedLines::all);
        const IngestReport report = ingest_text(std::move(article), options, printer);
        printer.finish();
        if (report.documents == 0 && !report.skipped.empty())
            throw Error(report.skipped.front().position, report.skipped.front().reason);
        return copy_out(std::move(lines).str());
    });
}

char* kith_resolve(kith_database* database, const char* step, const char* input) {
    return guarded(database, nullptr, [&] {
        const std::string name = required(step, "the step");
        return copy_out(compact(take_step(name, Json::parse(required(input, "the input"), nullptr, false))));
    });
}

int kith_merge(kith_database* database, const char* kept, const char* joined, int force) {
    return guarded(database, KITH_MISUSE, [&]() -> int {
        require_writable(*database);
        Notes notes;
        merge_entities(database->store.path(), required(kept, "the name"), required(joined, "the name"), force != 0,
                       notes);
        return KITH_OK;
    });
}

int kith_split(kith_database* database, const char* kept, const char* parted) {
    return guarded(database, KITH_MISUSE, [&]() -> int {
        require_writable(*database);
        Notes notes;
        split_entities(database->store.path(), required(kept, "the name"), required(parted, "the name"), notes);
        return KITH_OK;
    });
}

int kith_forget(kith_database* database, const char* document) {
    return guarded(database, KITH_MISUSE, [&]() -> int {
        require_writable(*database);
        forget_documents(database->store.path(), required(document, "the document"));
        return KITH_OK;
    });
}

char* kith_export(kith_database* database, const char* arguments, std::size_t* size) {
    return guarded(database, nullptr, [&] {
        if (!size) throw Misuse("the size is NULL", "Pictures hold zeros: their size must be told.");
        const Arguments asked = arguments_of(arguments);
        std::ostringstream out;
        read_stoppably(*database, [&](const Store& store) {
            Notes notes;
            const ExportRequest request = export_request(store, asked, notes);
            write_graph(store, request.question, request.format, out);
        });
        const std::string bytes = std::move(out).str();
        *size = bytes.size();
        return copy_out(bytes);
    });
}

int kith_make_index(kith_database* database) {
    return guarded(database, KITH_MISUSE, [&]() -> int {
        require_writable(*database);
        read_stoppably(*database, [](const Store& store) { make_path_index(store); });
        return KITH_OK;
    });
}
