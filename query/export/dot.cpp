// Nodes, lines and the legend of a drawing.
#include "query/export/dot.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <vector>

#include "query/export/dot_line.hpp"
#include "query/export/dot_text.hpp"
#include "query/export/drawing_style.hpp"
#include "query/export/text_layout.hpp"

namespace kith {
namespace {

constexpr std::size_t node_label_columns = 18;
constexpr std::size_t node_label_lines = 3;
constexpr std::size_t few_nodes = 40, lines_of_few = 60, lines_with_particulars = 45;
constexpr std::string_view font = "Helvetica,Arial,DejaVu Sans,sans-serif";

// Three layouts. Layers from left to right read like a sentence: paths, and what has few lines. Otherwise layers get wide, and
// lines run through words; where each pair keeps the distance that its ties give it (neato), with words as nodes between, each
// has its room. Hundreds of lines would take minutes; then springs (sfdp).
// Rejected: fdp, which draws the same graph otherwise each time; and GraphViz's clusters in layers, which 2.42 frees twice
// where lines run within a level.
enum class Layout { layers, distances, springs };
constexpr std::size_t layered_lines = 15, most_measured_nodes = 100, most_measured_lines = 200;

std::string_view attributes_of(Layout layout) {
    switch (layout) {
        case Layout::layers:
            return "layout=dot, rankdir=LR, nodesep=0.3, ranksep=0.5";
        case Layout::distances:
            return "layout=neato, model=subset, start=1, overlap=prism, overlap_scaling=-2.5, sep=\"+3\", "
                   "splines=false";
        case Layout::springs:
            break;
    }
    return "layout=sfdp, K=1.2, overlap=prism, overlap_scaling=-4, splines=false";
}

// Made smaller to fit a screen of 1,600 pixels, at 96 an inch: what few entities need is still read then.
constexpr std::string_view screen = ", size=16.6";

std::vector<std::string> name_lines(const std::string& name) {
    std::vector<std::string> lines = wrap(name, node_label_columns);
    if (lines.size() > node_label_lines) {
        lines[node_label_lines - 1] =
            shorten(lines[node_label_lines - 1] + " " + lines[node_label_lines], node_label_columns);
        lines.resize(node_label_lines);
    }
    return lines;
}

std::string node_label(const std::string& name) {
    std::string label;
    for (const std::string& line : name_lines(name)) label += (label.empty() ? "" : "\\n") + escaped(line);
    return label;
}

std::string markup_label(const std::string& name) {
    std::string label;
    for (const std::string& line : name_lines(name)) label += (label.empty() ? "" : "<br/>") + escaped_markup(line);
    return label;
}

void write_node(const Entity& entity, bool asked, std::ostream& out) {
    const KindStyle style = style_of(entity.kind);
    out << "    " << node_of(entity.id) << " [label=\"" << node_label(entity.name) << "\", shape=" << style.shape
        << ", fillcolor=\"" << style.fill << "\", color=\"" << style.outline << "\", tooltip=\""
        << escaped(entity.name + " (" + in_words(entity.kind) + ")") << '"';
    if (style.shape == "octagon") out << ", style=filled";
    if (asked) out << ", penwidth=3";
    out << "];\n";
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
        end_legend_row(out);
        out << "<tr><td align=\"left\" cellpadding=\"8\"><font color=\"#777777\">×2: two independent sources · 66 %: "
               "how sure "
               "they make it</font></td></tr>";
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
    }

    void write() {
        const Layout layout = layout_of();
        out_ << "digraph kith {\n"
             << "    graph [" << attributes_of(layout) << (graph_.nodes.size() <= few_nodes ? screen : "")
             << ", bgcolor=\"white\", pad=0.3, labelloc=b, labeljust=l,\n"
             << "        fontname=\"" << font << "\", fontsize=10, fontcolor=\"#444444\", outputorder=edgesfirst];\n"
             << "    node [style=\"filled,rounded\", fontname=\"" << font
             << "\", fontsize=12, fontcolor=\"#1C1C1C\", margin=\"0.16,0.08\", penwidth=1.3];\n"
             << "    edge [fontname=\"" << font << "\", fontsize=10, arrowsize=0.7];\n";
        for (const Entity& node : graph_.nodes) {
            if (boxes_.contains(node.id)) continue;  // in that of another
            if (members_.contains(node.id)) {
                write_box(node);
            } else {
                write_node(node, is_asked(node), out_);
            }
        }
        const LineWords words = lines_.size() > lines_with_particulars ? LineWords{2, false} : LineWords{};
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const auto words_at = layout == Layout::distances ? std::optional(i) : std::nullopt;
            write_line(lines_[i], ends_of(lines_[i]), words, words_at, out_);
        }
        write_legend(graph_, lines_left_out_, out_);
        out_ << "}\n";
    }

private:
    Layout layout_of() const {
        if (!graph_.ways.empty() || lines_.size() <= layered_lines) return Layout::layers;
        const bool is_quick = graph_.nodes.size() <= most_measured_nodes && lines_.size() <= most_measured_lines;
        return is_quick ? Layout::distances : Layout::springs;
    }

    bool is_asked(const Entity& node) const { return std::ranges::find(graph_.asked, node.id) != graph_.asked.end(); }

    // With all that is in it, as one node: a table, whose cells are what lines lead to.
    void write_box(const Entity& node) {
        out_ << "    " << node_of(node.id) << " [shape=plain, style=\"\", label=<";
        write_table(node, node_of(node.id));
        out_ << ">, tooltip=\"" << escaped(node.name) << "\"];\n";
    }

    void write_table(const Entity& node, const std::string& box) {
        const KindStyle style = style_of(node.kind);
        const auto begin = [&](const Entity& cell) {
            places_.emplace(cell.id, box + ":" + node_of(cell.id));
            out_ << "<tr><td port=\"" << node_of(cell.id) << '"';
        };
        out_ << "<table border=\"" << (is_asked(node) ? 3 : 1)
             << "\" cellborder=\"0\" cellspacing=\"5\" style=\"rounded\" color=\"" << style.outline << "\" bgcolor=\""
             << style.fill << "\">";
        begin(node);
        out_ << '>' << markup_label(node.name) << "</td></tr>";
        for (const EntityId id : members_.at(node.id)) {
            const Entity& member = *nodes_.at(id);
            begin(member);
            if (members_.contains(id)) {
                out_ << '>';
                write_table(member, box);
            } else {
                const KindStyle inner = style_of(member.kind);
                out_ << " border=\"" << (is_asked(member) ? 3 : 1) << "\" style=\"rounded\" cellpadding=\"5\" color=\""
                     << inner.outline << "\" bgcolor=\"" << inner.fill << "\">" << markup_label(member.name);
            }
            out_ << "</td></tr>";
        }
        out_ << "</table>";
    }

    std::string place_of(EntityId id) const {
        const auto inside = places_.find(id);
        return inside == places_.end() ? node_of(id) : inside->second;
    }

    // The strongest of each entity stays. More lines than these hide one another's labels.
    void leave_weak_lines_out() {
        if (lines_.size() <= lines_of_few) return;
        std::ranges::stable_sort(lines_, std::ranges::greater{}, &Line::strength);
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

    LineEnds ends_of(const Line& line) const {
        const TieView& tie = *line.ties.front();
        const auto way = graph_.ways.find(std::minmax(tie.subject.id, tie.object.id));
        const bool is_turned = way != graph_.ways.end() && way->second != tie.subject.id;
        return {place_of((is_turned ? tie.object : tie.subject).id),
                place_of((is_turned ? tie.subject : tie.object).id), is_turned};
    }

    const GraphView& graph_;
    std::ostream& out_;
    Boxes boxes_;
    std::map<EntityId, std::vector<EntityId>> members_;
    std::map<EntityId, const Entity*> nodes_;
    std::map<EntityId, std::string> places_;  // of those in boxes: the node, and the cell in it
    std::vector<Line> lines_;
    std::size_t lines_left_out_ = 0;
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
