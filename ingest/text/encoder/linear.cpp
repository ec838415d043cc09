#include "ingest/text/encoder/linear.hpp"

#include <algorithm>

namespace kith::text::encoder {

void ByteRows::assign(const Machine& machine, const float* from, std::size_t rows, std::size_t length,
                      const float* factor) {
    rows_ = rows;
    length_ = length;
    const std::size_t filled = filled_to(rows, panel);
    std::uint8_t* values = values_.at_least(filled * length);
    RowScale* scales = scales_.at_least(filled);
    quantize_rows(machine.instructions, from, rows, length, factor, values, scales);
}

Linear::Linear(const ModelFile& file, const std::string& name, std::size_t inputs, std::size_t outputs, Part part)
    : inputs_(inputs), filled_(filled_to(outputs, panel)) {
    weight_ = file.bytes(name + ".weight", {filled_, inputs}).data();
    if (part == Part::layer) factor_ = file.floats(name + ".factor", {inputs}).data();
    columns_ = {file.floats(name + ".scale", {filled_}).data(), file.integers(name + ".sum", {filled_}).data(),
                file.floats(name + ".bias", {filled_}).data()};
}

// A panel of 32 columns (24 kB for 768 inputs) stays in the nearest cache while all rows pass.
void Linear::apply(const Machine& machine, const ByteRows& input, std::size_t first, std::size_t count, float* to,
                   std::size_t stride, Then then) const {
    alignas(64) std::int32_t sums[panel * panel];
    const ProductScope scope(machine.products);
    for (std::size_t column = first; column < first + count; column += panel) {
        const std::int8_t* right = weight_ + column * inputs_;
        const Columns columns = {columns_.scale + column, columns_.sum + column, columns_.bias + column};
        for (std::size_t row = 0; row < input.rows(); row += panel) {
            const std::size_t rows = std::min(panel, input.rows() - row);
            machine.products.product(input.row(row), inputs_, rows, inputs_, right, columns.sum, sums, panel);
            finish_product(machine.instructions, sums, rows, input.scales() + row, columns, then == Then::gelu,
                           to + row * stride + (column - first), stride);
        }
    }
}

}  // namespace kith::text::encoder
