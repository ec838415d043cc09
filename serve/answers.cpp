#include "serve/answers.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include "graph/error.hpp"
#include "graph/store/stop_scope.hpp"
#include "graph/store/store_database.hpp"
#include "query/ask/questions.hpp"
#include "query/corrections.hpp"
#include "query/page.hpp"
#include "serve/access.hpp"

namespace kith {

namespace {

constexpr std::size_t longest_path = 200;
constexpr int deepest_json = 3;  // an object of values and lists
constexpr std::string_view json_type = "application/json";

WebAnswer refusal(int status, const std::string& error, const std::string& next_step = {}) {
    return {status, std::string(json_type), compact({{"error", error}, {"next_step", text_or_null(next_step)}})};
}

WebAnswer given(const Json& answer) {
    return {200, std::string(json_type), compact(answer)};
}

std::size_t processors() {
    return std::max(2U, std::thread::hardware_concurrency());
}

// "/TOKEN/api/questions" -> "api/questions".
std::string_view within_token(std::string_view path) {
    const std::size_t end = path.find('/', 1);
    return end == std::string_view::npos ? "" : path.substr(end + 1);
}

Arguments arguments_of(const WebRequest& request) {
    if (request.method == "GET") {
        Arguments arguments;
        for (const auto& [name, value] : request.arguments) arguments.set(name, value);
        return arguments;
    }
    bool too_deep = false;
    const auto watch = [&](int depth, Json::parse_event_t, Json&) {
        too_deep = too_deep || depth > deepest_json;
        return !too_deep;
    };
    const Json body = Json::parse(request.body, watch, false);
    if (too_deep || body.is_discarded()) throw Error("the body is no JSON object of arguments");
    return Arguments::from_json(body);
}

std::vector<Parameter> parameters_of_judgement() {
    const auto text = [](std::string_view name) { return Parameter{.name = name, .meaning = ""}; };
    const auto number = [](std::string_view name) {
        return Parameter{.name = name, .type = ArgumentType::integer, .meaning = "", .most = 9e15};
    };
    Parameter by = text("by");
    by.usual = "\"user\"";
    return {number("judgement"),
            number("claim"),
            text("verdict"),
            text("subject"),
            text("relation"),
            text("object"),
            text("status"),
            {.name = "turned", .type = ArgumentType::flag, .meaning = ""},
            by};
}

}  // namespace

Answers::Answers(const std::string& database, AnswerRules rules)
    : database_(database), stores_(database, processors()), rules_(std::move(rules)) {}

WebAnswer Answers::check(const WebRequest& request) const {
    if (!is_host_of_server(request.host, rules_.address, rules_.port)) {
        return refusal(421, "this is not the host that was asked for", "Open the address that `kith serve` printed.");
    }
    if (!is_own_origin(request.origin, request.host) ||
        (!request.fetch_site.empty() && request.fetch_site != "same-origin" && request.fetch_site != "none" &&
         within_token(request.path).starts_with("api/"))) {
        return refusal(403, "another page may not ask");
    }
    if (request.path.size() > longest_path) return refusal(414, "the path is too long");
    const std::string_view path = request.path;
    if (!path.starts_with('/') || !is_token(path.substr(1, path.find('/', 1) - 1), rules_.token)) {
        return refusal(404, "nothing is here", "Open the address that `kith serve` printed, with its token.");
    }
    if (request.method != "GET" && request.method != "POST") return refusal(405, "only GET and POST are understood");
    if (request.method == "POST" && !request.content_type.starts_with(json_type)) {
        return refusal(415, "a body must be application/json");  // a form of another page is never that
    }
    return {200, std::string(json_type), ""};
}

WebAnswer Answers::to(const WebRequest& request, std::stop_token stop) {
    if (WebAnswer refused = check(request); refused.status != 200) return refused;
    const std::string_view path = within_token(request.path);
    constexpr std::string_view asking = "api/ask/";
    if (path.starts_with(asking)) return ask(path.substr(asking.size()), request, std::move(stop));
    if (request.method == "GET" && path == "api/questions") return given(description_of_questions());
    if (request.method == "GET" && path == "api/rights") return given({{"write", rules_.writes}});
    if (request.method == "POST" && (path == "api/judge" || path == "api/withdraw")) return judge(request);
    if (request.method == "GET" && path.empty() && request.path.ends_with('/')) {
        return {200, "text/html; charset=utf-8", std::string(page())};
    }
    return refusal(404, "nothing is here");
}

// Only for the page itself: a browser tells the origin with every POST, and another program must say so on purpose.
WebAnswer Answers::judge(const WebRequest& request) {
    if (!rules_.writes) return refusal(403, "this server only reads", "Start it with `kith serve --write`.");
    if (request.origin.empty()) return refusal(403, "a judgement must tell its origin");
    try {
        const Arguments told = arguments_of(request).completed(parameters_of_judgement());
        const std::lock_guard lock(writing_);
        if (within_token(request.path) == "api/withdraw") {
            withdraw_claim_judgement(database_, told.integer("judgement"));
            return given({{"withdrawn", told.integer("judgement")}});
        }
        const auto verdict = parse_claim_verdict(told.text("verdict"));
        if (!verdict) throw Error("a verdict is needed", "Write confirmed, rejected or corrected.");
        const Judge by{told.text("by"), {}};
        std::vector<std::string> notes;
        const CorrectionWords right{told.text("subject"), told.text("relation"), told.text("object"),
                                    told.text("status"), told.flag("turned")};
        const ClaimId claim = told.integer("claim");
        const std::int64_t id = *verdict == ClaimVerdict::corrected ? correct_claim(database_, claim, right, by, notes)
                                                                    : judge_claim(database_, claim, *verdict, by);
        return given({{"judgement", id}});
    } catch (const Error& error) {
        return refusal(400, error.what(), error.next_step());
    } catch (const std::exception& error) {
        return refusal(500, error.what());
    }
}

WebAnswer Answers::ask(std::string_view question, const WebRequest& request, std::stop_token stop) {
    const StopCondition condition = StopCondition{std::move(stop), {}}.within(rules_.seconds);
    try {
        const auto questions = all_questions();
        if (std::ranges::find(questions, question, &Question::name) == questions.end()) {
            return refusal(404, "there is no such question", "api/questions lists them.");
        }
        const Arguments arguments = arguments_of(request);
        return given(stores_.use(*condition.deadline, [&](CurrentStore& current) {
            return current.use([&](const Store& store) {
                const StopScope scope(database_of(store), condition);
                return kith::ask(store, question, arguments);
            });
        }));
    } catch (const Stopped& stopped) {
        return refusal(stopped.reason() == Stopped::Reason::deadline ? 504 : 503, stopped.what(), stopped.next_step());
    } catch (const Error& error) {
        return refusal(400, error.what(), error.next_step());
    } catch (const std::exception& error) {
        return refusal(500, error.what());
    }
}

}  // namespace kith
