"""Prints a table of random claims: generate_claims.py ENTITIES CLAIMS. The same numbers give the same table.

A few entities are in many claims, most in few, as among people.
"""

import random
import sys

entities, claims = int(sys.argv[1]), int(sys.argv[2])
random.seed(entities + claims)
kinds = ["person", "company", "state", "armed_group"]
relations = ["supplies", "cooperates_with", "backs", "funds", "meets"]


def pick():
    return min(int(entities * random.random() ** 2), entities - 1)


print("subject,subject_kind,relation,object,object_kind,status,confidence,source")
for i in range(claims):
    one, other = pick(), pick()
    while one == other:
        other = pick()
    status = "denied" if random.random() < 0.05 else "actual"
    print(f"Quorvex {one},{kinds[one % 4]},{random.choice(relations)},Quorvex {other},{kinds[other % 4]},{status},"
          f"{random.randint(300, 990) / 1000},paper {i % 50}")
