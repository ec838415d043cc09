#!/usr/bin/env python3
"""Checks the tables of the gazetteer: columns, kinds, states, identifiers, offices, Unicode, and that every name stands
under one entry only. Prints what is wrong and ends with 1, or counts and ends with 0."""

import os
import re
import sys
import unicodedata

from common import DATA, KINDS, ORDER, capitals, existing, fold, lines_of, parts  # noqa: E402

IDENTIFIER = {'iso3166': r'[A-Z]{2}', 'ofac': r'\d+', 'imo': r'\d{7}', 'wikidata': r'Q\d+', 'lei': r'[0-9A-Z]{20}',
              'un_m49': r'\d{3}'}
DATE = re.compile(r'^(\d{4})(-\d\d(-\d\d)?)?$')


def valid_date(text):
    match = DATE.match(text)
    return bool(match) and 1800 <= int(match[1]) <= 2026 and (
        not match[2] or 1 <= int(text[5:7]) <= 12) and (not match[3] or 1 <= int(text[8:10]) <= 31)


def main():
    problems, owners, identifiers, counts = [], {}, {}, []
    states = {line.split('\t')[0] for line in lines_of('states.tsv') if line and not line.startswith('#')}
    capital_of = capitals()
    for table in sorted(os.listdir(DATA)):
        if table.endswith('.tsv') and table not in ORDER:
            problems.append(f'{table}: not in the list of tables (training/gazetteer/common.py)')
    for table in existing(ORDER):
        rows = names = 0
        widths = (5,) if table == 'states.tsv' else (6, 7)  # the last, demonyms, may be left out
        lines = lines_of(table)
        if lines and lines[-1] != '':
            problems.append(f'{table}: no line end at the end')
        for number, line in enumerate(lines, 1):
            where = f'{table}:{number}'
            if '\r' in line or '\ufeff' in line or '\ufffd' in line:
                problems.append(f'{where}: carriage return, byte order mark or replacement character')
            if unicodedata.normalize('NFC', line) != line:
                problems.append(f'{where}: not NFC')
            if not line or line.startswith('#'):
                continue
            cells = line.split('\t')
            if len(cells) not in widths:
                problems.append(f'{where}: {len(cells)} columns, not {" or ".join(map(str, widths))}: {line[:60]}')
                continue
            for cell in cells:
                if cell != cell.strip() or '  ' in cell or '||' in cell or cell.startswith('|') or cell.endswith('|'):
                    problems.append(f'{where}: blanks or empty parts: {cell[:80]!r}')
                if re.search(r' \||\| ', cell):
                    problems.append(f'{where}: blank beside |: {cell[:80]!r}')
                if any(unicodedata.category(c) in ('Cc', 'Cf', 'Co', 'Cn') for c in cell):
                    problems.append(f'{where}: control character: {cell[:80]!r}')
            if table == 'states.tsv':
                name, kind, state = cells[0], 'state', cells[0]
                aliases, ids, offices = parts(cells[1]) + parts(cells[3]), parts(cells[4]), []
            else:
                name, kind, state = cells[0], cells[1], cells[2]
                aliases, ids, offices = parts(cells[3]), parts(cells[4]), parts(cells[5])
            rows += 1
            names += 1 + len(aliases)
            if not name or '|' in name:
                problems.append(f'{where}: bad name {name!r}')
            if kind not in KINDS:
                problems.append(f'{where}: unknown kind {kind!r}')
            if state and state not in states:
                problems.append(f'{where}: unknown state {state!r}')
            if offices and kind != 'person':
                problems.append(f'{where}: offices of a {kind}')
            for identifier in ids:
                scheme, _, value = identifier.partition(':')
                if not re.fullmatch(IDENTIFIER.get(scheme, r'(?!)'), value):
                    problems.append(f'{where}: identifier {identifier!r}')
                first = identifiers.setdefault(identifier, where)
                if first != where:
                    problems.append(f'{where}: identifier {identifier} also at {first}')
            for office in offices:
                title, colon, term = office.rpartition(':')
                ends = term.split('..')
                if not colon or not title or len(ends) != 2 or not all(not end or valid_date(end) for end in ends):
                    problems.append(f'{where}: office {office!r}')
                elif all(ends) and ends[0][:min(map(len, ends))] > ends[1][:min(map(len, ends))]:
                    problems.append(f'{where}: office ends before it begins {office!r}')
            for alias in dict.fromkeys([name] + aliases):
                key = fold(alias)
                if len(key) < 2:
                    problems.append(f'{where}: name of one character {alias!r}')
                first = owners.setdefault(key, (where, name, kind))
                if first[0] != where:
                    problems.append(f'{where}: {alias!r} of {name!r} also stands under {first[1]!r} ({first[0]})')
                if key in capital_of and kind not in ('state', 'place'):
                    problems.append(f'{where}: {alias!r} of {name!r} is a capital')
        counts.append((table, rows, names))
    if problems:
        for problem in problems[:400]:
            print(problem)
        print(f'{len(problems)} problems')
        return 1
    for table, rows, names in counts:
        print(f'{table:32}{rows:8}{names:8}')
    print(f'{"together":32}{sum(c[1] for c in counts):8}{sum(c[2] for c in counts):8}')
    return 0


if __name__ == '__main__':
    sys.exit(main())
