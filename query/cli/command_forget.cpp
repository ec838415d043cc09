// kith forget DOCUMENT: takes a document out, with its evidence and the claims that nothing else supports.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/corrections.hpp"
#include "query/export/json.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string document, database, format;
};

int run(const Options& options, Console& console) {
    const Forgotten forgotten = forget_documents(options.database, options.document);
    if (options.format == "json") {
        Json documents = Json::array();
        for (const Document& document : forgotten.documents) documents.push_back(json_of(document));
        console.out << indented({{"documents", std::move(documents)},
                                 {"claims", forgotten.claims},
                                 {"evidence", forgotten.evidence},
                                 {"entities", forgotten.entities}})
                    << '\n';
    } else {
        for (const Document& document : forgotten.documents) {
            console.out << "forgot " << single_line(document.location) << '\n';
        }
        console.out << "with it went " << counted(static_cast<std::size_t>(forgotten.claims), "claim")
                    << " that nothing else supports\n";
    }
    return exit_good;
}

}  // namespace

Run declare_forget(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("DOCUMENT", options->document, "Its location or number, as `kith stats --documents` tells them")
        ->required()
        ->type_name("DOCUMENT");
    add_database_option(app, options->database);
    add_format_option(app, options->format, {"table", "json"})->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
