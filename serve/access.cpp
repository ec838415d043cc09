#include "serve/access.hpp"

#include <arpa/inet.h>
#include <unistd.h>

#include <array>

#include "graph/ascii.hpp"
#include "graph/error.hpp"
#include "graph/hexadecimal.hpp"

namespace kith {

namespace {

bool is_address(const std::string& text, int family) {
    std::array<unsigned char, sizeof(in6_addr)> address{};
    return ::inet_pton(family, text.c_str(), address.data()) == 1;
}

}  // namespace

std::string new_token() {
    std::array<unsigned char, 16> bytes{};
    if (::getentropy(bytes.data(), bytes.size()) != 0) throw Error("the system gives no random numbers");
    return in_hexadecimal(bytes);
}

bool is_token(std::string_view given, std::string_view token) {
    if (given.size() != token.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < token.size(); ++i) {
        difference |=
            static_cast<unsigned>(static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(token[i]));
    }
    return difference == 0;
}

bool is_host_of_server(std::string_view host, std::string_view listening_on, int port) {
    const std::string end = ":" + std::to_string(port);
    if (host.ends_with(end)) {
        host.remove_suffix(end.size());
    } else if (port != 80) {
        return false;
    }
    if (host.size() > 2 && host.starts_with('[') && host.ends_with(']')) {
        return is_address(std::string(host.substr(1, host.size() - 2)), AF_INET6);
    }
    return ascii::lower_case(std::string(host)) == "localhost" || host == listening_on ||
           is_address(std::string(host), AF_INET);
}

bool is_own_origin(std::string_view origin, std::string_view host) {
    return origin.empty() || (origin.starts_with("http://") && origin.substr(7) == host);
}

bool is_loopback(std::string_view address) {
    return address == "localhost" || address == "::1" ||
           (address.starts_with("127.") && is_address(std::string(address), AF_INET));
}

}  // namespace kith
