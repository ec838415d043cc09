// kith forget DOCUMENT: takes a document out, with its evidence and the claims that nothing else supports.
#include <algorithm>
#include <memory>

#include "graph/store/store_writer.hpp"
#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/export/json.hpp"
#include "query/export/text_layout.hpp"
#include "query/nearest_word.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string document, database, format;
};

// By location, or by number where no location is written like that. Several versions of one file have one location.
std::vector<Document> find_documents(const Store& store, const std::string& name) {
    const std::vector<Document> all = store.documents();
    std::vector<Document> found;
    std::ranges::copy_if(all, std::back_inserter(found), [&](const Document& each) { return each.location == name; });
    if (!found.empty()) return found;
    std::ranges::copy_if(all, std::back_inserter(found),
                         [&](const Document& each) { return std::to_string(each.id) == name; });
    if (!found.empty()) return found;
    std::vector<std::string> locations;
    for (const Document& each : all) locations.push_back(each.location);
    const auto nearest = nearest_word(name, locations);
    throw Error(name + ": the database has no such document",
                nearest ? "Did you mean " + *nearest + "?" : "`kith stats --documents` lists them.");
}

int run(const Options& options, Console& console) {
    Statistics before;
    std::vector<Document> documents;
    {
        const Store store(options.database);
        before = store.statistics();
        documents = find_documents(store, options.document);
    }
    StoreWriter writer(options.database);
    for (const Document& document : documents) writer.forget(document.id);
    writer.commit();
    const Statistics after = Store(options.database).statistics();
    if (options.format == "json") {
        Json forgotten = Json::array();
        for (const Document& document : documents) forgotten.push_back(json_of(document));
        console.out << indented({{"documents", std::move(forgotten)},
                                 {"claims", before.claims - after.claims},
                                 {"evidence", before.evidence - after.evidence},
                                 {"entities", before.entities - after.entities}})
                    << '\n';
    } else {
        for (const Document& document : documents) console.out << "forgot " << single_line(document.location) << '\n';
        console.out << "with it went " << counted(static_cast<std::size_t>(before.claims - after.claims), "claim")
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
