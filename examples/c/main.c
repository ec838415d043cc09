/* Asks a kith database a question from C: ask DATABASE QUESTION ARGUMENTS
 *
 *     ask example.db paths '{"from": "Wagner", "to": "Hezbollah"}'
 */
#include <kith/kith.h>
#include <stdio.h>

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    kith_database *database = NULL;
    char *answer = NULL;
    if (kith_open(argv[1], KITH_READ_ONLY, &database) == KITH_OK) answer = kith_ask(database, argv[2], argv[3]);
    if (answer) {
        puts(answer);
    } else {
        fprintf(stderr, "%s\n%s\n", kith_error_message(database), kith_error_next_step(database));
    }
    const int code = answer ? 0 : 1;
    kith_free(answer);
    kith_close(database);
    return code;
}
