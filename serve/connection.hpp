// One request over one socket, within limits: cpp-httplib has none for a client that sends a byte a second, nor for how
// many fields a header has.
//
// The head is read before the library sees it, up to 16 KiB and for five seconds, and handed on with the few fields that
// are used. So what the library would do for others (ranges, whose pattern takes its stack for a long field; brotli,
// which takes seconds for the page; chunks without an end; 100-continue) does not take place. A socket answers once.
#pragma once

#include <httplib.h>

#include <chrono>
#include <stop_token>
#include <string>

namespace kith {

class Connection final : public httplib::Stream {
public:
    // The socket stays the caller's. Once it is asked to stop, it neither reads nor writes any more.
    Connection(socket_t socket, std::stop_token stop);
    // False where no head came in time, or none that can be one.
    bool read_head();

    bool is_readable() const override { return true; }
    bool is_writable() const override { return true; }
    ssize_t read(char* bytes, size_t size) override;
    ssize_t write(const char* bytes, size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    socket_t socket() const override { return socket_; }

private:
    using Clock = std::chrono::steady_clock;

    bool wait_for(short events) const;
    ssize_t receive(char* bytes, size_t size) const;

    socket_t socket_;
    std::stop_token stop_;
    Clock::time_point end_;  // of asking; once the answer begins, of that
    bool is_answering_ = false;
    std::string held_{};  // read, and not yet handed on
    std::size_t at_ = 0;
};

// The head with the fields that are used, in their order: "GET / HTTP/1.1\r\nHost: ...\r\n\r\n".
std::string necessary_head(const std::string& head);

}  // namespace kith
