// How far what is packed may grow while it is unpacked: what a stranger sends in a few bytes must not take an hour.
//
// One Expansion goes with an input and with all that is nested in it, so that each level cannot multiply the one
// before. Text shrinks to a fifth, tables of records to a hundredth at the utmost; a zip bomb to a thousandth and less.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace kith {

class Expansion {
public:
    void packed(std::uint64_t bytes) { packed_ += bytes; }

    // Throws UnusableInput where that is too much. `file` is what is being unpacked.
    void unpacked(std::uint64_t bytes, const std::string& file) {
        unpacked_ += bytes;
        if (is_too_much()) refuse(file);
    }

    std::size_t depth() const { return depth_; }

    // Stands for a container while what is in it is read. Throws UnusableInput where it is nested too deep.
    class Level {
    public:
        Level(Expansion& expansion, const std::string& file);
        ~Level() { --expansion_.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

    private:
        Expansion& expansion_;
    };

private:
    static constexpr std::size_t deepest = 3;
    static constexpr std::uint64_t always_allowed_bytes = std::uint64_t{64} << 20;
    static constexpr std::uint64_t most_times = 500;

    bool is_too_much() const {
        return unpacked_ > always_allowed_bytes && (unpacked_ - always_allowed_bytes) / most_times > packed_;
    }
    [[noreturn]] static void refuse(const std::string& file);

    std::size_t depth_ = 0;
    std::uint64_t packed_ = 0;
    std::uint64_t unpacked_ = 0;
};

}  // namespace kith
