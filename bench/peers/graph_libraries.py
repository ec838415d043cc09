#!/usr/bin/env python3
"""Path questions over a kith database with igraph and networkx (Debian: python3-igraph, python3-networkx).

    graph_libraries.py DATABASE [--peer igraph,networkx] [--pairs 200] [--seconds 60]

Loads the claims as an undirected graph, asks random pairs, and prints a row for each question: peer, question, median
milliseconds of CPU time, pairs answered within the time. Loading is a row of its own. A question
stops when its time is up, so slow ones have fewer pairs.
"""
import argparse
import math
import random
import sqlite3
import statistics
import time


def load(path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    return database.execute("SELECT subject - 1, object - 1, confidence FROM claim").fetchall()


def draw_pairs(rows, count):
    leaving, reached = {row[0] for row in rows}, {row[1] for row in rows}
    actors = sorted(leaving & reached)
    engine = random.Random(42)
    pairs = []
    while len(pairs) < count:
        a, b = engine.choice(actors), engine.choice(actors)
        if a != b:
            pairs.append((a, b))
    return pairs


def report(peer, question, times):
    median = f"{statistics.median(times):.4g}" if times else "-"
    print(f"{peer}\t{question}\t{median}\t{len(times)}", flush=True)


def measure(peer, question, ask, pairs, seconds):
    times, end = [], time.monotonic() + seconds
    for a, b in pairs:
        if time.monotonic() > end:
            break
        begin = time.process_time()
        ask(a, b)
        times.append((time.process_time() - begin) * 1000)
    report(peer, question, times)


def cost(confidence):
    return -math.log(max(confidence / 1000, 1e-6))


def run_igraph(rows, pairs, seconds):
    import igraph

    begin = time.process_time()
    graph = igraph.Graph(n=1 + max(max(a, b) for a, b, _ in rows), edges=[(a, b) for a, b, _ in rows])
    graph.es["cost"] = [cost(c) for _, _, c in rows]
    report("igraph", "load", [(time.process_time() - begin) * 1000])
    measure("igraph", "shortest path", lambda a, b: graph.get_shortest_paths(a, to=b), pairs, seconds)
    measure("igraph", "cheapest path", lambda a, b: graph.get_shortest_paths(a, to=b, weights="cost"), pairs, seconds)
    measure("igraph", "5 shortest paths", lambda a, b: graph.get_k_shortest_paths(a, b, k=5), pairs, seconds)
    measure("igraph", "2-hop neighbourhood", lambda a, b: graph.neighborhood(a, order=2), pairs, seconds)


def run_networkx(rows, pairs, seconds):
    import itertools

    import networkx

    begin = time.process_time()
    graph = networkx.Graph()
    for a, b, c in rows:
        if a not in graph or b not in graph[a] or graph[a][b]["cost"] > cost(c):
            graph.add_edge(a, b, cost=cost(c))
    report("networkx", "load", [(time.process_time() - begin) * 1000])

    def first_paths(a, b):
        return list(itertools.islice(networkx.shortest_simple_paths(graph, a, b), 5))

    def within_two(a, b):
        return networkx.single_source_shortest_path_length(graph, a, cutoff=2)

    connected = [pair for pair in pairs if networkx.has_path(graph, *pair)]
    measure("networkx", "shortest path", lambda a, b: networkx.bidirectional_shortest_path(graph, a, b), connected, seconds)
    measure("networkx", "cheapest path", lambda a, b: networkx.bidirectional_dijkstra(graph, a, b, weight="cost"), connected, seconds)
    measure("networkx", "5 shortest paths", first_paths, connected, seconds)
    measure("networkx", "2-hop neighbourhood", within_two, connected, seconds)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database")
    parser.add_argument("--peer", default="igraph,networkx")
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60, help="for each question")
    options = parser.parse_args()
    rows = load(options.database)
    pairs = draw_pairs(rows, options.pairs)
    peers = {"igraph": run_igraph, "networkx": run_networkx}
    for name in options.peer.split(","):
        peers[name](rows, pairs, options.seconds)


if __name__ == "__main__":
    main()
