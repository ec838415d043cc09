// `kith`: the process around query/cli/command_line.
#include <unistd.h>

#include <csignal>

#include "graph/error.hpp"
#include "query/cli/command.hpp"
#include "query/cli/command_line.hpp"
#include "query/cli/output.hpp"

int main(int argument_count, char** arguments) {
    using namespace kith::cli;
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is met at the write, by Output
    Output output(STDOUT_FILENO);
    Console console = make_console(output.stream());
    try {
        const int exit_code = run_command_line({arguments + 1, arguments + argument_count}, console);
        if (exit_code != exit_interrupted) output.finish();  // else what is left would be half an answer
        return exit_code;
    } catch (const ReaderLeft&) {
        return 0;
    } catch (const kith::Error& error) {
        console.err << "kith: " << error.what() << '\n' << error.next_step() << '\n';
        return 1;
    }
}
