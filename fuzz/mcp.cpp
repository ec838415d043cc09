// Lines from an assistant's client: each is answered with an object of JSON-RPC, or is a notification.
#include "fuzz/patches.hpp"
#include "fuzz/program.hpp"
#include "query/mcp/server.hpp"

using namespace kith;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Example example;
    static McpServer server(example.database());
    for (std::string_view rest = fuzz::text_of(data, size); !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const std::optional<Json> answer = server.answer(line);
        fuzz::require(!answer || answer->contains("jsonrpc"));
        if (answer) compact(*answer);
    }
    return 0;
}
