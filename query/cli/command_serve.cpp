// kith serve: the graph as a page in a browser, until Ctrl-C.
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/interrupts.hpp"
#include "query/cli/options.hpp"
#include "serve/access.hpp"
#include "serve/server.hpp"

namespace kith::cli {
namespace {

struct Options {
    ServeOptions serve{};
    bool opens = false;
};

// In whatever browser the desktop has; whether it does is the desktop's business.
void open_in_browser(std::string url, Console& console) {
    std::string program = "xdg-open";
    const std::array<char*, 3> arguments = {program.data(), url.data(), nullptr};
    pid_t child = 0;
    if (::posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0) {
        console.err << "There is no xdg-open here: open the address yourself.\n";
    }
}

int run(const Options& options, Console& console) {
    const Interrupts interrupts;
    PageServer server(options.serve);
    console.out << server.url() << '\n' << std::flush;
    console.err << "Open this address in a browser; whoever has it can read the database"
                << (options.serve.writes ? ", and judge claims" : "") << ". Ctrl-C ends it.\n";
    if (!is_loopback(options.serve.address)) {
        console.err << "Others on the network can reach " << options.serve.address
                    << ", and what is sent is not encrypted: the address, with its token, is for them to see.\n";
    }
    if (options.opens) open_in_browser(server.url(), console);
    server.run(interrupts.token());
    return exit_good;
}

}  // namespace

Run declare_serve(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_database_option(app, options->serve.database);
    app.add_option("--port", options->serve.port, "The port; not told: 8714, or one that is free")
        ->check(number_between(1, 65535))
        ->type_name("N");
    app.add_option("--listen", options->serve.address, "Listen on this address of the machine, for others to reach")
        ->type_name("ADDRESS")
        ->capture_default_str();
    add_number_option(app, "--most-seconds", options->serve.seconds, 0.1, 600, "How long one question may take: 10")
        ->type_name("SECONDS");
    app.add_flag("--write", options->serve.writes, "Let claims be judged in the page: confirm, reject, correct");
    app.add_flag("--open", options->opens, "Open it in the browser");
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
