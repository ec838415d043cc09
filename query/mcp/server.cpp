#include "query/mcp/server.hpp"

#include <algorithm>
#include <array>

#include "graph/error.hpp"
#include "graph/store/stop_scope.hpp"
#include "graph/store/store_database.hpp"
#include "query/ask/questions.hpp"
#include "query/mcp/inbox.hpp"

namespace kith {

namespace {

constexpr int deepest_json = 64;

// Newest first. A client that asks for another is answered with the newest, and may leave.
constexpr std::array revisions = {"2025-11-25", "2025-06-18", "2024-11-05"};

// JSON-RPC 2.0, section 5.1.
constexpr int parse_error = -32700, invalid_request = -32600, method_not_found = -32601, invalid_params = -32602,
              internal_error = -32603;

struct ProtocolError {
    int code;
    std::string message;
};

constexpr std::string_view instructions =
    "kith holds claims that news articles and records make about actors: who supplies, directs, sanctions, denies. A "
    "claim is never a fact: it has a status (planned, denied, ...), a speaker (named, unnamed as in \"a senior "
    "official\", or the source itself), independent sources and the sentence that says it. Give these with whatever "
    "you tell. Start with find_entity, then paths, claims or entity; evidence and document show where something is "
    "said. No claim is no clearance: what reads the texts misses much. Then look at `together` in the answer, and use "
    "search and mentions, which read the texts themselves.";

// An id that could not be read is left out, as the protocol's schema has it; JSON-RPC itself would write null there.
Json error_response(const Json& id, const ProtocolError& error) {
    Json response = {{"jsonrpc", "2.0"}};
    if (!id.is_null()) response["id"] = id;
    response["error"] = {{"code", error.code}, {"message", error.message}};
    return response;
}

// Depth is bounded while parsing: a line of a million brackets must not exhaust the stack later.
Json parse(std::string_view line) {
    bool too_deep = false;
    const auto watch = [&](int depth, Json::parse_event_t, Json&) {
        too_deep = too_deep || depth > deepest_json;
        return !too_deep;
    };
    Json message = Json::parse(line, watch, false);
    if (too_deep) throw ProtocolError{invalid_request, "the message is nested too deeply"};
    if (message.is_discarded()) throw ProtocolError{parse_error, "the line is no JSON"};
    return message;
}

bool is_valid_id(const Json& id) {
    return id.is_string() || id.is_number_integer();
}

Json text_content(const std::string& text) {
    return Json::array({{{"type", "text"}, {"text", text}}});
}

}  // namespace

McpServer::McpServer(const std::string& database) : store_(database) {
    store_.use([](const Store&) { return true; });  // it opens, or the server does not start
}

std::optional<Json> McpServer::answer(std::string_view line, std::stop_token stop) {
    stop_ = std::move(stop);
    Json id = nullptr;
    try {
        const Json message = parse(line);
        if (!message.is_object()) throw ProtocolError{invalid_request, "a message is one JSON object"};
        if (const auto found = message.find("id"); found != message.end()) {
            if (!is_valid_id(*found)) throw ProtocolError{invalid_request, "an id is a text or a whole number"};
            id = *found;
        }
        if (message.value("jsonrpc", Json()) != "2.0")
            throw ProtocolError{invalid_request, "\"jsonrpc\" is not \"2.0\""};
        const auto method = message.find("method");
        if (method == message.end()) {
            // An answer to something that was never asked: the server asks nothing.
            if (message.contains("result") || message.contains("error")) return std::nullopt;
            throw ProtocolError{invalid_request, "\"method\" is missing"};
        }
        if (!method->is_string()) throw ProtocolError{invalid_request, "\"method\" is no text"};
        if (id.is_null()) return std::nullopt;  // a notification: initialized; cancelled is heard by the inbox
        return Json{{"jsonrpc", "2.0"},
                    {"id", id},
                    {"result", call(method->get<std::string>(), message.value("params", Json::object()))}};
    } catch (const ProtocolError& error) {
        return error_response(id, error);
    } catch (const Stopped&) {
        return std::nullopt;  // cancelled
    } catch (const std::exception& error) {
        return error_response(id, {internal_error, error.what()});
    }
}

Json McpServer::call(const std::string& method, const Json& parameters) {
    if (!parameters.is_object()) throw ProtocolError{invalid_params, "\"params\" is no object"};
    if (method == "initialize") return initialize(parameters);
    if (method == "ping") return Json::object();
    if (method == "tools/list") return list_tools();
    if (method == "tools/call") return call_tool(parameters);
    throw ProtocolError{method_not_found, "there is no method " + method.substr(0, 100)};
}

Json McpServer::initialize(const Json& parameters) {
    const auto asked = parameters.find("protocolVersion");
    if (asked == parameters.end() || !asked->is_string()) {
        throw ProtocolError{invalid_params, "\"protocolVersion\" is missing"};
    }
    const bool is_known = std::ranges::find(revisions, asked->get<std::string>()) != revisions.end();
    return {{"protocolVersion", is_known ? *asked : Json(revisions.front())},
            {"capabilities", {{"tools", Json::object()}}},
            {"serverInfo",
             {{"name", "kith"}, {"title", "kith: who is tied to whom, and who says so"}, {"version", KITH_VERSION}}},
            {"instructions", instructions}};
}

Json McpServer::list_tools() const {
    Json tools = Json::array();
    for (const Question* question : all_questions()) {
        tools.push_back({{"name", question->name},
                         {"title", question->title},
                         {"description", question->summary},
                         {"inputSchema", schema_of(parameters_of(*question))},
                         {"annotations", {{"readOnlyHint", true}, {"openWorldHint", false}}}});
    }
    return {{"tools", std::move(tools)}};
}

Json McpServer::call_tool(const Json& parameters) {
    const auto name = parameters.find("name");
    if (name == parameters.end() || !name->is_string()) throw ProtocolError{invalid_params, "\"name\" is missing"};
    const auto questions = all_questions();
    if (std::ranges::find(questions, name->get<std::string>(), &Question::name) == questions.end()) {
        throw ProtocolError{invalid_params, "there is no tool " + name->get<std::string>().substr(0, 100)};
    }
    try {
        const Arguments arguments = Arguments::from_json(parameters.value("arguments", Json::object()));
        const Json answer = store_.use([&](const Store& store) {
            const StopScope scope(database_of(store), {stop_, {}});
            return ask(store, name->get<std::string>(), arguments);
        });
        return {{"content", text_content(compact(answer))}, {"structuredContent", answer}, {"isError", false}};
    } catch (const Error& error) {
        if (stop_.stop_requested()) throw Stopped(Stopped::Reason::request);
        const std::string next = error.next_step().empty() ? "" : "\n" + error.next_step();
        return {{"content", text_content(error.what() + next)}, {"isError", true}};
    }
}

void serve_mcp(McpServer& server, std::istream& in, std::ostream& out) {
    const auto send = [&](const Json& message) { out << compact(message) << '\n' << std::flush; };
    Inbox inbox(in);
    while (const std::optional<Inbox::Line> line = inbox.next()) {
        if (line->is_too_long) {
            send(error_response(nullptr, {invalid_request, "the line is longer than 4 MiB"}));
        } else if (const auto response = server.answer(line->text, line->stop.get_token())) {
            send(*response);
        }
    }
}

}  // namespace kith
