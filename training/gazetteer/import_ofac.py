#!/usr/bin/env python3
"""The OFAC SDN list (public domain): individuals, organisations, vessels and aircraft, with the aliases of alt.csv.
The aliases in the remarks are the weak ones and are left out. Usage: import_ofac.py"""

import collections
import csv
import os
import re

from common import (CORPORA, Register, Row, cased, cased_person, fold, is_ordinary, settle, state_names, words_of, write)

SOURCE = ('Imported by training/gazetteer/import_ofac.py from the OFAC SDN list of January 2022 (US Government work, public domain).\n'
          'Columns as in bodies.tsv; identifiers: the SDN entry number (ofac) and the ship\'s IMO number (imo).\n')

SURNAME_FIRST = {'North Korea', 'China', 'Vietnam', 'South Korea'}  # written "KIM, Jong Un" by OFAC, "Kim Jong Un" in news

COMPANY = re.compile(r"\b(LTD|LTDA|LIMITED|LIMITADA|LLC|L\.L\.C|CO|COMPANY|CORP|CORPORATION|INC|S\.? ?A\.?S?|S\.R\.L|SRL|"
                     r"C\.V|GMBH|AG|OAO|OOO|ZAO|PAO|PJSC|OJSC|JSC|PLC|B\.V|N\.V|FZE|FZCO|FZC|FZ|SDN|BHD|SARL|S\.A\.R\.L|"
                     r"S\.A\.L|SAL|E\.U|EURL|SPC|S\.P\.A|SPA|INCORPORATED|BANK|BANCO|BANCA|BANQUE|AIRLINES?|AIRWAYS|AIR|"
                     r"SHIPPING|TRADING|TRADERS?|EXCHANGE|INDUSTRIES|INDUSTRY|INDUSTRIAL|HOLDINGS?|INVESTMENTS?|"
                     r"ENTERPRISES?|IMPORT|EXPORT|CONSTRUCTION|CONSTRUCTORA|PETROLEUM|PETROCHEMICALS?|REFINERY|OIL|GAS|"
                     r"STEEL|MINING|HOTEL|RESTAURANT|TANKERS?|TRANSPORT|LOGISTICS|INSURANCE|INMOBILIARIA|COMERCIAL|"
                     r"COMERCIALIZADORA|DISTRIBUIDORA|DROGAS|FARMACIA|AGROPECUARIA|AGRICOLA|GANADERA|SERVICIOS|"
                     r"JEWELLERY|ELECTRONICS|FACTORY|FACTORIES|REAL ESTATE|MALL|VENTURES|PARTNERS|CONSULTING|"
                     r"INVERSIONES|TRAVEL|FINANCE|FINANCIAL|LINES|SHIPYARD|AVIATION|AEROSPACE|MOTORS?|PHARMACY|"
                     r"OY|OU|EOOD|EIRL|E\.I\.R\.L|CIA|SOCIEDAD|GROUPE?|GRUPO|PROPERTIES|DEVELOPMENTS?|TECHNOLOGY|TECHNOLOGIES|"
                     r"MANAGEMENT|SERVICES|MONEY|HAWALA|FUND|TOURS|MARINE|MARITIME|CARGO|PRODUCTS|SUPPLIES|"
                     r"MINERALS|METALS|CEMENT|FOODS?|TEXTILES?|CASINO|MANUFACTURING|ENGINEERING|CONTRACTING)\b\.?")
NGO = re.compile(r"\b(FOUNDATION|CHARITABLE|CHARITY|RELIEF|FUNDACION|ORPHANS|HUMANITARIAN|SOCIETY|AID|WELFARE|STICHTING|"
                 r"WAQF|ASSOCIATION|BENEVOLENCE|BONYAD|TRUST)\b")
GOVERNMENT = re.compile(r"\b(MINISTRY|DIRECTORATE|GOVERNMENT|COMMITTEE|INTELLIGENCE|GENERAL STAFF|BUREAU|COUNCIL|POLICE|"
                        r"AGENCY|DEPARTMENT|COMMISSION|BRANCH|AUTHORITY|SERVICE OF|PRISON|PENITENTIARY|CENTRAL BANK|"
                        r"ADMINISTRATION|SECURITY SERVICE|KGB)\b")
ARMED = re.compile(r"\b(BRIGADES?|BATTALION|MILITIA|MUJAHIDEEN|MUJAHIDIN|JIHAD|HIZBALLAH|QA'IDA|QAIDA|TALIBAN|FRONT|ARMY|"
                   r"CARTEL|LIBERATION|HARAKAT|JAISH|LASHKAR|KATA'IB|SARAYA|LIWA|ISIL|ISLAMIC STATE|GANG|MAFIA|"
                   r"REVOLUTIONAR(?:Y|IES)|RESISTANCE|YAKUZA|DRUG TRAFFICKING|MONEY LAUNDERING ORGANIZATION|"
                   r"TRANSNATIONAL CRIMINAL|CLAN|CRIMINAL ORGANIZATION)\b")
UNIT = re.compile(r"\b(AIR FORCE|NAVY|DIVISION|GROUND FORCES?|BRIGADE|SPECIAL FORCES|REPUBLICAN GUARD|CORPS|UNIT \d+)\b")
MEDIA = re.compile(r"\b(TELEVISION|TV|RADIO|NEWS|BROADCASTING|PRESS|NEWSPAPER|MEDIA)\b")


def load():
    def rows(name):
        with open(os.path.join(CORPORA, 'structured/ofac-sdn', name), encoding='utf-8', errors='replace') as file:
            return [[cell.strip() for cell in row] for row in csv.reader(file) if len(row) > 3]

    aliases = collections.defaultdict(list)
    for row in rows('alt.csv'):
        aliases[row[0]].append(row[3])
    return rows('sdn.csv'), aliases


def tidy(text):
    text = text.replace('`', "'").replace('|', ' ').replace('\ufffd', '')
    text = re.sub(r'\s+', ' ', text).strip(' ,;')
    return text.replace('"', '').strip()


def states_in(remarks, known, fields):
    found = []
    for part in re.split(r';|\.$', remarks):
        match = re.match(r'\s*(alt\. )?(' + fields + r')\s+(.*)', part)
        if match and not match[1]:
            place = match[3].strip(' .')
            bracket = re.search(r'\(([^()]*)\)$', place)
            state = known.get(fold(place)) or (bracket and known.get(fold(bracket[1])))
            if state:
                found.append(state)
    return set(found)


def state_of_person(remarks, known):
    for fields in ('nationality', 'citizen', 'POB'):
        if fields == 'POB':
            match = re.search(r'(?<!alt\. )POB ([^;]*)', remarks)
            if match:
                return known.get(fold(match[1].split(',')[-1].strip(' .')), '')
        found = states_in(remarks, known, fields)
        if found:
            # several nationalities: none is home
            others = re.search(r'alt\. ' + fields, remarks)
            return found.pop() if len(found) == 1 and not others else ''
    return ''


def person_names(raw, state, programme):
    raw = tidy(raw)
    if ',' in raw:
        last, first = [part.strip() for part in raw.split(',', 1)]
        if first.lower() in ('jr.', 'sr.', 'jr', 'sr'):
            return [cased_person(last)]
        suffix = ''
        match = re.match(r'(.*), (Jr\.?|Sr\.?|II|III)$', first)
        if match:
            first, suffix = match[1], ' ' + match[2]
        last, first = cased_person('X ' + last)[2:], cased_person('X ' + first)[2:]
        last = last[0].upper() + last[1:] if not re.match(r'(al|el|an|ar|as|ash|ad|at|az|ul|ur|us|ud|il)-|(?:bin|bint|ibn) ', last) else last
        first = first[0].upper() + first[1:] if first else first
        if state in SURNAME_FIRST or programme.startswith('DPRK'):
            if ' ' in last:
                return [f'{first} {last}']
            given = first
            names = [f'{last} {given}']
            syllables = given.split(' ')
            if len(syllables) == 2 and state != 'Vietnam':
                if state == 'China':
                    names.append(f'{last} {syllables[0]}{syllables[1].lower()}')
                else:
                    names.append(f'{last} {syllables[0]}-{syllables[1].lower()}')
            elif '-' in given:
                names.append(f'{last} {given.replace("-", " ")}')
            return names
        names = [f'{first} {last}{suffix}'.strip()]
        given = first.split(' ')
        if len(given) == 2 and re.search(r'(vich|vych|vna|yevich|ovich|evich|ivna|ogly)$', given[1]):
            names.append(f'{given[0]} {last}')
        return names
    return [cased_person(raw)]


def plain(names):
    """The persons' names that may stand: two words at least, no bare titles or numbers."""
    result = []
    for name in names:
        words = words_of(name)
        if len(words) < 2 or any(c.isdigit() for c in name) or '(' in name or '/' in name:
            continue
        if len(words) == 2 and (len(words[0]) < 3 or len(words[1]) < 2) and not re.search(r'[-]', name):
            if min(len(w) for w in words) < 2:
                continue
        result.append(name)
    return list(dict.fromkeys(result))


def individuals(sdn, aliases, known):
    rows = []
    for row in sdn:
        if row[2] != 'individual':
            continue
        remarks = row[11] if len(row) > 11 else ''
        state = state_of_person(remarks, known)
        names = []
        for raw in [row[1]] + aliases[row[0]]:
            if ',' not in raw and raw != row[1] and len(raw.split()) < 3:
                continue  # "HAJI KARIM": a nickname
            names += person_names(raw, state, row[3])
        names = plain(names)
        if names:
            rows.append(Row(names[0], 'person', state, names[1:], ['ofac:' + row[0]]))
    # a name of two words that many could bear is no identity
    first, last, used = collections.Counter(), collections.Counter(), collections.Counter()
    for row in rows:
        first[row.name.split()[0]] += 1
        last[row.name.split()[-1]] += 1
        used.update({word for name in [row.name] + row.aliases for word in name.split()})

    def common(name):
        words = name.split()
        return len(words) == 2 and min(used[word] for word in words) >= 15

    kept = []
    for row in rows:
        names = [name for name in [row.name] + row.aliases if not common(name)]
        if names:
            row.name, row.aliases = names[0], names[1:]
            kept.append(row)
    return kept, set(used)


def kind_of(name, programmes):
    upper = name.upper()
    terror = re.search(r'SDGT|FTO|SDT\b', programmes)
    if UNIT.search(upper):
        return 'military_unit'
    if re.search(r'FEDERAL STATE (BUDGETARY|AUTONOMOUS)', upper):
        return 'government_body'
    if re.search(r'\b(MINISTRY|DIRECTORATE|GENERAL STAFF|POLICE|CENTRAL BANK|INTELLIGENCE)\b', upper) and not re.search(
            r'\b(LTD|LIMITED|LLC|CORP|CO|COMPANY)\b', upper):
        return 'government_body'
    if re.search(r'\b(SUPPLY BUREAU|SECURITY COMMAND|COURT)\b', upper):
        return 'government_body'
    if COMPANY.search(upper):
        return 'company'
    if MEDIA.search(upper):
        return 'media'
    if NGO.search(upper):
        return 'ngo'
    if ARMED.search(upper):
        return 'armed_group'
    if GOVERNMENT.search(upper):
        return 'government_body'
    if re.search(r'\b(UNIVERSITY|INSTITUTE|CENTER|CENTRE|COLLEGE|ACADEMY|ORGANIZATION|MINISTRY)\b', upper):
        return 'organisation'
    if terror and 'SDNTK' not in programmes and 'IFSR' not in programmes:
        return 'organisation'
    return 'organisation'


def organisation_names(raws, name_words):
    result = []
    for raw in raws:
        name = cased(re.sub(r'\s*\([A-Z&. -]{2,8}\)$', '', tidy(raw)))
        words = words_of(name)
        if not words or not any(c.isalpha() for c in name):
            continue
        if len(words) == 1:
            word = words[0]
            if len(word) < 4 or is_ordinary(word) or word in name_words or word.title() in name_words:
                continue
        elif all(is_ordinary(word) or len(word) < 3 for word in words) and len(words) < 3:
            continue
        elif len(words) == 2 and all(word in name_words for word in words):
            continue  # reads as a person
        result.append(name)
    return list(dict.fromkeys(result))


def organisations(sdn, aliases, known, name_words):
    rows = []
    for row in sdn:
        if row[2] != '-0-':
            continue
        remarks = row[11] if len(row) > 11 else ''
        found = set()
        for part in remarks.split(';'):
            if re.search(r'\b(Tax ID|Registration|Registered|Commercial|Company Number|NIT|Matricula|Folio|RUC|R\.F\.C|C\.R\. No|'
                         r'Chamber|RIF|Business|Enterprise|Government Gazette|Organization Code|Trade License|UK Company|'
                         r'License|National ID|Certificate|Unified|Economic Register)', part):
                match = re.search(r'\(([^()]*)\)\.?$', part.strip())
                if match and known.get(fold(match[1])):
                    found.add(known[fold(match[1])])
        state = found.pop() if len(found) == 1 else ''
        names = organisation_names([row[1]] + aliases[row[0]], name_words)
        if names:
            kind = kind_of(row[1], row[3])
            if kind == 'organisation':
                kind = kind_of(' / '.join([row[1]] + aliases[row[0]]), row[3])
            rows.append(Row(names[0], kind, state, names[1:], ['ofac:' + row[0]]))
    return rows


FLAGS = {'Iran', 'North Korea', 'Russia', 'Syria', 'Venezuela', 'Cuba', 'Libya'}  # flags that are no convenience


def vessels(sdn, aliases, known, name_words):
    rows = []
    for row in sdn:
        if row[2] != 'vessel':
            continue
        remarks = row[11] if len(row) > 11 else ''
        imo = re.search(r'IMO (\d{7})\b', remarks)
        identifiers = ['ofac:' + row[0]] + (['imo:' + imo[1]] if imo else [])
        flag = known.get(fold(row[9]), '') if len(row) > 9 else ''
        names = []
        for raw in [row[1]] + aliases[row[0]]:
            name = cased(tidy(raw))
            words = [word for word in words_of(name)]
            bare = re.sub(r'\W', '', name)
            if len(bare) < 3 or bare.isdigit():
                continue
            weak = all(is_ordinary(w) or w in name_words or len(w) < 3 or fold(w) in known or w.isdigit() for w in words)
            if len(words) == 1 and not weak and raw == row[1] and len(name) > 5:
                names += [name, f'MV {name}', f'M/V {name}', f'MT {name}', f'M/T {name}']
            elif weak or len(words) == 1:
                names += [f'MV {name}', f'M/V {name}', f'MT {name}', f'M/T {name}']
            else:
                names.append(name)
        if names:
            rows.append(Row(names[0], 'vehicle', flag if flag in FLAGS else '', names[1:], identifiers))
    return rows


TAILS = {'EP': 'Iran', 'YK': 'Syria', 'YV': 'Venezuela', 'P': 'North Korea', 'RA': 'Russia', 'CU': 'Cuba'}


def aircraft(sdn, aliases):
    rows = []
    for row in sdn:
        if row[2] != 'aircraft':
            continue
        names = [tidy(raw) for raw in [row[1]] + aliases[row[0]]]
        names = [name for name in names if re.fullmatch(r'[A-Z0-9]{1,3}-[A-Z0-9]{2,5}|YV\d{4}|N\d{3,5}[A-Z]*', name)]
        if names:
            rows.append(Row(names[0], 'vehicle', TAILS.get(names[0].split('-')[0].rstrip('0123456789'), ''), names[1:], ['ofac:' + row[0]]))
    return rows


def main():
    sdn, aliases = load()
    known = state_names()
    people, name_words = individuals(sdn, aliases, known)
    name_words |= {word.title() for word in name_words}

    def left(rows, register):
        return [row for row in rows if row.identifiers[0] not in register.identifiers]

    register = Register('ofac_organisations.tsv')
    write('ofac_organisations.tsv', 'Designated organisations, companies, banks and bodies.\n' + SOURCE,
          settle(left(organisations(sdn, aliases, known, name_words), register), register))
    register = Register('ofac_individuals.tsv')
    write('ofac_individuals.tsv', 'Designated persons.\n' + SOURCE, settle(left(people, register), register))
    register = Register('ofac_vessels.tsv')
    write('ofac_vessels.tsv', 'Designated ships. A name that is a word or a person\'s stands only with "MV" or "MT".\n' + SOURCE,
          settle(left(vessels(sdn, aliases, known, name_words), register), register))
    register = Register('ofac_aircraft.tsv')
    write('ofac_aircraft.tsv', 'Designated aircraft by their registration.\n' + SOURCE,
          settle(left(aircraft(sdn, aliases), register), register))


if __name__ == "__main__":
    main()
