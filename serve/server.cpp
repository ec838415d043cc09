#include "serve/server.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

#include "graph/error.hpp"
#include "query/ask/arguments.hpp"
#include "query/page.hpp"
#include "serve/access.hpp"
#include "serve/answers.hpp"
#include "serve/connection.hpp"

namespace kith {

namespace {

constexpr int usual_port = 8714;
constexpr std::size_t most_connections = 64;
constexpr std::size_t longest_body = 64 * 1024;
constexpr auto time_to_notice = std::chrono::milliseconds(50);  // that it is to stop

// A thread a connection. One too many waits, and with it those that the system holds.
class Connections final : public httplib::TaskQueue {
public:
    void enqueue(std::function<void()> work) override {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return open_ < most_connections; });
        ++open_;
        std::thread([this, work = std::move(work)] {
            work();
            const std::lock_guard held(mutex_);  // until the last: who waits for none to be open destroys this
            --open_;
            changed_.notify_all();
        }).detach();
    }

    void shutdown() override {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return open_ == 0; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t open_ = 0;
};

WebRequest web_request(const httplib::Request& request) {
    WebRequest asked{.method = request.method,
                     .path = request.target.substr(0, request.target.find('?')),
                     .host = request.get_header_value("Host"),
                     .origin = request.get_header_value("Origin"),
                     .fetch_site = request.get_header_value("Sec-Fetch-Site"),
                     .content_type = request.get_header_value("Content-Type"),
                     .body = request.body};
    asked.arguments.assign(request.params.begin(), request.params.end());
    return asked;
}

void put(const WebAnswer& answer, httplib::Response& response) {
    response.status = answer.status;
    response.set_content(answer.body, answer.type);
}

// What another page, a cache or a frame could learn or do.
httplib::Headers safe_headers() {
    return {{"Content-Security-Policy", std::string(policy_of_page()) + "; frame-ancestors 'none'"},
            {"X-Content-Type-Options", "nosniff"},
            {"X-Frame-Options", "DENY"},
            {"Referrer-Policy", "no-referrer"},
            {"Cross-Origin-Resource-Policy", "same-origin"},
            {"Cross-Origin-Opener-Policy", "same-origin"},
            {"Cache-Control", "no-store"}};
}

class HttpServer final : public httplib::Server {
public:
    HttpServer() {
        new_task_queue = [] { return new Connections; };
        set_payload_max_length(longest_body);
        set_default_headers(safe_headers());
        set_socket_options([](socket_t socket) {  // not SO_REUSEPORT: nobody else may listen beside it
            const int yes = 1;
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
    }

    std::stop_token stop_token{};

private:
    bool process_and_close_socket(socket_t socket) override {
        Connection connection(socket, stop_token);
        if (connection.read_head()) {
            bool is_closed = false;
            process_request(connection, true, is_closed, nullptr);
        }
        ::shutdown(socket, SHUT_RDWR);
        ::close(socket);
        return true;
    }
};

// The port; nothing free: -1.
int bind(httplib::Server& http, const ServeOptions& options) {
    const int wanted = options.port == 0 ? usual_port : options.port;
    if (http.bind_to_port(options.address, wanted)) return wanted;
    return options.port == 0 ? http.bind_to_any_port(options.address) : -1;
}

}  // namespace

struct PageServer::State {
    HttpServer http{};
    std::string address, token;
    int port = 0;
    std::unique_ptr<Answers> answers{};
};

PageServer::PageServer(const ServeOptions& options) : state_(std::make_unique<State>()) {
    State& state = *state_;
    state.address = options.address;
    state.token = new_token();
    state.port = bind(state.http, options);
    if (state.port <= 0) {
        throw Error(
            "cannot listen on " + options.address + (options.port == 0 ? "" : ", port " + std::to_string(options.port)),
            "Is the port in use? Try another --port; --listen takes an address of this machine.");
    }
    const AnswerRules rules{options.address, state.port, state.token, options.seconds, options.writes};
    state.answers = std::make_unique<Answers>(options.database, rules);
    state.http.set_pre_routing_handler([&state](const httplib::Request& request, httplib::Response& response) {
        WebAnswer refused = state.answers->check(web_request(request));
        // Before it is read: the library would read all of it to pass it over.
        if (parse_number<std::size_t>(request.get_header_value("Content-Length")).value_or(0) > longest_body) {
            refused = {413, "text/plain", "the body is too long"};
        }
        if (refused.status == 200) return httplib::Server::HandlerResponse::Unhandled;
        put(refused, response);
        return httplib::Server::HandlerResponse::Handled;
    });
    const auto answer = [&state](const httplib::Request& request, httplib::Response& response) {
        put(state.answers->to(web_request(request), state.http.stop_token), response);
    };
    state.http.Get(".*", answer);
    state.http.Post(".*", answer);
}

PageServer::~PageServer() = default;

std::string PageServer::url() const {
    const bool is_version_6 = state_->address.find(':') != std::string::npos;
    const std::string host = is_version_6 ? "[" + state_->address + "]" : state_->address;
    return "http://" + host + ":" + std::to_string(state_->port) + "/" + state_->token + "/";
}

int PageServer::port() const {
    return state_->port;
}

void PageServer::run(const std::stop_token& stop) {
    state_->http.stop_token = stop;
    std::atomic<bool> is_over = false;
    const std::jthread listener([&] {
        state_->http.listen_after_bind();
        is_over = true;
    });
    while (!stop.stop_requested() && !is_over) std::this_thread::sleep_for(time_to_notice);
    while (!state_->http.is_running() && !is_over) std::this_thread::sleep_for(time_to_notice);
    state_->http.stop();  // once, and not before: what has not begun to listen cannot be stopped
}

}  // namespace kith
