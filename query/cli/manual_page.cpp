#include "query/cli/manual_page.hpp"

#include <algorithm>

namespace kith::cli {
namespace {

// Text as it is: no backslash, hyphen, or dot at the beginning of a line that roff would read as its own.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\\') {
            result += "\\e";
        } else if (c == '-') {
            result += "\\-";
        } else {
            result += c;
        }
    }
    return result.starts_with('.') || result.starts_with('\'') ? "\\&" + result : result;
}

std::string upper_case(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    return text;
}

std::string heading(const std::string& page, std::string_view version) {
    return ".TH " + upper_case(page) + " 1 \"\" \"kith " + std::string(version) + "\" \"kith\"\n";
}

std::string name_section(const std::string& page, const std::string& summary) {
    return ".SH NAME\n" + page + " \\- " + escaped(summary) + "\n";
}

// "[options] A B", "PATH...".
std::string usage(const CommandDefinition& command) {
    std::string text = "[\\fIoptions\\fR]";
    for (const OptionDefinition& option : command.options) {
        if (!option.is_positional) continue;
        const std::string word = "\\fI" + escaped(option.names.front()) + "\\fR" + (option.is_repeated ? "..." : "");
        text += option.is_required ? " " + word : " [" + word + "]";
    }
    return text;
}

std::string entry(const OptionDefinition& option) {
    std::string names;
    for (const std::string& name : option.names) {
        const std::string font = option.is_positional ? "\\fI" : "\\fB";
        names += (names.empty() ? "" : ", ") + font + escaped(name) + "\\fR";
    }
    if (!option.is_positional && !option.value.empty()) names += " \\fI" + escaped(option.value) + "\\fR";
    std::string meaning = option.meaning;
    if (!option.usual.empty()) meaning += " (" + option.usual + ")";
    return ".TP\n" + names + "\n" + escaped(meaning) + ".\n";
}

std::string entries(const CommandDefinition& command, bool positional) {
    std::string text;
    for (const OptionDefinition& option : command.options) {
        if (option.is_positional == positional) text += entry(option);
    }
    return text;
}

std::string exit_status() {
    return ".SH EXIT STATUS\n.TP\n0\nIt went well.\n.TP\n1\nThe data or the question: no such entity, no path, an "
           "unreadable file.\n.TP\n2\nThe command line itself.\n";
}

}  // namespace

std::string manual_page(const std::vector<CommandDefinition>& commands, std::string_view version) {
    std::string text = heading("kith", version) +
                       name_section("kith", "who is tied to whom, who says so, and in which sentence") +
                       ".SH SYNOPSIS\n\\fBkith\\fR \\fIcommand\\fR [\\fIoptions\\fR]\n.SH COMMANDS\n";
    for (const CommandDefinition& each : commands) {
        text += ".TP\n\\fBkith\\-" + escaped(each.name) + "\\fR(1)\n" + escaped(each.summary) + ".\n";
    }
    text +=
        exit_status() + ".SH ENVIRONMENT\n.TP\n\\fBKITH_MODEL\\fR\nThe model that reads articles: a name or a file.\n";
    text += ".SH FILES\n.TP\n\\fIkith.db\\fR\nThe database, where none is named: one SQLite file.\n";
    return text + ".SH EXAMPLES\n.nf\n" + escaped(commands.front().example) + "\n.fi\n";
}

std::string manual_page(const CommandDefinition& command, std::string_view version) {
    const std::string page = "kith-" + command.name;
    std::string text = heading(page, version) + name_section(escaped(page), command.summary) +
                       ".SH SYNOPSIS\n\\fBkith " + escaped(command.name) + "\\fR " + usage(command) + "\n";
    const std::string arguments = entries(command, true);
    if (!arguments.empty()) text += ".SH ARGUMENTS\n" + arguments;
    text += ".SH OPTIONS\n" + entries(command, false) + exit_status();
    text += ".SH EXAMPLES\n.nf\n" + escaped(command.example) + "\n.fi\n";
    return text + ".SH SEE ALSO\n\\fBkith\\fR(1)\n";
}

}  // namespace kith::cli
