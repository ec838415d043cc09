// kith split A B: withdraws the user's judgements that hold B together with A, so that they are two again.
#include <memory>

#include "graph/store/store_writer.hpp"
#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/export/json.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string kept, parted, database, format;
};

// The merged entity, and the parts of it that were born with the name to take out.
struct Merged {
    std::vector<EntityId> members;
    std::vector<EntityId> parted;
};

Merged find_merged(const Store& store, const Options& options, Console& console) {
    const EntityId whole = find_entity(store, options.kept, console);
    Merged merged{store.members(whole), {}};
    for (const EntityId id : store.unmerged_entities(options.parted)) {
        if (store.canonical(id) == whole) merged.parted.push_back(id);
    }
    if (merged.parted.empty() || merged.members.size() < 2) {
        throw Error(options.kept + " and " + options.parted + " are not merged",
                    "`kith show` tells the names that an entity goes by.");
    }
    return merged;
}

int run(const Options& options, Console& console) {
    const Merged merged = find_merged(Store(options.database), options, console);
    StoreWriter writer(options.database);
    bool any = false;
    for (const EntityId part : merged.parted) {
        for (const EntityId other : merged.members) any = writer.withdraw(part, other, user_judge) || any;
    }
    if (!any) {
        throw Error(options.kept + " and " + options.parted + " were not made one by `kith merge`",
                    "Only a user's own judgements are withdrawn.");
    }
    writer.commit();
    if (options.format == "json") {
        console.out << indented({{"kept", options.kept}, {"parted", options.parted}}) << '\n';
    } else {
        console.out << single_line(options.parted) << " is an entity of its own again\n";
    }
    return exit_good;
}

}  // namespace

Run declare_split(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("A", options->kept, "The merged entity")->required()->type_name("NAME");
    app.add_option("B", options->parted, "The name of the part to take out of it")->required()->type_name("NAME");
    add_database_option(app, options->database);
    add_format_option(app, options->format, {"table", "json"})->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
