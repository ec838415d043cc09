"""kith in Spark: articles in, claims and mentions out, and paths over what they make.

    read = kith_spark.read(spark.read.json("articles.jsonl"))      # a row for each article, whatever is in it
    claims, mentions = kith_spark.claims(read), kith_spark.mentions(read)
    read.where("error IS NOT NULL")                                # what could not be read, and why

Articles have the columns `location` and `text`, and where they are known `title`, `byline`, `publisher`, `date`. What kith
finds follows from the article alone, so a task that is run again gives the same. `lines` of what was read are those of
`kith extract --whole`: `kith ingest` makes of them what it makes of the articles (docs/scale.md).

Give this file and kith.py to the workers (--py-files), and the library's place as KITH_LIBRARY.
"""
from pyspark.sql import functions as F

READ = "location string, lines array<string>, error string"
_ENTITY = "struct<name string, kind string, mention string, identifiers array<string>>"
_CLAIM = (f"document string, subject {_ENTITY}, relation string, object {_ENTITY}, status string, speaker {_ENTITY}, "
          "unnamed_speaker string, item string, role string, time string, confidence double, "
          "evidence struct<begin long, end long, text string, record string, url string>")
_DOCUMENT = ("document struct<location string, publisher string, published string, "
             "entities array<struct<name string, kind string>>, mentions array<array<long>>>")
_SOURCE = ("title", "byline", "publisher", "date")

_reader = None  # of this Python worker: the net is mapped once


def read_frames(frames):
    """What mapInPandas calls in the workers."""
    import kith
    import pandas

    global _reader
    if _reader is None:
        _reader = kith.Database("", write=True)  # writes nothing
    for frame in frames:
        rows = []
        for article in frame.to_dict("records"):
            location, lines, error = article.get("location"), [], None
            try:
                source = {key: article[key] for key in _SOURCE if isinstance(article.get(key), str)}
                lines = _reader.extract_text(article["text"], location, **source)
            except Exception as problem:  # one bad article must not lose the others
                error = f"{type(problem).__name__}: {problem}"
            rows.append((location, lines, error))
        yield pandas.DataFrame(rows, columns=["location", "lines", "error"])


def read(articles):
    return articles.mapInPandas(read_frames, READ)


def lines_of(read):
    return read.select(F.explode("lines").alias("line"))


def claims(read):
    """A row for each piece of evidence."""
    return lines_of(read).select(F.from_json("line", _CLAIM).alias("c")).where("c.subject IS NOT NULL").select("c.*")


def mentions(read):
    """Where texts name whom; positions count code points."""
    documents = lines_of(read).select(F.from_json("line", _DOCUMENT).alias("d")).where("d.document.mentions IS NOT NULL")
    places = documents.select("d.document", F.explode("d.document.mentions").alias("place"))
    entity = F.col("document.entities")[F.col("place")[2].cast("int")]
    return places.select(F.col("document.location"), F.col("place")[0].alias("begin"), F.col("place")[1].alias("end"),
                         entity["name"].alias("name"), entity["kind"].alias("kind"))


def _id(entity):
    return F.concat_ws(":", F.col(f"{entity}.kind"), F.col(f"{entity}.name"))


def edges(claims):
    """As GraphFrames takes them: src, dst, and what is claimed."""
    return claims.select(_id("subject").alias("src"), _id("object").alias("dst"), "relation", "status", "confidence",
                         F.col("speaker.name").alias("speaker"), "document")


def vertices(claims):
    ends = [claims.select(_id(end).alias("id"), f"{end}.name", f"{end}.kind") for end in ("subject", "object")]
    return ends[0].union(ends[1]).distinct()


def distance(edges, start, finish, max_hops=6):
    """Hops of a shortest path between two ids, by joins, level by level; None: there is none. A denied claim ties nobody."""
    held = edges.where("status <> 'denied'")
    ties = held.select("src", "dst").union(held.select("dst", "src")).distinct().cache()
    session = edges.sparkSession
    seen = level = session.createDataFrame([(start,)], "id string")
    for hop in range(1, max_hops + 1):
        level = ties.join(F.broadcast(level), ties.src == level.id).select(F.col("dst").alias("id")).distinct()
        level = level.join(seen, "id", "left_anti").localCheckpoint()  # else the plan grows with each hop
        if not level.where(F.col("id") == finish).isEmpty():
            return hop
        if level.isEmpty():
            return None
        seen = seen.union(level)
    return None
