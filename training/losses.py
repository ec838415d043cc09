"""What a net is asked, and what teachers answer in its place."""
import torch
import torch.nn.functional as F

from batches import own_ids

WEIGHT = dict(names=1 / 10, refs=1 / 20, relations=1 / 6, gate=1 / 24, status=1 / 10, speaker=1 / 10, detail=1 / 24, coreference=1 / 8, states=1.0)


def read(net, x):
    """The heads that ask nothing of single ties; also the states, pair vectors and mentions that the others need."""
    states, entry, kv = net.text(own_ids(net.c, x["pieces"], x["mask"]), x["case"], x["mask"], x.get("hide"))
    g = net.pairs(states, entry, kv, x["mask"], x["spans"], x["kinds"], x["pairs"])
    mentions = net.mention(states, x["spans"])
    scores, null = net.coreference(mentions, x["spans"])
    return dict(states=states, g=g, mentions=mentions, names=net.names(states).float(), refs=net.refs(states).float(),
                relations=net.relations(g).float(), gate=net.gates(mentions, x["pairs"]).float(), coreference=(scores.float(), null.float()))


def ask(net, x, out, ties):
    """Status, speaker and detail of ties (n,7), from what `read` gave. Logits, n rows each."""
    b, q, r = ties[:, 0], ties[:, 1], ties[:, 2]
    tie = net.tie(out["g"][b, q], r)
    allowed = torch.cat([x["mention_mask"].new_ones(len(x["pieces"]), 2), x["mention_mask"]], 1)
    first = x["spans"][b, x["pairs"][b, q, 0], 0]
    inside = F.pad(x["sentence"][b] == x["sentence"][b, first][:, None], (1, 0), value=True)
    return dict(status=net.status(tie).float(), speaker=net.speakers(tie, out["mentions"], b).float().masked_fill(~allowed[b], -1e4),
                detail=net.details(tie, out["states"], b).float().masked_fill(~inside[:, None], -1e4))


def coreference_loss(scores, x):
    """Marginal likelihood of the names of the window that a reference stands for, or of none."""
    s, null = scores
    b, m = x["coreference"].T
    is_name = x["mention_mask"] & (x["kinds"] > 0)
    row = torch.cat([null[b, m][:, None], s[b, m].masked_fill(~is_name[b], -1e4)], 1)
    good = torch.cat([~x["coreference_good"].any(1, keepdim=True), x["coreference_good"]], 1)
    return (row.logsumexp(1) - row.masked_fill(~good, -1e4).logsumexp(1)).sum()


def mixed(logits, hard, soft, share):
    """Cross entropy against one answer and a distribution; share: of the distribution, 0 to 1, a row."""
    log = logits.log_softmax(-1)
    loss = -(1 - share) * log.gather(-1, hard[..., None])[..., 0]
    return loss if soft is None else loss - share * (soft * log).sum(-1)


def losses(net, x, teacher=None, silver=0.2):
    """-> {name: loss a window}. teacher: what teacher_answers gave; silver: weight of names that no annotator gave."""
    b = len(x["pieces"])
    out = read(net, x)
    open_ = ~x["hidden"]
    asked = x["asked"] & open_[:, None]
    by_piece = lambda known: known[:, None].expand_as(asked)[asked]
    names_known, ties_known = by_piece(x["names_known"]), by_piece(x["ties_known"])
    r = {}
    target = x["relations"]
    if teacher is None:
        r["names"] = (mixed(out["names"][asked], x["tag"][asked], None, 0) * (names_known + (1 - names_known) * silver)).sum()
        r["refs"] = (mixed(out["refs"][asked], x["ref"][asked], None, 0) * ties_known).sum()
        weight = x["pair_weight"] * x["pair_known"]
    else:
        r["names"] = mixed(out["names"][asked], x["tag"][asked], teacher["names"][asked], 1 - 0.5 * names_known).sum()
        r["refs"] = mixed(out["refs"][asked], x["ref"][asked], teacher["refs"][asked], 1 - 0.5 * ties_known).sum()
        if teacher["states"].shape == out["states"].shape:
            r["states"] = (out["states"].float() - teacher["states"].float()).square().mean(-1)[x["mask"]].mean() * b
        half = 0.5 * (x["ties_known"][:, None] * x["pair_known"])[..., None]
        target = half * target + (1 - half) * teacher["relations"]
        weight = x["pair_weight"]
    r["relations"] = (F.binary_cross_entropy_with_logits(out["relations"], target, reduction="none").sum(-1) * weight).sum()
    r["gate"] = (F.binary_cross_entropy_with_logits(out["gate"], target.amax(-1), reduction="none") * weight).sum()
    ties = x["ties"] if teacher is None else teacher["ties"]
    if len(ties):
        tie = ask(net, x, out, ties)
        told, share, soft = (ties[:, 5] >= 0).float(), 0.0, dict.fromkeys(("status", "speaker", "detail"))
        if teacher is not None:
            share, soft = torch.full((len(ties),), 0.5, device=ties.device), teacher
            share[len(x["ties"]):] = 1.0
        r["status"] = mixed(tie["status"], ties[:, 3], soft["status"], share).sum()
        r["speaker"] = mixed(tie["speaker"], ties[:, 4], soft["speaker"], share).sum()
        detail_share = share if teacher is None else torch.where(told > 0, share, 1.0)[:, None]
        each = mixed(tie["detail"], ties[:, 5:7].clamp(min=0), soft["detail"], detail_share).sum(-1)
        r["detail"] = (each * (told if teacher is None else 1.0)).sum()
    rows = open_[x["coreference"][:, 0]]
    if rows.any():
        r["coreference"] = coreference_loss(out["coreference"], dict(x, coreference=x["coreference"][rows], coreference_good=x["coreference_good"][rows]))
    return {k: v / b for k, v in r.items()}


@torch.no_grad()
def teacher_answers(teachers, x):
    """Mean probabilities of several nets that see all names. `ties`: the batch's own, then those that the teachers add."""
    outs = [read(t, x) for t in teachers]
    relations = torch.stack([o["relations"].sigmoid() for o in outs]).mean(0)
    new = ((relations > 0.4) & (x["relations"] == 0) & (x["pair_weight"] > 0)[..., None]).nonzero()
    ties = torch.cat([x["ties"], F.pad(new, (0, 4))])
    mean = lambda k, many: torch.stack([o[k].softmax(-1) for o in many]).mean(0)
    r = dict(relations=relations, names=mean("names", outs), refs=mean("refs", outs), states=outs[0]["states"], ties=ties)
    if len(ties):
        asked = [ask(t, x, o, ties) for t, o in zip(teachers, outs)]
        r.update({k: mean(k, asked) for k in ("status", "speaker", "detail")})
    return r
