#include "ingest/postgresql/postgresql.hpp"

#include <memory>
#include <utility>

#include "graph/embedded.hpp"
#include "graph/error.hpp"

#ifdef KITH_HAS_POSTGRESQL
#include <libpq-fe.h>

KITH_EMBEDDED(postgresql_claims_sql)

namespace kith {
namespace {

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

// "postgresql://host:5432/press", of an address that may hold a password.
std::string name_of(const std::string& address) {
    char* problem = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(address.c_str(), &problem), PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> message(problem, PQfreemem);
    if (!options) {
        throw Error("the address of the database cannot be read: " + std::string(problem != nullptr ? problem : ""),
                    "Write it as postgresql://user@host:port/database.");
    }
    const auto value = [&](std::string_view keyword) {
        for (const PQconninfoOption* each = options.get(); each->keyword != nullptr; ++each) {
            if (each->keyword == keyword && each->val != nullptr) return std::string(each->val);
        }
        return std::string();
    };
    const std::string port = value("port");
    return "postgresql://" + value("host") + (port.empty() ? "" : ":" + port) + '/' + value("dbname");
}

std::string without_line_end(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

class Lines {
public:
    Lines(const std::string& address, const std::string& where, std::string name)
        : name_(std::move(name)), connection_(PQconnectdb(address.c_str()), PQfinish) {
        if (PQstatus(connection_.get()) != CONNECTION_OK)
            fail("Check the address; password and the like can stand in ~/.pgpass, too.");
        PQsetClientEncoding(connection_.get(), "UTF8");
        const Result begun(PQexec(connection_.get(), "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"), PQclear);
        if (PQresultStatus(begun.get()) != PGRES_COMMAND_OK) fail("");
        std::string question(postgresql_claims_sql());
        for (std::size_t at; (at = question.find("$WHOLE")) != question.npos;)
            question.replace(at, 6, where.empty() ? "true" : "false");
        // The first is in the comment that explains it. It comes last: what it stands for is not looked through.
        question.replace(question.rfind("$WHERE"), 6, where.empty() ? "true" : where);
        // With parameters, of which there are none, the server takes no second command.
        if (PQsendQueryParams(connection_.get(), question.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0) == 0 ||
            PQsetSingleRowMode(connection_.get()) == 0)
            fail("");
    }

    std::size_t read(char* target, std::size_t size) {
        while (at_ == line_.size()) {
            if (!next()) return 0;
        }
        const std::size_t count = line_.copy(target, size, at_);
        at_ += count;
        return count;
    }

private:
    bool next() {
        const Result row(PQgetResult(connection_.get()), PQclear);
        if (!row) return false;
        if (PQresultStatus(row.get()) == PGRES_TUPLES_OK) return next();  // the end of the rows
        if (PQresultStatus(row.get()) != PGRES_SINGLE_TUPLE)
            fail(
                "It has to hold what `kith export --format sql` writes; --where takes a condition on the columns of "
                "its view claim_text.");
        line_.assign(PQgetvalue(row.get(), 0, 0), static_cast<std::size_t>(PQgetlength(row.get(), 0, 0)));
        line_ += '\n';
        at_ = 0;
        return true;
    }

    [[noreturn]] void fail(const std::string& next_step) const {
        throw Error(name_ + ": " + without_line_end(PQerrorMessage(connection_.get())), next_step);
    }

    std::string name_;
    Connection connection_;
    std::string line_;
    std::size_t at_ = 0;
};

}  // namespace

PostgresqlLines postgresql_lines(const std::string& address, const std::string& where) {
    std::string name = name_of(address);
    const auto lines = std::make_shared<Lines>(address, where, name);
    return {std::move(name), [lines](char* target, std::size_t size) { return lines->read(target, size); }};
}

}  // namespace kith
#else

namespace kith {

PostgresqlLines postgresql_lines(const std::string& /*address*/, const std::string& /*where*/) {
    throw Error("this kith was built without PostgreSQL", "Install libpq-dev and build it anew.");
}

}  // namespace kith
#endif
