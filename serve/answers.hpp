// What is answered to a request, whatever it came by: `serve/server` has the sockets.
//
//     GET  /TOKEN/                             the page
//     GET  /TOKEN/api/questions                what can be asked, as description_of_questions
//     GET  /TOKEN/api/ask/paths?from=A&to=B    the answer of query/ask, as `kith path A B --format json` prints it
//     POST /TOKEN/api/ask/claims               the same with the arguments as a JSON object: a hundred entities fit
//     GET  /TOKEN/api/rights                   {"write": false}: whether it takes judgements
//     POST /TOKEN/api/judge                    {"claim": 7, "verdict": "rejected"}, "corrected" with what is right of
//                                              "subject", "relation", "object", "status", "turned"; "by" somebody
//     POST /TOKEN/api/withdraw                 {"judgement": 3}
//
// A name that is given several times is a list. What is wrong comes as {"error": ..., "next_step": ...}.
#pragma once

#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "serve/stores.hpp"

namespace kith {

struct WebRequest {
    std::string method{}, path{};  // the path as it was sent
    std::string host{}, origin{}, fetch_site{}, content_type{};
    std::vector<std::pair<std::string, std::string>> arguments{};  // after the question mark, in their order
    std::string body{};
};

struct WebAnswer {
    int status = 200;
    std::string type{};
    std::string body{};
};

struct AnswerRules {
    std::string address{};  // that the server listens on
    int port = 0;
    std::string token{};
    double seconds = 10.0;  // that a question may take
    bool writes = false;    // takes judgements of claims
};

class Answers {
public:
    // Throws Error where the database cannot be opened.
    Answers(const std::string& database, AnswerRules rules);

    // The door: whether it may ask at all, seen before a body is read. Status 200: it may.
    WebAnswer check(const WebRequest& request) const;
    WebAnswer to(const WebRequest& request, std::stop_token stop = {});

private:
    WebAnswer ask(std::string_view question, const WebRequest& request, std::stop_token stop);
    WebAnswer judge(const WebRequest& request);

    std::string database_;
    Stores stores_;
    AnswerRules rules_;
    std::mutex writing_;  // one judgement at a time
};

}  // namespace kith
