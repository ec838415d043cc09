// kith mcp: a Model Context Protocol server on standard input and output, for assistants.
#include <iostream>
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/mcp/server.hpp"

namespace kith::cli {

Run declare_mcp(CLI::App& app) {
    auto database = std::make_shared<std::string>();
    add_database_option(app, *database);
    return [database](Console& console) {
        McpServer server(*database);
        serve_mcp(server, std::cin, console.out);
        return exit_good;
    };
}

}  // namespace kith::cli
