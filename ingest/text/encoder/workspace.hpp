// What a thread needs to run a net: what the net knows of the window it read last, and scratch memory. One a thread,
// used again for window after window; it grows to some 10 MB and never shrinks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ingest/text/encoder/attention.hpp"

namespace kith::text::encoder {

class Workspace {
public:
    std::size_t pieces() const { return pieces_; }  // of the window read last

    // The last layer's state of a piece.
    std::span<const float> state(std::size_t piece) const { return {states_.data() + piece * width_, width_}; }

    std::size_t bytes() const;

private:
    friend class Net;

    std::size_t pieces_ = 0;
    std::size_t width_ = 0;
    Buffer<float> states_;            // pieces x width
    Buffer<float> entry_;             // the states that enter the marker layer
    std::vector<HeadMemory> memory_;  // of the layers from the marker layer on, a head after another
    HeadMemory passing_;              // of the layers below

    Attention attention_;
    std::vector<std::uint32_t> places_;
    ByteRows input_;
    ByteRows inner_input_;
    Buffer<float> head_;      // queries, keys and values of one head
    Buffer<float> gathered_;  // what attention gives
    Buffer<float> added_;     // what a matrix gives, before it is added
    Buffer<float> inner_;
    Buffer<float> markers_;
    Buffer<float> joined_;  // rows made of several states
};

}  // namespace kith::text::encoder
