// Writes the ties around an actor in a format that kith does not have: a Mermaid diagram, which many wikis draw.
//
//     own_exporter DATABASE NAME
//
//     flowchart LR
//         e4["Wagner Group"]
//         e4 -. "supplies, planned" .-> e9
#include <iostream>
#include <kith/kith.hpp>

namespace {

// Text of a source between quotation marks: single_line leaves no control characters, Mermaid needs `"` as an entity.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : kith::single_line(text)) {
        if (c == '"') {
            result += "#quot;";
        } else {
            result += c;
        }
    }
    return result + '"';
}

void write_mermaid(const kith::GraphView& graph, std::ostream& out) {
    out << "flowchart LR\n";
    for (const kith::Entity& node : graph.nodes) out << "    e" << node.id << '[' << quoted(node.name) << "]\n";
    for (const kith::TieView& tie : graph.ties) {
        const bool holds = tie.status == kith::Status::actual;
        std::string label = in_words(*tie.relation);
        if (!holds) label += ", " + std::string(to_string(tie.status));
        out << "    e" << tie.subject.id << (holds ? " -- " : " -. ") << quoted(label) << (holds ? " --> e" : " .-> e")
            << tie.object.id << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 3) return 2;
    const kith::Store store(argv[1]);
    const kith::Entity actor = store.find_entity(argv[2]);
    kith::ResultBuilder answers(store);
    write_mermaid(graph_of(answers.ties(store.claims_about(actor.id, {})), {actor}), std::cout);
} catch (const kith::Error& error) {
    std::cerr << error.what() << '\n' << error.next_step() << '\n';
    return 1;
}
