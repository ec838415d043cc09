"""On a local cluster of Spark: the same as on one machine, also where tasks are killed and articles are none.

    test_spark.py KITH FOLDER ARTICLES       the program, a new folder, how many articles
"""
import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import kith_resolution
import kith_spark
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

kith, folder, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
here = Path(__file__).parent
run = lambda *words: subprocess.run([str(word) for word in words], check=True, stdout=subprocess.PIPE).stdout

spark = (SparkSession.builder.master("local-cluster[2,1,1024]").appName("kith")
         .config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "4")
         .config("spark.sql.adaptive.coalescePartitions.enabled", "false")  # so that there are several parts
         .config("spark.executorEnv.KITH_LIBRARY", os.environ["KITH_LIBRARY"])
         .config("spark.executorEnv.KITH_MODEL", os.environ.get("KITH_MODEL", ""))
         .config("spark.executorEnv.PYTHONPATH", os.environ["PYTHONPATH"])
         .getOrCreate())
spark.sparkContext.setLogLevel("OFF")

# Articles, of which the first attempt at some is killed.
(folder / "articles.jsonl").write_bytes(run(sys.executable, here / "generate_articles.py", count))
articles = spark.read.json(str(folder / "articles.jsonl")).withColumnRenamed("url", "location").repartition(8)
killed = str(folder / "killed")


def read_and_be_killed(frames):
    for frame in frames:
        yield from kith_spark.read_frames([frame.iloc[: len(frame) // 2]])
        if frame["location"].str.endswith("7").any() and not os.path.exists(killed):
            open(killed, "w").close()
            os.kill(os.getpid(), 9)
        yield from kith_spark.read_frames([frame.iloc[len(frame) // 2:]])


started = time.monotonic()
articles.mapInPandas(read_and_be_killed, kith_spark.READ).write.parquet(str(folder / "read"))
seconds = lambda: f"{time.monotonic() - started:.0f} s"
assert os.path.exists(killed)
reading = seconds()
read = spark.read.parquet(str(folder / "read"))
assert read.count() == count and read.where("error IS NOT NULL").isEmpty()
read.sort("location").select(F.explode("lines")).write.text(str(folder / "lines"))
parts = sorted((folder / "lines").glob("part-*"))
for name, sources in (("spark", parts), ("one", [folder / "articles.jsonl"])):
    run(kith, "ingest", "--format", "jsonl", *sources, "--db", folder / f"{name}.db")
    (folder / f"{name}.jsonl").write_bytes(run(kith, "export", "--db", folder / f"{name}.db", "--format", "jsonl"))
assert (folder / "spark.jsonl").read_bytes() == (folder / "one.jsonl").read_bytes()
claims = kith_spark.claims(read).cache()
print(f"Spark           reads articles    {count} in {len(parts)} parts with a worker killed: the same, "
      f"{claims.count()} claims, {kith_spark.mentions(read).count()} mentions, {reading}")

# Who is one, by Spark and by a store.
started = time.monotonic()
found = kith_resolution.resolve(read, folder / "resolution")
entities = found.entities.sort("id").collect()
resolving = seconds()
place = {each.id: number for number, each in enumerate(entities, 1)}
there = [(each.name, each.kind, place[each.stands_as]) for each in entities]
store = sqlite3.connect(folder / "spark.db")
of_store = store.execute("SELECT e.name, e.kind, coalesce(m.canonical, e.id) FROM entity e LEFT JOIN merged_entity m "
                     "ON m.entity = e.id ORDER BY e.id").fetchall()
differing = [pair for pair in zip(there, of_store) if pair[0] != pair[1]]
assert len(there) == len(of_store) and not differing, (len(there), len(of_store), len(differing), differing[:10])
mentions = sorted((each.location, each.begin, each.end, place[each.stands_as]) for each in found.mentions.collect())
assert mentions == sorted(store.execute(
    "SELECT d.location, m.begin, m.\"end\", coalesce(s.canonical, m.entity) FROM mention m JOIN document d "
    "ON d.id = m.document LEFT JOIN merged_entity s ON s.entity = m.entity"))
joined = sum(each.id != each.stands_as for each in entities)
print(f"Spark           who is one        as in one file: {len(mentions)} mentions of {len(entities)} entities, "
      f"{joined} of them joined with others, {resolving}")
assert joined > count / 100

# What is no article loses nothing but itself.
bad = spark.createDataFrame([("a", None), ("b", ""), (None, "Iran sent drones to Mali."), ("c", "\0\0\0"),
                             ("good", "Iran supplied drones to Mali, Ada Quorvex said.")], "location string, text string")
errors = {row.location: row.error for row in kith_spark.read(bad.coalesce(1)).collect()}
assert len(errors) == 5 and errors.pop("good") is None and all(errors.values()), errors
print(f"Spark           bad articles      {len(errors)} told of: {errors['b']}")

# Shortest paths over 100,000 claims, by kith and by Spark's joins over Parquet.
(folder / "graph.csv").write_bytes(run(sys.executable, here.parent.parent / "scripts/generate_claims.py", 20000, 100000))
run(kith, "ingest", folder / "graph.csv", "--no-join", "--db", folder / "graph.db")
(folder / "graph.jsonl").write_bytes(run(kith, "export", "--db", folder / "graph.db", "--format", "jsonl"))
lines = spark.read.text(str(folder / "graph.jsonl")).select(F.array("value").alias("lines"))
graph = kith_spark.claims(lines)
kith_spark.edges(graph).write.parquet(str(folder / "edges"))
kith_spark.vertices(graph).write.parquet(str(folder / "vertices"))
edges, vertices = (spark.read.parquet(str(folder / name)) for name in ("edges", "vertices"))
assert edges.count() == 100000
hops = []
for i in range(1, 5):
    ends = [f"Quorvex {number}" for number in (i * 37, 19999 - i * 811)]
    ids = [vertices.where(F.col("name") == name).first().id for name in ends]
    from_spark = kith_spark.distance(edges, *ids)
    from_kith = len(json.loads(run(kith, "path", *ends, "--db", folder / "graph.db", "--format", "json"))["paths"][0]["hops"])
    assert from_spark == from_kith, (ends, from_spark, from_kith)
    hops.append(from_spark)
print(f"Spark           shortest paths    as kith's: {hops} hops, {vertices.count()} vertices in Parquet")
