#include "ingest/documents/xml/xml_events.hpp"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>

#include "ingest/documents/unusable_input.hpp"

namespace kith {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{1} << 16;
constexpr std::size_t longest_tag = std::size_t{4} << 20;  // expat keeps a tag until it is whole
constexpr std::size_t deepest = 256;

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

// Calls of expat, which is C and must see no exception: what is thrown waits until it has stopped.
class Events {
public:
    Events(const std::string& file, XmlHandler& handler)
        : file_(file), handler_(handler), parser_(XML_ParserCreate("UTF-8"), XML_ParserFree) {
        if (!parser_) throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(
            parser_.get(),
            [](void* self, const XML_Char* name, const XML_Char** attributes) {
                static_cast<Events*>(self)->open(name, attributes);
            },
            [](void* self, const XML_Char* name) { static_cast<Events*>(self)->close(name); });
        XML_SetCharacterDataHandler(parser_.get(), [](void* self, const XML_Char* piece, int size) {
            static_cast<Events*>(self)->text({piece, static_cast<std::size_t>(size)});
        });
        XML_SetEntityDeclHandler(
            parser_.get(), [](void* self, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*,
                              const XML_Char*, const XML_Char*) { static_cast<Events*>(self)->refuse_entity(); });
    }

    void take(std::string_view bytes, bool is_last) {
        const auto status = XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), is_last);
        if (thrown_) std::rethrow_exception(thrown_);
        if (status == XML_STATUS_ERROR) {
            const std::string problem = XML_ErrorString(XML_GetErrorCode(parser_.get()));
            throw UnusableInput(position(), "not XML: " + problem);
        }
        taken_ += bytes.size();
        const auto read = static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser_.get()), 0));
        if (taken_ > read + longest_tag) throw UnusableInput(position(), "a tag is longer than 4 MiB");
    }

private:
    template <typename Action>
    void guarded(const Action& action) {
        if (thrown_) return;
        try {
            action();
        } catch (const UnusableInput& unusable) {
            const bool has_place = !unusable.position().file.empty();
            thrown_ = std::make_exception_ptr(
                has_place ? unusable : UnusableInput(position(), unusable.problem(), unusable.next_step()));
            XML_StopParser(parser_.get(), XML_FALSE);
        } catch (...) {
            thrown_ = std::current_exception();
            XML_StopParser(parser_.get(), XML_FALSE);
        }
    }
    InputPosition position() const {
        return {file_, XML_GetCurrentLineNumber(parser_.get()), XML_GetCurrentColumnNumber(parser_.get()) + 1};
    }
    XmlPlace place() const {
        const auto begin = static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_.get()));
        return {XML_GetCurrentLineNumber(parser_.get()),
                {begin, begin + static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get()))}};
    }
    void open(std::string_view name, const XML_Char** attributes) {
        guarded([&] {
            if (++depth_ > deepest) throw UnusableInput(position(), "nested deeper than 256 levels");
            handler_.open(without_prefix(name), XmlAttributes(attributes), place());
        });
    }
    void close(std::string_view name) {
        guarded([&] {
            --depth_;
            handler_.close(without_prefix(name), place());
        });
    }
    void text(std::string_view piece) {
        guarded([&] { handler_.text(piece); });
    }
    void refuse_entity() {
        guarded([&] {
            throw UnusableInput(position(), "it declares entities of its own, which are not expanded",
                                "Write it again without a DOCTYPE.");
        });
    }

    const std::string& file_;
    XmlHandler& handler_;
    std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
    std::exception_ptr thrown_;
    std::size_t depth_ = 0;
    std::size_t taken_ = 0;
};

}  // namespace

std::string_view XmlAttributes::find(std::string_view name) const {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
        if (name == *pair) return pair[1];
    }
    return {};
}

void read_xml(const std::function<std::size_t(char* target, std::size_t size)>& read, const std::string& file,
              XmlHandler& handler) {
    Events events(file, handler);
    std::string chunk(chunk_bytes, '\0');
    for (;;) {
        const std::size_t count = read(chunk.data(), chunk.size());
        events.take(std::string_view(chunk).substr(0, count), count == 0);
        if (count == 0) return;
    }
}

std::string declared_xml_encoding(std::string_view head) {
    constexpr std::size_t declaration_bytes = 200;
    head = head.substr(0, declaration_bytes);
    const std::string_view declaration = head.substr(0, std::min(head.find("?>"), head.size()));
    const std::size_t at = declaration.find("encoding=");
    if (!declaration.starts_with("<?xml") || at == declaration.npos || at + 10 >= declaration.size()) return {};
    const std::size_t end = declaration.find(declaration[at + 9], at + 10);
    return end == declaration.npos ? std::string() : std::string(declaration.substr(at + 10, end - at - 10));
}

}  // namespace kith
