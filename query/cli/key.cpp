#include "query/cli/key.hpp"

#include <termios.h>
#include <unistd.h>

#include <cctype>
#include <iostream>
#include <optional>

namespace kith::cli {
namespace {

// Gives keys at once while it lives; Ctrl-C stays what it is.
class KeyByKey {
public:
    KeyByKey() : was_set_(tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (!was_set_) return;
        termios now = before_;
        now.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
        tcsetattr(STDIN_FILENO, TCSADRAIN, &now);
    }
    ~KeyByKey() {
        if (was_set_) tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
    }
    KeyByKey(const KeyByKey&) = delete;
    KeyByKey& operator=(const KeyByKey&) = delete;

private:
    termios before_{};
    bool was_set_;
};

// A letter in lower case, ' ' for nothing; no value at the end of input.
std::optional<char> next_key(Console& console) {
    char key = ' ';
    if (isatty(STDIN_FILENO) != 0) {
        const KeyByKey keys;
        if (read(STDIN_FILENO, &key, 1) != 1 || key == '\4') return std::nullopt;
        if (std::isspace(static_cast<unsigned char>(key)) != 0) key = ' ';
        console.out << key << '\n';
    } else {
        std::string line;
        if (!std::getline(std::cin, line)) return std::nullopt;
        if (!line.empty()) key = line.front();
    }
    return static_cast<char>(std::tolower(static_cast<unsigned char>(key)));
}

}  // namespace

char read_key(std::string_view keys, Console& console) {
    while (const auto key = next_key(console)) {
        if (*key == ' ' || keys.find(*key) != keys.npos) return *key;
        console.out << "    ";
        for (const char each : keys) console.out << each << ", ";
        console.out << "or Return? " << std::flush;
    }
    return 'q';
}

std::string read_line() {
    std::string line;
    std::getline(std::cin, line);
    return line;
}

}  // namespace kith::cli
