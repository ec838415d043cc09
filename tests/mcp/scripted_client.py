"""A whole session with `kith mcp`, as an assistant's program would have it, over a database made from
examples/articles. Every message, either way, is checked against protocol.schema.json beside this file; every tool's
inputSchema against the metaschema of JSON Schema, and the arguments of every call against the tool's own inputSchema.
Every tool is called, and docs/mcp.md must name it.

    scripted_client.py KITH ROOT      exit code 77: no jsonschema for this Python

Quiet where all is well.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print(f"skipped: {sys.executable} has no jsonschema (Debian: apt-get install python3-jsonschema)")
    sys.exit(77)

PROTOCOL = json.loads((pathlib.Path(__file__).parent / "protocol.schema.json").read_text(encoding="utf-8"))

# What each tool is asked, and what of the answer shows that it was understood.
CALLS = {
    "find_entity": ({"name": "Hezbollah"}, lambda answer: answer["entities"][0]["name"] == "Hezbollah"),
    "paths": (
        {"from": "North Korea", "to": "Hezbollah", "max_hops": 4, "count": 2, "status": ["actual", "planned"]},
        lambda answer: len(answer["paths"][0]["hops"]) == 2,
    ),
    "claims": ({"between": ["Wagner", "Hezbollah"], "most": 1}, lambda answer: len(answer["ties"]) == 1),
    "entity": ({"entity": "Wagner", "most": 2}, lambda answer: answer["left_out"] > 0),
    "neighbours": (
        {"entities": ["Hezbollah"], "depth": 2, "min_confidence": 0.5},
        lambda answer: answer["neighbours"],
    ),
    "common_neighbours": ({"first": "Wagner", "second": "Iran"}, lambda answer: "neighbours" in answer),
    "timeline": ({"entity": "Wagner", "since": "2022"}, lambda answer: answer["timeline"]),
    "contradictions": ({}, lambda answer: "contradictions" in answer),
    "owners": ({"entity": "Wagner", "sanctioned": True}, lambda answer: answer["fifty_percent_rule"]["verdict"]),
    "fragility": (
        {"from": "North Korea", "to": "Hezbollah", "by": "publisher", "directed": True},
        lambda answer: answer["connected"],
    ),
    "all_paths": ({"from": "North Korea", "to": "Hezbollah"}, lambda answer: answer["complete"]),
    "path_in_time_order": ({"from": "North Korea", "to": "Hezbollah"}, lambda answer: "paths" in answer),
    "rank": ({"by": "betweenness", "most": 3}, lambda answer: len(answer["ranks"]) == 3),
    "communities": ({}, lambda answer: answer["groups"]),
    "components": ({}, lambda answer: answer["groups"]),
    "search": ({"words": ["drones"]}, lambda answer: answer["sentences"]),
    "mentions": ({"entity": "Wagner", "most": 3}, lambda answer: len(answer["mentions"]) == 3),
    "entities": ({"kind": ["state"]}, lambda answer: answer["entities"][0]["kind"] == "state"),
    "evidence": ({"claim": 1}, lambda answer: answer["claim"]["evidence"][0]["text"]),
    "document": ({"document": 1, "begin": 10, "end": 60}, lambda answer: len(answer["text"]) == 50),
    "relations": ({"word": "support"}, lambda answer: answer["relations"]),
    "review": ({"about": "Wagner"}, lambda answer: answer["claims"]),
    "statistics": ({}, lambda answer: answer["documents"] == 8),
}

# Arguments that a tool refuses in its result, for the assistant to try again; and words of the refusal.
REFUSED = [
    ("paths", {"from": "Hezbolah", "to": "Iran"}, "Did you mean"),
    ("paths", {"from": "Iran"}, "\"to\" is missing"),
    ("paths", {"from": "Iran", "to": "Mali", "max_hops": 0}, "from 1 to 20"),
    ("claims", {"colour": "red"}, "no argument"),
    ("claims", {"since": "soon"}, "no date"),
    ("evidence", {"claim": 10**9}, "no claim number"),
]


def check(shape, message):
    """Ends the test where the message has not the shape that the protocol names."""
    schema = {"$defs": PROTOCOL["$defs"], "$ref": "#/$defs/" + shape}
    for error in Draft202012Validator(schema).iter_errors(message):
        sys.exit(f"not a {shape} of the protocol: {error.message}\nat {list(error.absolute_path)} of {message}")


class Client:
    def __init__(self, command):
        self.server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
        self.last_id = 0

    def send(self, line):
        self.server.stdin.write(line + "\n")
        self.server.stdin.flush()

    def receive(self):
        line = self.server.stdout.readline()
        if not line.endswith("\n"):
            sys.exit("the server ended in the middle of the session")
        message = json.loads(line)
        check("FromServer", message)
        return message

    def notify(self, method):
        message = {"jsonrpc": "2.0", "method": method}
        check("FromClient", message)
        self.send(json.dumps(message))

    def request(self, method, parameters=None):
        """The response, with the id that was sent: numbers and texts by turns."""
        self.last_id += 1
        request_id = self.last_id if self.last_id % 2 else f"request {self.last_id}"
        message = {"jsonrpc": "2.0", "id": request_id, "method": method}
        if parameters is not None:
            message["params"] = parameters
        check("FromClient", message)
        self.send(json.dumps(message, ensure_ascii=self.last_id % 3 == 0))
        response = self.receive()
        if response.get("id") != request_id:
            sys.exit(f"asked as {request_id!r}, answered as {response}")
        return response

    def result(self, shape, method, parameters=None):
        response = self.request(method, parameters)
        if "result" not in response:
            sys.exit(f"{method} failed: {response}")
        check(shape, response["result"])
        return response["result"]

    def error_code(self, method, parameters):
        response = self.request(method, parameters)
        return response["error"]["code"] if "error" in response else None

    def refusal_of(self, line):
        """The error code for a line that is no request; the next line must be answered as ever."""
        self.send(line)
        code = self.receive()["error"]["code"]
        self.result("EmptyResult", "ping")
        return code

    def close(self):
        self.server.stdin.close()
        rest = self.server.stdout.read()
        expect(rest == "", f"messages that nobody asked for: {rest}")
        expect(self.server.wait(timeout=60) == 0, "the server did not end well")


def expect(condition, message):
    if not condition:
        sys.exit(message)


def initialize(client):
    for revision in ("2024-11-05", "2025-06-18", "2025-11-25"):
        parameters = {
            "protocolVersion": revision,
            "capabilities": {"roots": {"listChanged": True}},
            "clientInfo": {"name": "scripted client", "version": "1"},
        }
        check("InitializeParams", parameters)
        result = client.result("InitializeResult", "initialize", parameters)
        expect(result["protocolVersion"] == revision, f"asked for {revision}: {result}")
        expect("tools" in result["capabilities"], f"no tools: {result}")
    client.notify("notifications/initialized")
    client.result("EmptyResult", "ping")


def list_tools(client, page):
    tools = {tool["name"]: tool for tool in client.result("ListToolsResult", "tools/list", {})["tools"]}
    expect(set(tools) == set(CALLS), f"the tools are {sorted(tools)}, this test calls {sorted(CALLS)}")
    for name, tool in tools.items():
        Draft202012Validator.check_schema(tool["inputSchema"])
        expect(tool["annotations"]["readOnlyHint"], f"{name} does not say that it only reads")
        expect(f"| `{name}` |" in page, f"docs/mcp.md does not name the tool {name}")
    return tools


def call_tools(client, tools):
    for name, (arguments, is_right) in CALLS.items():
        Draft202012Validator(tools[name]["inputSchema"]).validate(arguments)
        parameters = {"name": name, "arguments": arguments}
        check("CallToolParams", parameters)
        result = client.result("CallToolResult", "tools/call", parameters)
        expect(not result.get("isError"), f"{name} failed: {result}")
        answer = result["structuredContent"]
        expect(json.loads(result["content"][0]["text"]) == answer, f"{name}: the text is not the structured content")
        expect(is_right(answer), f"{name} {arguments}: {answer}")


def call_wrongly(client, tools):
    for name, arguments, words in REFUSED:
        result = client.result("CallToolResult", "tools/call", {"name": name, "arguments": arguments})
        expect(result.get("isError"), f"{name} {arguments} was not refused: {result}")
        expect(words in result["content"][0]["text"], f"{name} {arguments}: {result}")
    expect(not Draft202012Validator(tools["paths"]["inputSchema"]).is_valid(REFUSED[1][1]), "to is not required")
    expect(not Draft202012Validator(tools["claims"]["inputSchema"]).is_valid(REFUSED[3][1]), "any argument will do")
    expect(client.error_code("tools/call", {"name": "ingest"}) == -32602, "a tool that is not there was called")
    expect(client.error_code("tools/call", {}) == -32602, "no tool at all was called")
    expect(client.error_code("resources/list", {}) == -32601, "resources/list is answered")
    expect(client.error_code("initialize", {}) == -32602, "initialize without a revision is answered")


def send_nonsense(client):
    expect(client.refusal_of("hello") == -32700, "no JSON")
    expect(client.refusal_of('{"jsonrpc":"2.0","id":1,"method":') == -32700, "half a message")
    expect(client.refusal_of("[]") == -32600, "a batch")
    expect(client.refusal_of('{"jsonrpc":"2.0","id":null,"method":"ping"}') == -32600, "an id of null")
    expect(client.refusal_of("[" * 100_000) == -32600, "deep nesting")
    expect(client.refusal_of("x" * (5 << 20)) == -32600, "a line of 5 MiB")
    client.notify("notifications/cancelled")
    client.send("")


def is_shown(shown, whole):
    """Whether the whole says what is shown: objects may have more keys than a page shows."""
    if isinstance(shown, dict) and isinstance(whole, dict):
        return all(key in whole and is_shown(value, whole[key]) for key, value in shown.items())
    if isinstance(shown, list) and isinstance(whole, list):
        return len(shown) == len(whole) and all(map(is_shown, shown, whole))
    return shown == whole


def compare_examples(client, page):
    """Sends the messages of docs/mcp.md ("    > {...", further lines indented) and compares the answers ("    < ")."""
    messages = [(match[1], json.loads(match[2])) for match in re.finditer(r"^    ([<>]) ((?:.+\n)+?)(?=    [<>]|\n)", page, re.M)]
    expect(len(messages) >= 4 and len(messages) % 2 == 0, "docs/mcp.md shows no exchange")
    for (asks, request), (answers, shown) in zip(messages[::2], messages[1::2]):
        expect(asks + answers == "><", f"docs/mcp.md: a question without an answer: {request}")
        client.send(json.dumps(request))
        response = client.receive()
        expect(is_shown(shown, response), f"docs/mcp.md shows {shown}\nthe answer is {response}")


def main(kith, root):
    page = (root / "docs/mcp.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        database = str(pathlib.Path(folder) / "war.db")
        made = subprocess.run([kith, "ingest", "examples/articles", "--db", database], cwd=root, capture_output=True)
        expect(made.returncode == 0, made.stderr.decode())
        before = pathlib.Path(database).read_bytes()
        client = Client([kith, "mcp", "--db", database])
        initialize(client)
        tools = list_tools(client, page)
        call_tools(client, tools)
        call_wrongly(client, tools)
        compare_examples(client, page)
        send_nonsense(client)
        client.result("EmptyResult", "ping")
        client.close()
        expect(pathlib.Path(database).read_bytes() == before, "the session changed the database")


if __name__ == "__main__":
    main(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]))
