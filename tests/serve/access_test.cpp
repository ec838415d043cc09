// Who may ask.
#include "serve/access.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kith;

TEST_CASE("a token has 128 bits, and no two are alike") {
    const std::string token = new_token();
    CHECK(token.size() == 32);
    CHECK(token.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(new_token() != token);
    CHECK(is_token(token, token));
    CHECK_FALSE(is_token(token.substr(1), token));
    CHECK_FALSE(is_token("", token));
    CHECK_FALSE(is_token(std::string(32, '0'), token));
}

TEST_CASE("a host is an address or localhost, with the port; a name that somebody points here is none") {
    for (const char* good : {"127.0.0.1:8714", "localhost:8714", "LocalHost:8714", "[::1]:8714", "192.168.1.4:8714"}) {
        CAPTURE(good);
        CHECK(is_host_of_server(good, "127.0.0.1", 8714));
    }
    for (const char* bad :
         {"", "127.0.0.1", "127.0.0.1:80", "evil.example:8714", "127.0.0.1.evil.example:8714", ":8714",
          "localhost.evil.example:8714", "[::1:8714", "127.0.0.1:8714:8714", "2130706433:8714"}) {
        CAPTURE(bad);
        CHECK_FALSE(is_host_of_server(bad, "127.0.0.1", 8714));
    }
    CHECK(is_host_of_server("newsroom.example:8714", "newsroom.example", 8714));
}

TEST_CASE("an origin is nothing, or the host itself") {
    CHECK(is_own_origin("", "127.0.0.1:8714"));
    CHECK(is_own_origin("http://127.0.0.1:8714", "127.0.0.1:8714"));
    CHECK_FALSE(is_own_origin("http://127.0.0.1:8715", "127.0.0.1:8714"));
    CHECK_FALSE(is_own_origin("https://evil.example", "127.0.0.1:8714"));
    CHECK_FALSE(is_own_origin("null", "127.0.0.1:8714"));
}

TEST_CASE("loopback is told from what others reach") {
    CHECK(is_loopback("127.0.0.1"));
    CHECK(is_loopback("::1"));
    CHECK_FALSE(is_loopback("0.0.0.0"));
    CHECK_FALSE(is_loopback("127.evil.example"));
}
