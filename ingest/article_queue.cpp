#include "ingest/article_queue.hpp"

#include <optional>
#include <utility>

#include "ingest/memory_budget.hpp"
#include "ingest/noting_sink.hpp"
#include "ingest/side_by_side.hpp"
#include "ingest/text/words/language.hpp"
#include "ingest/text/words/tokenizer.hpp"

namespace kith {
namespace {

constexpr std::size_t articles_for_each_job = 8;

// Nothing: it is English.
std::optional<std::string> why_not_english(const text::Document& document) {
    const text::LanguageSigns signs = text::language_signs(document);
    if (signs.english()) return std::nullopt;
    return "it does not read like English, the one language that is understood: of its " + std::to_string(signs.words) +
           " words " + std::to_string(signs.function_words) + " are English function words";
}

}  // namespace

void ArticleQueue::add(text::Article article) {
    const std::size_t bytes = article.text.size();
    if (waiting_bytes_ + bytes > memory_budget::waiting_bytes) flush();
    waiting_bytes_ += bytes;
    waiting_.push_back(std::move(article));
    if (waiting_.size() >= articles_for_each_job * jobs_) flush();
}

void ArticleQueue::flush() {
    std::vector<std::optional<text::Document>> analysed(waiting_.size());
    side_by_side(waiting_.size(), jobs_, [&](std::size_t i) {
        analysed[i] = pipeline_.analyse(std::move(waiting_[i]), sink_.ontology(), gazetteer_);
    });
    waiting_.clear();
    waiting_bytes_ = 0;
    for (std::optional<text::Document>& document : analysed) {
        push(*document);
        document.reset();
        reporter_.tell_progress();
    }
}

void ArticleQueue::push(const text::Document& document) {
    const std::string& location = document.article.location;
    if (auto reason = why_not_english(document))
        reporter_.note(Note{InputPosition{location, 0, 0}, std::move(*reason)});
    const std::size_t read = text::analysed_bytes(document);
    if (!document.tokens.empty() && read < document.article.text.size()) {
        reporter_.note(Note{InputPosition{location, 0, 0},
                            "only its first " + std::to_string(read) + " bytes were read for claims, of " +
                                std::to_string(document.article.text.size()) + ". Divide it into several files"});
    }
    // One spelling more or less may make two actors of the text one entity of the sink, tied to itself.
    NotingSink sink(sink_, [&](std::size_t line, std::string reason) {
        reporter_.skip(Skipped{{location, line}, std::move(reason)});
    });
    text::push(document, sink);
}

}  // namespace kith
