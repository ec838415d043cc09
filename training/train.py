"""Trains a net: a teacher on the annotation, or a student on the annotation and on what teachers answer.

    python train.py --data DIR --init mpnet.safetensors --out teacher.pt --epochs 9
    python train.py --data DIR --init teacher.pt --layers 0,1,3,4,6,7,9,11 --teachers a.pt b.pt --out student.pt
    python train.py --data DIR --init ../models/english.kith --teachers a.pt b.pt --out student.pt

On a GPU if there is one. Prints the losses of each epoch; the checkpoint (averaged weights, 16 bits) is written after each,
and with `--resume` its state is kept too, and the next run goes on from it. `--limit SECONDS` ends the schedule within that
time, all told: the learning rate follows whichever of steps and time is further.
"""
import argparse
import copy
import lzma
import os
import pickle
import random
import time
from collections import defaultdict

import numpy as np
import torch
from safetensors.torch import load_file

from annotation import RELATIONS, Article
from batches import batches, collate, hide_names
from evaluate import claims_of_tellings, evaluate, load, report, scorer
from export import read_checkpoint
from losses import WEIGHT, losses, teacher_answers
from model import Config, Encoder, bert_config, load_bert, load_mpnet
from predict import find_claims, find_names


def new_net(a):
    """A net from published weights, or from another net's layers."""
    some = [int(x) for x in a.layers.split(",")] if a.layers else None
    if a.init.endswith((".pt", ".kith")):
        state, c, _ = read_checkpoint(a.init)
        source = Encoder(c)
        source.load_state_dict(state)
        if some is None:
            return source.train()
        c = Config(**{**source.c.to_dict(), "layers": len(some), "marker_layer": a.marker_layer or len(some) // 2})
        net = Encoder(c)
        state = source.state_dict()
        own = {k: v for k, v in state.items() if not k.startswith("layers.")}
        for n, old in enumerate(some):
            own.update({f"layers.{n}." + k.split(".", 2)[2]: v for k, v in state.items() if k.startswith(f"layers.{old}.")})
        net.load_state_dict(own)
        return net
    weights = load_file(a.init)
    if "encoder.relative_attention_bias.weight" in weights:
        n = len(some) if some else 12
        return load_mpnet(Encoder(Config(len(RELATIONS), layers=n, marker_layer=a.marker_layer or n // 2)), weights, some)
    return load_bert(Encoder(bert_config(len(RELATIONS), marker_layer=a.marker_layer or 3)), weights)


def parameter_groups(net, lr, head_lr, decay):
    """Lower layers learn more slowly; the word embeddings stay as published."""
    net.word.weight.requires_grad_(False)
    groups = defaultdict(list)
    top = len(net.layers)
    for name, p in net.named_parameters():
        if not p.requires_grad:
            continue
        if name.startswith("layers."):
            depth = int(name.split(".")[1]) + 1
        elif name.split(".")[0] in ("pos", "case", "ln", "bias"):
            depth = 0
        else:
            depth = None
        rate = head_lr if depth is None else lr * decay ** (top - depth)
        if name.startswith("case"):
            rate = lr
        groups[rate, p.ndim > 1].append(p)
    return [{"params": ps, "lr": rate, "base": rate, "weight_decay": 0.01 if matrix else 0.0} for (rate, matrix), ps in groups.items()]


def save(path, net, extra=None):
    state = {k: v.to(torch.float16) for k, v in net.state_dict().items()}
    torch.save({"net": state, "config": net.c.to_dict(), **(extra or {})}, path + ".part")
    os.replace(path + ".part", path)


def validate(nets, articles, device, gold):
    blank = [Article(v.id, v.text, v.sentences) for v in articles]
    with torch.autocast(device, dtype=torch.bfloat16, enabled=device != "cpu"):
        candidates = find_claims(nets, blank, device)
    report(scorer(gold), {v.id: claims_of_tellings(v, v.claims) for v in articles}, candidates, "validation")
    return candidates


def answer_unread(teachers, articles, device):
    """Windows of articles that nobody annotated, with the mentions that the teachers find."""
    with torch.autocast(device, dtype=torch.bfloat16, enabled=device != "cpu"):
        found = find_names(teachers, articles, device)
    result = []
    for a, w in found:
        numbers = {}
        w.place_mentions(a, {("name", i): numbers.setdefault(n.canonical, len(numbers)) for i, n in enumerate(a.names)})
        w.tag = w.ref = w.ids * 0
        w.positive, w.negative, w.unsure, w.coreference = [], [], w.pairs(), []
        w.ties, w.gold_names, w.gold_ties = np.zeros((0, 7), np.int16), False, False
        del w.keys, w.offsets
        result.append(w)
    return result


class Loader:
    """Batches made by other processes while the net learns."""

    def __init__(self, unsure):
        self.make = lambda w: collate(w, unsure)

    def __call__(self, lists, workers):
        return torch.utils.data.DataLoader(lists, batch_size=None, collate_fn=self.make, num_workers=workers, pin_memory=torch.cuda.is_available(),
                                           prefetch_factor=4 if workers else None)


def answered(loaded, teachers, device):
    """-> (batch on the device, what the teachers answer or None) of each batch. Their answers do not change while a net learns."""
    for x in loaded:
        x = {k: v.to(device, non_blocking=True) for k, v in x.items()}
        with torch.autocast(device, dtype=torch.bfloat16):
            yield x, teacher_answers(teachers, x) if teachers else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--gold", default="../shared/gold")
    parser.add_argument("--init", required=True)
    parser.add_argument("--layers", default="")
    parser.add_argument("--marker-layer", type=int, default=0)
    parser.add_argument("--teachers", nargs="*", default=[])
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--lr", type=float, default=6e-5)
    parser.add_argument("--head-lr", type=float, default=3e-4)
    parser.add_argument("--layer-decay", type=float, default=0.92)
    parser.add_argument("--hide", type=float, default=0.3)
    parser.add_argument("--silver", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=1e9)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--keep", action="store_true", help="make the batches once and keep them, with the teachers' answers, in the device's memory: 1 MB a window")
    parser.add_argument("--windows", type=int, default=0, help="only so many, to try the program")
    parser.add_argument("--resume", action="store_true", help="keep the state after each epoch, and go on from it where there is one")
    parser.add_argument("--evaluate", action="store_true", help="on dev and validation at the end")
    a = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    begun = time.time()
    with lzma.open(f"{a.data}/windows.pickle.xz") as f:
        data = pickle.load(f)
    train = data["train"]
    teachers = [load(t, device) for t in a.teachers]
    if teachers:
        train = train + answer_unread(teachers, data["unread"] if not a.windows else data["unread"][:3], device)
    if a.windows:
        train, data["validation"] = random.Random(1).sample(train, a.windows), data["validation"][:3]
    net = new_net(a).to(device).train()
    mean = copy.deepcopy(net).eval()
    groups = parameter_groups(net, a.lr, a.head_lr, a.layer_decay)
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=device == "cuda")
    step, epoch0 = 0, 0
    if a.resume and os.path.exists(a.out + ".state"):
        state = torch.load(a.out + ".state", map_location=device)
        net.load_state_dict(state["net"]); mean.load_state_dict(state["mean"]); optimizer.load_state_dict(state["optimizer"])
        step, epoch0 = state["step"], state["epoch"]
    load_batches = Loader(bool(teachers))
    kept_batches = list(answered(load_batches(batches(train, a.batch, random.Random(a.seed * 1000)), a.workers), teachers, device)) if a.keep else None
    per = len(kept_batches or batches(train, a.batch, random.Random(0)))
    steps = a.epochs * per
    learning = max(1.0, a.limit - (time.time() - begun))
    print(f"{len(train)} windows, {per} batches an epoch, {sum(p.numel() for p in net.parameters()) / 1e6:.1f}M weights, {time.time() - begun:.0f} s to begin", flush=True)
    begun = time.time()
    own, kept = [p for p in net.parameters() if p.requires_grad], [q for p, q in zip(net.parameters(), mean.parameters()) if p.requires_grad]
    for epoch in range(epoch0, a.epochs):
        total, seen = defaultdict(float), 0
        order = random.Random(a.seed * 1000 + epoch)
        if a.keep:
            order.shuffle(kept_batches)
        for x, taught in kept_batches or answered(load_batches(batches(train, a.batch, order), a.workers), teachers, device):
            done = max(step / steps, (time.time() - begun) / learning)
            if done >= 1:
                break
            rate = min(1, (step + 1) / (0.06 * steps)) * max(0.01, 1 - done)
            for g in optimizer.param_groups:
                g["lr"] = g["base"] * rate
            with torch.autocast(device, dtype=torch.bfloat16):
                parts = losses(net, hide_names(x, a.hide), taught, a.silver)
                loss = sum(WEIGHT[k] * v for k, v in parts.items())
            loss.backward()
            torch.nn.utils.clip_grad_norm_(own, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            with torch.no_grad():
                torch._foreach_lerp_(kept, own, 1 - min(0.999, (1 + step) / (10 + step)))
            seen += 1
            for k, v in parts.items():
                total[k] += v.detach()
            if step % 50 == 0 and (device == "cpu" or step <= 200):
                print(f"  {step}/{steps} {time.time() - begun:.0f} s", flush=True)
        if not seen:
            break
        print(f"epoch {epoch} step {step} {time.time() - begun:.0f} s " + " ".join(f"{k} {float(v) / seen:.3f}" for k, v in total.items()), flush=True)
        save(a.out, mean)
        if a.resume:
            torch.save({"net": net.state_dict(), "mean": mean.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "epoch": epoch + 1}, a.out + ".state")
    save(a.out, mean)
    if a.evaluate:
        net = load(a.out, device)
        (t, r), _ = evaluate([net], a.gold, device)
        validate([net], data["validation"], device, a.gold)
        print(f"evaluated, {time.time() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main()
