#include "query/cli/options.hpp"

#include "query/export/text_layout.hpp"
#include "query/words.hpp"

namespace kith::cli {

void add_database_option(CLI::App& app, std::string& path) {
    path = "kith.db";
    app.add_option("--db", path, "The database")->type_name("FILE")->capture_default_str();
}

Store open_store(const std::string& path, const Console& console) {
    Store store(path);
    store.stop_when(console.stop);
    return store;
}

CLI::Option* add_format_option(CLI::App& app, std::string& format, const std::vector<std::string>& formats) {
    format = formats.front();
    return app.add_option("--format", format, "How to write the answer: " + joined(formats, ", "))
        ->check(CLI::IsMember(formats).description(""))
        ->type_name("FORMAT");
}

void print_notes(const std::vector<std::string>& notes, Console& console) {
    for (const std::string& note : notes) console.err << single_line(note) << '\n';
}

}  // namespace kith::cli
