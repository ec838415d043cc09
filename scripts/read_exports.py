"""Reads the exports in a folder by the readers of other tools, and compares what they find with kith's own lines.

What is wrong ends the program with a traceback; nothing is skipped.
"""

import csv
import json
import sys
from pathlib import Path

import duckdb
import igraph
import kuzu
import networkx
import pandas
import rdflib
import stix2
from followthemoney import model

folder = Path(sys.argv[1])
file = lambda format: folder / f"kith.{format}"

lines = [json.loads(line) for line in file("jsonl").read_text("utf-8").splitlines()]
names = {line["entity"]["name"] for line in lines if "entity" in line}
evidence = [line for line in lines if "subject" in line]
hostile = "O'Neil & <Sons>, \"Ltd\""
assert hostile in names and len(evidence) > 10, "the store is too small to tell anything"


def graph_of(graph, label):
    """Nodes and edges, with the attributes of claims."""
    assert hostile in {data[label] for _, data in graph.nodes(data=True)}
    edges = [data for _, _, data in graph.edges(data=True)]
    assert {each["status"] for each in edges} >= {"actual", "planned", "denied"}
    assert all(0 <= float(each["confidence"]) <= 1 for each in edges)
    return len(edges)


def networkx_graphml():
    return graph_of(networkx.read_graphml(file("graphml")), "label")


def networkx_gexf():
    return graph_of(networkx.read_gexf(file("gexf")), "label")


def igraph_graphml():
    graph = igraph.Graph.Read_GraphML(str(file("graphml")))
    assert hostile in graph.vs["label"] and "planned" in graph.es["status"]
    assert any("second line" in (each or "") for each in graph.es["quote"])
    return graph.ecount()


def follow_the_money():
    entities = [model.get_proxy(json.loads(line)) for line in file("ftm").read_text("utf-8").splitlines()]
    things = [each for each in entities if each.schema.is_a("Thing")]
    assert hostile in {each.caption for each in things}
    for each in entities:
        each.schema.validate(each.to_dict())
        assert not each.schema.abstract
    ids = {each.id for each in entities}
    links = [each for each in entities if each.schema.edge]
    for link in links:
        assert ids.issuperset(link.get(link.schema.edge_source) + link.get(link.schema.edge_target))
    return len(links)


def stix():
    bundle = stix2.parse(file("stix").read_text("utf-8"), allow_custom=False)
    assert hostile in {each.get("name") for each in bundle.objects}
    ids = {each.id for each in bundle.objects}
    claims = [each for each in bundle.objects if each.type == "relationship"]
    assert all(each.source_ref in ids and each.target_ref in ids for each in claims)
    return len(claims)


def json_ld():
    graph = rdflib.Graph().parse(str(file("jsonld")), format="json-ld")
    assert rdflib.Literal(hostile) in set(graph.objects(None, rdflib.URIRef("https://schema.org/name")))
    claims = set(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    for claim in claims:
        assert graph.value(claim, rdflib.RDF.subject) and graph.value(claim, rdflib.RDF.object)
    return len(claims)


def kuzu_cypher():
    connection = kuzu.Connection(kuzu.Database(str(folder / "kuzu.db")))
    for statement in file("cypher").read_text("utf-8").splitlines():
        connection.execute(statement)
    found = connection.execute("MATCH (n:Entity) WHERE n.name = $name RETURN n.kind", {"name": hostile})
    assert found.get_next() == ["company"]
    return connection.execute("MATCH ()-[c:CLAIM]->() RETURN count(*)").get_next()[0]


def pandas_csv():
    table = pandas.read_csv(file("csv"))
    assert hostile in set(table["object"])
    assert not table["subject"].str.match(r"[=+@-]").any()  # no spreadsheet runs a name
    return len(table)


def duckdb_csv():
    count, hostiles = duckdb.sql(
        f"SELECT count(*), count(*) FILTER (object = '{hostile.replace(chr(39), chr(39) * 2)}') FROM '{file('csv')}'"
    ).fetchall()[0]
    assert hostiles == 1
    return count


def neo4j_tables():
    """By the rules of neo4j-admin's manual, which is no Python program."""
    nodes, ties = (
        list(csv.reader(file(f"neo4j-{table}").open(encoding="utf-8", newline="")))
        for table in ("nodes", "relationships")
    )
    assert nodes[0] == ["id:ID", "name", "kind", "aliases:string[]", "identifiers:string[]", ":LABEL"]
    assert ties[0][:3] == [":START_ID", ":END_ID", ":TYPE"] and "confidence:float" in ties[0]
    assert all(len(row) == len(table[0]) for table in (nodes, ties) for row in table)
    ids = [row[0] for row in nodes[1:]]
    assert len(ids) == len(set(ids)) and hostile in {row[1] for row in nodes}
    assert all(start in ids and end in ids for start, end, *_ in ties[1:])
    return len(ties) - 1


claims = sum(1 for line in file("graphml").read_text("utf-8").splitlines() if line.startswith("<edge "))
rows = sum(1 for _ in csv.reader(file("csv").open(encoding="utf-8-sig", newline=""))) - 1
assert rows == len(evidence)
readers = [
    ("NetworkX", "GraphML", networkx_graphml, claims),
    ("NetworkX", "GEXF", networkx_gexf, claims),
    ("igraph", "GraphML", igraph_graphml, claims),
    ("followthemoney", "ftm", follow_the_money, claims),
    ("stix2", "STIX 2.1", stix, claims),
    ("rdflib", "JSON-LD", json_ld, claims),
    ("Kùzu", "Cypher", kuzu_cypher, claims),
    ("Python's csv", "Neo4j's", neo4j_tables, claims),
    ("pandas", "CSV", pandas_csv, rows),
    ("DuckDB", "CSV", duckdb_csv, rows),
]
for tool, format, read, expected in readers:
    found = read()
    assert found == expected, f"{tool} finds {found} claims in {format}, and there are {expected}"
    print(f"{tool:15} reads {format:9} {found} of {expected}")
