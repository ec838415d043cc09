"""kith for Python, over its C interface (kith.h) by ctypes: nothing to compile.

    with kith.open("war.db") as war:
        for path in war.ask("paths", {"from": "Wagner", "to": "Iran"})["paths"]: ...

Copy this file into your program. It finds libkith.so where the system's loader does, or where KITH_LIBRARY points.
"""
import ctypes
import json
import os

_database = ctypes.c_void_p
_text = ctypes.c_char_p  # kith's own, copied at once
_owned = ctypes.c_void_p  # ours to free: c_char_p would lose the pointer

_library = ctypes.CDLL(os.environ.get("KITH_LIBRARY", "libkith.so.0.1"))
for _name, _result, _arguments in [
    ("kith_version", _text, []),
    ("kith_questions", _text, []),
    ("kith_open", ctypes.c_int, [_text, ctypes.c_int, ctypes.POINTER(_database)]),
    ("kith_close", None, [_database]),
    ("kith_error_message", _text, [_database]),
    ("kith_error_next_step", _text, [_database]),
    ("kith_free", None, [_owned]),
    ("kith_ask", _owned, [_database, _text, _text]),
    ("kith_ingest_paths", _owned, [_database, ctypes.POINTER(_text), ctypes.c_size_t, _text]),
    ("kith_ingest_text", _owned, [_database, _text, ctypes.c_size_t, _text]),
    ("kith_extract_text", _owned, [_database, _text, ctypes.c_size_t, _text]),
    ("kith_resolve", _owned, [_database, _text, _text]),
    ("kith_export", _owned, [_database, _text, ctypes.POINTER(ctypes.c_size_t)]),
    ("kith_merge", ctypes.c_int, [_database, _text, _text, ctypes.c_int]),
    ("kith_split", ctypes.c_int, [_database, _text, _text]),
    ("kith_forget", ctypes.c_int, [_database, _text]),
    ("kith_make_index", ctypes.c_int, [_database]),
]:
    getattr(_library, _name).restype, getattr(_library, _name).argtypes = _result, _arguments

version = _library.kith_version().decode()
questions = json.loads(_library.kith_questions())


class Error(Exception):
    """What is wrong; next_step says what to do about it."""

    def __init__(self, message, next_step):
        super().__init__(f"{message}\n{next_step}" if next_step else message)
        self.next_step = next_step


class Database:
    """For one thread at a time; open as many as you have threads."""

    def __init__(self, path, write=False):
        self._handle = _database()
        code = _library.kith_open(os.fsencode(path), int(write), ctypes.byref(self._handle))
        if code != 0:
            error = self._error()
            self.close()
            raise error

    def close(self):
        _library.kith_close(self._handle)
        self._handle = _database()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def ask(self, question, arguments=None):
        return self._json(_library.kith_ask(self._handle, question.encode(), _encoded(arguments)))

    def ingest(self, paths, **options):
        paths = [paths] if isinstance(paths, (str, bytes, os.PathLike)) else list(paths)
        list_of_paths = (_text * len(paths))(*map(os.fsencode, paths))
        return self._json(_library.kith_ingest_paths(self._handle, list_of_paths, len(paths), _encoded(options)))

    def ingest_text(self, text, location, **source):
        raw = text.encode() if isinstance(text, str) else text
        return self._json(
            _library.kith_ingest_text(self._handle, raw, len(raw), _encoded({"location": location, **source})))

    def extract_text(self, text, location, **source):
        """Lines of `kith extract --whole`; nothing is written, so Database("", write=True) will do."""
        raw = text.encode() if isinstance(text, str) else text
        return self._bytes(
            _library.kith_extract_text(self._handle, raw, len(raw), _encoded({"location": location, **source}))
        ).decode().rstrip("\n").split("\n")  # not splitlines: a text may hold other separators of lines

    def resolve(self, step, **given):
        """A step of the resolver, for engines of many machines (docs/scale.md); nothing is read or written."""
        return self._json(_library.kith_resolve(self._handle, step.encode(), _encoded(given)))

    def export(self, **arguments):
        size = ctypes.c_size_t()
        return self._bytes(_library.kith_export(self._handle, _encoded(arguments), ctypes.byref(size)), size)

    def merge(self, kept, joined, force=False):
        self._check(_library.kith_merge(self._handle, kept.encode(), joined.encode(), force))

    def split(self, kept, parted):
        self._check(_library.kith_split(self._handle, kept.encode(), parted.encode()))

    def forget(self, document):
        self._check(_library.kith_forget(self._handle, str(document).encode()))

    def make_index(self):
        self._check(_library.kith_make_index(self._handle))

    def _error(self):
        return Error(_library.kith_error_message(self._handle).decode(),
                     _library.kith_error_next_step(self._handle).decode())

    def _check(self, code):
        if code != 0:
            raise self._error()

    def _bytes(self, pointer, size=None):
        if not pointer:
            raise self._error()
        try:
            return ctypes.string_at(pointer, size.value if size else -1)
        finally:
            _library.kith_free(pointer)

    def _json(self, pointer):
        return json.loads(self._bytes(pointer))


def _encoded(arguments):
    return json.dumps(arguments or {}).encode()


open = Database
