// A trained model as one file, mapped into memory and used as it lies there: opening takes milliseconds, and processes
// that read the same model share its pages. training/export.py writes it.
//
//     bytes 0..7    "kithnet\n"
//     8..11         format (1)                    12..15  length of the header, a multiple of 64
//     16..23        size of the whole file        24..55  SHA-256 of everything from byte 64 on
//     56..63        first 8 bytes of the header's own SHA-256
//     64..          header: JSON with name, version, config, kinds, relations, status, calibration, thresholds and
//                   tensors (name, type, shape, offset from the header's end, bytes)
//     then          the tensors, each at a multiple of 64; numbers are little-endian
//
// Types: f32, f16, s8, u8, s32, and u4: two numbers a byte. Opening checks the header and all sizes; the hash of the
// whole (0.1 s or more) only on request, since it would read every page: text/model asks for it where a user names a file.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/rows/memory_block.hpp"

namespace kith::text::encoder {

// The net's shape, in the words of training/model.py.
struct Config {
    std::size_t relations = 0;
    std::size_t layers = 0;
    std::size_t marker_layer = 0;  // markers of pairs join from this layer on
    std::size_t width = 0;
    std::size_t heads = 0;
    std::size_t inner = 0;
    std::size_t vocabulary = 0;
    std::size_t pair_width = 0;
    std::size_t side = 0;  // width of the pointers' queries and keys
    std::size_t gate_width = 0;
    std::size_t window = 0;        // most pieces of a window, start and end included
    std::size_t piece_offset = 0;  // added to the vocabulary's numbers
    std::size_t wide_words = 0;    // ids below have embeddings of 8 bits, the others of 4
    std::int32_t start = 0;        // ids of a window's first and last piece
    std::int32_t end = 0;
    float eps = 0;

    std::size_t head_width() const { return width / heads; }
};

class ModelFile {
public:
    // Throws Error: the file is missing, is no model, is of a newer format, was cut short or is damaged.
    explicit ModelFile(const std::string& path);
    ~ModelFile();
    ModelFile(ModelFile&&) noexcept;
    ModelFile& operator=(ModelFile&&) noexcept;

    // Reads all of it. Throws Error where the content is not what was written.
    void verify() const;

    const std::string& path() const { return path_; }
    const std::string& name() const { return name_; }
    const std::string& version() const { return version_; }
    const Config& config() const { return config_; }
    const std::vector<std::string>& kinds() const { return kinds_; }          // in the order of the net's numbers
    const std::vector<std::string>& relations() const { return relations_; }  // likewise
    const std::vector<std::string>& statuses() const { return statuses_; }
    const nlohmann::json& calibration() const { return *calibration_; }  // objects, as training wrote them
    const nlohmann::json& thresholds() const { return *thresholds_; }
    std::string_view vocabulary() const { return vocabulary_; }  // a piece a line, in the order of their numbers

    // The tensor of this name. Throws Error unless it has this type and shape.
    std::span<const float> floats(const std::string& name, std::initializer_list<std::size_t> shape) const;
    std::span<const std::int32_t> integers(const std::string& name, std::initializer_list<std::size_t> shape) const;
    std::span<const std::int8_t> bytes(const std::string& name, std::initializer_list<std::size_t> shape) const;
    std::span<const std::uint16_t> halves(const std::string& name, std::initializer_list<std::size_t> shape) const;
    std::span<const std::uint8_t> nibbles(const std::string& name, std::initializer_list<std::size_t> shape) const;

private:
    struct Tensor {
        std::string type;
        std::vector<std::size_t> shape;
        const std::byte* data = nullptr;
    };
    void read_header(std::string_view text);
    template <typename T>
    std::span<const T> tensor(const std::string& name, std::string_view type,
                              std::initializer_list<std::size_t> shape) const;

    std::string path_;
    MemoryBlock block_;
    std::string name_;
    std::string version_;
    Config config_;
    std::vector<std::string> kinds_;
    std::vector<std::string> relations_;
    std::vector<std::string> statuses_;
    std::unique_ptr<nlohmann::json> calibration_;
    std::unique_ptr<nlohmann::json> thresholds_;
    std::string_view vocabulary_;
    std::map<std::string, Tensor> tensors_;
};

}  // namespace kith::text::encoder
