"""Windows as padded tensors."""
import random

import numpy as np
import torch

from annotation import RELATIONS

MOST_PAIRS = 128   # of a window; of more, negatives are drawn and weighted


START, END = 101, 102   # BERT's pieces at a window's ends


def own_ids(c, pieces, mask):
    """BERT's pieces, with which windows are written, as the ids of a net (c: its Config); 0 behind the end."""
    ids = torch.where(pieces == START, c.start, torch.where(pieces == END, c.end, pieces + c.piece_offset))
    return ids * mask


def collate(windows, unsure=False, rng=random):
    """-> a dictionary of tensors. unsure: also pairs of which the annotation says nothing, for teachers to answer."""
    b = len(windows)
    t = -(-max(len(w.ids) for w in windows) // 16) * 16
    m = max(1, max(len(w.spans) for w in windows))
    chosen, weights = [], []
    for w in windows:
        positive, negative = w.positive[:100], w.negative
        room = max(16, MOST_PAIRS - len(positive))
        factor = 1.0
        if len(negative) > room:
            factor = len(negative) / room
            negative = rng.sample(negative, room)
        unknown = w.unsure[:room] if unsure else []
        chosen.append(positive + negative + unknown)
        weights.append([(1.0, 1.0)] * len(positive) + [(factor, 1.0)] * len(negative) + [(1.0, 0.0)] * len(unknown))
    p = -(-max(1, max(len(x) for x in chosen)) // 8) * 8
    z = lambda *shape, dtype=torch.long: torch.zeros(*shape, dtype=dtype)
    o = dict(pieces=z(b, t), case=z(b, t), mask=z(b, t, dtype=torch.bool), tag=z(b, t), ref=z(b, t), asked=z(b, t, dtype=torch.bool),
             sentence=torch.full((b, t), -2), spans=z(b, m, 2), kinds=z(b, m), mention_mask=z(b, m, dtype=torch.bool), pairs=z(b, p, 2),
             pair_weight=torch.zeros(b, p), pair_known=torch.zeros(b, p), names_known=torch.zeros(b), ties_known=torch.zeros(b))
    relations = torch.zeros(b, p, 2 * len(RELATIONS))
    ties, coreference = [], []
    for i, w in enumerate(windows):
        n, k = len(w.ids), len(w.spans)
        for name, x in (("pieces", w.ids), ("case", w.case), ("tag", w.tag), ("ref", w.ref), ("asked", w.first & w.body), ("sentence", w.sentence)):
            o[name][i, :n] = torch.from_numpy(x.astype(np.int64)) if x.dtype != bool else torch.from_numpy(x)
        o["mask"][i, :n] = True
        o["names_known"][i], o["ties_known"][i] = float(w.gold_names), float(w.gold_ties)
        if k:
            o["spans"][i, :k], o["kinds"][i, :k], o["mention_mask"][i, :k] = torch.from_numpy(w.spans.astype(np.int64)), torch.from_numpy(w.kinds.astype(np.int64)), True
        index = {q: j for j, q in enumerate(chosen[i])}
        if index:
            o["pairs"][i, :len(index)] = torch.tensor(chosen[i])
            o["pair_weight"][i, :len(index)], o["pair_known"][i, :len(index)] = torch.tensor(weights[i]).T
        for first, second, r, status, speaker, begin, end in w.ties:
            q = index.get((int(first), int(second)))
            if q is not None:
                relations[i, q, r] = 1
                ties.append((i, q, int(r), int(status), int(speaker), int(begin), int(end)))
        coreference += [(i, mention, good) for mention, good in w.coreference]
    o["relations"] = relations
    o["ties"] = torch.tensor(ties, dtype=torch.long).reshape(-1, 7)
    good = z(len(coreference), m, dtype=torch.bool)
    for n, (_, _, g) in enumerate(coreference):
        good[n, g] = True
    o["coreference"] = torch.tensor([x[:2] for x in coreference], dtype=torch.long).reshape(-1, 2)
    o["coreference_good"] = good
    return o


def hide_names(x, share):
    """The batch with half of the names of this share of its windows hidden, drawn anew at each call.

    Adds `hidden`: B, and `hide`: B,T, for each piece 0 or 1 + kind of a hidden name."""
    device = x["kinds"].device
    hidden = torch.rand(len(x["kinds"]), device=device) < share
    mentions = (x["kinds"] > 0) & hidden[:, None] & (torch.rand(x["kinds"].shape, device=device) < 0.5)
    t = torch.arange(x["pieces"].shape[1], device=device)
    inside = (x["spans"][..., :1] <= t) & (t <= x["spans"][..., 1:]) & mentions[..., None]     # B,M,T
    return dict(x, hidden=hidden, hide=(inside * (1 + x["kinds"][..., None])).amax(1))


def batches(windows, size, rng):
    """-> lists of windows of like length, in random order. size: windows of full length a batch; shorter ones are more."""
    order = list(range(len(windows)))
    rng.shuffle(order)
    length = lambda i: len(windows[i].ids) + 2 * min(MOST_PAIRS, len(windows[i].positive) + len(windows[i].negative))
    result, budget = [], size * 330
    for start in range(0, len(order), 2048):
        batch, longest = [], 0
        for i in sorted(order[start:start + 2048], key=length):
            longest = max(longest, length(i))
            if batch and longest * (len(batch) + 1) > budget:
                result.append(batch)
                batch, longest = [], length(i)
            batch.append(i)
        result.append(batch)
    rng.shuffle(result)
    return [[windows[i] for i in b] for b in result]
