#include "query/export/dot.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "graph/error.hpp"
#include "query/example_store.hpp"
#include "query/export/picture.hpp"
#include "query/export/strongest_part.hpp"
#include "query/result_builder.hpp"

using namespace kith;

namespace {

const Relation& relation(std::string_view name) {
    return *Ontology::builtin().find(name);
}

TieView tie(const Entity& subject, std::string_view name, const Entity& object, Status status = Status::actual) {
    return {subject, &relation(name), object, status, 1, 0.8, {}};
}

const Entity wagner{1, "Wagner Group", EntityKind::armed_group};
const Entity iran{2, "Iran", EntityKind::state};

std::size_t count(const std::string& text, const std::string& words) {
    std::size_t found = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
    return found;
}

// Forty entities, twelve of which are all tied to one another.
GraphView crowded_graph() {
    std::vector<TieView> ties;
    const auto group = [](EntityId id) {
        return Entity{id, "Quay Company " + std::to_string(id), EntityKind::company};
    };
    for (EntityId id = 13; id <= 40; ++id) ties.push_back(tie(group(id % 12 + 1), "supplies", group(id)));
    for (EntityId id = 1; id <= 12; ++id) {
        for (EntityId other = 1; other < id; ++other) ties.push_back(tie(group(id), "accuses", group(other)));
    }
    return graph_of(ties, {group(1)});
}

struct Box {
    double left, top, right, bottom;
};

double number_after(const std::string& text, const std::string& words) {
    return std::stod(text.substr(text.find(words) + words.size()));
}

// Of words: what GraphViz fills white, but for the ground.
std::vector<Box> white_boxes(const std::string& svg) {
    const std::string begin = "<polygon fill=\"white\" stroke=\"transparent\" points=\"";
    std::vector<Box> boxes;
    for (std::size_t at = svg.find(begin); at != std::string::npos; at = svg.find(begin, at + 1)) {
        Box box{1e9, 1e9, -1e9, -1e9};
        std::istringstream points(svg.substr(at + begin.size(), svg.find('"', at + begin.size()) - at - begin.size()));
        char comma = 0;
        for (double x = 0, y = 0; points >> x >> comma >> y;)
            box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y)};
        boxes.push_back(box);
    }
    boxes.erase(boxes.begin());
    return boxes;
}

bool overlap(const Box& one, const Box& other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

}  // namespace

TEST_CASE("a drawing has each entity once and tells status and relation") {
    const std::string dot = dot_of(graph_of({tie(wagner, "supplies", iran, Status::planned)}, {}));
    CHECK(count(dot, "n1 [label=\"Wagner Group\"") == 1);
    CHECK(count(dot, "n2 [label=\"Iran\"") == 1);
    CHECK(count(dot, "n1 -> n2 [") == 1);
    CHECK(count(dot, "style=dashed") == 1);
    CHECK(count(dot, "<td><b>supplies</b> 80 %</td>") == 1);
}

TEST_CASE("ties of one pair, direction and status share a line") {
    const std::string dot = dot_of(graph_of({tie(wagner, "supplies", iran), tie(wagner, "trains", iran),
                                             tie(iran, "backs", wagner), tie(wagner, "funds", iran, Status::denied)},
                                            {}));
    CHECK(count(dot, "n1 -> n2 [") == 2);
    CHECK(count(dot, "n2 -> n1 [") == 1);
    CHECK(count(dot, "<td><b>trains</b> 80 %</td>") == 1);
}

TEST_CASE("a symmetric tie has no head and is one line from whichever side it is told") {
    const std::string dot = dot_of(graph_of({tie(wagner, "allied_with", iran), tie(iran, "meets", wagner)}, {}));
    CHECK(count(dot, " -> ") == 1);
    CHECK(count(dot, "dir=none") == 1);
}

TEST_CASE("more relations than a line can hold are counted") {
    std::vector<TieView> ties;
    for (const char* name : {"supplies", "funds", "trains", "backs", "aids", "hosts"})
        ties.push_back(tie(wagner, name, iran));
    CHECK(count(dot_of(graph_of(ties, {})), "<td>+ 2 more</td>") == 1);
}

TEST_CASE("a long name is wrapped and cut") {
    const Entity entity{3, "The Provisional Commission for the Restoration of the Northern Ports and Railways", {}};
    const std::string dot = dot_of(graph_of({}, {entity}));
    CHECK(count(dot, "label=\"The Provisional\\nCommission for the\\nRestoration of th…\"") == 1);
}

TEST_CASE("hostile names stay names and can be drawn") {
    for (const std::string name :
         {"\"];}", "a\\", "a\\N\\n", "<b>&amp;</b>", "\xFF\xC0", "\n\r\t", "]]>", "\033[2J", "&bogus;"}) {
        CAPTURE(name);
        const Entity hostile{7, name, EntityKind::person};
        TieView hostile_tie = tie(hostile, "meets", iran);
        hostile_tie.claims.push_back({});
        hostile_tie.claims.back().relation = hostile_tie.relation;
        hostile_tie.claims.back().quotes.push_back({{}, {}, name, {}, 0});
        const std::string dot = dot_of(graph_of({hostile_tie}, {hostile}));
        CHECK(count(dot, " -> ") == 1);
        const std::string svg = draw(dot, PictureFormat::svg);
        CHECK(count(svg, "class=\"node\"") == 2);
        CHECK(count(svg, "<b>") == 0);
    }
}

TEST_CASE("pictures come as SVG and as PNG") {
    const std::string dot = dot_of(graph_of({tie(wagner, "supplies", iran)}, {wagner}));
    CHECK(draw(dot, PictureFormat::svg).find("</svg>") != std::string::npos);
    CHECK(draw(dot, PictureFormat::png).substr(1, 3) == "PNG");
    CHECK(draw(dot, PictureFormat::svg) == draw(dot, PictureFormat::svg));
    CHECK_THROWS_AS(draw("digraph {", PictureFormat::svg), Error);
}

TEST_CASE("a picture by springs is the same each time, and a host's random numbers go on as they would have") {
    std::string dot = "graph kith { graph [layout=sfdp, overlap=prism]";
    for (int i = 1; i < 80; ++i)
        dot += "; " + std::to_string(i) + " -- " + std::to_string(i * 7 % 20) + " -- " + std::to_string(i / 2);
    dot += " }";
    std::srand(7);
    std::rand();
    const int second = std::rand();
    std::srand(7);
    std::rand();
    const std::string first = draw(dot, PictureFormat::svg);
    CHECK(std::rand() == second);
    CHECK(draw(dot, PictureFormat::svg) == first);
    CHECK(draw(dot, PictureFormat::svg) == first);
}

TEST_CASE("an empty graph can be drawn") {
    CHECK(draw(dot_of({}), PictureFormat::svg).find("</svg>") != std::string::npos);
}

TEST_CASE("the legend shows what occurs and nothing else") {
    const std::string dot = dot_of(graph_of({tie(wagner, "supplies", iran, Status::denied)}, {}));
    CHECK(count(dot, ">armed group</td>") == 1);
    CHECK(count(dot, ">person</td>") == 0);
    CHECK(count(dot, " denied</td>") == 1);
    CHECK(count(dot, " planned</td>") == 0);
}

TEST_CASE("a picture shows the most strongly tied, keeps who was asked about, and says how many more there are") {
    std::vector<TieView> ties;
    for (EntityId id = 10; id < 70; ++id) {
        ties.push_back(tie(wagner, "supplies", {id, "Group " + std::to_string(id), EntityKind::armed_group}));
        ties.back().strength = static_cast<double>(id) / 100.0;
    }
    const GraphView part = strongest_part(graph_of(ties, {iran}), 40);
    CHECK(part.nodes.size() == 40);
    CHECK(part.left_out == 22);
    CHECK(part.nodes.front() == iran);
    const std::string dot = dot_of(part);
    CHECK(count(dot, "<b>+ 22 more</b>") == 1);
    CHECK(count(dot, "Group 69") > 0);
    CHECK(count(dot, "Group 10\"") == 0);
}

TEST_CASE("what is part of another stands in its box, and a path keeps it as a hop") {
    const Entity fleet{5, "Black Sea Fleet", EntityKind::military_unit}, navy{6, "Navy", EntityKind::military_unit};
    GraphView graph = graph_of({tie(fleet, "part_of", navy), tie(wagner, "fights", fleet)}, {});
    CHECK(count(dot_of(graph), "n6 [shape=plain") == 1);
    CHECK(count(dot_of(graph), "<td port=\"n5\"") == 1);
    CHECK(count(dot_of(graph), " -> ") == 1);
    CHECK(count(dot_of(graph), "n1 -> n6:n5 [") == 1);
    graph.ways[{5, 6}] = 6;
    CHECK(count(dot_of(graph), "port=") == 0);
    CHECK(count(dot_of(graph), "n6 -> n5") == 1);  // from where the path comes, whoever the subject is
    CHECK(count(dot_of(graph), "dir=back") == 1);
}

TEST_CASE("parts that hold one another do not hang a drawing") {
    const Entity fleet{5, "Fleet", EntityKind::military_unit}, navy{6, "Navy", EntityKind::military_unit};
    const std::string dot = dot_of(graph_of({tie(fleet, "part_of", navy), tie(navy, "part_of", fleet)}, {}));
    CHECK(count(dot, "shape=plain") == 1);
    CHECK(count(dot, "n6:n6 -> n6:n5 [") == 1);
}

TEST_CASE("forty entities with their lines fit a screen, and no words lie on others") {
    const std::string svg = draw(dot_of(crowded_graph()), PictureFormat::svg);
    const std::vector<Box> words = white_boxes(svg);
    REQUIRE(words.size() == 60);
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(overlap(words[i], words[j]));
    }
    CHECK(number_after(svg, "<svg width=\"") <= 1200);  // points: three quarters of a pixel
    CHECK(number_after(svg, "transform=\"scale(") >= 0.6);
}

TEST_CASE("boxes among many lines can be drawn again and again") {
    GraphView graph = crowded_graph();
    for (std::size_t i = 4; i < graph.nodes.size(); i += 4)
        graph.ties.push_back(tie(graph.nodes[i], "part_of", graph.nodes[i / 8]));
    const std::string dot = dot_of(graph);
    CHECK(count(dot, "port=") > 10);
    CHECK(draw(dot, PictureFormat::svg) == draw(dot, PictureFormat::svg));
}
