#!/usr/bin/env python3
"""Clusters of the MISP galaxy (CC0 1.0 or BSD-2): designated terrorist groups, intelligence agencies, hacker groups,
Chinese defence universities, unmanned aircraft. Usage: import_misp.py"""

import re

from common import (Register, Row, fold, is_ordinary, loose, merged, misp, settle, state_codes, state_names, words_of,
                    write)

SOURCE = 'Imported by training/gazetteer/import_misp.py from the MISP galaxy, cluster {} (CC0 1.0 or BSD-2-Clause).\nColumns as in bodies.tsv.\n'


def clean(name):
    name = re.sub(r'\s+', ' ', name.replace('“', '"').replace('”', '"')).strip(' .,;')
    return name if '|' not in name and len(name) < 90 else ''


def keeps(name):
    words = words_of(name)
    if not words or len(name) < 3 or len(words) > 9:
        return False
    if len(words) == 1:
        return not is_ordinary(words[0]) and (len(name) > 3 or any(c.isdigit() for c in name))
    return not (len(words) == 2 and all(is_ordinary(word) for word in words))


def distinct(rows, register, words=2):
    """Without rows that an earlier table has under its own name, or an alias of so many words."""
    return [row for row in rows if not register.owner(row.name) and not any(
        register.owner(name) for name in row.aliases if len(words_of(name)) >= words)]


def terrorist_groups():
    rows = []
    for value in misp('terrorist-groups'):
        summary = value['meta'].get('summary', '')
        aliases = [clean(part) for part in re.split(r'[,;] | and (?=[A-Z])', summary)]
        aliases = [a for a in aliases if a and keeps(a) and len(a) < 60 and a[0].isupper() | (a[:3] in ('al-', 'al '))
                   and not re.search(r'\b(formerly|previously|known as|listed|also|the group|is|was|are)\b', a)]
        names = []
        for name in [clean(value['value'])] + aliases:
            match = re.match(r'^(.*?)\s*\(([^()]*)\)\s*(?:\((.*)\))?$', name)
            parts = [part for part in match.groups() if part] if match else [name]
            names += [part.strip() for part in parts if '(' not in part and ')' not in part]
        names = [name.replace('´', "'") for name in names if keeps(name) and not (name.isupper() and len(name) < 4)
                 and not name.isdigit() and not re.search(r'[- ]$|- ', name) and name not in ('Needy', 'Al-Hadith', 'al-Hadith')]
        if not names or value['value'] in ('James Mason', '764'):  # a person, a number
            continue
        kind = 'ngo' if 'Relief' in names[0] else 'armed_group'
        rows.append(Row(names[0], kind, '', list(dict.fromkeys(names[1:]))))
    return rows


def agencies():
    codes, rows = state_codes(), []
    for value in misp('intelligence-agencies'):
        if re.match(r'(Ministry|Cabinet|Department) of|.*(Police|Ministry)$', value['value']):
            continue
        state = codes.get(value['meta'].get('country', ''), '')
        names = []
        for text in [value['value'], value.get('description', '')]:
            text = re.sub(r'\[\d+\]', '', text)
            if len(text) > 160 or (names and not re.search(r'\([A-Z][A-Za-z0-9]{1,8}\)', text)):
                continue
            for part in re.split(r'\s+[–—-]\s+|;|\s/\s|: ', text):
                short = re.findall(r'\(([A-Z][A-Za-z0-9]{2,8})\)', part)
                name = clean(re.sub(r'\s*\([^()]*\)', '', part))
                if (name and keeps(name) and name[0].isupper() and len(words_of(name)) <= 8 and not re.search(r'[.()]|\b(is|was|operated|the|by)\b', name)
                        and (len(words_of(name)) > 1 or name.isascii())):
                    names.append(name)
                names += [s for s in short if len(s) >= 3 and s.isupper() and not is_ordinary(s) and len(s) > 4]
        names = list(dict.fromkeys(names))
        # a name that many states' agencies have needs its state
        generic = re.compile(r'^(National|General|State|Military|Central|Federal|Department|Directorate|Defen[cs]e|Internal|'
                             r'External|Foreign|Special|Financial|Army|Naval|Air|Bureau|Office|Ministry|Intelligence|Security|'
                             r'Police|Criminal|Joint|Chief|Counter|Strategic|Presidential|Signals?|Anti|Domestic)\b', re.I)
        names = [n for n in names if not (generic.match(n) and len(words_of(n)) < 3)]
        names = [n for n in names if not (n.isupper() and len(n) < 5)]
        if names:
            rows.append(Row(names[0], 'government_body', state, names[1:]))
    return rows


def hacker_groups():
    codes, rows = state_codes(), []
    for value in misp('threat-actor'):
        country = value['meta'].get('country', '') if 'cfr-suspected-state-sponsor' in value['meta'] else ''
        if re.search(r'\b(operation|campaign|malware|ransomware)\b', value['value'], re.I) and 'group' not in value['value'].lower():
            continue
        names = [clean(name) for name in [value['value']] + value['meta'].get('synonyms', [])]
        names = [name for name in names if name and keeps(name) and not re.match(r'^(Group|Team|Unit) ?\d+$', name) and '(' not in name]
        names = [name for name in names if not (len(words_of(name)) == 1 and name.islower()) and not re.fullmatch(r'G\d{4}', name)]
        if names:
            rows.append(Row(names[0], 'organisation', codes.get(country, ''), names[1:]))
    return rows


def universities():
    rows = []
    for value in misp('china-defence-universities'):
        name = clean(re.sub(r'\s*[（(][^()（）]*[)）]', '', value['value']))
        aliases = value['meta'].get('aliases', [])
        if isinstance(aliases, str):
            aliases = re.findall(r"'([^']*)'", aliases)
        aliases = [clean(a) for a in aliases]
        aliases = [a for a in aliases if a and '(' not in a and (len(words_of(a)) > 1 or not a.isascii() or len(a) > 3) and (not a.isascii() or keeps(a))
                   and not re.search(r'Research Institute, |Academy of CAS', a)]
        company = re.search(r'Corporation|Company|Group|Industries', name)
        if keeps(name):
            rows.append(Row(name, 'company' if company else 'organisation', 'China', aliases))
    return rows


def drones():
    states = state_names()
    rows = []
    for value in misp('uavs'):
        meta = value['meta']
        text = value['value']
        maker = clean((meta.get('manufacturer') or '') if isinstance(meta.get('manufacturer', ''), str) else '')
        maker = re.sub(r'^(LLC|OOO|JSC|NPO|AO|PJSC|NPP) ', '', maker)
        maker = re.sub(r'\s*\(.*', '', maker).split(',')[0].split('/')[0].strip()
        inside = re.findall(r'\(([^()]*)\)', text)
        names = [clean(re.sub(r'\s*\([^()]*\)', '', text))] + [clean(part) for group in inside for part in group.split(',')]
        country = meta.get('country', '')
        state = states.get(fold(country.replace('-', ' ')), '') if isinstance(country, str) else ''
        good = []
        for name in names:
            words = words_of(name)
            if not name or '/' in name or len(name) > 40:
                continue
            designation = any(c.isdigit() for c in name) and any(c.isalpha() for c in name)
            if designation and all(is_ordinary(w) or not w.isalpha() or w == 'version' for w in words) and len(words) > 1:
                designation = False  # "Air 2"
                words = words[:1]
            if designation and len(name) > 3 or len(words) > 1 and not all(is_ordinary(w) for w in words):
                good.append(name)
            elif maker and len(words_of(maker)) < 4 and fold(maker.split()[0]) not in states and not is_ordinary(maker.split()[0]):
                good.append(f'{maker.split()[0]} {name}')
        good = [name for name in good if not re.fullmatch(r'[A-Z]?\d+', name)]
        if good:
            armed = meta.get('weapon_capability') == 'Yes'
            rows.append(Row(good[0], 'weapon' if armed else 'vehicle', state, good[1:]))
    return rows


def main():
    for table, cluster, rows, what in [
            ('misp_terrorist_groups.tsv', 'terrorist-groups', terrorist_groups, 'Designated terrorist groups.'),
            ('misp_agencies.tsv', 'intelligence-agencies', agencies, 'Intelligence and security services.'),
            ('misp_threat_actors.tsv', 'threat-actor', hacker_groups, 'Groups of hackers, state-run and criminal.'),
            ('misp_universities.tsv', 'china-defence-universities', universities, 'Chinese universities and firms of the defence industry.'),
            ('misp_uavs.tsv', 'uavs', drones, 'Unmanned aircraft: weapon where armed, vehicle where not or unknown.')]:
        register = Register(table)
        write(table, what + '\n' + SOURCE.format(cluster), 
              settle(distinct(merged(rows()), register, 1 if cluster == 'threat-actor' else 2), register))


main()
