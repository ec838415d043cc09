// Formats of your own: how files that kith does not know are read, by a function of the program that embeds it.
//
//     IngestOptions options;
//     options.own_formats.push_back({".ships", [](OwnInput& input) {
//         input.sink.begin(register_of(input.path));
//         for (std::string line; std::getline(input.bytes, line);) input.sink.add(claim_of(line));
//     }});
//     ingest_paths({"harbour/"}, options, writer);
//
// examples/own_ingester is a whole program. Files are told by the ending of their name; kith opens them, passes over
// what cannot be used, counts and shows progress as for its own formats.
#pragma once

#include <functional>
#include <istream>
#include <string>

#include "graph/claim_sink.hpp"
#include "graph/error.hpp"
#include "ingest/text/words/article.hpp"

namespace [[gnu::visibility("default")]] kith {

// A file at hand, and where to put what it says.
struct OwnInput {
    const std::string& path;  // for DocumentRecord::location and for notes
    std::istream& bytes;

    // Takes documents and claims. A claim that it rejects is noted, with its line in the file, and passed over.
    ClaimSink& sink;

    // Takes an article to be analysed like any other; a text without words is noted. What is added to the sink after
    // it must begin a document again.
    std::function<void(text::Article article)> take_article;

    // Notes something that was passed over: in a strict run this throws, and the run ends.
    std::function<void(std::size_t line, std::string reason)> note;
};

struct OwnFormat {
    std::string ending;  // of the names of its files, in letters of any case: ".ships"

    // Throws UnusableInput for a file that cannot be used; anything else that it throws ends the run.
    std::function<void(OwnInput& input)> read;
};

}  // namespace kith
