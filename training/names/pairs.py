"""Pairs of names to learn from, made of the sanctions list of the US Treasury (OFAC SDN, public domain).

    python3 training/names/pairs.py sdn.csv alt.csv > pairs.csv
    build/release/bench/kith_name_benchmark pairs.csv --features > features.tsv
    python3 training/names/fit.py features.tsv > graph/names/data/name_weights.tsv

One name: the list's own other spellings ("a.k.a.") of an entry, and names as they get written (a slip of the keyboard, a
middle name more or less, initials, the family name first, another legal form of the same sort). Two names: an entry's
and that of another which shares words with it, or a name with one word exchanged for another entry's. The same seed
gives the same pairs.
"""
import csv
import random
import re
import sys
from collections import defaultdict

LEGAL = {"LLC", "LTD", "LIMITED", "JSC", "OOO", "OAO", "GMBH", "INC", "CORP", "CO", "COMPANY", "SA", "PJSC", "AO", "ZAO"}


def entries(sdn, alt):
    """By number: (is a person, name, other spellings)."""
    found = {}
    for row in csv.reader(open(sdn, encoding="utf-8", errors="replace")):
        if len(row) > 2 and row[2].strip() in ("individual", "-0-"):
            found[row[0]] = (row[2].strip() == "individual", row[1], [])
    for row in csv.reader(open(alt, encoding="utf-8", errors="replace")):
        if len(row) > 3 and row[0] in found and row[2] == "aka":
            found[row[0]][2].append(row[3])
    return list(found.values())


def words(name):
    return re.findall(r"[\w'-]+", name)


def alike(a, b):
    """Whether two spellings of an entry are two spellings of one name, and not two names: most words look alike."""
    wa, wb = [w.lower() for w in words(a)], [w.lower() for w in words(b)]
    short, long = sorted((wa, wb), key=len)
    close = sum(any(grams(w) & grams(v) and 2 * len(grams(w) & grams(v)) >= min(len(grams(w)), len(grams(v)))
                    for v in long) for w in short)
    return close == len(short) and len(short) > 1


def grams(word):
    padded = "^" + word
    return {padded[i:i + 2] for i in range(len(padded) - 1)}


def same_but_a_slip(a, b):
    """Whether two words differ in two letters at most, at the same distance from their ends."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return max(len(a), len(b)) - start - end <= 2


def slip(dice, word):
    """One slip of the keyboard within a word of some length."""
    if len(word) < 4:
        return word
    at = dice.randrange(1, len(word) - 1)
    return dice.choice([word[:at] + word[at + 1:], word[:at] + word[at] + word[at:],
                        word[:at] + word[at + 1] + word[at] + word[at + 2:],
                        word[:at] + dice.choice("aeiouklmnrst") + word[at + 1:]])


def written(dice, person, name):
    """The name as somebody may write it."""
    parts = words(name)
    if not parts:
        return name
    way = dice.random()
    if way < 0.45:
        longest = max(range(len(parts)), key=lambda i: (len(parts[i]), dice.random()))
        at = longest if dice.random() < 0.5 else dice.randrange(len(parts))
        parts[at] = slip(dice, parts[at])
    elif person and way < 0.65 and len(parts) > 2:
        del parts[dice.randrange(1, len(parts) - 1)]
    elif person and way < 0.75:
        return name if "," in name else parts[-1] + ", " + " ".join(parts[:-1])
    elif person and way < 0.85 and len(parts) > 1:
        given = 1 if "," in name else 0
        parts[min(given, len(parts) - 1)] = parts[min(given, len(parts) - 1)][0] + "."
    elif not person and way < 0.7:
        parts = [p for p in parts if p.upper().strip(".") not in LEGAL] or parts
    elif way < 0.92 and len(parts) > 1:
        at = dice.randrange(len(parts) - 1)
        parts[at:at + 2] = [parts[at] + parts[at + 1]]
    else:
        return name.title()
    return (parts[0] + ", " + " ".join(parts[1:])) if person and "," in name and len(parts) > 1 else " ".join(parts)


def main():
    dice = random.Random(11)
    known = entries(sys.argv[1], sys.argv[2])
    out = csv.writer(sys.stdout)
    out.writerow(["schema", "name1", "name2", "is_match"])

    def row(person, a, b, same):
        out.writerow(["Person" if person else "Company", a, b, "true" if same else "false"])

    by_word = defaultdict(list)
    for number, (person, name, _) in enumerate(known):
        for word in set(words(name)):
            if len(word) > 3:
                by_word[(person, word)].append(number)
    beginnings = defaultdict(list)
    for word in sorted({w for _, n, _ in known for w in words(n) if len(w) > 4}):
        beginnings[word[:3].lower()].append(word)
    lists = {person: [words(n) for p, n, _ in known if p == person] for person in (True, False)}
    for number, (person, name, others) in enumerate(known):
        for other in others[:3]:
            if alike(name, other):
                row(person, name, other, True)
        row(person, name, written(dice, person, name), True)
        rivals = {r for w in set(words(name)) for r in by_word[(person, w)][:40] if r != number}
        for rival in dice.sample(sorted(rivals), min(2, len(rivals))):
            if not alike(name, known[rival][1]):
                row(person, name, known[rival][1], False)
        parts = words(name)
        if len(parts) > 1:
            stranger = dice.choice(lists[person])
            at = dice.randrange(len(parts))
            changed = list(parts)
            changed[at] = stranger[min(at, len(stranger) - 1)]
            kin = beginnings[parts[at][:3].lower()] if len(parts[at]) > 4 else []
            if kin and dice.random() < 0.5:  # one that begins alike: Orban, Orbach
                changed[at] = dice.choice(kin)
                if same_but_a_slip(changed[at].lower(), parts[at].lower()):
                    continue
            if changed[at].lower() != parts[at].lower() and len(changed[at]) > 2 and len(parts[at]) > 2 and \
                    changed[at].upper() not in LEGAL and parts[at].upper() not in LEGAL:
                row(person, " ".join(parts), " ".join(changed), False)


if __name__ == "__main__":
    main()
