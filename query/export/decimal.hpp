// Numbers as text, the same under any locale: streams and printf would write 1,4 in a German program, and 1.000 for a
// thousand.
#pragma once

#include <string>

namespace kith {

// With so many digits after the point.
std::string decimal(double number, int digits);
// With as many as tell it from every other.
std::string decimal(double number);

}  // namespace kith
