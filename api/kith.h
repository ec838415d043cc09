/* kith for C and for every language that can call C: the stable interface.
 *
 *     kith_database *war;
 *     if (kith_open("war.db", KITH_READ_ONLY, &war) == KITH_OK) {
 *         char *paths = kith_ask(war, "paths", "{\"from\": \"Wagner\", \"to\": \"Iran\"}");
 *         puts(paths ? paths : kith_error_message(war));      // {"from": ..., "paths": [{"hops": [...
 *         kith_free(paths);
 *     }
 *     kith_close(war);
 *
 * Questions and answers are JSON in UTF-8 (docs/json.md); kith_questions() lists the questions and what each takes.
 *
 * Memory: texts that come back as `char *` are the caller's, to be given to kith_free. `const char *` is kith's: it
 * holds until the next call with the same database, or for ever where there is none.
 *
 * Errors: a call that fails gives NULL or a code other than KITH_OK, and the database keeps what was wrong and what to
 * do about it. Nothing is thrown, printed or aborted. A NULL handle is refused, never followed.
 *
 * Threads: one database handle is for one thread at a time; any number of handles may be open on one file, in any
 * threads and processes. One may write at a time: a second writer waits some seconds, then fails. kith_interrupt alone
 * may be called while another call with the handle runs.
 *
 * Stability: functions and values here are added to, never changed or taken away, within a major version; before 1.0,
 * within a minor one.
 */
#ifndef KITH_H
#define KITH_H

#include <stddef.h>
#include <stdint.h>

#include "api/version.h"

#if defined(__GNUC__)
#define KITH_API __attribute__((visibility("default")))
#else
#define KITH_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct kith_database kith_database; /* NOLINT(modernize-use-using): C */

enum {
    KITH_OK = 0,
    KITH_ERROR = 1,  /* the data: no such file, entity or document, a full disk */
    KITH_MISUSE = 2, /* the call: NULL where something must be, no such question or argument, a read-only database */
    KITH_FAILURE = 3, /* no memory left, or a defect of kith */
    KITH_STOPPED = 4  /* kith_interrupt, or the question's "timeout" */
};

enum {
    KITH_READ_ONLY = 0, /* the file must exist, and is never written */
    KITH_WRITE = 1      /* it is made by the first call that writes, where it does not exist */
};

/* "0.1.0": of the library that is loaded. version.h has that of the header. */
KITH_API const char *kith_version(void);

/* Opens a database. *database is set in any case but want of memory, also where KITH_ERROR comes back, so that
 * kith_error_message can say why; close it then, too. */
KITH_API int kith_open(const char *path, int mode, kith_database **database);

/* NULL is allowed. */
KITH_API void kith_close(kith_database *database);

/* What was wrong in the last call with this database, and what to do about it; "" where nothing was. */
KITH_API const char *kith_error_message(const kith_database *database);
KITH_API const char *kith_error_next_step(const kith_database *database);
KITH_API int kith_error_code(const kith_database *database);

/* Gives back a text. NULL is allowed. */
KITH_API void kith_free(void *text);

/* The questions, as a JSON list: [{"name": "paths", "title": ..., "summary": ..., "command": "kith path", "function": "kith_path",
 * "arguments": JSON Schema}, ...]; docs/questions.md is the same to read. */
KITH_API const char *kith_questions(void);

/* Asks one of them: "paths", "claims", "neighbours", "entity", ... `arguments` is a JSON object; NULL: none. Gives the
 * answer, or NULL. What is not there (no path) is an empty list in an answer, not an error. */
KITH_API char *kith_ask(kith_database *database, const char *question, const char *arguments);

/* Ends the kith_ask, kith_export or kith_make_index that runs with this database in another thread: within milliseconds
 * it fails with KITH_STOPPED, and nothing was changed. Where none runs it does nothing. NULL is allowed. Every question
 * also takes a "timeout" in seconds. */
KITH_API void kith_interrupt(kith_database *database);

/* Reads files and folders into a database opened with KITH_WRITE: all of the call, or nothing of it. `options`: NULL or
 * {"format": "auto", "publisher": ..., "publisher_from_folder": false, "date": ..., "strict": false, "snapshot": false,
 * "jobs": 1, "gazetteers": ["people.csv"]}, of which the last are files of names that you know. Gives a JSON report of
 * what was read and what was passed over, or NULL. */
KITH_API char *kith_ingest_paths(kith_database *database, const char *const *paths, size_t count, const char *options);

/* The same for one article of `size` bytes in memory, text or web page. `source` tells where it is from:
 * {"location": "https://...", "title": ..., "byline": ..., "publisher": ..., "date": "2023-11-21", "format": "auto",
 * "gazetteers": []}; only the location must be given. */
KITH_API char *kith_ingest_text(kith_database *database, const char *text, size_t size, const char *source);

/* What kith finds in such an article, without a database: the lines of `kith extract --whole`, of which kith_ingest_paths makes
 * what it makes of the article. Nothing is written, so any path will do for kith_open, with KITH_WRITE; the net is mapped by the first
 * call and kept. NULL for a text that cannot be used. */
KITH_API char *kith_extract_text(kith_database *database, const char *text, size_t size, const char *source);

/* Who is one, where no machine has all: a step of the resolver, "references", "entities", "blocking_keys", "contradictions",
 * "scores" or "joins", for an engine that gathers and counts between them. `input` and what comes back are JSON
 * (docs/scale.md); nothing is read or written, so any path will do for kith_open. NULL for what cannot be used. */
KITH_API char *kith_resolve(kith_database *database, const char *step, const char *input);

/* Two entities are one from now on, under the first name; and are not any more. Kinds that can hardly be one (a person
 * and a company) are refused unless `force` is not 0. */
KITH_API int kith_merge(kith_database *database, const char *kept, const char *joined, int force);
KITH_API int kith_split(kith_database *database, const char *kept, const char *parted);

/* Takes a document out, by its location or number, with the claims that nothing else supports. */
KITH_API int kith_forget(kith_database *database, const char *document);

/* The graph, or what lies around an entity: {"format": "svg", "around": "Wagner", "depth": 2, ... filters as for
 * "claims"}. Formats: json, dot, svg, png, html. Gives its bytes and their number, or NULL; a zero follows the bytes. */
KITH_API char *kith_export(kith_database *database, const char *arguments, size_t *size);

/* Makes the file beside the database that lets questions about paths start at once, where it is large. */
KITH_API int kith_make_index(kith_database *database);

#ifdef __cplusplus
}
#endif

#endif
