#include "ingest/text/encoder/model_file.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "graph/error.hpp"
#include "graph/store/sha256.hpp"

namespace kith::text::encoder {

namespace {

static_assert(std::endian::native == std::endian::little, "model files are read as they lie in memory");

constexpr std::string_view magic = "kithnet\n";
constexpr std::uint32_t newest_format = 1;
constexpr std::size_t preamble = 64;
constexpr std::size_t longest_header = 1 << 20;
constexpr std::size_t alignment = 64;

template <typename T>
T number_at(const std::byte* data) {
    T value;
    std::memcpy(&value, data, sizeof value);
    return value;
}

const char* const fetch_again = "Fetch or export the model again.";

std::size_t size_of(std::string_view type) {
    if (type == "f32" || type == "s32") return 4;
    return type == "f16" ? 2 : 1;
}

// A number of the header between bounds; products of any four stay below 2^63.
std::size_t bounded(const nlohmann::json& object, const char* name, std::size_t least, std::size_t most) {
    const auto& value = object.at(name);
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() < least || value.get<std::uint64_t>() > most) {
        throw Error(std::string("its header gives ") + name + " as " + value.dump() + ", not a number from " +
                    std::to_string(least) + " to " + std::to_string(most));
    }
    return value.get<std::size_t>();
}

Config config_from(const nlohmann::json& object) {
    Config c;
    c.relations = bounded(object, "relations", 1, 4096);
    c.layers = bounded(object, "layers", 1, 64);
    c.marker_layer = bounded(object, "marker_layer", 0, c.layers - 1);
    c.width = bounded(object, "width", 64, 4096);
    c.heads = bounded(object, "heads", 1, 128);
    c.inner = bounded(object, "inner", 64, 16384);
    c.vocabulary = bounded(object, "vocabulary", 1, 1 << 20);
    c.pair_width = bounded(object, "pair_width", 64, 4096);
    c.side = bounded(object, "side", 16, 1024);
    c.gate_width = bounded(object, "gate_width", 16, 1024);
    c.window = bounded(object, "window", 32, 512);
    c.piece_offset = bounded(object, "piece_offset", 0, 1024);
    c.wide_words = bounded(object, "wide_words", 0, c.vocabulary);
    c.start = static_cast<std::int32_t>(bounded(object, "start", 0, c.vocabulary - 1));
    c.end = static_cast<std::int32_t>(bounded(object, "end", 0, c.vocabulary - 1));
    c.eps = object.at("eps").get<float>();
    const auto whole = [](std::size_t value, std::size_t part) { return value % part == 0; };
    if (!whole(c.width, c.heads) || !whole(c.head_width(), 32) || c.head_width() > 128 || !whole(c.width, 64) ||
        !whole(c.inner, 64) || !whole(c.pair_width, 64) || !whole(c.side, 16) || !whole(c.gate_width, 16) ||
        !whole(c.window, 32)) {
        throw Error("its header describes a net of a shape that kith cannot run");
    }
    return c;
}

}  // namespace

ModelFile::ModelFile(const std::string& path) : path_(path) {
    const InputPosition position{path, 0, 0};
    auto block = MemoryBlock::map_file(path);
    if (!block) {
        if (!std::filesystem::exists(path)) {
            throw Error(position, "there is no such model", "Name an existing .kith file, or fetch the model first.");
        }
        throw Error(position, "the model cannot be read, or is empty",
                    "Check the rights of the file, or fetch it again.");
    }
    block_ = std::move(*block);
    const std::byte* data = block_.data();
    if (block_.size() < preamble || std::memcmp(data, magic.data(), magic.size()) != 0) {
        throw Error(position, "this is no model of kith's encoder", "Name a .kith file written by training/export.py.");
    }
    const auto format = number_at<std::uint32_t>(data + 8);
    if (format > newest_format) {
        throw Error(position,
                    "the model has format " + std::to_string(format) + ", this program reads up to " +
                        std::to_string(newest_format),
                    "Use a newer kith, or an older model.");
    }
    const auto header = number_at<std::uint32_t>(data + 12);
    const auto size = number_at<std::uint64_t>(data + 16);
    if (size != block_.size()) {
        throw Error(position,
                    "the model has " + std::to_string(block_.size()) + " bytes and should have " + std::to_string(size),
                    fetch_again);
    }
    if (header > longest_header || header > size - preamble || header % alignment != 0) {
        throw Error(position, "the model's header has an impossible length", fetch_again);
    }
    const std::string_view text(reinterpret_cast<const char*>(data + preamble), header);
    const auto digest = sha256(text);
    if (std::memcmp(digest.data(), data + 56, 8) != 0)
        throw Error(position, "the model's header is damaged", fetch_again);
    try {
        read_header(text);
    } catch (const nlohmann::json::exception& error) {
        throw Error(position, std::string("the model's header cannot be understood (") + error.what() + ")",
                    fetch_again);
    } catch (const Error& error) {
        throw Error(position, error.problem(), fetch_again);
    }
}

ModelFile::~ModelFile() = default;
ModelFile::ModelFile(ModelFile&&) noexcept = default;
ModelFile& ModelFile::operator=(ModelFile&&) noexcept = default;

void ModelFile::read_header(std::string_view text) {
    const std::byte* content = block_.data() + preamble + text.size();
    const std::size_t room = block_.size() - preamble - text.size();
    const nlohmann::json header = nlohmann::json::parse(text);
    for (const auto& entry : header.at("tensors")) {
        Tensor tensor{entry.at("type").get<std::string>(), {}, nullptr};
        const auto name = entry.at("name").get<std::string>();
        const auto offset = bounded(entry, "offset", 0, room);
        std::size_t expected = size_of(tensor.type);
        for (const auto& length : entry.at("shape")) {
            tensor.shape.push_back(length.get<std::size_t>());
            if (__builtin_mul_overflow(expected, tensor.shape.back(), &expected)) expected = room + 1;
        }
        if (expected > room - offset || offset % alignment != 0)
            throw Error("its tensor " + name + " lies outside of it");
        tensor.data = content + offset;
        tensors_.emplace(name, std::move(tensor));
    }
    name_ = header.at("name").get<std::string>();
    version_ = header.at("version").get<std::string>();
    config_ = config_from(header.at("config"));
    kinds_ = header.at("kinds").get<std::vector<std::string>>();
    relations_ = header.at("relations").get<std::vector<std::string>>();
    statuses_ = header.at("status").get<std::vector<std::string>>();
    if (relations_.size() != config_.relations || kinds_.empty() || kinds_.size() > 256 || statuses_.empty() ||
        statuses_.size() > 64) {
        throw Error("its lists of kinds, relations and statuses do not fit the net");
    }
    calibration_ = std::make_unique<nlohmann::json>(header.at("calibration"));
    thresholds_ = std::make_unique<nlohmann::json>(header.at("thresholds"));
    const auto words = tensors_.find("vocabulary");
    if (words == tensors_.end() || words->second.type != "u8" || words->second.shape.size() != 1) {
        throw Error("it has no vocabulary");
    }
    vocabulary_ = {reinterpret_cast<const char*>(words->second.data), words->second.shape[0]};
}

void ModelFile::verify() const {
    const std::string_view content(reinterpret_cast<const char*>(block_.data() + preamble), block_.size() - preamble);
    const auto digest = sha256(content);
    if (std::memcmp(digest.data(), block_.data() + 24, digest.size()) != 0) {
        throw Error(InputPosition{path_, 0, 0},
                    "the model is damaged: its content does not have the hash it was written with", fetch_again);
    }
}

template <typename T>
std::span<const T> ModelFile::tensor(const std::string& name, std::string_view type,
                                     std::initializer_list<std::size_t> shape) const {
    const auto found = tensors_.find(name);
    if (found == tensors_.end())
        throw Error(InputPosition{path_, 0, 0}, "the model lacks its tensor " + name, fetch_again);
    const Tensor& tensor = found->second;
    if (tensor.type != type || !std::ranges::equal(tensor.shape, shape)) {
        throw Error(InputPosition{path_, 0, 0},
                    "the model's tensor " + name + " has another type or shape than its net needs", fetch_again);
    }
    std::size_t count = 1;
    for (const std::size_t length : shape) count *= length;
    return {reinterpret_cast<const T*>(tensor.data), count};
}

std::span<const float> ModelFile::floats(const std::string& name, std::initializer_list<std::size_t> shape) const {
    return tensor<float>(name, "f32", shape);
}
std::span<const std::int32_t> ModelFile::integers(const std::string& name,
                                                  std::initializer_list<std::size_t> shape) const {
    return tensor<std::int32_t>(name, "s32", shape);
}
std::span<const std::int8_t> ModelFile::bytes(const std::string& name, std::initializer_list<std::size_t> shape) const {
    return tensor<std::int8_t>(name, "s8", shape);
}
std::span<const std::uint16_t> ModelFile::halves(const std::string& name,
                                                 std::initializer_list<std::size_t> shape) const {
    return tensor<std::uint16_t>(name, "f16", shape);
}
std::span<const std::uint8_t> ModelFile::nibbles(const std::string& name,
                                                 std::initializer_list<std::size_t> shape) const {
    return tensor<std::uint8_t>(name, "u4", shape);
}

}  // namespace kith::text::encoder
