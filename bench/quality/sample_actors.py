#!/usr/bin/env python3
"""Actors of a database drawn at random, each with others that may be the same, for somebody to read and count.

    bench/quality/sample_actors.py DATABASE [--count 100] [--seed 11]

An actor is an entity with at least two mentions, of which one is a name. Below it stand the entities that share a rare word with
its names, or whose initials are a name of it (and the other way round): number, name, kind, mentions, how many documents name both,
and what the texts call it. Nothing else finds an actor that stands under two names with no word in common.
"""
import argparse
import collections
import random
import re
import sqlite3

NO_ACTORS = {"population_group", "event", "agreement", "product", "vehicle", "weapon", "law"}


def words(name):
    return {word for word in re.findall(r"\w+", name.casefold()) if len(word) > 2 and word not in {"the", "and", "for"}}


def initials(name):
    return "".join(word[0] for word in re.findall(r"\b[A-Z]\w*", name)).casefold()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    database = sqlite3.connect(f"file:{options.database}?mode=ro", uri=True)
    entities = {number: (name, kind) for number, name, kind in database.execute("SELECT id, name, kind FROM entity")}
    documents, called = collections.defaultdict(set), collections.defaultdict(collections.Counter)
    for entity, document, text in database.execute(
            """SELECT coalesce(x.canonical, m.entity), m.document, substr(d.text, m.begin + 1, m."end" - m.begin)
               FROM mention m JOIN document d ON d.id = m.document LEFT JOIN merged_entity x ON x.entity = m.entity"""):
        documents[entity].add(document)
        called[entity][text.replace("\n", " ")] += 1
    names = {e: {n for n in called[e] if re.search("[A-Z]", n)} | {entities[e][0]} for e in called}
    aliases = collections.defaultdict(set)
    for entity, name in database.execute("SELECT canonical, name FROM entity_name"):
        aliases[entity].add(name)
    of_words = {e: set().union(*map(words, names[e] | aliases[e])) for e in called}
    frequency = collections.Counter(word for e in called for word in of_words[e])
    short = {e: {n.casefold().replace(".", "") for n in names[e] if len(n) > 1} for e in called}
    letters = {e: {initials(n) for n in names[e]} for e in called}
    actors = [e for e in sorted(called) if entities[e][1] not in NO_ACTORS and sum(called[e].values()) > 1
              and any(re.search("[A-Z]", n) for n in called[e])]

    def line(e):
        return f"{e} {entities[e][0]} [{entities[e][1]}] {sum(called[e].values())}"

    for e in random.Random(options.seed).sample(actors, min(options.count, len(actors))):
        print(f"{line(e)} in {len(documents[e])} documents:", ", ".join(f"{n} {c}" for n, c in called[e].most_common(6)))
        others = []
        for other in called:
            if other != e:
                alike = sum(1 / frequency[word] for word in of_words[e] & of_words[other])
                alike += bool(letters[e] & short[other] or letters[other] & short[e])
                others.append((alike, other))
        for alike, other in sorted(others, reverse=True)[:9]:
            if alike >= 0.12:
                print(f"      {line(other)}, both in {len(documents[e] & documents[other])}:",
                      ", ".join(n for n, _ in called[other].most_common(4)))


if __name__ == "__main__":
    main()
