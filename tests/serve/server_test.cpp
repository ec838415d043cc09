// The server over sockets: whoever speaks to it, it goes on, and gives what it should to the next.
#include "serve/server.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "graph/store/store_writer.hpp"
#include "query/example_store.hpp"
#include "serve/connection.hpp"

using namespace kith;

namespace {

using Clock = std::chrono::steady_clock;

class Running {
public:
    Running()
        : server_({.database = file.path(), .seconds = 5}),
          thread_([this](std::stop_token stop) { server_.run(stop); }) {}

    int port() const { return server_.port(); }
    std::string host() const { return "127.0.0.1:" + std::to_string(port()); }
    std::string path() const { return server_.url().substr(server_.url().find('/', 8)); }  // "/TOKEN/"
    std::string get(const std::string& rest) const {
        return "GET " + path() + rest + " HTTP/1.1\r\nHost: " + host() + "\r\n\r\n";
    }

    test::ExampleStore file{};

private:
    PageServer server_;
    std::jthread thread_;
};

class Client {
public:
    explicit Client(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        const timeval longest{20, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void has_said_all() const { ::shutdown(socket_, SHUT_WR); }
    bool send(std::string_view text) const {
        return ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
    }
    // Until the server closes.
    std::string receive() const {
        std::string all;
        char part[4096];
        for (ssize_t count = 0; (count = ::recv(socket_, part, sizeof part, 0)) > 0;)
            all.append(part, static_cast<std::size_t>(count));
        return all;
    }

private:
    int socket_;
};

std::string exchange(int port, const std::string& request) {
    const Client client(port);
    client.send(request);
    return client.receive();
}

bool is_good(const std::string& answer) {
    return answer.starts_with("HTTP/1.1 200 ");
}

// A request of which something is not as it should be.
std::string hostile(std::mt19937& random, const Running& running) {
    const auto pick = [&](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
    };
    const std::vector<std::string> methods = {
        "GET", "POST", "HEAD", "PUT", "OPTIONS", "PRI", "", "GET GET", std::string(300, 'M')};
    const std::vector<std::string> ends = {"",
                                           "/",
                                           "api/ask/paths?from=%00&to=%ff%fe",
                                           "api/ask/claims?about=%27%20OR%201=1--",
                                           "../../etc/passwd",
                                           "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                                           "api/ask/" + std::string(pick(9000), 'q'),
                                           "api/ask/search?words=%22((((NEAR",
                                           "?" + std::string(pick(5000), '&'),
                                           "api/ask/neighbours?entities=%23" + std::to_string(random()) + "&depth=20",
                                           "\x01\x02\xff"};
    const std::vector<std::string> fields = {
        "Range: bytes=" + std::string(pick(7000), '1') + "-",
        "Content-Length: 99999999999999999999",
        "Content-Length: -1",
        "Transfer-Encoding: chunked",
        "Expect: 100-continue",
        "Host: evil.example",
        "Origin: https://evil.example",
        "X: " + std::string(pick(20000), 'x'),
        "Accept-Encoding: br, gzip",
        std::string(pick(200), ':'),
        "Content-Type: multipart/form-data; boundary=" + std::string(pick(300), '-'),
        "Content-Type: application/json"};
    std::string request = methods[pick(pick(4) == 0 ? methods.size() : 2)] + " " +
                          (pick(3) == 0 ? "/" : running.path()) + ends[pick(ends.size())] + " HTTP/1." +
                          std::to_string(pick(3)) + "\r\n";
    if (pick(4) != 0) request += "Host: " + running.host() + "\r\n";
    for (std::size_t i = pick(4); i > 0; --i) request += fields[pick(fields.size())] + "\r\n";
    if (pick(8) != 0) request += "\r\n";
    if (pick(3) == 0) request += std::string(pick(3) == 0 ? 100'000 : pick(300), pick(2) == 0 ? '[' : '{');
    if (pick(3) == 0) {
        for (std::size_t i = pick(20); i > 0; --i) request[pick(request.size())] = static_cast<char>(pick(256));
    }
    return request;
}

}  // namespace

TEST_CASE("of a head only the fields that are used come through") {
    CHECK(necessary_head("GET / HTTP/1.1\r\nHost: a\r\nRange: bytes=0-\r\nORIGIN: b\r\nAccept-Encoding: br") ==
          "GET / HTTP/1.1\r\nHost: a\r\nORIGIN: b\r\n\r\n");
    CHECK(necessary_head("") == "\r\n\r\n");
}

TEST_CASE("the time to ask does not end an answer that took longer") {
    int ends[2];
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    Connection connection(ends[0], {});
    REQUIRE(::send(ends[1], "GET / HTTP/1.1\r\n\r\n", 18, 0) == 18);
    CHECK(connection.read_head());
    std::this_thread::sleep_for(std::chrono::milliseconds(5200));
    CHECK(connection.write("answer", 6) == 6);
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_CASE("the page and its answers come over a socket, with what keeps other pages out") {
    const Running running;
    const std::string page = exchange(running.port(), running.get(""));
    CHECK(is_good(page));
    for (const char* field :
         {"Content-Security-Policy: default-src 'none'", "frame-ancestors 'none'", "X-Content-Type-Options: nosniff",
          "Referrer-Policy: no-referrer", "Cache-Control: no-store"}) {
        CAPTURE(field);
        CHECK(page.find(field) != std::string::npos);
    }
    CHECK(page.find("Access-Control-Allow-Origin") == std::string::npos);
    CHECK(exchange(running.port(), running.get("api/ask/statistics")).find("\"claims\":8") != std::string::npos);
    const std::string body = R"({"from":"Wagner","to":"Hezbollah"})";
    CHECK(is_good(exchange(running.port(),
                           "POST " + running.path() + "api/ask/paths HTTP/1.1\r\nHost: " + running.host() +
                               "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                               "\r\n\r\n" + body)));
    CHECK(
        exchange(running.port(), "GET / HTTP/1.1\r\nHost: " + running.host() + "\r\n\r\n").starts_with("HTTP/1.1 404"));
    CHECK(exchange(running.port(), "POST " + running.path() + "api/ask/paths HTTP/1.1\r\nHost: " + running.host() +
                                       "\r\nContent-Type: application/json\r\nContent-Length: 70000\r\n\r\n")
              .starts_with("HTTP/1.1 413"));
}

TEST_CASE("ten thousand hostile requests leave the server as it was, in bounded time") {
    const Running running;
    const auto begin = Clock::now();
    std::vector<std::jthread> clients;
    for (unsigned seed = 0; seed < 16; ++seed) {
        clients.emplace_back([&running, seed] {
            std::mt19937 random(seed);
            for (int i = 0; i < 625; ++i) {
                const Client client(running.port());
                client.send(hostile(random, running));
                if (i % 4 != 0) client.has_said_all();
                if (i % 5 != 0 && i % 4 != 0) client.receive();
            }
        });
    }
    clients.clear();
    CHECK(Clock::now() - begin < std::chrono::seconds(120));
    CHECK(is_good(exchange(running.port(), running.get("api/ask/statistics"))));
}

TEST_CASE("clients that send a byte now and then are let go, and others are served meanwhile") {
    const Running running;
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 40; ++i) {
        slow.push_back(std::make_unique<Client>(running.port()));
        slow.back()->send("GET /");
    }
    const auto begin = Clock::now();
    CHECK(is_good(exchange(running.port(), running.get("api/ask/statistics"))));
    CHECK(Clock::now() - begin < std::chrono::milliseconds(4500));  // before any of them is let go
    while (slow.back()->send("x") && Clock::now() - begin < std::chrono::seconds(25))
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
    CHECK(Clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("sixteen readers beside a writer have answers of one state, without an error") {
    const Running running;
    std::atomic<int> bad = 0, answers = 0;
    std::atomic<bool> is_over = false;
    std::vector<std::jthread> readers;
    for (int i = 0; i < 16; ++i) {
        readers.emplace_back([&] {
            while (!is_over) {
                bad += !is_good(exchange(running.port(), running.get("api/ask/paths?from=Wagner&to=Hezbollah")));
                ++answers;
            }
        });
    }
    for (int i = 0; i < 20; ++i) {
        StoreWriter writer(running.file.path());
        test::write({{"note-" + std::to_string(i),
                      "The Note",
                      "2024",
                      "Number " + std::to_string(i) + ": Russia backs Mali.",
                      {{{"Russia", EntityKind::state, "", {}},
                        "backs",
                        {"Mali", EntityKind::state, "", {}},
                        "Russia backs Mali"}}}},
                    writer);
        writer.commit();
    }
    is_over = true;
    readers.clear();
    CHECK(bad == 0);
    CHECK(answers >= 16);
    CHECK(exchange(running.port(), running.get("api/ask/claims?between=Russia&between=Mali")).find("\"sources\":") !=
          std::string::npos);
}

TEST_CASE("a server that is to stop does so though a client says nothing") {
    auto running = std::make_unique<Running>();
    const Client silent(running->port());
    CHECK(is_good(exchange(running->port(), running->get("api/ask/statistics"))));
    const auto begin = Clock::now();
    running.reset();
    CHECK(Clock::now() - begin < std::chrono::milliseconds(4500));  // before it would be let go anyway
}

TEST_CASE("a port that is in use is said to be") {
    const Running running;
    CHECK_THROWS_WITH_AS(PageServer({.database = running.file.path(), .port = running.port()}),
                         doctest::Contains("cannot listen"), std::exception);
}
