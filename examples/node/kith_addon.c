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
#include <stdlib.h>
#include <string.h>

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

static napi_value throw_error(napi_env env, const kith_database *database) {
    napi_value message, next_step, error;
    napi_create_string_utf8(env, kith_error_message(database), NAPI_AUTO_LENGTH, &message);
    napi_create_string_utf8(env, kith_error_next_step(database), NAPI_AUTO_LENGTH, &next_step);
    napi_create_error(env, NULL, message, &error);
    napi_set_named_property(env, error, "nextStep", next_step);
    napi_throw(env, error);
    return NULL;
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

/* The database and the texts that a call got; false with a pending exception. */
static bool read_call(napi_env env, napi_callback_info info, size_t texts, kith_database **database, char **text,
                      size_t *sizes) {
    size_t count = 3;
    napi_value arguments[3];
    napi_get_cb_info(env, info, &count, arguments, NULL, NULL);
    if (count < texts + 1 || napi_get_value_external(env, arguments[0], (void **)database) != napi_ok) {
        napi_throw_type_error(env, NULL, "a database and texts must stand here");
        return false;
    }
    for (size_t i = 0; i < texts; ++i) {
        text[i] = text_of(env, arguments[i + 1], &sizes[i]);
        if (!text[i]) {
            while (i > 0) free(text[--i]);
            return false;
        }
    }
    return true;
}

static napi_value text_result(napi_env env, const kith_database *database, char *text) {
    if (!text) return throw_error(env, database);
    napi_value result;
    napi_create_string_utf8(env, text, NAPI_AUTO_LENGTH, &result);
    kith_free(text);
    return result;
}

/* ask(database, question, arguments) */
static napi_value ask(napi_env env, napi_callback_info info) {
    kith_database *database;
    char *text[2];
    size_t sizes[2];
    if (!read_call(env, info, 2, &database, text, sizes)) return NULL;
    char *answer = kith_ask(database, text[0], text[1]);
    free(text[0]);
    free(text[1]);
    return text_result(env, database, answer);
}

/* ingestText(database, text, source) */
static napi_value ingest_text(napi_env env, napi_callback_info info) {
    kith_database *database;
    char *text[2];
    size_t sizes[2];
    if (!read_call(env, info, 2, &database, text, sizes)) return NULL;
    char *report = kith_ingest_text(database, text[0], sizes[0], text[1]);
    free(text[0]);
    free(text[1]);
    return text_result(env, database, report);
}

/* ingestPath(database, path, options) */
static napi_value ingest_path(napi_env env, napi_callback_info info) {
    kith_database *database;
    char *text[2];
    size_t sizes[2];
    if (!read_call(env, info, 2, &database, text, sizes)) return NULL;
    const char *path = text[0];
    char *report = kith_ingest_paths(database, &path, 1, text[1]);
    free(text[0]);
    free(text[1]);
    return text_result(env, database, report);
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
