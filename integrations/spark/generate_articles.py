"""Prints made-up articles as JSON Lines: generate_articles.py COUNT. The same number gives the same articles.

They call their actors by the names that articles do: "Viktor P. Orlov", "V. Orlov" or "Orlow"; "Quorvex Trading", "Quorvex Trading
Ltd." or "Quorvex". The more articles there are, the more actors.
"""
import json
import random
import sys

count = int(sys.argv[1])
random.seed(count)
given = ["Ada", "Boris", "Clara", "Daniel", "Elena", "Farid", "Viktor", "William", "Mohammed", "Sergei", "Katarina", "Yusuf"]
starts = ["Quor", "Mire", "Oks", "Tiv", "Pell", "Dras", "Zant", "Orl", "Brem", "Hald", "Vosk", "Nerr", "Kiv", "Sarr", "Lom"]
ends = ["vex", "lund", "arra", "ver", "onque", "moor", "ibo", "ov", "enko", "ski", "idze", "ani", "sson", "berg", "ette"]
trades = ["Trading", "Shipping", "Bank", "Industries", "Group", "Company", "Airlines", "Steel"]
states = ["Iran", "Mali", "Russia", "Syria", "North Korea", "Belarus", "Sudan", "Libya", "Tehran", "Moscow", "the Kremlin"]
goods = ["drones", "rockets", "wheat", "fuel", "rifles", "trucks"]
papers = ["Beirut Courier", "Kyiv Wire", "Sahel Dispatch"]
sentences = [
    "{state} supplied {goods} to {body} in {year}, {person} told reporters on Tuesday.",
    "{body} is preparing to send {goods} to {state}, a senior official said.",
    "{person} leads {body}, which has offices in {state}.",
    "{state} denied that it had funded {body}.",
    "{body} and {other} agreed to cooperate, {person} said.",
    "{person} met {somebody} in {state} last month.",
]


def spelt(name):
    """Now and then as another paper spells it."""
    if random.random() > 0.1:
        return name
    for one, other in (("vex", "veks"), ("ov", "ow"), ("ski", "sky"), ("arra", "ara"), ("enko", "enco")):
        if name.endswith(one):
            return name[: -len(one)] + other
    return name


actors = max(12, count // 8)
people = [(random.choice(given), random.choice("ABCDEFGHIKLMNOP"), random.choice(starts) + random.choice(ends))
          for _ in range(actors)]
bodies = [(random.choice(starts) + random.choice(ends), random.choice(trades)) for _ in range(actors)]


def person():
    first, middle, last = random.choice(people)
    last = spelt(last)
    return random.choices([f"{first} {last}", f"{first} {middle}. {last}", f"{first[0]}. {last}", last], [12, 3, 2, 2])[0]


def body():
    name, trade = random.choice(bodies)
    name = spelt(name)
    return random.choices([f"{name} {trade}", f"{name} {trade} Ltd.", f"the {name} {trade}", name], [12, 2, 4, 1])[0]


for number in range(count):
    told = [random.choice(sentences).format(
        state=random.choice(states), goods=random.choice(goods), person=person(), somebody=person(), body=body(),
        other=body(), year=random.randint(2015, 2023)) for _ in range(5)]
    told = [each[0].upper() + each[1:] for each in told]
    print(json.dumps({
        "url": f"https://example.org/{number:07}", "publisher": random.choice(papers),
        "date": f"2023-{random.randint(1, 12):02}-{random.randint(1, 28):02}", "title": f"Report {number}",
        "text": " ".join(told[:2]) + f"\n\nThis is report {number}. " + " ".join(told[2:]) + "\n"}))
