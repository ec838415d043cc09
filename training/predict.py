"""Articles to claims with a net: names, references, ties. What ingest/text does with the same net in C++, in short.

Used to compare nets while they are trained; the figures that count are those of `kith evaluate`.
"""
import os
import re
from collections import defaultdict

import numpy as np
import torch

from annotation import PROJECT, RELATIONS, SYMMETRIC, Name
from batches import own_ids
from labels import KINDS, STATUS
from windows import windows

DATA = os.path.join(PROJECT, "ingest", "gazetteer", "data")
REFERENCE = 0.35   # least probability of a reference
LISTED = 0.03      # least probability of a tie that is worth listing
GATE = 0.01        # least probability of any tie for a pair to get markers


def gazetteer():
    """-> ({demonym: state}, {name in lower case: name})"""
    demonyms, names = {}, {}
    def rows(file, width):
        with open(os.path.join(DATA, file), encoding="utf-8") as f:
            for line in f:
                if line.strip() and not line.startswith("#"):
                    yield (line.rstrip("\n").split("\t") + [""] * width)[:width]
    for name, people, _, aliases in rows("states.tsv", 4):
        demonyms.update((x.lower(), name) for x in people.split("|") if x)
        names.update((x.lower(), name) for x in [name, *aliases.split("|")] if x)
    for name, _, _, aliases in rows("bodies.tsv", 4):
        names.update((x.lower(), name) for x in [name, *aliases.split("|")] if x)
    return demonyms, names


DEMONYMS, NAMES = gazetteer()


def viterbi(tag, starts):
    """Best BIO tags of words; tag: words x TAGS log probabilities; starts: true where a sentence begins."""
    n, k = tag.shape[0], len(KINDS)
    if n == 0:
        return []
    b, i = 1 + 2 * np.arange(k), 2 + 2 * np.arange(k)
    score, back = None, np.zeros(tag.shape, np.int32)
    for t in range(n):
        s = tag[t].copy()
        if score is not None:
            top = int(score.argmax())
            back[t] = top
            best = np.full(len(s), score[top])
            inner = np.where(score[b] > score[i], b, i)
            if not starts[t]:
                best[i] = score[inner]
                back[t][i] = inner
            s = s + best
        if score is None or starts[t]:
            s[i] = -1e9
        score = s
    y = [int(score.argmax())]
    for t in range(n - 1, 0, -1):
        y.append(int(back[t][y[-1]]))
    return y[::-1]


def decode(article, w, names, refs):
    """Adds to the article the names and references of the window's body; names, refs: log probabilities by piece."""
    at = np.nonzero(w.first & w.body)[0]
    if not len(at):
        return
    ends = np.append(at[1:], len(w.ids) - 1) - 1
    for q, t in enumerate(at):     # the end of the word: before the next word or the end of its sentence
        while w.sentence[ends[q]] != w.sentence[t]:
            ends[q] -= 1
    sentence = w.sentence[at]
    starts = np.append(True, sentence[1:] != sentence[:-1])
    y, open_ = viterbi(names[at], starts), None
    for q, t in enumerate(at):
        if y[q] == 0:
            open_ = None
        elif y[q] % 2 == 1 or open_ is None:
            open_ = Name(int(w.offsets[t][0]), int(w.offsets[ends[q]][1]), KINDS[(y[q] - 1) // 2], "", int(sentence[q]))
            article.names.append(open_)
        else:
            open_.end = int(w.offsets[ends[q]][1])
    inner = refs[at].argmax(1) == 2
    for q, t in enumerate(at):
        if y[q] == 0 and np.exp(refs[t][1]) > REFERENCE:
            z = q
            while z + 1 < len(at) and sentence[z + 1] == sentence[q] and y[z + 1] == 0 and inner[z + 1]:
                z += 1
            article.references[int(w.offsets[t][0]), int(w.offsets[ends[z]][1]), int(sentence[q])] = set()


def unify(article):
    """Gives each name its canonical one: the gazetteer's, or the longest of the document that it is a part of."""
    surface = [re.sub(r"^(the|The)\s+", "", " ".join(article.text[n.begin:n.end].split())).replace("’", "'") for n in article.names]
    known = []   # (canonical, is a person, kind, words)
    initials = lambda s: "".join(w[0] for w in re.findall(r"[A-Z][\w'-]*", s))
    for i in sorted(range(len(surface)), key=lambda i: -len(surface[i].split())):
        n, s = article.names[i], surface[i]
        low = s.lower()
        if n.kind in ("nationality", "state") and low in DEMONYMS:
            n.canonical = DEMONYMS[low]
            continue
        if low in NAMES and n.kind != "person":
            n.canonical = NAMES[low]
            continue
        person, words, hit = n.kind == "person", re.findall(r"[\w'-]+", s), None
        for c, p, kind, full in known:
            if p != person:
                continue
            if low == c.lower():
                hit = c
                break
            if person:
                part = len(words) < len(full) and (words == full[-len(words):] or len(words) == 1 and words[0] in full)
            else:
                part = s.isupper() and 2 <= len(s) <= 7 and initials(c) == s or \
                    kind == n.kind != "place" and len(words) < len(full) and any(full[j:j + len(words)] == words for j in range(len(full)))
            if part and hit is None:
                hit = c
        if hit is None:
            known.append((s, person, n.kind, words))
            hit = s
        n.canonical = hit


def tensor_windows(ws, c, device):
    """ids, case, mask of windows, padded."""
    t = max(len(w.ids) for w in ws)
    pieces, case, mask = (torch.zeros(len(ws), t, dtype=d) for d in (torch.long, torch.long, torch.bool))
    for i, w in enumerate(ws):
        n = len(w.ids)
        pieces[i, :n], case[i, :n], mask[i, :n] = torch.from_numpy(w.ids.astype(np.int64)), torch.from_numpy(w.case.astype(np.int64)), True
    return own_ids(c, pieces, mask).to(device), case.to(device), mask.to(device)


@torch.no_grad()
def find_names(nets, articles, device="cpu", batch=32):
    """Fills names (with canonical ones) and references of articles that have only text and sentences; -> their windows."""
    made = [(a, w) for a in articles for w in windows(a)]
    made.sort(key=lambda x: -len(x[1].ids))
    for a in articles:
        a.names, a.references = [], {}
    for o in range(0, len(made), batch):
        part = made[o:o + batch]
        x = tensor_windows([w for _, w in part], nets[0].c, device)
        out = []
        for net in nets:
            states = net.text(*x)[0]
            out.append((net.names(states).float().softmax(-1), net.refs(states).float().softmax(-1)))
        names, refs = (torch.stack(y).mean(0).clamp(min=1e-9).log().cpu().numpy() for y in zip(*out))
        for i, (a, w) in enumerate(part):
            decode(a, w, names[i], refs[i])
    by = defaultdict(list)
    for a, w in made:
        by[id(a)].append(w)
    for a in articles:
        a.names.sort(key=lambda n: n.begin)
        unify(a)
    return [(a, w) for a in articles for w in sorted(by[id(a)], key=lambda w: w.bounds)]


@torch.no_grad()
def find_claims(nets, articles, device="cpu", gold_names=False):
    """-> for each article a list of candidate claims with the probability of each telling (no threshold but LISTED)."""
    if gold_names:
        made = [(a, w) for a in articles for w in windows(a)]
    else:
        made = find_names(nets, articles, device)
    result = {a.id: [] for a in articles}
    for a, w in made:
        numbers = {}
        w.place_mentions(a, {("name", i): numbers.setdefault(n.canonical, len(numbers)) for i, n in enumerate(a.names)})
        if len(w.keys) < 2:
            continue
        x = tensor_windows([w], nets[0].c, device)
        spans, kinds = torch.from_numpy(w.spans.astype(np.int64))[None].to(device), torch.from_numpy(w.kinds.astype(np.int64))[None].to(device)
        read = []
        for net in nets:
            states, entry, kv = net.text(*x)
            mentions = net.mention(states, spans)
            read.append((net, states, entry, kv, mentions, net.coreference(mentions, spans)))
        # references -> entities
        canonical = [a.names[k[1]].canonical if k[0] == "name" else None for k in w.keys]
        is_name = torch.tensor([k[0] == "name" for k in w.keys], device=device)
        score = torch.stack([torch.cat([null[0][:, None], s[0].masked_fill(~is_name[None], -1e4)], 1).float().softmax(-1) for *_, (s, null) in read]).mean(0).cpu().numpy()
        if is_name.any():
            for m, k in enumerate(w.keys):
                if k[0] == "reference":
                    by = defaultdict(float)
                    for c, p in zip(canonical, score[m, 1:]):
                        if c is not None and p > 0:
                            by[c] += p
                    best = max(by, key=by.get)
                    if by[best] > score[m, 0]:
                        w.entities[m] = numbers[best]
        entity = {v: k for k, v in numbers.items()}
        pairs = [(i, j) for i, j in w.pairs() if w.entities[i] >= 0 and w.entities[j] >= 0]
        if not pairs:
            continue
        p = torch.tensor(pairs, device=device)[None]
        gate = torch.stack([net.gates(mentions, p)[0].float().sigmoid() for net, _, _, _, mentions, _ in read]).mean(0)
        keep = (gate > GATE).nonzero()[:, 0].tolist()
        for o in range(0, len(keep), 256):
            some = [pairs[n] for n in keep[o:o + 256]]
            p = torch.tensor(some, device=device)[None]
            g = [net.pairs(states, entry, kv, x[2], spans, kinds, p) for net, states, entry, kv, _, _ in read]
            prob = torch.stack([net.relations(gg)[0].float().sigmoid() for (net, *_), gg in zip(read, g)]).mean(0)
            hits = (prob > LISTED).nonzero()
            if not len(hits):
                continue
            q, r = hits[:, 0], hits[:, 1]
            b = torch.zeros_like(q)
            status = speaker = 0
            for (net, states, _, _, mentions, _), gg in zip(read, g):
                tie = net.tie(gg[0, q], r)
                status = status + net.status(tie).float().softmax(-1)
                speaker = speaker + net.speakers(tie, mentions, b).float().softmax(-1)
            status, speaker = status.cpu().numpy() / len(nets), speaker.cpu().numpy() / len(nets)
            for n, (pair, rel) in enumerate(zip(q.tolist(), r.tolist())):
                i, j = some[pair] if rel < len(RELATIONS) else some[pair][::-1]
                s = int(speaker[n].argmax())
                who = entity.get(int(w.entities[s - 2])) if s >= 2 else None
                begin, end = a.sentences[int(w.sentences[i])]
                result[a.id].append(dict(subject=entity[int(w.entities[i])], object=entity[int(w.entities[j])], relation=RELATIONS[rel % len(RELATIONS)],
                                         p=float(prob[pair, rel]), status=STATUS[int(status[n].argmax())], speaker=who, sentence=int(w.sentences[i]),
                                         kinds=(int(w.kinds[i]), int(w.kinds[j])), pair=(i, j, w.bounds[0]), text=a.text[begin:end]))
    return result


def choose(candidates, least, most=2, power=0.5):
    """One claim for each subject, relation and object: noisy-or over its tellings, each but the best taken to `power`; at most
    `most` relations a pair of entities."""
    by = defaultdict(list)
    for c in candidates:
        s, o = c["subject"], c["object"]
        if c["relation"] in SYMMETRIC and s > o:
            s, o = o, s
        by[s, c["relation"], o].append(c)
    claims = []
    for (s, r, o), tellings in by.items():
        # a telling found in both directions of a symmetric relation, or by several mentions of one sentence, is one
        best = {}
        for t in tellings:
            if t["sentence"] not in best or t["p"] > best[t["sentence"]]["p"]:
                best[t["sentence"]] = t
        tellings = sorted(best.values(), key=lambda t: -t["p"])
        miss = 1.0
        for n, t in enumerate(tellings):
            miss *= (1 - t["p"]) ** (1.0 if n == 0 else power)
        claims.append(dict(tellings[0], subject=s, object=o, p=1 - miss))
    count, result = defaultdict(int), []
    for c in sorted(claims, key=lambda c: -c["p"]):
        pair = tuple(sorted((c["subject"], c["object"])))
        count[pair] += 1
        if c["p"] > least and count[pair] <= most:
            result.append(c)
    return result
