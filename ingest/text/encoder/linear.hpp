// A layer's matrix in 8 bits, and rows as its input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string>

#include "ingest/text/encoder/model_file.hpp"
#include "ingest/text/encoder/products.hpp"
#include "ingest/text/encoder/rows.hpp"

namespace kith::text::encoder {

// How this processor computes; passed along with the data.
struct Machine {
    Instructions instructions = best_instructions();
    const Products& products = products_with(instructions);
};

// Memory at multiples of 64 bytes, which grows and never shrinks; its content is lost when it grows.
template <typename T>
class Buffer {
public:
    T* at_least(std::size_t count) {
        if (count > count_) {
            values_.reset(static_cast<T*>(::operator new(count * sizeof(T), alignment)));
            std::uninitialized_value_construct_n(values_.get(), count);
            count_ = count;
        }
        return values_.get();
    }
    T* data() { return values_.get(); }
    const T* data() const { return values_.get(); }
    std::size_t bytes() const { return count_ * sizeof(T); }

private:
    static constexpr std::align_val_t alignment{64};
    struct Release {
        void operator()(T* values) const { ::operator delete(values, alignment); }
    };
    std::unique_ptr<T, Release> values_;
    std::size_t count_ = 0;
};

// Rows of bytes, each with its scale: the left side of products. Rows are filled up to a multiple of 32.
class ByteRows {
public:
    void assign(const Machine& machine, const float* from, std::size_t rows, std::size_t length,
                const float* factor = nullptr);

    const std::uint8_t* row(std::size_t index) const { return values_.data() + index * length_; }
    const RowScale* scales() const { return scales_.data(); }
    std::size_t rows() const { return rows_; }
    std::size_t length() const { return length_; }
    std::size_t bytes() const { return values_.bytes() + scales_.bytes(); }

private:
    Buffer<std::uint8_t> values_;
    Buffer<RowScale> scales_;
    std::size_t rows_ = 0;
    std::size_t length_ = 0;
};

enum class Then { nothing, gelu };

// Owns nothing: its numbers lie in the ModelFile.
//
// A few columns of what goes into a layer are ten times larger than the others, and would leave them few of the 255
// steps. So training/export.py divides such columns by a factor that the matrix is multiplied by (G. Xiao et al.,
// SmoothQuant, 2023): rows must be made with factor(). Heads have none.
class Linear {
public:
    Linear() = default;
    enum class Part { head, layer };
    // Throws Error where the file has no such matrix of this shape.
    Linear(const ModelFile& file, const std::string& name, std::size_t inputs, std::size_t outputs,
           Part part = Part::head);

    // Outputs [first, first + count), multiples of 32, of every row to `to`, whose rows lie `stride` floats apart.
    void apply(const Machine& machine, const ByteRows& input, std::size_t first, std::size_t count, float* to,
               std::size_t stride, Then then = Then::nothing) const;

    std::size_t filled_outputs() const { return filled_; }  // up to the next multiple of 32
    std::size_t inputs() const { return inputs_; }
    const float* factor() const { return factor_; }  // null: of a head

private:
    const std::int8_t* weight_ = nullptr;
    const float* factor_ = nullptr;
    Columns columns_{};
    std::size_t inputs_ = 0;
    std::size_t filled_ = 0;
};

}  // namespace kith::text::encoder
