// A Model Context Protocol server over standard input and output, so that assistants can ask a database: `kith mcp`.
//
//     McpServer server("war.db");
//     serve_mcp(server, std::cin, std::cout);   // until the input ends
//
// The protocol (modelcontextprotocol.io, revisions 2024-11-05, 2025-06-18 and 2025-11-25) is JSON-RPC 2.0, one message
// a line. The questions of query/ask are its tools, with their JSON Schemas; answers come as text and as structured
// content. The database is only read. What an assistant gets wrong (no such entity, a wrong argument) is a tool's
// result that says so and what to do, for it to try again; what a client gets wrong (no JSON, no such method) is a
// JSON-RPC error.
#pragma once

#include <istream>
#include <optional>
#include <ostream>
#include <stop_token>
#include <string>
#include <string_view>

#include "query/ask/current_store.hpp"
#include "query/export/json.hpp"

namespace kith {

class McpServer {
public:
    // Throws Error where the database cannot be opened.
    explicit McpServer(const std::string& database);

    // The answer to one line; nothing for a notification, and for a request that is stopped.
    std::optional<Json> answer(std::string_view line, std::stop_token stop = {});

private:
    Json call(const std::string& method, const Json& parameters);
    Json initialize(const Json& parameters);
    Json list_tools() const;
    Json call_tool(const Json& parameters);

    CurrentStore store_;
    std::stop_token stop_{};  // of the line that is being answered
};

// Answers lines in their order until the input ends; a line longer than 4 MiB is refused and passed over, and a request
// that the client cancels is not answered (query/mcp/inbox).
void serve_mcp(McpServer& server, std::istream& in, std::ostream& out);

}  // namespace kith
