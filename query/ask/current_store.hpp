// A store that follows its database: opened anew after somebody wrote, since a Store keeps the names and judgements
// that it found. For programs that stay open between questions.
//
//     CurrentStore war("war.db");
//     ask(war.now(), "paths", arguments);
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "graph/store/store.hpp"

namespace kith {

class CurrentStore {
public:
    explicit CurrentStore(std::string path) : path_(std::move(path)) {}

    // Throws Error where the database cannot be opened. The generation is read before the store is opened anew, so that
    // what is written meanwhile opens it once more. The store holds until the next call.
    const Store& now() {
        const std::int64_t generation = store_ ? store_->generation() : 0;
        if (!store_ || generation != generation_) {
            store_.reset();
            store_.emplace(path_);
            generation_ = generation;
        }
        return *store_;
    }

    // Lets go of the file, for a writer.
    void close() { store_.reset(); }

    const std::string& path() const { return path_; }

private:
    std::string path_;
    std::optional<Store> store_;
    std::int64_t generation_ = 0;
};

}  // namespace kith
