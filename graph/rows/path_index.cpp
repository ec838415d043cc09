#include "graph/rows/path_index.hpp"

#include <optional>

#include "graph/error.hpp"
#include "graph/rows/snapshot.hpp"

namespace kith {
namespace {

PathIndex described(const Store& store, const Projection& index) {
    return {snapshot_path(store), index.vertex_count(), index.arc_count(), index.bytes().size()};
}

}  // namespace

PathIndex make_path_index(const Store& store, const std::function<void(std::size_t done, std::size_t all)>& progress) {
    return described(store, build_snapshot(store, progress));
}

PathIndex check_path_index(const Store& store) {
    const std::optional<Projection> index = open_snapshot(store);
    const std::string path = snapshot_path(store);
    if (!index) {
        throw Error(path + ": no index that fits the database as it is now", "`kith index` makes one.");
    }
    if (!is_intact(*index)) throw Error(path + ": the index is damaged", "`kith index` makes it anew.");
    return described(store, *index);
}

}  // namespace kith
