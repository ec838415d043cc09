"""Reads articles into a database and prints how two actors are tied: main.py DATABASE FROM TO ARTICLE..."""
import sys

import kith

database, start, end, *articles = sys.argv[1:]
with kith.open(database, write=True) as war:
    report = war.ingest(articles)
    print(f"{report['documents']} documents, {report['claims']} claims")
    war.ingest_text("Iran supplies drones to Hezbollah, John Kirby said.", "note:1", publisher="The Desk", date="2024-01-02")
    try:
        war.ask("paths", {"from": "Wagnr", "to": end})
    except kith.Error as error:
        print(error.next_step)
    answer = war.ask("paths", {"from": start, "to": end, "max_hops": 4})
    for path in answer["paths"]:
        for hop in path["hops"]:
            tie = hop["ties"][0]
            print(f"{tie['subject']['name']} {tie['relation']} {tie['object']['name']} ({tie['status']})")
            print(f"    {tie['claims'][0]['evidence'][0]['text']}")
    picture = war.export(format="svg", around=start, depth=1)
    print("a picture:", picture[picture.index(b"<svg") :][:4].decode())
