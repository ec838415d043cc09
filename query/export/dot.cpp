// Nodes, lines and the legend of a drawing.
#include "query/export/dot.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <tuple>
#include <vector>

#include "query/export/decimal.hpp"
#include "query/export/drawing_style.hpp"
#include "query/export/text_layout.hpp"

namespace kith {
namespace {

constexpr std::size_t node_label_columns = 18;
constexpr std::size_t node_label_lines = 3;
constexpr std::size_t particulars_columns = 34;
constexpr std::size_t tooltip_columns = 300;
constexpr std::size_t relations_on_a_line = 4;
constexpr std::size_t few_nodes = 40, lines_of_few = 90;
constexpr std::string_view font = "Helvetica,Arial,DejaVu Sans,sans-serif";

// Layers from left to right read like a sentence, but take minutes for some hundred lines; springs take seconds.
constexpr std::size_t layered_nodes = 100;
constexpr std::size_t layered_lines = 200;
constexpr std::string_view layered_layout = "layout=dot, rankdir=LR, nodesep=0.3, ranksep=0.5";
constexpr std::string_view spread_layout = "layout=sfdp, K=1.2, overlap=prism, overlap_scaling=-4, splines=false";

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

// Ties drawn as one line: of the same two entities, in the same direction (or in none), with one status, of one group.
struct Line {
    std::vector<const TieView*> ties;
    bool symmetric = false;
};

std::vector<Line> lines_of(const std::vector<const TieView*>& ties) {
    std::vector<Line> lines;
    std::map<std::tuple<EntityId, EntityId, Status, bool, std::string_view>, std::size_t> places;
    for (const TieView* tie : ties) {
        EntityId from = tie->subject.id;
        EntityId to = tie->object.id;
        const bool symmetric = tie->relation->symmetric;
        if (symmetric && to < from) std::swap(from, to);
        const auto [place, added] =
            places.try_emplace({from, to, tie->status, symmetric, tie->relation->group}, lines.size());
        if (added) lines.push_back({{}, symmetric});
        lines[place->second].ties.push_back(tie);
    }
    return lines;
}

// What is not quite certain is never told as certain.
std::string percent(double strength) {
    return std::to_string(std::min(static_cast<int>(std::lround(strength * 100.0)), 99)) + " %";
}

// "air defence system · 2023-11": the first that a claim tells of each, surest first.
std::string particulars(const TieView& tie) {
    std::string item, time;
    for (const ClaimView& claim : tie.claims) {
        if (item.empty()) item = claim.item.empty() ? claim.role : claim.item;
        if (time.empty()) time = claim.time;
    }
    if (!item.empty()) item = shorten(item, particulars_columns);
    return item + (item.empty() || time.empty() ? "" : " · ") + time;
}

// A table of its own, because that keeps the words clear of the line.
std::string line_label(const Line& line) {
    std::string label = "<<table border=\"0\" cellspacing=\"0\" cellpadding=\"1\">";
    const auto add = [&](const std::string& words) { label += "<tr><td>" + words + "</td></tr>"; };
    for (std::size_t i = 0; i < line.ties.size(); ++i) {
        if (i == relations_on_a_line && line.ties.size() > relations_on_a_line) {
            add("+ " + std::to_string(line.ties.size() - relations_on_a_line) + " more");
            break;
        }
        const TieView& tie = *line.ties[i];
        std::string words = "<b>" + escaped_markup(in_words(*tie.relation)) + "</b>";
        if (tie.sources > 1) words += " ×" + std::to_string(tie.sources);
        add(words + " " + percent(tie.strength));
        if (const std::string more = particulars(tie); !more.empty())
            add("<font point-size=\"9\">" + escaped_markup(more) + "</font>");
    }
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

// Two digits of opacity: a weak tie is pale, and still seen.
std::string opacity(double strength) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto value = static_cast<std::size_t>(std::lround(110.0 + 145.0 * std::clamp(strength, 0.0, 1.0)));
    return {digits[value / 16], digits[value % 16]};
}

// From left to right as it is read: from where the path comes.
void write_line(const Line& line, bool turned, std::ostream& out) {
    const TieView& tie = *line.ties.front();
    const StatusStyle style = style_of(tie.status);
    const std::string_view colour = colour_of_group(tie.relation->group);
    const double strength = strength_of(line);
    out << "    " << node_of(turned ? tie.object : tie.subject) << " -> " << node_of(turned ? tie.subject : tie.object)
        << " [label=" << line_label(line) << ", color=\"" << colour << opacity(strength) << "\", fontcolor=\"" << colour
        << "\", style=" << style.line << ", penwidth=" << decimal(0.7 + 3.3 * strength * strength, 1);
    if (line.symmetric) {
        out << ", dir=" << (tie.status == Status::denied ? "both, arrowtail=tee, arrowhead=tee" : "none");
    } else if (turned) {
        out << ", dir=back, arrowtail=" << style.head;
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
void write_legend(const GraphView& graph, std::size_t lines_left_out, std::ostream& out) {
    std::set<EntityKind> kinds;
    std::set<Status> statuses;
    std::set<std::string_view> groups;
    for (const Entity& node : graph.nodes) kinds.insert(node.kind);
    for (const TieView& tie : graph.ties) {
        statuses.insert(tie.status);
        groups.insert(tie.relation->group);
    }
    if (kinds.empty()) return;
    out << "    label=<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\">";
    if (graph.left_out > 0) {
        out << "<tr><td align=\"left\"><font point-size=\"14\"><b>+ " << graph.left_out
            << " more</b>: these are the most strongly tied</font></td></tr>";
    }
    if (lines_left_out > 0) {
        out << "<tr><td align=\"left\"><font point-size=\"14\"><b>+ " << lines_left_out
            << " weaker lines</b> among these</font></td></tr>";
    }
    begin_legend_row(out);
    for (const EntityKind kind : kinds) {
        const KindStyle style = style_of(kind);
        out << "<td border=\"1\" color=\"" << style.outline << "\" bgcolor=\"" << style.fill
            << "\" style=\"rounded\" cellpadding=\"4\">" << escaped_markup(in_words(kind)) << "</td>";
    }
    end_legend_row(out);
    if (!statuses.empty()) {
        begin_legend_row(out);
        for (const std::string_view group : groups)
            out << "<td><font color=\"" << colour_of_group(group) << "\"><b>" << escaped_markup(group)
                << "</b></font></td>";
        for (const Status status : statuses)
            out << "<td>" << style_of(status).sample << " " << to_string(status) << "</td>";
        out << "<td><font color=\"#777777\">×2: two independent sources · 66 %: how sure they make it</font></td>";
        end_legend_row(out);
    }
    out << "</table>>;\n";
}

// Entities that lie in another, or are part of it, are drawn in its box; the tie is then no line. By entity; outermost
// boxes are those that are in none.
using Boxes = std::map<EntityId, const TieView*>;

Boxes boxes_of(const GraphView& graph) {
    Boxes boxes;
    if (!graph.ways.empty()) return boxes;  // a hop of a path is a line
    const auto is_within = [&](EntityId inner, EntityId outer) {
        for (auto at = boxes.find(outer); at != boxes.end(); at = boxes.find(at->second->object.id)) {
            if (at->second->object.id == inner) return true;
        }
        return false;
    };
    for (const TieView& tie : graph.ties) {
        if (tie.relation->name != "part_of" && tie.relation->name != "located_in") continue;
        if (tie.status != Status::actual || is_within(tie.subject.id, tie.object.id)) continue;
        const auto [known, is_new] = boxes.try_emplace(tie.subject.id, &tie);
        if (!is_new && tie.strength > known->second->strength) known->second = &tie;
    }
    return boxes;
}

class Drawing {
public:
    Drawing(const GraphView& graph, std::ostream& out) : graph_(graph), out_(out), boxes_(boxes_of(graph)) {
        for (const auto& [inner, tie] : boxes_) members_[tie->object.id].push_back(inner);
        for (const Entity& node : graph.nodes) nodes_.emplace(node.id, &node);
        std::vector<const TieView*> drawn;
        for (const TieView& tie : graph.ties) {
            const auto box = boxes_.find(tie.subject.id);
            if (box == boxes_.end() || box->second != &tie) drawn.push_back(&tie);
        }
        lines_ = lines_of(drawn);
        if (graph.nodes.size() <= few_nodes) leave_weak_lines_out();
        for (const TieView* tie : drawn) has_line_.insert({tie->subject.id, tie->object.id});
    }

    void write() {
        const bool layered = graph_.nodes.size() <= layered_nodes && lines_.size() <= layered_lines;
        out_ << "digraph kith {\n"
             << "    graph [" << (layered ? layered_layout : spread_layout)
             << ", bgcolor=\"white\", pad=0.3, labelloc=b, labeljust=l,\n"
             << "        fontname=\"" << font << "\", fontsize=10, fontcolor=\"#444444\", outputorder=edgesfirst];\n"
             << "    node [style=\"filled,rounded\", fontname=\"" << font
             << "\", fontsize=12, fontcolor=\"#1C1C1C\", margin=\"0.16,0.08\", penwidth=1.3];\n"
             << "    edge [fontname=\"" << font << "\", fontsize=10, arrowsize=0.7];\n";
        for (const Entity& node : graph_.nodes) {
            if (!boxes_.contains(node.id)) write_with_members(node);
        }
        for (const Line& line : lines_) write_line(line, is_turned(line), out_);
        write_legend(graph_, lines_left_out_, out_);
        out_ << "}\n";
    }

private:
    void write_with_members(const Entity& node) {
        const auto members = members_.find(node.id);
        const bool asked = std::ranges::find(graph_.asked, node.id) != graph_.asked.end();
        if (members == members_.end()) return write_node(node, asked, out_);
        const KindStyle style = style_of(node.kind);
        out_ << "    subgraph cluster_" << node_of(node) << " {\n    label=\"" << escaped(node.name)
             << "\"; labelloc=t; labeljust=l; fontsize=12; style=rounded; color=\"" << style.outline << "\"; bgcolor=\""
             << style.fill << "55\"; margin=14;\n";
        if (asked || has_line_.contains(node.id)) write_node(node, asked, out_);
        for (const EntityId member : members->second) write_with_members(*nodes_.at(member));
        out_ << "    }\n";
    }

    // The strongest of each entity stays. More lines than these hide one another's labels.
    void leave_weak_lines_out() {
        if (lines_.size() <= lines_of_few) return;
        std::ranges::stable_sort(lines_, std::ranges::greater{}, strength_of);
        std::set<EntityId> tied;
        std::vector<Line> kept, rest;
        for (Line& line : lines_) {
            const TieView& tie = *line.ties.front();
            const bool is_new_subject = tied.insert(tie.subject.id).second;
            const bool is_first = tied.insert(tie.object.id).second || is_new_subject;
            (is_first ? kept : rest).push_back(std::move(line));
        }
        for (Line& line : rest) {
            if (kept.size() < lines_of_few) kept.push_back(std::move(line));
        }
        lines_left_out_ = lines_.size() - kept.size();
        lines_ = std::move(kept);
    }

    bool is_turned(const Line& line) const {
        const auto way = graph_.ways.find(std::minmax(line.ties.front()->subject.id, line.ties.front()->object.id));
        return way != graph_.ways.end() && way->second != line.ties.front()->subject.id;
    }

    const GraphView& graph_;
    std::ostream& out_;
    Boxes boxes_;
    std::map<EntityId, std::vector<EntityId>> members_;
    std::map<EntityId, const Entity*> nodes_;
    std::vector<Line> lines_;
    std::size_t lines_left_out_ = 0;
    std::set<EntityId> has_line_;
};

}  // namespace

void write_dot(const GraphView& graph, std::ostream& out) {
    Drawing(graph, out).write();
}

std::string dot_of(const GraphView& graph) {
    std::ostringstream out;
    write_dot(graph, out);
    return out.str();
}

}  // namespace kith
