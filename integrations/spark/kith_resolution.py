"""Who is one, by Spark and libkith: the entities that `kith ingest` of all lines makes on one machine.

    found = kith_resolution.resolve(kith_spark.read(articles), "out/resolution")
    found.entities      # id, name, kind, stands_as: the id of the entity whose name is kept; its own where it was not joined
    found.mentions      # location, begin, end, entity, stands_as; positions count code points
    found.likely        # one, other, probability: pairs as likely as not, or more, for people to judge

Spark gathers and counts, libkith decides (kith_resolve of kith.h), by the functions that decide for a store:

1. references of texts that share a key make entities, in the order in which texts name them;
2. entities that share a blocking key are worth comparing, where not too many have the key;
3. pairs are scored by both profiles and what all texts say of them: how often they are named, whom with, who else is called so;
4. sure pairs that hang together are joined, surest first, never over a contradiction.

Each step is kept as Parquet in the folder, so that tasks which are run again find what the first found.
"""
import json
from collections import namedtuple

from pyspark.sql import Window
from pyspark.sql import functions as F

Found = namedtuple("Found", "entities mentions likely")

_TOLD = ("row long, documents array<struct<location string, sha256 string, text boolean, "
         "mentions array<struct<begin long, end long, reference int>>, claims array<struct<subject int, object int, "
         "speaker int, place int, symmetric boolean, identity string>>>>, "
         "references array<struct<reference string, keys array<string>>>")
_NAMED = ("reference string, row long, place int, name string, kind string, "
          "names array<struct<key string, name string, origin string>>, identifiers array<string>")
_KEYS = "id long, keys array<struct<key string, most_entities int>>, known_by string, bears array<string>"

_kith = None  # of this Python worker


def take_step(step, **given):
    """A step of the resolver, in a worker."""
    import kith

    global _kith
    if _kith is None:
        _kith = kith.Database("", write=True)  # reads and writes nothing
    return _kith.resolve(step, **given)


def resolve(read, folder):
    """`read`: as kith_spark.read gives it. All is counted by place in the order of locations."""
    keep = _Keeper(read.sparkSession, folder)
    limits = _limits(keep.spark)
    told = _told(read, keep)
    entities, rows = _entities(told, keep)
    documents = rows.select("row", "entities", F.explode("documents").alias("d")).select("row", "entities", "d.*")
    mentions = keep(_mentions(documents), "places")
    profiles, called = _profiles(entities, mentions, documents, limits, keep)
    pairs = _pairs(profiles, called, keep)
    likely = _likely(pairs, profiles, mentions, documents, limits, keep)
    stands_as = _joined(likely, profiles, called, limits, keep)
    entities = (entities.select("id", "name", "kind").join(stands_as, "id", "left")
                .withColumn("stands_as", F.coalesce("stands_as", "id")))
    entities = keep(entities, "entities")
    mentions = (mentions.join(entities.select(F.col("id").alias("entity"), "stands_as"), "entity")
                .select("location", "begin", "end", "entity", "stands_as"))
    return Found(entities, keep(mentions, "mentions"), likely.select("one", "other", "probability"))


def components(edges, keep, name):
    """The ends of edges (src, dst) with the least that each hangs together with: id, component."""
    ties = keep(edges.select("src", "dst").union(edges.select("dst", "src")).distinct(), f"{name}_ties")
    labels = keep(ties.groupBy(F.col("src").alias("id")).agg(F.min("dst").alias("least"))
                  .select("id", F.least("id", "least").alias("component")), f"{name}_0")
    for turn in range(1, 100):
        near = (ties.join(labels, ties.dst == labels.id).groupBy(F.col("src").alias("id"))
                .agg(F.min("component").alias("near")))
        lower = (labels.join(near, "id")
                 .select("id", F.least("component", "near").alias("component"), F.col("component").alias("before")))
        # What the least of it has found meanwhile: so a chain is halved with each turn.
        further = labels.select(F.col("id").alias("component"), F.col("component").alias("further"))
        lower = keep(lower.join(further, "component", "left").select(
            "id", "before", F.least("component", F.coalesce("further", "component")).alias("component")), f"{name}_{turn}")
        if lower.where("component <> before").isEmpty():
            return lower.select("id", "component")
        labels = lower.select("id", "component")
    raise RuntimeError("the pairs do not come to an end")


class _Keeper:
    """Steps as Parquet: plans stay small, and what is not determined by its input alone (numbers) is made once."""

    def __init__(self, spark, folder):
        self.spark, self.folder = spark, str(folder)

    def __call__(self, frame, name):
        frame.write.mode("overwrite").parquet(f"{self.folder}/{name}")
        return self.spark.read.parquet(f"{self.folder}/{name}")


def _limits(spark):
    """As libkith has them."""
    def frames_of(frames):
        for _ in frames:
            yield _frames([(json.dumps(take_step("limits")),)], "limits string")

    return json.loads(spark.range(1).coalesce(1).mapInPandas(frames_of, "limits string").first().limits)


def _frames(rows, schema):
    import pandas

    return pandas.DataFrame(rows, columns=[field.split(" ")[0] for field in _fields(schema)])


def _fields(schema):
    depth, field, fields = 0, "", []
    for letter in schema:
        depth += (letter == "<") - (letter == ">")
        if letter == "," and depth == 0:
            fields.append(field.strip())
            field = ""
        else:
            field += letter
    return fields + [field.strip()]


# 1. References make entities.


def _told(read, keep):
    numbered = keep(read.where("lines IS NOT NULL").sort("location").select(
        F.monotonically_increasing_id().alias("row"), "lines"), "lines")

    def frames_of(frames):
        for frame in frames:
            rows = []
            for row, lines in zip(frame["row"], frame["lines"]):
                told = take_step("references", lines=list(lines))
                for document in told["documents"]:
                    document["mentions"] = [dict(zip(("begin", "end", "reference"), m)) for m in document["mentions"]]
                rows.append((row, told["documents"], told["references"]))
            yield _frames(rows, _TOLD)

    told = keep(numbered.mapInPandas(frames_of, _TOLD), "told")
    # A text that came before says nothing anew.
    texts = told.select("row", F.explode("documents").alias("d")).where("d.text").select("row", "d.sha256")
    copies = texts.withColumn("first", F.min("row").over(Window.partitionBy("sha256"))).where("row <> first")
    return told.join(copies.select("row").distinct(), "row", "left_anti")


def _entities(told, keep):
    places = told.select("row", F.posexplode("references").alias("place", "r")).select("row", "place", "r.*")
    distinct = keep(places.groupBy("reference").agg(F.min(F.struct("row", "place")).alias("first"),
                                                    F.first("keys").alias("keys")), "references")
    edges = distinct.where(F.size("keys") > 1).select(
        F.col("keys")[0].alias("src"), F.explode(F.slice("keys", 2, 1000000)).alias("dst")).distinct()
    hanging = components(edges, keep, "keys").withColumnRenamed("id", "key")
    lots = (distinct.withColumn("key", F.col("keys")[0]).join(hanging, "key", "left")
            .select("reference", "first", F.coalesce("component", "key").alias("lot")))
    named = keep(lots.repartition("lot").sortWithinPartitions("first").select("reference", "first.*")
                 .mapInPandas(_name_entities, _NAMED), "named")
    # Numbers in the order in which entities were first named, as a store gives them.
    entities = keep(named.where("name IS NOT NULL").sort("row", "place").withColumn(
        "id", F.monotonically_increasing_id() + 1).drop("reference"), "named_entities")
    of = named.select("reference", "row", "place").join(entities.select("row", "place", "id"), ["row", "place"])
    numbers = (places.select("row", "place", "reference").join(of.select("reference", "id"), "reference").groupBy("row")
               .agg(F.array_sort(F.collect_list(F.struct("place", "id"))).alias("r")).select("row", F.col("r.id").alias("entities")))
    return entities, keep(told.select("row", "documents").join(numbers, "row"), "rows")


def _name_entities(frames):
    import pandas

    frame = pandas.concat(list(frames) or [pandas.DataFrame(columns=["reference", "row", "place"])])
    named = take_step("entities", references=list(frame["reference"]))
    firsts = list(zip(frame["row"], frame["place"]))
    rows = []
    for number, (reference, entity) in enumerate(zip(frame["reference"], named["of"])):
        made = named["entities"][entity]
        is_first = made["made_by"] == number
        rows.append((reference, *firsts[made["made_by"]],
                     *((made[key] if is_first else None) for key in ("name", "kind", "names", "identifiers"))))
    yield _frames(rows, _NAMED)


# 2. What all texts say of them, and who is worth comparing.


def _mentions(documents):
    mentions = documents.select("location", "sha256", "text", "entities", F.explode("mentions").alias("m"))
    return mentions.select("location", "sha256", "text", "m.begin", "m.end",
                           F.col("entities")[F.col("m.reference")].alias("entity")).distinct()


def _claim_ends(documents):
    """An end of each claim, by what tells claims apart."""
    claims = documents.select("entities", F.explode("claims").alias("c"))
    entity = lambda party: F.when(F.col(f"c.{party}").isNotNull(), F.col("entities")[F.col(f"c.{party}")])
    claims = claims.select(*(entity(party).alias(party) for party in ("subject", "object", "speaker", "place")),
                           "c.symmetric", "c.identity").where("subject <> object")
    turned = F.col("symmetric") & (F.col("object") < F.col("subject"))
    claims = claims.select(F.when(turned, F.col("object")).otherwise(F.col("subject")).alias("subject"),
                           F.when(turned, F.col("subject")).otherwise(F.col("object")).alias("object"),
                           "speaker", "place", "identity").distinct()
    return claims.select(F.explode(F.array("subject", "object")).alias("id"))


def _profiles(entities, mentions, documents, limits, keep):
    names = entities.select("id", F.col("name").alias("own"), F.explode("names").alias("n")).select("id", "own", "n.*")
    bearers = names.where("origin <> 'mention'").groupBy("key").agg(F.countDistinct("id").alias("bearers"))
    further = (names.where("origin IN ('gazetteer', 'user') AND name <> own").join(bearers, "key")
               .where(F.col("bearers") <= limits["most_bearers_of_alias"])
               .groupBy("id").agg(F.array_sort(F.collect_list(F.struct("key", "name"))).alias("n"))
               .select("id", F.slice("n.name", 1, limits["most_names"] - 1).alias("further_names")))
    known = names.where("origin = 'gazetteer'").select("id", F.lit(True).alias("well_known")).distinct()
    weights = mentions.select(F.col("entity").alias("id")).union(_claim_ends(documents)).groupBy("id").agg(
        F.count("*").alias("weight"))
    told = (mentions.where("NOT text").select(F.col("entity").alias("id"))
            .union(_claim_ends(documents.where("NOT text"))).distinct())
    read = (mentions.where("text").select(F.col("entity").alias("id")).distinct().join(told, "id", "left_anti")
            .withColumn("only_read", F.lit(True)))
    profiles = (entities.select("id", "name", "kind", "identifiers").join(further, "id", "left").join(known, "id", "left")
                .join(read, "id", "left").join(weights, "id", "left"))
    called = (names.where("origin = 'mention'").select(F.col("id").alias("a"), "key")
              .join(names.where("origin = 'name'").select(F.col("id").alias("b"), "key"), "key").where("a <> b")
              .select(F.least("a", "b").alias("one"), F.greatest("a", "b").alias("other")).distinct())
    return keep(profiles, "profiles"), keep(called, "called")


def _as_json(*columns):
    return F.to_json(F.struct(*columns))  # leaves nulls out


def _pairs(profiles, called, keep):
    def frames_of(frames):
        for frame in frames:
            answer = take_step("blocking_keys", profiles=[json.loads(each) for each in frame["profile"]])
            yield _frames([(number, each["keys"], each["known_by"], each["bears"])
                           for number, each in zip(frame["id"], answer["profiles"])], _KEYS)

    plain = profiles.select("id", _as_json("id", "name", "kind", "further_names", "identifiers", "only_read").alias("profile"))
    keys = keep(plain.mapInPandas(frames_of, _KEYS), "blocking_keys")
    blocks = keys.select("id", F.explode("keys").alias("k")).select("id", "k.*")
    fit = (blocks.groupBy("key").agg(F.count("*").alias("n"), F.max("most_entities").alias("most"))
           .where("n > 1 AND n <= most").select("key"))
    in_fit = blocks.select("id", "key").join(fit, "key")
    pairs = (in_fit.withColumnRenamed("id", "one").join(in_fit.withColumnRenamed("id", "other"), "key")
             .where("one < other").select("one", "other").distinct())
    pairs = pairs.join(called.withColumn("called", F.lit(True)), ["one", "other"], "left").na.fill(False, ["called"])
    kept = _with_profiles(pairs, profiles.select(
        "id", _as_json("id", "name", "kind", "further_names", "identifiers", "well_known", "only_read").alias("profile")))
    schema = "one long, other long, called boolean"

    def possible(frames):
        for frame in frames:
            answer = take_step("contradictions", **_question(frame))
            told = zip(frame["one"], frame["other"], frame["called"], answer["contradictory"])
            yield _frames([row[:3] for row in told if not row[3]], schema)

    return keep(kept.mapInPandas(possible, schema), "pairs")


def _with_profiles(pairs, profiles):
    one = profiles.select(F.col("id").alias("one"), F.col("profile").alias("profile_of_one"))
    other = profiles.select(F.col("id").alias("other"), F.col("profile").alias("profile_of_other"))
    return pairs.join(one, "one").join(other, "other")


def _question(frame):
    """Pairs with their profiles as the steps take them, each profile once."""
    told = dict(zip(frame["one"], frame["profile_of_one"])) | dict(zip(frame["other"], frame["profile_of_other"]))
    order = sorted(told)
    place = {number: index for index, number in enumerate(order)}
    return {"profiles": [json.loads(told[number]) for number in order],
            "pairs": [{"one": place[one], "other": place[other], "called": bool(is_called)}
                      for one, other, is_called in zip(frame["one"], frame["other"], frame["called"])]}


# 3. How likely pairs are one.


def _likely(pairs, profiles, mentions, documents, limits, keep):
    asked = pairs.select(F.explode(F.array("one", "other")).alias("id")).distinct()
    keys = keep.spark.read.parquet(f"{keep.folder}/blocking_keys")
    full = (profiles.join(asked, "id").join(_company(asked, mentions, limits), "id", "left")
            .join(_bearers(keys, profiles, limits), "id", "left"))
    full = keep(full.select("id", _as_json(*(c for c in full.columns)).alias("profile")), "full_profiles")
    ask_from, all_documents = limits["ask_from"], documents.select("sha256").distinct().count()
    schema = "one long, other long, called boolean, probability double"

    def scored(frames):
        for frame in frames:
            answer = take_step("scores", all_documents=all_documents, **_question(frame))
            told = zip(frame["one"], frame["other"], frame["called"], answer["probabilities"])
            yield _frames([row for row in told if row[3] is not None and row[3] >= ask_from], schema)

    # Pairs of one entity side by side, so that its profile is read once.
    return keep(_with_profiles(pairs, full).sortWithinPartitions("one").mapInPandas(scored, schema), "likely")


def _company(asked, mentions, limits):
    named = mentions.select("entity", "sha256", "text").distinct()
    spread = named.groupBy(F.col("entity").alias("other")).agg(F.count("*").alias("documents"))
    theirs = (named.where("text").join(asked.withColumnRenamed("id", "entity"), "entity")
              .withColumn("n", F.row_number().over(Window.partitionBy("entity").orderBy("sha256")))
              .where(F.col("n") <= limits["most_documents_of_company"]).select("entity", "sha256"))
    number = F.conv(F.substring("sha256", 1, 15), 16, 10).cast("long")
    in_documents = theirs.groupBy(F.col("entity").alias("id")).agg(F.collect_list(number).alias("documents"))
    telling = (named.groupBy("sha256").agg(F.count("*").alias("n"))
               .where(F.col("n") <= limits["most_named_in_company"]).select("sha256"))
    others = (theirs.join(telling, "sha256")
              .join(named.select("sha256", F.col("entity").alias("other")), "sha256").where("entity <> other")
              .groupBy("entity", "other").agg(F.count("*").alias("together")).join(spread, "other"))
    company = others.groupBy(F.col("entity").alias("id")).agg(
        F.collect_list(F.struct(F.col("other").alias("id"), "together", "documents")).alias("company"))
    return in_documents.join(company, "id", "left")


def _bearers(keys, profiles, limits):
    borne = keys.select("id", F.explode("bears").alias("word"))
    rare = borne.groupBy("word").agg(F.count("*").alias("n")).where(F.col("n") <= limits["most_bearers"]).select("word")
    bearers = (borne.join(rare, "word").join(profiles.select("id", "name", "weight").na.fill(0, ["weight"]), "id")
               .groupBy("word").agg(F.array_sort(F.collect_list(F.struct("id", "name", "weight"))).alias("bearers")))
    return keys.select("id", F.col("known_by").alias("word")).join(bearers, "word").select("id", "bearers")


# 4. Sure pairs that hang together are joined.


def _joined(likely, profiles, called, limits, keep):
    sure = likely.where(F.col("probability") >= limits["join_from"])
    hanging = components(sure.select(F.col("one").alias("src"), F.col("other").alias("dst")), keep, "joins")
    within = lambda pairs: (pairs.join(hanging.withColumnRenamed("id", "one"), "one")
                            .join(hanging.select(F.col("id").alias("other"), F.col("component").alias("lot")), "other")
                            .where("component = lot").drop("lot"))
    lots = (profiles.join(hanging, "id").groupBy("component").agg(F.collect_list(_as_json(
        "id", "name", "kind", "further_names", "identifiers", "well_known", "only_read", "weight")).alias("profiles")))
    pairs = within(sure).groupBy("component").agg(F.collect_list(F.struct("one", "other", "probability")).alias("pairs"))
    calls = within(called).groupBy("component").agg(F.collect_list(F.struct("one", "other")).alias("called"))
    lots = lots.join(pairs, "component").join(calls, "component", "left")
    schema = "id long, stands_as long"

    def join(frames):
        for frame in frames:
            rows = []
            for told, sure_pairs, called_pairs in zip(frame["profiles"], frame["pairs"], frame["called"]):
                ordered = sorted((json.loads(each) for each in told), key=lambda each: each["id"])
                place = {each["id"]: index for index, each in enumerate(ordered)}
                numbered = lambda each: {"one": place[each["one"]], "other": place[each["other"]]}
                kept = take_step("joins", profiles=ordered,
                                 pairs=[numbered(p) | {"probability": p["probability"]} for p in sure_pairs],
                                 called=[numbered(p) for p in (called_pairs if called_pairs is not None else [])])["kept"]
                rows += [(each["id"], ordered[kept[index]]["id"]) for index, each in enumerate(ordered)]
            yield _frames(rows, schema)

    return keep(lots.mapInPandas(join, schema), "joined")
