"""Prints made-up articles as JSON Lines: generate_articles.py COUNT. The same number gives the same articles."""
import json
import random
import sys

count = int(sys.argv[1])
random.seed(count)
people = ["Ada Quorvex", "Boris Mirelund", "Clara Oksarra", "Daniel Tivver", "Elena Pellonque", "Farid Drasmoor"]
bodies = ["Quorvex Company", "Zantibo Group", "Mirelund Bank", "Wagner Group", "Oksarra Shipping", "Tivver Industries"]
states = ["Iran", "Mali", "Russia", "Syria", "North Korea", "Belarus", "Sudan", "Libya"]
goods = ["drones", "rockets", "wheat", "fuel", "rifles", "trucks"]
papers = ["Beirut Courier", "Kyiv Wire", "Sahel Dispatch"]
sentences = [
    "{state} supplied {goods} to the {body} in {year}, {person} told reporters on Tuesday.",
    "The {body} is preparing to send {goods} to {state}, a senior official said.",
    "{person} leads the {body}, which has offices in {state}.",
    "{state} denied that it had funded the {body}.",
    "The {body} and the {other} agreed to cooperate, {person} said.",
    "Negotiators from {state} met {person} last month.",
]
for number in range(count):
    told = [random.choice(sentences).format(
        state=random.choice(states), goods=random.choice(goods), person=random.choice(people),
        body=random.choice(bodies), other=random.choice(bodies), year=random.randint(2015, 2023)) for _ in range(4)]
    print(json.dumps({
        "url": f"https://example.org/{number:07}", "publisher": random.choice(papers),
        "date": f"2023-{random.randint(1, 12):02}-{random.randint(1, 28):02}", "title": f"Report {number}",
        "text": " ".join(told[:2]) + f"\n\nThis is report {number}. " + " ".join(told[2:]) + "\n"}))
