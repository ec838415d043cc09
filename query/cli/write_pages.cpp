// The build's program that writes the manual pages and completions of the kith it was built with:
//
//     kith_write_pages FOLDER     FOLDER/man/kith.1 ..., FOLDER/completion/{kith.bash,_kith,kith.fish}
#include <filesystem>
#include <fstream>
#include <iostream>

#include "query/cli/completion.hpp"
#include "query/cli/manual_page.hpp"

int main(int argument_count, char** arguments) {
    using namespace kith::cli;
    if (argument_count != 2) return 2;
    const std::filesystem::path folder = arguments[1];
    const std::vector<CommandDefinition> commands = command_definitions();
    bool good = true;
    const auto write = [&](const std::filesystem::path& path, const std::string& text) {
        std::filesystem::create_directories(path.parent_path());
        good = good && (std::ofstream(path, std::ios::binary) << text).flush();
    };
    write(folder / "man/kith.1", manual_page(commands, KITH_VERSION));
    for (const CommandDefinition& each : commands) {
        write(folder / "man" / ("kith-" + each.name + ".1"), manual_page(each, KITH_VERSION));
    }
    write(folder / "completion/kith.bash", bash_completion(commands));
    write(folder / "completion/_kith", zsh_completion(commands));
    write(folder / "completion/kith.fish", fish_completion(commands));
    if (!good) std::cerr << "the pages cannot be written to " << folder << '\n';
    return good ? 0 : 1;
}
