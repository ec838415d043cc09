/* kith for Node.js, over its C interface (kith.h) by Node-API.
 *
 *     const war = kith.open("war.db", true);
 *     JSON.parse(kith.ask(war, "paths", JSON.stringify({from: "Wagner", to: "Iran"})));
 *
 * kith.mjs makes it pleasant. Every call runs on the calling thread, and a failed one throws an Error whose `nextStep`
 * says what to do. A database that nobody holds any more is closed with the garbage.
 */
#include <kith/kith.h>
#include <node_api.h>
#include <stdbool.h>
#include <stdlib.h>

/* A copy of a JavaScript string in UTF-8, or NULL with a pending exception. */
static char *text_of(napi_env env, napi_value value, size_t *size) {
    size_t length = 0;
    if (napi_get_value_string_utf8(env, value, NULL, 0, &length) != napi_ok) {
        napi_throw_type_error(env, NULL, "a string must stand here");
        return NULL;
    }
    char *text = malloc(length + 1);
    if (text) napi_get_value_string_utf8(env, value, text, length + 1, &length);
    if (size) *size = length;
    return text;
}

static void close_database(napi_env env, void *data, void *hint) {
    (void)env, (void)hint;
    kith_close(data);
}

static void throw_error(napi_env env, const kith_database *database) {
    napi_value message, next_step, error;
    napi_create_string_utf8(env, kith_error_message(database), NAPI_AUTO_LENGTH, &message);
    napi_create_string_utf8(env, kith_error_next_step(database), NAPI_AUTO_LENGTH, &next_step);
    napi_create_error(env, NULL, message, &error);
    napi_set_named_property(env, error, "nextStep", next_step);
    napi_throw(env, error);
}

/* open(path, write) */
static napi_value open_database(napi_env env, napi_callback_info info) {
    size_t count = 2;
    napi_value arguments[2], handle;
    bool write = false;
    napi_get_cb_info(env, info, &count, arguments, NULL, NULL);
    char *path = count > 0 ? text_of(env, arguments[0], NULL) : NULL;
    if (!path) return NULL;
    if (count > 1) napi_get_value_bool(env, arguments[1], &write);
    kith_database *database = NULL;
    const int code = kith_open(path, write ? KITH_WRITE : KITH_READ_ONLY, &database);
    free(path);
    if (code != KITH_OK) {
        throw_error(env, database);
        kith_close(database);
        return NULL;
    }
    napi_create_external(env, database, close_database, NULL, &handle);
    return handle;
}

/* What the calls below have in common: a database and two texts, the first with its size, and a text back. */
typedef char *call_of_two_texts(kith_database *, const char *, size_t, const char *);

static napi_value run(napi_env env, napi_callback_info info, call_of_two_texts *call) {
    size_t count = 3, size = 0;
    napi_value arguments[3], result = NULL;
    void *database = NULL;
    napi_get_cb_info(env, info, &count, arguments, NULL, NULL);
    if (count < 3 || napi_get_value_external(env, arguments[0], &database) != napi_ok) {
        napi_throw_type_error(env, NULL, "a database and two texts must stand here");
        return NULL;
    }
    char *first = text_of(env, arguments[1], &size);
    char *second = first ? text_of(env, arguments[2], NULL) : NULL;
    if (second) {
        char *text = call(database, first, size, second);
        if (text) {
            napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &result);
        } else {
            throw_error(env, database);
        }
        kith_free(text);
    }
    free(first);
    free(second);
    return result;
}

static char *call_ask(kith_database *database, const char *question, size_t size, const char *arguments) {
    (void)size;
    return kith_ask(database, question, arguments);
}

static char *call_ingest_path(kith_database *database, const char *path, size_t size, const char *options) {
    (void)size;
    return kith_ingest_paths(database, &path, 1, options);
}

/* ask(database, question, arguments) */
static napi_value ask(napi_env env, napi_callback_info info) {
    return run(env, info, call_ask);
}

/* ingestText(database, text, source) */
static napi_value ingest_text(napi_env env, napi_callback_info info) {
    return run(env, info, kith_ingest_text);
}

/* ingestPath(database, path, options) */
static napi_value ingest_path(napi_env env, napi_callback_info info) {
    return run(env, info, call_ingest_path);
}

NAPI_MODULE_INIT() {
    const napi_property_descriptor functions[] = {
        {"open", NULL, open_database, NULL, NULL, NULL, napi_enumerable, NULL},
        {"ask", NULL, ask, NULL, NULL, NULL, napi_enumerable, NULL},
        {"ingestText", NULL, ingest_text, NULL, NULL, NULL, napi_enumerable, NULL},
        {"ingestPath", NULL, ingest_path, NULL, NULL, NULL, napi_enumerable, NULL},
    };
    napi_define_properties(env, exports, sizeof functions / sizeof functions[0], functions);
    return exports;
}
