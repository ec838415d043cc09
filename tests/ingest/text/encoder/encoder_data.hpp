// What training/make_test_net.py wrote for these tests, in tests/data/encoder.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

inline std::string encoder_data(const std::string& name) {
    return std::string(KITH_SOURCE_DIR) + "/tests/data/encoder/" + name;
}

inline std::string content_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}
