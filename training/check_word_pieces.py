"""Compares kith's word pieces with those of `tokenizers`, as training cuts them, on sentences of the corpora:

    python training/check_word_pieces.py build/bench/kith_word_pieces MODEL.kith [--sentences 10000] [FILE...]

Ids, places, first-of-word marks and cases of words must all agree. Lines of code points of every script and random
strings of hard characters are added to the sentences. Prints where they differ; exit code 1 if they do.
"""
import argparse
import glob
import json
import os
import random
import re
import subprocess
import sys

from windows import case_of, tokenizer

CORPORA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "shared", "corpora")


def texts_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for v in value.values():
            yield from texts_of(v)
    elif isinstance(value, list):
        if value and all(isinstance(v, str) for v in value):
            yield " ".join(value)
        else:
            for v in value:
                yield from texts_of(v)


def sentences(files, most, rng):
    found = []
    for path in files:
        with open(path, encoding="utf-8", errors="replace") as f:
            for line in f.read(4_000_000).splitlines():
                try:
                    parts = list(texts_of(json.loads(line))) if line[:1] in "{[" else [line]
                except ValueError:
                    parts = [line]
                for part in parts:
                    found += [s for s in re.split(r"(?<=[.!?])\s+|\n", part) if len(s) > 20]
    rng.shuffle(found)
    return found[:most]


def hard_lines(rng):
    letters = [chr(c) for c in list(range(1, 0x3000, 1)) + list(range(0x3000, 0x30000, 61)) if not 0xD800 <= c < 0xE000 and chr(c) not in "\n\r\x85\u2028\u2029"]
    for start in range(0, 0x3000, 40):
        yield " ".join(letters[start:start + 40])
    for _ in range(500):
        yield "".join(rng.choice(letters) if rng.random() < 0.4 else rng.choice("abcDEF 12.,'-") for _ in range(60))


def expected(sentence):
    e = tokenizer().encode(sentence, add_special_tokens=False)
    bytes_to = [0]
    for c in sentence:
        bytes_to.append(bytes_to[-1] + len(c.encode()))
    spans = {}
    for (x, y), w in zip(e.offsets, e.word_ids):
        a, b = spans.get(w, (x, y))
        spans[w] = min(a, x), max(b, y)
    before, row = None, []
    for i, (x, y), w in zip(e.ids, e.offsets, e.word_ids):
        row.append((i, bytes_to[x], bytes_to[y], int(w != before), case_of(sentence[spans[w][0]:spans[w][1]] or ".")))
        before = w
    return row


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("program")
    p.add_argument("model")
    p.add_argument("files", nargs="*")
    p.add_argument("--sentences", type=int, default=10000)
    a = p.parse_args()
    files = a.files or sorted(glob.glob(os.path.join(CORPORA, "news", "*.jsonl")) + glob.glob(os.path.join(CORPORA, "ner", "**", "*.*"), recursive=True))
    files = [f for f in files if os.path.isfile(f)]
    if not files:
        print("skipped: no corpora beside the project")
        sys.exit(77)
    rng = random.Random(5)
    real = sentences(files, a.sentences, rng)
    for name, lines in (("sentences", real), ("lines of hard characters", list(hard_lines(rng)))):
        lines = [s.replace("\n", " ").replace("\r", " ") for s in lines]
        out = subprocess.run([a.program, a.model], input="\n".join(lines).encode() + b"\n", stdout=subprocess.PIPE, check=True).stdout.decode()
        got = [[tuple(map(int, p.split(":"))) for p in line.split()] for line in out.split("\n")[:-1]]
        assert len(got) == len(lines), (len(got), len(lines))
        ids = sum([p[0] for p in g] != [p[0] for p in expected(s)] for g, s in zip(got, lines))
        wrong = [(s, g, expected(s)) for g, s in zip(got, lines) if g != expected(s)]
        print(f"{len(lines)} {name}, {sum(map(len, got))} pieces: {ids} differ in ids, {len(wrong)} in anything")
        for s, g, e in wrong[:8]:
            x, y = next(((x, y) for x, y in zip(g, e) if x != y), (g[-1:], e[-1:]))
            print("   ", repr(s[:70]), "kith", x, "tokenizers", y, repr(s.encode()[y[1]:y[2]].decode(errors="replace")) if len(y) == 5 else "")
        if name == "sentences" and wrong:
            sys.exit(1)


if __name__ == "__main__":
    main()
