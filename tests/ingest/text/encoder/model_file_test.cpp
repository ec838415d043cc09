// A model file may come from anywhere: whatever its bytes are, opening it gives a net or an Error that names the file.
#include <doctest/doctest.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>

#include "graph/error.hpp"
#include "graph/store/sha256.hpp"
#include "ingest/text/encoder/encoder_data.hpp"
#include "ingest/text/encoder/net.hpp"
#include "temporary_directory.hpp"

using namespace kith::text::encoder;

namespace {

class ModelFixture {
public:
    // Opens a net of these bytes; returns the error's text, or nothing.
    std::string error_of(const std::string& bytes) const {
        const std::string path = directory.file("changed.kith");
        std::filesystem::remove(path);  // the file before it may still be mapped
        std::ofstream(path, std::ios::binary) << bytes;
        return error_at(path);
    }
    static std::string error_at(const std::string& path) {
        try {
            const Net net{ModelFile(path)};
            return {};
        } catch (const kith::Error& error) {
            CHECK(error.position().file == path);
            CHECK_FALSE(error.next_step().empty());
            return error.what();
        }
    }
    // The same model with another header, its hash and sizes made to fit.
    std::string with_header(std::string header) const {
        header.resize((header.size() + 63) / 64 * 64, ' ');
        std::string bytes = model.substr(0, 64) + header + model.substr(64 + header_size());
        const auto length = static_cast<std::uint32_t>(header.size());
        const std::uint64_t size = bytes.size();
        std::memcpy(bytes.data() + 12, &length, 4);
        std::memcpy(bytes.data() + 16, &size, 8);
        std::memcpy(bytes.data() + 56, kith::sha256(header).data(), 8);
        return bytes;
    }
    std::string with_json(const std::function<void(nlohmann::json&)>& change) const {
        auto json = nlohmann::json::parse(header());
        change(json);
        return with_header(json.dump());
    }
    std::uint32_t header_size() const {
        std::uint32_t size = 0;
        std::memcpy(&size, model.data() + 12, 4);
        return size;
    }
    std::string header() const { return model.substr(64, header_size()); }

    kith::test::TemporaryDirectory directory;
    std::string model = content_of(encoder_data("mpnet_shape.kith"));
};

bool tells(const std::string& error, const std::string& words) {
    return error.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE_FIXTURE(ModelFixture, "a whole model opens, verifies and tells what it is") {
    const ModelFile file(encoder_data("mpnet_shape.kith"));
    file.verify();
    CHECK(file.name() == "mpnet_shape");
    CHECK(file.config().layers == 3);
    CHECK(file.kinds().front() == "person");
    CHECK(file.relations().size() == 5);
    CHECK(file.statuses().back() == "former");
    CHECK(file.calibration().at("slope") == 1.5);
    CHECK(file.thresholds().at("names") == 0.5);
    CHECK(error_of(with_json([](nlohmann::json&) {})).empty());
}

TEST_CASE_FIXTURE(ModelFixture, "what is no model is refused with words that help") {
    CHECK(tells(error_at(directory.file("missing.kith")), "there is no such model"));
    CHECK(tells(error_of(""), "cannot be read, or is empty"));
    CHECK(tells(error_of("Wagner supplies Hezbollah."), "no model of kith's encoder"));
    std::string newer = model;
    newer[8] = 9;
    CHECK(tells(error_of(newer), "format 9"));
    std::string damaged = model;
    damaged[100] ^= 1;
    CHECK(tells(error_of(damaged), "header is damaged"));
    CHECK(tells(error_of(with_header("[[[[")), "cannot be understood"));
    CHECK(tells(error_of(with_header(std::string(500000, '['))), "cannot be understood"));
}

TEST_CASE_FIXTURE(ModelFixture, "a model cut short anywhere is refused") {
    for (std::size_t size = 0; size < model.size(); size += size < 200 ? 1 : 4999) {
        CHECK_FALSE(error_of(model.substr(0, size)).empty());
    }
    CHECK(tells(error_of(model + "x"), "bytes and should have"));
}

TEST_CASE_FIXTURE(ModelFixture, "damaged content is found when it is asked for") {
    std::string damaged = model;
    damaged[damaged.size() - 1000] ^= 4;
    const std::string path = directory.file("damaged.kith");
    std::ofstream(path, std::ios::binary) << damaged;
    const ModelFile file(path);
    CHECK_THROWS_AS(file.verify(), kith::Error);
}

TEST_CASE_FIXTURE(ModelFixture, "headers that claim too much are refused") {
    const auto with = [&](const char* name, const nlohmann::json& value) {
        return error_of(with_json([&](nlohmann::json& json) { json["config"][name] = value; }));
    };
    for (const char* name : {"layers", "width", "heads", "inner", "vocabulary", "pair_width", "side", "gate_width",
                             "window", "relations"}) {
        CAPTURE(name);
        for (const nlohmann::json& value : {nlohmann::json(0), nlohmann::json(-1), nlohmann::json(1ULL << 40U),
                                            nlohmann::json(96), nlohmann::json("many"), nlohmann::json()}) {
            CHECK_FALSE(with(name, value).empty());
        }
    }
    CHECK_FALSE(with("start", 100000).empty());
    CHECK_FALSE(with("marker_layer", 3).empty());
    const auto with_tensor = [&](const char* key, const nlohmann::json& value) {
        return error_of(with_json([&](nlohmann::json& json) { json["tensors"][7][key] = value; }));
    };
    CHECK(tells(with_tensor("offset", 1 << 20), "offset"));
    CHECK(tells(with_tensor("offset", 32), "lies outside"));
    CHECK(tells(with_tensor("shape", {1ULL << 62U, 1ULL << 62U}), "lies outside"));
    CHECK_FALSE(with_tensor("shape", {-1}).empty());
    CHECK_FALSE(with_tensor("type", "f64").empty());
    CHECK(tells(error_of(with_json([](nlohmann::json& json) { json["tensors"].erase(20); })), "lacks its tensor"));
}

TEST_CASE_FIXTURE(ModelFixture, "headers changed at random do no harm") {
    std::mt19937 random(7);
    for (int n = 0; n < 300; ++n) {
        std::string text = header();
        for (int changes = 1 + static_cast<int>(random() % 3); changes > 0; --changes) {
            text[random() % text.size()] = static_cast<char>("0123456789{}[],:\"x"[random() % 18]);
        }
        error_of(with_header(text));  // an Error or a net; sanitizers watch
    }
}
