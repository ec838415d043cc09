#!/usr/bin/env python3
"""Finds SDN entries that stand already in a hand-made table, by name and class, and writes their numbers there
("ofac:12345"), so that import_ofac.py leaves them out. Prints the pairs; a pair is refused by a line "number name"
in refused_ofac.txt.
Usage: link_ofac.py [--write]"""

import sys

import import_ofac
from common import HAND, existing, fold, lines_of, loose, parts, path_of, read, state_names, words_of

# namesakes: the SDN entry is another than the entry of the table
REFUSED = set(line.strip() for line in open(__file__.replace('link_ofac.py', 'refused_ofac.txt'), encoding='utf-8'))
PERSON = {'person'}
BODY = {'armed_group', 'company', 'government_body', 'international_body', 'media', 'military_unit', 'ngo', 'organisation',
        'party'}


def main():
    sdn, aliases = import_ofac.load()
    known = state_names()
    people, name_words = import_ofac.individuals(sdn, aliases, known)
    bodies = import_ofac.organisations(sdn, aliases, known, name_words)
    remarks = {row[0]: (row[1], row[3], row[4], row[11] if len(row) > 11 else '') for row in sdn}
    index = {}
    for row, classes in [(row, PERSON) for row in people] + [(row, BODY) for row in bodies]:
        for position, name in enumerate([row.name] + row.aliases):
            index.setdefault(loose(name), []).append((row, classes, position, name))
    write = '--write' in sys.argv
    linked = {identifier for table in existing(HAND) for row in read(table) for identifier in row.identifiers}
    taken = {fold(name) for table in existing(HAND) for row in read(table) for name in [row.name] + row.aliases}
    for table in existing(HAND):
        if table == 'states.tsv':
            continue
        out, changed = [], False
        for line in lines_of(table):
            if not line or line.startswith('#'):
                out.append(line)
                continue
            cells = line.split('\t')
            found = {}
            for name in [cells[0]] + parts(cells[3]):
                if len(words_of(name)) < 2 and (cells[1] == 'person' or len(name) < 5):
                    continue
                for row, classes, position, other in index.get(loose(name), []):
                    if cells[1] in classes:
                        found.setdefault(row.identifiers[0], (row, name, position))
            identifiers, extra = parts(cells[4]), []
            for number, (row, name, position) in found.items():
                if f'{number[5:]} {cells[0]}' in REFUSED or number in linked:
                    continue
                source = remarks[number[5:]]
                print(f'{number}\t{cells[0]} [{cells[1]}, {cells[2]}; {cells[5][:70]}] ~ {name} ({position}) = {source[0]} | '
                      f'{row.kind}, {row.state} | {source[1]} | {source[2]} | {source[3][:110]}')
                identifiers.append(number)
                linked.add(number)
                if cells[1] != 'person':  # spellings that the hand-made table lacks
                    extra += [name for name in [row.name] + row.aliases if len(words_of(name)) > 2 and fold(name) not in taken]
                    taken.update(fold(name) for name in extra)
            if identifiers != parts(cells[4]):
                cells[3] = '|'.join(parts(cells[3]) + extra)
                cells[4] = '|'.join(identifiers)
                changed = True
            out.append('\t'.join(cells))
        if write and changed:
            with open(path_of(table), 'w', encoding='utf-8') as file:
                file.write('\n'.join(out))


if __name__ == '__main__':
    main()
