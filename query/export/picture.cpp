// The one file that calls libgvc.
#include "query/export/picture.hpp"

#include <graphviz/gvc.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <mutex>

#include "graph/error.hpp"
#include "query/export/child_process.hpp"

#ifdef KITH_ADDRESS_SANITIZER
// GraphViz and the font libraries under it keep what they have read until the process ends; of what they ask GLib for, the
// sanitizer sees no caller above it. The sanitizer's library must find this by its name.
extern "C" [[gnu::visibility("default")]] const char* __lsan_default_suppressions() {
    return "leak:libgvc.so\nleak:libfontconfig.so\nleak:libglib-2.0.so\n";
}
#endif

namespace kith {
namespace {

struct GraphCloser {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};

struct LayoutCloser {
    GVC_t* context;
    void operator()(Agraph_t* graph) const { gvFreeLayout(context, graph); }
};

struct RenderCloser {
    void operator()(char* bytes) const { gvFreeRenderData(bytes); }
};

// sfdp draws on rand() before it seeds it: so the first picture of a process was another than the next ones. While one is
// drawn rand() has a state of its own, the same each time; the host's goes on behind it.
class OwnRandomNumbers {
public:
    OwnRandomNumbers() : hosts_(initstate(1, state_.data(), state_.size())) {}
    ~OwnRandomNumbers() { setstate(hosts_); }
    OwnRandomNumbers(const OwnRandomNumbers&) = delete;
    OwnRandomNumbers& operator=(const OwnRandomNumbers&) = delete;

private:
    std::array<char, 128> state_{};
    char* hosts_;
};

std::string draw_here(const std::string& dot, PictureFormat format) {
    const OwnRandomNumbers random;
    agseterr(AGMAX);  // GraphViz would print its warnings
    // One context for the life of the process: the text plugin of GraphViz 2.42 remembers a font of the context that
    // drew last, and reads it after that context is freed.
    static GVC_t* const context = gvContext();
    const std::unique_ptr<Agraph_t, GraphCloser> graph(agmemread(dot.c_str()));
    if (context == nullptr || !graph) throw Error("GraphViz cannot read the graph");
    char* const told = agget(graph.get(), const_cast<char*>("layout"));
    if (gvLayout(context, graph.get(), told != nullptr && *told != '\0' ? told : "dot") != 0)
        throw Error("GraphViz cannot lay out the graph");
    const std::unique_ptr<Agraph_t, LayoutCloser> layout(graph.get(), {context});

    char* bytes = nullptr;
    unsigned int length = 0;
    const char* name = format == PictureFormat::svg ? "svg" : "png";
    const int failed = gvRenderData(context, graph.get(), name, &bytes, &length);
    const std::unique_ptr<char, RenderCloser> owned(bytes);
    if (failed != 0 || bytes == nullptr) {
        throw Error(std::string("GraphViz cannot write ") + name,
                    "Try --format dot, and draw it with GraphViz elsewhere.");
    }
    return {bytes, length};
}

}  // namespace

std::string draw(const std::string& dot, PictureFormat format, const StopCondition& stop) {
    static std::mutex one_at_a_time;  // a child, too, begins between two drawings
    const std::lock_guard lock(one_at_a_time);
    if (!stop.is_possible()) return draw_here(dot, format);
    return in_child_process([&] { return draw_here(dot, format); }, stop);
}

}  // namespace kith
