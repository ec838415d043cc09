// Nodes, lines and the legend of a drawing.
#include "query/export/dot.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>
#include <tuple>
#include <vector>

#include "query/export/decimal.hpp"
#include "query/export/text_layout.hpp"

namespace kith {
namespace {

constexpr std::size_t node_label_columns = 18;
constexpr std::size_t node_label_lines = 3;
constexpr std::size_t tooltip_columns = 300;
constexpr std::size_t relations_on_a_line = 4;
constexpr std::string_view font = "Helvetica,Arial,DejaVu Sans,sans-serif";

// Layers from left to right read like a sentence, but take minutes for some hundred lines; springs take seconds.
constexpr std::size_t layered_nodes = 100;
constexpr std::size_t layered_lines = 200;
constexpr std::string_view layered_layout = "layout=dot, rankdir=LR, nodesep=0.35, ranksep=0.7";
constexpr std::string_view spread_layout = "layout=sfdp, K=1.2, overlap=prism, overlap_scaling=-4, splines=false";

struct KindStyle {
    std::string_view shape;
    std::string_view fill;
    std::string_view outline;
};

// Families of kinds share a hue: people blue, states and what belongs to them gold, armed red, companies and the
// press green, places and things grey and violet.
KindStyle style_of(EntityKind kind) {
    switch (kind) {
        case EntityKind::person:
            return {"ellipse", "#DCEBFA", "#2F6DA8"};
        case EntityKind::population_group:
            return {"ellipse", "#E8F1FA", "#6E93B8"};
        case EntityKind::state:
            return {"box", "#FCEBC1", "#A87400"};
        case EntityKind::government_body:
            return {"box", "#FDF4DE", "#B98F2E"};
        case EntityKind::party:
            return {"box", "#F7E6F2", "#9B4F86"};
        case EntityKind::international_body:
            return {"box", "#DDF1EF", "#22807A"};
        case EntityKind::military_unit:
            return {"octagon", "#F8E0D4", "#AD5A2B"};
        case EntityKind::armed_group:
            return {"octagon", "#F9D9D9", "#AE3535"};
        case EntityKind::company:
            return {"box", "#E0F0DA", "#4B8A35"};
        case EntityKind::media:
            return {"box", "#EAF4E6", "#7DA76C"};
        case EntityKind::ngo:
            return {"box", "#DFF3E8", "#2F8F5F"};
        case EntityKind::place:
            return {"box", "#EDEDED", "#7A7A7A"};
        case EntityKind::weapon:
        case EntityKind::vehicle:
        case EntityKind::product:
            return {"note", "#ECE6F5", "#6F55A3"};
        case EntityKind::event:
        case EntityKind::agreement:
            return {"note", "#F3EEDF", "#8A7B4F"};
        case EntityKind::organisation:
            break;
    }
    return {"box", "#F4F4F4", "#666666"};
}

struct StatusStyle {
    std::string_view colour;
    std::string_view line;
    std::string_view head;
    std::string_view sample;  // for the legend
};

StatusStyle style_of(Status status) {
    switch (status) {
        case Status::actual:
            return {"#3A3A3A", "solid", "normal", "━━▶"};
        case Status::planned:
            return {"#1F6FB2", "dashed", "normal", "╍╍▶"};
        case Status::possible:
            return {"#6B6B6B", "dotted", "normal", "┅┅▶"};
        case Status::demanded:
            return {"#8A4FA3", "dashed", "vee", "╍╍❯"};
        case Status::denied:
            return {"#C62828", "solid", "tee", "━━┫"};
        case Status::former:
            return {"#A3A3A3", "solid", "empty", "━━▷"};
        case Status::rejected:
            return {"#C9C9C9", "dotted", "none", "┅┅┅"};
    }
    return {"#3A3A3A", "solid", "normal", "━━▶"};
}

// For a quoted string whose escapes GraphViz reads ("\n", "\N") and whose HTML entities it resolves.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : single_line(text)) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
        if (c == '&') result += "amp;";
    }
    return result;
}

std::string escaped_markup(std::string_view text) {
    std::string result;
    for (const char c : single_line(text)) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string joined_label(const std::vector<std::string>& lines) {
    std::string label;
    for (const std::string& line : lines) label += (label.empty() ? "" : "\\n") + escaped(line);
    return label;
}

std::string node_label(const std::string& name) {
    std::vector<std::string> lines = wrap(name, node_label_columns);
    if (lines.size() > node_label_lines) {
        lines[node_label_lines - 1] =
            shorten(lines[node_label_lines - 1] + " " + lines[node_label_lines], node_label_columns);
        lines.resize(node_label_lines);
    }
    return joined_label(lines);
}

// Ties drawn as one line: of the same two entities, in the same direction (or in none), with one status.
struct Line {
    std::vector<const TieView*> ties;
    bool symmetric = false;
};

std::vector<Line> lines_of(const GraphView& graph) {
    std::vector<Line> lines;
    std::map<std::tuple<EntityId, EntityId, Status, bool>, std::size_t> places;
    for (const TieView& tie : graph.ties) {
        EntityId from = tie.subject.id;
        EntityId to = tie.object.id;
        const bool symmetric = tie.relation->symmetric;
        if (symmetric && to < from) std::swap(from, to);
        const auto [place, added] = places.try_emplace({from, to, tie.status, symmetric}, lines.size());
        if (added) lines.push_back({{}, symmetric});
        lines[place->second].ties.push_back(&tie);
    }
    return lines;
}

// A table of its own, because that keeps the words clear of the line.
std::string line_label(const Line& line) {
    std::vector<std::string> words;
    for (const TieView* tie : line.ties) {
        if (words.size() == relations_on_a_line && line.ties.size() > relations_on_a_line) {
            words.push_back("+ " + std::to_string(line.ties.size() - relations_on_a_line) + " more");
            break;
        }
        std::string text = in_words(*tie->relation);
        if (tie->sources > 1) text += " ×" + std::to_string(tie->sources);
        words.push_back(text);
    }
    std::string label = "<<table border=\"0\" cellspacing=\"0\" cellpadding=\"2\">";
    for (const std::string& each : words) label += "<tr><td>" + escaped_markup(each) + "</td></tr>";
    return label + "</table>>";
}

std::string tooltip(const TieView& tie) {
    std::string text = tie.subject.name + " " + in_words(*tie.relation) + " " + tie.object.name + " (" +
                       std::string(to_string(tie.status)) + ")";
    if (const QuoteView* quote = best_quote(tie)) text += ": “" + quote->text + "”";
    return escaped(shorten(single_line(text), tooltip_columns));
}

double strength_of(const Line& line) {
    double strength = 0.0;
    for (const TieView* tie : line.ties) strength = std::max(strength, tie->strength);
    return strength;
}

// What GraphViz knows it by. As text, since a stream may group digits.
std::string node_of(const Entity& entity) {
    return "n" + std::to_string(entity.id);
}

void write_node(const Entity& entity, bool asked, std::ostream& out) {
    const KindStyle style = style_of(entity.kind);
    out << "    " << node_of(entity) << " [label=\"" << node_label(entity.name) << "\", shape=" << style.shape
        << ", fillcolor=\"" << style.fill << "\", color=\"" << style.outline << "\", tooltip=\""
        << escaped(entity.name + " (" + in_words(entity.kind) + ")") << '"';
    if (style.shape == "octagon") out << ", style=filled";
    if (asked) out << ", penwidth=3";
    out << "];\n";
}

void write_line(const Line& line, std::ostream& out) {
    const TieView& tie = *line.ties.front();
    const StatusStyle style = style_of(tie.status);
    out << "    " << node_of(tie.subject) << " -> " << node_of(tie.object) << " [label=" << line_label(line)
        << ", color=\"" << style.colour << "\", fontcolor=\"" << style.colour << "\", style=" << style.line
        << ", penwidth=" << decimal(0.8 + 1.4 * strength_of(line), 1);
    if (line.symmetric) {
        out << ", dir=" << (tie.status == Status::denied ? "both, arrowtail=tee, arrowhead=tee" : "none");
    } else {
        out << ", arrowhead=" << style.head;
    }
    out << ", tooltip=\"" << tooltip(tie) << "\", labeltooltip=\"" << tooltip(tie) << "\"];\n";
}

void begin_legend_row(std::ostream& out) {
    out << "<tr><td align=\"left\"><table border=\"0\" cellborder=\"0\" cellspacing=\"6\" cellpadding=\"1\"><tr>";
}

void end_legend_row(std::ostream& out) {
    out << "</tr></table></td></tr>";
}

// The label of the whole drawing.
void write_legend(const GraphView& graph, std::ostream& out) {
    std::set<EntityKind> kinds;
    std::set<Status> statuses;
    for (const Entity& node : graph.nodes) kinds.insert(node.kind);
    for (const TieView& tie : graph.ties) statuses.insert(tie.status);
    if (kinds.empty()) return;
    out << "    label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\">";
    begin_legend_row(out);
    for (const EntityKind kind : kinds) {
        const KindStyle style = style_of(kind);
        out << "<td border=\"1\" color=\"" << style.outline << "\" bgcolor=\"" << style.fill
            << "\" style=\"rounded\" cellpadding=\"4\">" << escaped_markup(in_words(kind)) << "</td>";
    }
    end_legend_row(out);
    if (!statuses.empty()) {
        begin_legend_row(out);
        for (const Status status : statuses) {
            const StatusStyle style = style_of(status);
            out << "<td><font color=\"" << style.colour << "\">" << style.sample << " " << to_string(status)
                << "</font></td>";
        }
        out << "<td><font color=\"#777777\">×2: two independent sources</font></td>";
        end_legend_row(out);
    }
    out << "</table>>;\n";
}

}  // namespace

void write_dot(const GraphView& graph, std::ostream& out) {
    const std::vector<Line> lines = lines_of(graph);
    const bool layered = graph.nodes.size() <= layered_nodes && lines.size() <= layered_lines;
    out << "digraph kith {\n"
        << "    graph [" << (layered ? layered_layout : spread_layout)
        << ", bgcolor=\"white\", pad=0.3, labelloc=b, labeljust=l,\n"
        << "        fontname=\"" << font << "\", fontsize=10, fontcolor=\"#444444\", outputorder=edgesfirst];\n"
        << "    node [style=\"filled,rounded\", fontname=\"" << font
        << "\", fontsize=12, fontcolor=\"#1C1C1C\", margin=\"0.16,0.08\", penwidth=1.3];\n"
        << "    edge [fontname=\"" << font << "\", fontsize=10, arrowsize=0.7];\n";
    for (const Entity& node : graph.nodes) {
        const bool asked = std::find(graph.asked.begin(), graph.asked.end(), node.id) != graph.asked.end();
        write_node(node, asked, out);
    }
    for (const Line& line : lines) write_line(line, out);
    write_legend(graph, out);
    out << "}\n";
}

std::string dot_of(const GraphView& graph) {
    std::ostringstream out;
    write_dot(graph, out);
    return out.str();
}

}  // namespace kith
