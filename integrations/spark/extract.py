"""Reads articles with kith on a Spark cluster.

    spark-submit --py-files kith.py,kith_spark.py,kith_resolution.py extract.py ARTICLES OUT

ARTICLES: JSON Lines (or Parquet) with `location` or `url`, `text`, and where they are known `title`, `byline`, `publisher`,
`date`. OUT gets, as Parquet, `claims`, `mentions`, `vertices`, `edges` and `errors`, who is one as `resolution/entities`, `resolution/mentions`
and `resolution/likely`, and as text `lines`, in the order of locations, for `kith ingest --format jsonl OUT/lines/part-*`.
"""
import sys

import kith_resolution
import kith_spark
from pyspark.sql import SparkSession
from pyspark.sql import functions as F


def main(source, target):
    spark = SparkSession.builder.appName("kith").getOrCreate()
    articles = spark.read.parquet(source) if source.endswith(".parquet") else spark.read.json(source)
    if "location" not in articles.columns:
        articles = articles.withColumnRenamed("url", "location")
    # Reading is what takes the time: its result is kept, and all else is made of that.
    kith_spark.read(articles).write.mode("overwrite").parquet(f"{target}/read")
    read = spark.read.parquet(f"{target}/read")
    claims = kith_spark.claims(read)
    for name, frame in {"claims": claims, "mentions": kith_spark.mentions(read), "edges": kith_spark.edges(claims),
                        "vertices": kith_spark.vertices(claims), "errors": read.where("error IS NOT NULL")}.items():
        frame.write.mode("overwrite").parquet(f"{target}/{name}")
    kith_resolution.resolve(read, f"{target}/resolution")
    read.sort("location").select(F.explode("lines")).write.mode("overwrite").text(f"{target}/lines")


if __name__ == "__main__":
    main(*sys.argv[1:])
