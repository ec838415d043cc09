// An HTTP server for the page and for its questions: `kith serve`. It only reads the database,
// but for judgements of claims where it is told so.
//
//     PageServer server({.database = "war.db"});
//     std::cout << server.url() << '\n';      // http://127.0.0.1:8714/3f9c.../
//     server.run(interrupts.token());         // until it is asked to stop
//
// cpp-httplib parses the requests. Around it: who may ask (serve/access), limits of a request (serve/connection), at most
// so many connections at once, the rest of which wait in the system's queue, and at most so long a question.
#pragma once

#include <memory>
#include <stop_token>
#include <string>

namespace kith {

struct ServeOptions {
    std::string database{};
    std::string address = "127.0.0.1";
    int port = 0;         // 0: 8714, or one that is free
    double seconds = 10;  // that a question may take
    bool writes = false;  // takes judgements of claims
};

class PageServer {
public:
    // Listens, but does not answer yet. Throws Error: no database, no such address, a port in use.
    explicit PageServer(const ServeOptions& options);
    ~PageServer();

    std::string url() const;
    int port() const;
    // Until the token is asked to stop; what is being answered then is ended.
    void run(const std::stop_token& stop);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace kith
