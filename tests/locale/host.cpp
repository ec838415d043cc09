// A host program with a locale of its own, as Python and GTK have one: preloaded into a test program, this sets the C
// library's locale and that of all streams before anything of kith runs.
#include <cstdio>
#include <cstdlib>
#include <locale>
#include <stdexcept>

namespace {

[[gnu::constructor]] void become_host() {
    try {
        std::locale::global(std::locale(""));  // the C library's too
    } catch (const std::runtime_error&) {
        std::fputs("tests/locale: there is no locale of the environment's name\n", stderr);
        std::abort();
    }
    // A test that does not run under a comma tests nothing.
    char text[8];
    if (std::snprintf(text, sizeof text, "%.1f", 0.5) != 3 || text[1] != ',') std::abort();
}

}  // namespace
