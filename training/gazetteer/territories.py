#!/usr/bin/env python3
"""Territories that are no states, from country-codes (PDDL), with their ISO codes. Usage: territories.py"""

from common import Register, Row, country_codes, settle, state_codes, write

OWNER = {'AU': 'Australia', 'NZ': 'New Zealand', 'US': 'United States', 'GB': 'United Kingdom', 'FR': 'France',
         'NL': 'Netherlands', 'DK': 'Denmark', 'NO': 'Norway', 'FI': 'Finland', 'CN': 'China'}
LEFT_OUT = {'EH', 'AQ', 'HM', 'BV', 'TF', 'IO', 'UM', 'GS'}  # disputed, or in places.tsv under another name


def main():
    states = state_codes()
    rows = []
    for row in country_codes():
        code = row['ISO3166-1-Alpha-2']
        if not code or code in states or code in LEFT_OUT:
            continue
        part = row['is_independent'].replace('Part of ', '').replace('Territory of ', '').replace('Commonwealth of ', '').strip()
        owner = OWNER.get(part, '')
        name = row['CLDR display name'] or row['official_name_en']
        aliases = [row['official_name_en']]
        identifiers = ['iso3166:' + code]
        if row['wikidata_id'].rsplit('/', 1)[-1].startswith('Q'):
            identifiers.append('wikidata:' + row['wikidata_id'].rsplit('/', 1)[-1])
        rows.append(Row(name.replace('St. ', 'Saint '), 'place', owner, [a for a in aliases + [name] if '(' not in a], identifiers))
    for row in rows:
        row.aliases = [a for a in dict.fromkeys(row.aliases) if a != row.name]
    write('territories.tsv', 'Territories that are no states. Imported by training/gazetteer/territories.py from country-codes (PDDL 1.0).\n'
          'Columns as in bodies.tsv.', settle(rows, Register('territories.tsv')))


main()
