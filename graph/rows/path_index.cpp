#include "graph/rows/path_index.hpp"

#include <filesystem>
#include <system_error>

#include "graph/rows/snapshot.hpp"

namespace kith {
namespace {

PathIndex described(const Store& store, const Projection& index) {
    return {snapshot_path(store), index.vertex_count(), index.claim_count(), index.bytes().size()};
}

}  // namespace

PathIndex make_path_index(const Store& store, const std::function<void(std::size_t done, std::size_t all)>& progress) {
    return described(store, build_snapshot(store, progress));
}

PathIndex check_path_index(const Store& store) {
    return described(store, checked_snapshot(store));
}

bool has_outdated_path_index(const Store& store) {
    std::error_code none;
    return std::filesystem::exists(snapshot_path(store), none) && !open_snapshot(store);
}

}  // namespace kith
