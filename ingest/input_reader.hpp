// Reads one input after another, by its format: articles go to the queue, records straight to the sink.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/article_queue.hpp"
#include "ingest/documents/containers/expansion.hpp"
#include "ingest/documents/input.hpp"
#include "ingest/extracted_claims.hpp"
#include "ingest/forwarding_sink.hpp"
#include "ingest/gazetteer/gazetteer.hpp"
#include "ingest/ingest.hpp"
#include "ingest/interchange/interchange.hpp"
#include "ingest/own_lines.hpp"
#include "ingest/reporter.hpp"
#include "ingest/tables.hpp"
#include "ingest/text/words/article.hpp"
#include "ingest/triples/property_mapping.hpp"
#include "ingest/triples/triple_records.hpp"

namespace kith {

class InputReader {
public:
    // All must outlive the reader. `sink` is the queue's.
    InputReader(const IngestOptions& options, const Gazetteer& gazetteer, ArticleQueue& queue, ClaimSink& sink,
                Reporter& reporter)
        : options_(options),
          queue_(queue),
          sink_(sink),
          reporter_(reporter),
          whole_lists_(sink),
          tables_(options, gazetteer, whole_lists_, reporter),
          interchange_(gazetteer, whole_lists_, [&reporter](const Skipped& skipped) { reporter.skip(skipped); }),
          properties_(properties_of(options, sink.ontology())),
          triples_(properties_, gazetteer, sink, [&reporter](const Skipped& skipped) { reporter.skip(skipped); }),
          extracted_(gazetteer, sink, [&reporter](const Skipped& skipped) { reporter.skip(skipped); }),
          own_lines_(gazetteer, sink, [&reporter](const Skipped& skipped) { reporter.skip(skipped); }),
          publisher_(options.publisher) {}

    // What cannot be used is skipped (see Reporter::skip).
    void read(const std::string& path);

    // After the last input: of records that name one another, what is not to be had is skipped.
    void finish();

    // An article that is at hand as bytes; what it tells counts more than what the text says of itself.
    void read(text::Article article);

private:
    void read(Input& input, Expansion& expansion);
    void read_as_it_is(Input& input, Expansion& expansion);
    std::string publisher_of(const std::string& path) const;  // of what tells none, in an input of this name
    std::optional<text::Article> sidecar_of(const Input& input);
    text::Article read_document(Input& input, InputFormat format, Expansion& expansion);

    // Inputs that hold many others: input_reader_of_many.cpp.
    void read_archive(Input& input, Expansion& expansion);
    void read_feed(Input& input);
    void read_one_mail(Input& input, Expansion& expansion);
    void read_mbox(Input& input, Expansion& expansion);
    void read_mail(const std::string& bytes, const std::string& place, const std::string& path, Expansion& expansion);
    void read_warc(Input& input, Expansion& expansion);
    void read_json(Input& input);
    void read_table(Input& input, char usual_separator);
    void read_triples(Input& input, InputFormat format);
    void read_sanctions(Input& input);
    static triples::PropertyMapping properties_of(const IngestOptions& options, const Ontology& ontology);
    void read_own_format(const OwnFormat& format, Input& input);
    const OwnFormat* own_format(std::string_view name) const;  // null: the file is in none

    // Takes up the article that `read` gives.
    void take(const std::function<text::Article()>& read);

    const IngestOptions& options_;
    ArticleQueue& queue_;
    ClaimSink& sink_;
    Reporter& reporter_;
    WholeLists whole_lists_;  // not for kith's own lines, which tell of several editions as these were
    Tables tables_;
    interchange::Interchange interchange_;
    triples::PropertyMapping properties_;
    triples::TripleRecords triples_;
    ExtractedClaims extracted_;
    OwnLines own_lines_;
    std::string publisher_;  // of what tells none, of the input at hand
};

}  // namespace kith
