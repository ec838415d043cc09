// An index of paths that is not as it was written: the answer is the one without it, or an error, never another one.
#include "fuzz/patches.hpp"
#include "fuzz/program.hpp"
#include "graph/rows/path_index.hpp"
#include "graph/search/neighbourhood.hpp"
#include "graph/search/path.hpp"

using namespace kith;

namespace {

std::size_t hops_of_first(const Store& store, EntityId from, EntityId to) {
    const std::vector<Path> paths = find_paths(store, {.from = from, .to = to});
    return paths.empty() ? 0 : paths.front().entities.size() - 1;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Example example;
    static const Store store(example.database());
    static const std::string index = make_path_index(store).path;
    static const std::string sound = fuzz::read_file(index);
    static const EntityId ada = store.find_entity("Ada").id, cy = store.find_entity("Cy").id;

    fuzz::write_file(index, fuzz::patched(sound, fuzz::text_of(data, size)));
    fuzz::allow_errors([&] { fuzz::require(hops_of_first(store, ada, cy) == 2); });
    fuzz::allow_errors([&] { fuzz::require(hops_of_first(store, cy, ada) == 2); });
    fuzz::allow_errors([&] { find_neighbourhood(store, {.from = {ada}, .filter = {}, .depth = 3}); });
    fuzz::allow_errors([&] { check_path_index(store); });
    return 0;
}
