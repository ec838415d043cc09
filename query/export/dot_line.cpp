#include "query/export/dot_line.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>

#include "query/export/decimal.hpp"
#include "query/export/dot_text.hpp"
#include "query/export/drawing_style.hpp"
#include "query/export/text_layout.hpp"

namespace kith {
namespace {

constexpr std::size_t particulars_columns = 34;
constexpr std::size_t tooltip_columns = 300;

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
std::string line_label(const Line& line, const LineWords& told, std::string_view ground) {
    std::string label = "<<table border=\"0\" cellspacing=\"0\" cellpadding=\"1\"" + std::string(ground) + ">";
    const auto add = [&](const std::string& words) { label += "<tr><td>" + words + "</td></tr>"; };
    for (std::size_t i = 0; i < line.ties.size(); ++i) {
        if (i == told.relations) {
            add("+ " + std::to_string(line.ties.size() - told.relations) + " more");
            break;
        }
        const TieView& tie = *line.ties[i];
        std::string words = "<b>" + escaped_markup(in_words(*tie.relation)) + "</b>";
        if (tie.sources > 1) words += " ×" + std::to_string(tie.sources);
        add(words + " " + percent(tie.strength));
        if (const std::string more = particulars(tie); told.particulars && !more.empty())
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

// Two digits of opacity: a weak tie is pale, and still seen.
std::string opacity(double strength) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto value = static_cast<std::size_t>(std::lround(110.0 + 145.0 * std::clamp(strength, 0.0, 1.0)));
    return {digits[value / 16], digits[value % 16]};
}

// How the line itself looks, of both its halves.
std::string stroke_of(const Line& line) {
    const TieView& tie = *line.ties.front();
    const double strength = line.strength();
    return "color=\"" + std::string(colour_of_group(tie.relation->group)) + opacity(strength) +
           "\", style=" + std::string(style_of(tie.status).line) +
           ", penwidth=" + decimal(0.7 + 3.3 * strength * strength, 1) + ", tooltip=\"" + tooltip(tie) + "\"";
}

// What stands at its ends.
struct Heads {
    std::string tail, head;
};

Heads heads_of(const Line& line, bool turned) {
    const Status status = line.ties.front()->status;
    const std::string head(style_of(status).head);
    if (line.symmetric) return status == Status::denied ? Heads{"tee", "tee"} : Heads{"none", "none"};
    return turned ? Heads{head, "none"} : Heads{"none", head};
}

std::string attributes(const Heads& ends) {
    if (ends.tail == "none" && ends.head == "none") return "dir=none";
    if (ends.tail == "none") return "arrowhead=" + ends.head;
    if (ends.head == "none") return "dir=back, arrowtail=" + ends.tail;
    return "dir=both, arrowtail=" + ends.tail + ", arrowhead=" + ends.head;
}

}  // namespace

double Line::strength() const {
    double strongest = 0.0;
    for (const TieView* tie : ties) strongest = std::max(strongest, tie->strength);
    return strongest;
}

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

void write_line(const Line& line, const LineEnds& ends, const LineWords& words, std::optional<std::size_t> words_at,
                std::ostream& out) {
    const TieView& tie = *line.ties.front();
    const std::string stroke = stroke_of(line);
    const std::string said =  // a node may lie over other lines
        "label=" + line_label(line, words, words_at ? " bgcolor=\"white\"" : "") + ", fontcolor=\"" +
        std::string(colour_of_group(tie.relation->group)) + '"';
    const Heads both = heads_of(line, ends.is_turned);
    if (!words_at) {
        out << "    " << ends.from << " -> " << ends.to << " [" << said << ", " << stroke << ", labeltooltip=\""
            << tooltip(tie) << "\", " << attributes(both) << "];\n";
        return;
    }
    const std::string middle = "l" + std::to_string(*words_at);
    out << "    " << middle << " [shape=plain, style=\"\", fontsize=10, " << said << ", tooltip=\"" << tooltip(tie)
        << "\"];\n"
        << "    " << ends.from << " -> " << middle << " [" << stroke << ", " << attributes({both.tail, "none"})
        << "];\n"
        << "    " << middle << " -> " << ends.to << " [" << stroke << ", " << attributes({"none", both.head}) << "];\n";
}

}  // namespace kith
