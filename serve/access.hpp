// Who may ask the server. It listens on this machine alone, and yet any page in the browser can reach it there; so
// that no other page can read what a newsroom has gathered:
//
//     the address holds a random token         http://127.0.0.1:8714/3f9c.../
//     Host is an address, or localhost          a name that somebody points here (DNS rebinding) is refused
//     Origin, where a browser tells one, is the server's own
#pragma once

#include <string>
#include <string_view>

namespace kith {

// 128 random bits, in hexadecimal.
std::string new_token();

// In a time that does not tell how much of it is right.
bool is_token(std::string_view given, std::string_view token);

// "127.0.0.1:8714", "[::1]:8714", "localhost:8714", or the address that the server was told to listen on.
bool is_host_of_server(std::string_view host, std::string_view listening_on, int port);

// Nothing told (a link that is followed, a program), or "http://" and the host.
bool is_own_origin(std::string_view origin, std::string_view host);

// "127.0.0.1", "::1": reached from this machine alone.
bool is_loopback(std::string_view address);

}  // namespace kith
