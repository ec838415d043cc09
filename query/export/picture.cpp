// The one file that calls libgvc.
#include "query/export/picture.hpp"

#include <graphviz/gvc.h>

#include <memory>
#include <mutex>

#include "graph/error.hpp"

namespace kith {
namespace {

struct GraphCloser {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};

struct ContextCloser {
    void operator()(GVC_t* context) const { gvFreeContext(context); }
};

struct LayoutCloser {
    GVC_t* context;
    void operator()(Agraph_t* graph) const { gvFreeLayout(context, graph); }
};

struct RenderCloser {
    void operator()(char* bytes) const { gvFreeRenderData(bytes); }
};

}  // namespace

std::string draw(const std::string& dot, PictureFormat format) {
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);

    agseterr(AGMAX);  // GraphViz would print its warnings
    const std::unique_ptr<GVC_t, ContextCloser> context(gvContext());
    const std::unique_ptr<Agraph_t, GraphCloser> graph(agmemread(dot.c_str()));
    if (!context || !graph) throw Error("GraphViz cannot read the graph");
    char* const told = agget(graph.get(), const_cast<char*>("layout"));
    if (gvLayout(context.get(), graph.get(), told != nullptr && *told != '\0' ? told : "dot") != 0)
        throw Error("GraphViz cannot lay out the graph");
    const std::unique_ptr<Agraph_t, LayoutCloser> layout(graph.get(), {context.get()});

    char* bytes = nullptr;
    unsigned int length = 0;
    const char* name = format == PictureFormat::svg ? "svg" : "png";
    const int failed = gvRenderData(context.get(), graph.get(), name, &bytes, &length);
    const std::unique_ptr<char, RenderCloser> owned(bytes);
    if (failed != 0 || bytes == nullptr) {
        throw Error(std::string("GraphViz cannot write ") + name,
                    "Try --format dot, and draw it with GraphViz elsewhere.");
    }
    return {bytes, length};
}

}  // namespace kith
