#include "query/export/dot_text.hpp"

#include "query/export/text_layout.hpp"

namespace kith {

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : single_line(text)) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
        if (c == '&') result += "amp;";
    }
    return result;
}

std::string escaped_markup(std::string_view text) {
    std::string result;
    for (const char c : single_line(text)) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string node_of(EntityId entity) {
    return "n" + std::to_string(entity);
}

}  // namespace kith
