// Text of sources in XML. What no XML may hold (control characters, bytes that are no UTF-8) becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace kith {

// For the content of an element or a value in double quotes: line ends and tabs are kept in both.
std::string xml_text(std::string_view text);

}  // namespace kith
