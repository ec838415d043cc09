#include "ingest/triples/triple.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <exception>
#include <memory>
#include <utility>

namespace kith::triples {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t chunk_bytes = std::size_t{1} << 16;
constexpr std::size_t longest_statement = std::size_t{1} << 20;  // serd keeps a literal until it is whole

std::string_view text_of(const SerdNode& node) {
    return {reinterpret_cast<const char*>(node.buf), node.n_bytes};
}

// How deep brackets are open, outside of texts, addresses and comments.
class Nesting {
public:
    std::size_t after(char c) {
        const bool is_third = c == quote_ && run_ == 2;
        switch (state_) {
            case State::comment:
                if (c == '\n') state_ = State::plain;
                break;
            case State::address:
                if (c == '>' || c == '\n') state_ = State::plain;
                break;
            case State::text:
                if (is_escaped_) {
                    is_escaped_ = false;
                } else if (c == '\\') {
                    is_escaped_ = true;
                } else if (is_long_ ? is_third : c == quote_) {
                    state_ = State::plain;
                } else {
                    run_ = c == quote_ ? run_ + 1 : 0;
                    break;
                }
                run_ = 0;
                break;
            case State::opened:  // a quote, of which one or two more may follow
                if (c == quote_ && ++run_ == 2) {
                    is_long_ = true;
                    run_ = 0;
                    state_ = State::text;
                } else if (c != quote_) {
                    const bool is_empty = run_ == 1;
                    run_ = 0;
                    state_ = is_empty ? State::plain : State::text;
                    return after(c);
                }
                break;
            case State::plain:
                if (c == '#') state_ = State::comment;
                if (c == '<') state_ = State::address;
                if (c == '"' || c == '\'') {
                    quote_ = c;
                    run_ = 0;
                    is_long_ = is_escaped_ = false;
                    state_ = State::opened;
                }
                if (c == '[' || c == '(') ++depth_;
                if ((c == ']' || c == ')') && depth_ > 0) --depth_;
                break;
        }
        return depth_;
    }

private:
    enum class State { plain, comment, address, opened, text };
    State state_ = State::plain;
    char quote_ = 0;
    int run_ = 0;  // of quotes
    bool is_long_ = false, is_escaped_ = false;
    std::size_t depth_ = 0;
};

// Calls of serd, which is C and must see no exception.
class Reader {
public:
    Reader(SerdSyntax syntax, const TakeTriple& take)
        : take_(take),
          environment_(serd_env_new(nullptr), serd_env_free),
          reader_(serd_reader_new(
                      syntax, this, nullptr,
                      [](void* self, const SerdNode* uri) {
                          return serd_env_set_base_uri(static_cast<Reader*>(self)->environment_.get(), uri);
                      },
                      [](void* self, const SerdNode* name, const SerdNode* uri) {
                          return serd_env_set_prefix(static_cast<Reader*>(self)->environment_.get(), name, uri);
                      },
                      [](void* self, SerdStatementFlags, const SerdNode*, const SerdNode* subject,
                         const SerdNode* predicate, const SerdNode* object, const SerdNode*, const SerdNode* language) {
                          return static_cast<Reader*>(self)->take(*subject, *predicate, *object, language);
                      },
                      nullptr),
                  serd_reader_free) {
        serd_reader_set_strict(reader_.get(), true);
        serd_reader_set_error_sink(
            reader_.get(),
            [](void* self, const SerdError* error) {
                static_cast<Reader*>(self)->note(*error);
                return SERD_SUCCESS;
            },
            this);
    }

    std::string read_line(const std::string& line, std::size_t number, std::size_t offset) {
        line_ = number;
        bytes_ = {offset, offset + line.size()};
        const SerdStatus status =
            serd_reader_read_string(reader_.get(), reinterpret_cast<const uint8_t*>(line.c_str()));
        if (thrown_) std::rethrow_exception(thrown_);
        if (status > SERD_FAILURE) return fault_or(status);
        if (!stopped_.empty()) return stopped_;
        const std::size_t begin = line.find_first_not_of(" \t\r\n");
        const bool says_nothing = begin == line.npos || line[begin] == '#';
        return has_statement_ || says_nothing ? std::string() : "no statement of RDF";
    }

    std::optional<Skipped> read_stream(const ReadBytes& read, const std::string& file) {
        source_ = &read;
        chunk_.resize(chunk_bytes);
        line_ = 1;
        SerdStatus status = serd_reader_start_source_stream(
            reader_.get(),
            [](void* target, std::size_t, std::size_t, void* self) {
                return static_cast<Reader*>(self)->next_byte(static_cast<char*>(target));
            },
            [](void*) { return 0; }, this, reinterpret_cast<const uint8_t*>(file.c_str()), 1);
        while (status == SERD_SUCCESS) status = serd_reader_read_chunk(reader_.get());
        serd_reader_end_stream(reader_.get());
        if (thrown_) std::rethrow_exception(thrown_);
        if (stopped_.empty() && status > SERD_FAILURE) stopped_ = fault_or(status);
        if (stopped_.empty()) return std::nullopt;
        return Skipped{InputPosition{file, line_}, stopped_};
    }

private:
    // Byte by byte, so that it is known where a statement ends.
    std::size_t next_byte(char* target) {
        if (!stopped_.empty() || thrown_) return 0;
        if (at_ == filled_) {
            try {
                at_ = 0;
                filled_ = (*source_)(chunk_.data(), chunk_.size());
            } catch (...) {
                thrown_ = std::current_exception();
                return 0;
            }
            if (filled_ == 0) return 0;
        }
        const char c = chunk_[at_++];
        if (was_newline_) {
            ++line_;
            bytes_.begin = bytes_.end;
        }
        was_newline_ = c == '\n';
        ++bytes_.end;
        if (nesting_.after(c) > deepest) stopped_ = "nested deeper than 64 levels";
        if (bytes_.end - last_statement_ > longest_statement) stopped_ = "a statement is longer than 1 MiB";
        *target = c;
        return stopped_.empty() ? 1 : 0;
    }

    SerdStatus take(const SerdNode& subject, const SerdNode& predicate, const SerdNode& object,
                    const SerdNode* language) {
        if (thrown_) return SERD_ERR_INTERNAL;
        last_statement_ = bytes_.end;
        has_statement_ = true;
        try {
            const std::string one = address_of(subject), verb = address_of(predicate);
            const bool is_literal = object.type == SERD_LITERAL;
            const std::string other = is_literal ? std::string(text_of(object)) : address_of(object);
            if (!stopped_.empty()) return SERD_ERR_BAD_CURIE;
            take_({one, verb, other, is_literal, language != nullptr && language->buf ? text_of(*language) : "", line_,
                   bytes_});
        } catch (...) {
            thrown_ = std::current_exception();
            return SERD_ERR_INTERNAL;
        }
        return SERD_SUCCESS;
    }

    std::string address_of(const SerdNode& node) {
        if (node.type == SERD_BLANK) return "_:" + std::string(text_of(node));
        SerdNode whole = serd_env_expand_node(environment_.get(), &node);
        std::string address(text_of(whole.buf != nullptr ? whole : node));
        if (whole.buf == nullptr && node.type == SERD_CURIE && stopped_.empty())
            stopped_ = "the prefix of \"" + address.substr(0, 80) + "\" is not declared";
        serd_node_free(&whole);
        return address;
    }

    void note(const SerdError& error) {
        if (!fault_.empty()) return;
        std::array<char, 300> words{};
        std::va_list arguments;
        va_copy(arguments, *error.args);
        std::vsnprintf(words.data(), words.size(), error.fmt, arguments);
        va_end(arguments);
        fault_ = words.data();
        while (!fault_.empty() && fault_.back() == '\n') fault_.pop_back();
        // "expected `<', not `X'": what is no letter of ASCII would be half a character, or the end.
        const auto odd = static_cast<std::size_t>(
            std::ranges::find_if(fault_, [](char c) { return c < ' ' || c > '~'; }) - fault_.begin());
        if (odd < fault_.size()) fault_.resize(std::min(odd, fault_.find(", not ")));
    }
    std::string fault_or(SerdStatus status) const {
        return "no statement of RDF: " +
               (fault_.empty() ? reinterpret_cast<const char*>(serd_strerror(status)) : fault_);
    }

    const TakeTriple& take_;
    std::unique_ptr<SerdEnv, void (*)(SerdEnv*)> environment_;
    std::unique_ptr<SerdReader, void (*)(SerdReader*)> reader_;
    std::exception_ptr thrown_;
    std::string fault_, stopped_;
    std::size_t line_ = 0;
    TextSpan bytes_{};
    const ReadBytes* source_ = nullptr;
    std::string chunk_;
    std::size_t at_ = 0, filled_ = 0, last_statement_ = 0;
    bool was_newline_ = false, has_statement_ = false;
    Nesting nesting_;
};

}  // namespace

std::string read_ntriple(std::string_view line, std::size_t number, std::size_t offset, const TakeTriple& take) {
    return Reader(SERD_NQUADS, take).read_line(std::string(line), number, offset);
}

std::optional<Skipped> read_turtle(const ReadBytes& read, const std::string& file, const TakeTriple& take) {
    return Reader(SERD_TURTLE, take).read_stream(read, file);
}

}  // namespace kith::triples
