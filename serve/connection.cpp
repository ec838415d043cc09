#include "serve/connection.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "graph/ascii.hpp"

namespace kith {

namespace {

constexpr std::size_t longest_head = 16 * 1024;
constexpr auto time_to_ask = std::chrono::seconds(5), time_to_answer = std::chrono::seconds(30);
constexpr auto time_to_notice = std::chrono::milliseconds(100);  // that it is to stop
constexpr std::string_view end_of_head = "\r\n\r\n";
constexpr std::array<std::string_view, 5> fields = {"host", "origin", "sec-fetch-site", "content-type",
                                                    "content-length"};

}  // namespace

std::string necessary_head(const std::string& head) {
    const std::size_t end_of_line = head.find("\r\n");
    std::string kept = head.substr(0, end_of_line) + "\r\n";
    std::size_t begin = end_of_line == std::string::npos ? head.size() : end_of_line + 2;
    while (begin < head.size()) {
        const std::size_t end = std::min(head.find("\r\n", begin), head.size());
        const std::string line = head.substr(begin, end - begin);
        const std::string name = ascii::lower_case(line.substr(0, line.find(':')));
        if (std::ranges::find(fields, name) != fields.end()) kept += line + "\r\n";
        begin = end + 2;
    }
    return kept + "\r\n";
}

Connection::Connection(socket_t socket, std::stop_token stop)
    : socket_(socket), stop_(std::move(stop)), end_(Clock::now() + time_to_ask) {}

bool Connection::read_head() {
    std::string head;
    std::array<char, 4096> part{};
    while (true) {
        const ssize_t count = receive(part.data(), part.size());
        if (count <= 0) return false;
        const std::size_t seen = head.size() < 3 ? 0 : head.size() - 3;
        head.append(part.data(), static_cast<std::size_t>(count));
        const std::size_t end = head.find(end_of_head, seen);
        if (end > longest_head && head.size() > longest_head) return false;
        if (end == std::string::npos) continue;
        held_ = necessary_head(head.substr(0, end)) + head.substr(end + end_of_head.size());
        return true;
    }
}

bool Connection::wait_for(short events) const {
    while (!stop_.stop_requested() && Clock::now() < end_) {
        pollfd polled{socket_, events, 0};
        if (::poll(&polled, 1, static_cast<int>(time_to_notice.count())) == 1) return true;
    }
    return false;
}

ssize_t Connection::receive(char* bytes, size_t size) const {
    return wait_for(POLLIN) ? ::recv(socket_, bytes, size, 0) : -1;
}

ssize_t Connection::read(char* bytes, size_t size) {
    if (at_ == held_.size()) return receive(bytes, size);
    const std::size_t count = std::min(size, held_.size() - at_);
    std::memcpy(bytes, held_.data() + at_, count);
    at_ += count;
    return static_cast<ssize_t>(count);
}

ssize_t Connection::write(const char* bytes, size_t size) {
    if (!is_answering_) end_ = Clock::now() + time_to_answer;
    is_answering_ = true;
    return wait_for(POLLOUT) ? ::send(socket_, bytes, size, MSG_NOSIGNAL | MSG_DONTWAIT) : -1;
}

void Connection::get_remote_ip_and_port(std::string&, int&) const {}
void Connection::get_local_ip_and_port(std::string&, int&) const {}

}  // namespace kith
