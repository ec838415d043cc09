#!/usr/bin/env python3
"""Ministries, armies, parliaments, central banks and the like of every state under the names that newspapers build from
the state's name and adjective: "Russian Defence Ministry", "Ministry of Defence of Russia", "Ukraine's armed forces".
Made from states.tsv by rule; what a state calls otherwise stands in the hand-made tables. Usage: ministries.py"""

from common import Register, Row, fold, lines_of, parts, path_of, settle, write

# states without adjective of their own, without forces, or whose bodies have other names
SKIP = {'Soviet Union', 'Yugoslavia', 'Czechoslovakia', 'West Germany', 'East Germany', 'Vatican City', 'Kiribati', 'Nauru', 'Tuvalu', 'San Marino', 'Monaco', 'Liechtenstein',
        'Andorra', 'Palau', 'Micronesia', 'Marshall Islands', 'Saint Kitts and Nevis', 'Saint Vincent and the Grenadines',
        'Dominica', 'Grenada', 'Antigua and Barbuda', 'Saint Lucia', 'Sao Tome and Principe', 'Vanuatu', 'Samoa', 'Tonga'}
NO_ARMY = {'Costa Rica', 'Iceland', 'Panama', 'Mauritius', 'Solomon Islands'}
NO_NAVY = {'Afghanistan', 'Armenia', 'Austria', 'Belarus', 'Bhutan', 'Botswana', 'Burkina Faso', 'Burundi',
           'Central African Republic', 'Chad', 'Czech Republic', 'Eswatini', 'Ethiopia', 'Hungary', 'Kosovo', 'Kyrgyzstan',
           'Laos', 'Lesotho', 'Luxembourg', 'Malawi', 'Mali', 'Moldova', 'Mongolia', 'Nepal', 'Niger', 'North Macedonia',
           'Palestine', 'Rwanda', 'Serbia', 'Slovakia', 'South Sudan', 'Switzerland', 'Tajikistan', 'Uganda', 'Uzbekistan',
           'Zambia', 'Zimbabwe', 'Bosnia and Herzegovina'}
# two states share the adjective
SHARED = {'Congolese', 'Guinean', 'Dominican', 'Korean', 'Motswana', 'Basotho', 'Emirati'}
# the adjective is not the first word of the list, or reads otherwise
ADJECTIVE = {'United Kingdom': 'British', 'United States': '', 'Philippines': 'Philippine', 'Argentina': 'Argentine',
             'New Zealand': 'New Zealand', 'Republic of the Congo': '', 'Democratic Republic of the Congo': 'Congolese',
             'Botswana': '', 'Lesotho': '', 'Luxembourg': 'Luxembourg', 'United Arab Emirates': 'UAE', 'Dominica': '',
             'Papua New Guinea': '', 'Bosnia and Herzegovina': 'Bosnian', 'Saudi Arabia': 'Saudi', 'Somaliland': '',
             'Solomon Islands': '', 'Guinea-Bissau': ''}
ARTICLE = {'United Kingdom', 'Netherlands', 'Philippines', 'Central African Republic', 'Democratic Republic of the Congo',
           'Republic of the Congo', 'Czech Republic', 'Dominican Republic', 'United Arab Emirates', 'Gambia', 'Maldives',
           'Bahamas', 'Solomon Islands', 'Comoros', 'Seychelles'}
# where the head of state or government is not named so, no office of that name is made
MINISTRIES = [
    ('Foreign Ministry', ['Ministry of Foreign Affairs', 'Foreign Affairs Ministry'], 'government_body'),
    ('Defence Ministry', ['Ministry of Defence', 'Ministry of Defense', 'Defense Ministry', 'MoD', 'Defense Department'], 'government_body'),
    ('Interior Ministry', ['Ministry of the Interior', 'Ministry of Interior', 'Ministry of Internal Affairs'], 'government_body'),
    ('Finance Ministry', ['Ministry of Finance'], 'government_body'),
    ('Justice Ministry', ['Ministry of Justice'], 'government_body'),
    ('Health Ministry', ['Ministry of Health'], 'government_body'),
    ('Energy Ministry', ['Ministry of Energy'], 'government_body'),
    ('Information Ministry', ['Ministry of Information'], 'government_body'),
]
INFORMATION = {'Pakistan', 'Syria', 'Yemen', 'Zimbabwe', 'Sudan', 'Kuwait', 'Bahrain', 'Saudi Arabia', 'Myanmar', 'Lebanon', 'Somalia',
               'Eritrea', 'Tanzania', 'Nigeria', 'Iraq', 'India', 'Cambodia', 'Oman', 'South Sudan', 'Ethiopia', 'Egypt'}
# what the parliament as a whole is called, beside "Parliament"
WHOLE = {
    'Congress': {'Argentina', 'Bolivia', 'Brazil', 'Chile', 'Colombia', 'Dominican Republic', 'Ecuador', 'Guatemala', 'Honduras', 'Mexico',
                 'Paraguay', 'Peru', 'Philippines', 'Spain', 'Uruguay'},
    'National Assembly': {'Angola', 'Armenia', 'Azerbaijan', 'Benin', 'Bulgaria', 'Cuba', 'Djibouti', 'Ecuador', 'Guyana', 'Hungary', 'Kuwait',
                          'Laos', 'Mali', 'Mauritania', 'Mauritius', 'Nicaragua', 'Niger', 'Panama', 'Senegal', 'Serbia', 'South Korea',
                          'Tanzania', 'Venezuela', 'Vietnam', 'Zambia'},
    'Legislative Assembly': {'Costa Rica', 'El Salvador'},
}
# its chambers, where it has two
CHAMBERS = {
    'Senate': {'Argentina', 'Australia', 'Belgium', 'Bolivia', 'Brazil', 'Burundi', 'Cambodia', 'Cameroon', 'Canada', 'Chile', 'Colombia',
               'Czech Republic', 'Democratic Republic of the Congo', 'Dominican Republic', 'Egypt', 'France', 'Haiti', 'Ireland', 'Italy',
               'Ivory Coast', 'Jordan', 'Kazakhstan', 'Kenya', 'Liberia', 'Madagascar', 'Mexico', 'Netherlands', 'Nigeria', 'Pakistan',
               'Paraguay', 'Peru', 'Philippines', 'Poland', 'Romania', 'Rwanda', 'Somalia', 'Spain', 'Thailand', 'Uruguay', 'Uzbekistan',
               'Zimbabwe'},
    'National Assembly': {'Cambodia', 'Cameroon', 'France', 'Ivory Coast', 'Kenya', 'Madagascar', 'Nigeria', 'Pakistan', 'Slovenia',
                          'South Africa', 'Zimbabwe'},
    'Chamber of Deputies': {'Argentina', 'Bolivia', 'Brazil', 'Chile', 'Czech Republic', 'Dominican Republic', 'Haiti', 'Italy', 'Mexico',
                            'Paraguay', 'Romania', 'Rwanda', 'Uruguay'},
    'House of Representatives': {'Australia', 'Belgium', 'Colombia', 'Egypt', 'Indonesia', 'Japan', 'Jordan', 'Liberia', 'Morocco', 'Nepal',
                                 'Nigeria', 'Philippines', 'Somalia', 'Thailand', 'Yemen'},
}
OTHERS = {'United States': MINISTRIES, 'United Kingdom': MINISTRIES}


def extend(rows, register):
    """A body of a hand-made table that goes by one of these names ("Syrian Army" of the Syrian Arab Army) takes the others."""
    extra = {}
    for row in rows:
        owner = next((register.taken[fold(name)] for name in [row.name] + row.aliases if fold(name) in register.taken), None)
        if owner and owner[0] not in ('states.tsv', 'places.tsv') and owner[1].kind in ('government_body', 'military_unit', 'party'):
            key = (owner[0], owner[1].name)
            extra.setdefault(key, []).extend(name for name in [row.name] + row.aliases if fold(name) not in register.taken)
            row.name = ''
    rows[:] = [row for row in rows if row.name]
    for table in {table for table, _ in extra}:
        out = []
        for line in lines_of(table):
            cells = line.split('\t')
            names = extra.get((table, cells[0])) if line and not line.startswith('#') else None
            if names:
                have, more = {fold(cells[0])} | {fold(alias) for alias in parts(cells[3])}, []
                for name in names:
                    if fold(name) not in have:
                        have.add(fold(name))
                        more.append(name)
                cells[3] = '|'.join(parts(cells[3]) + more)
                line = '\t'.join(cells)
            out.append(line)
        with open(path_of(table), 'w', encoding='utf-8') as file:
            file.write('\n'.join(out))


def main():
    rows = []
    for line in lines_of('states.tsv'):
        if not line or line.startswith('#'):
            continue
        cells = line.split('\t')
        state, demonyms = cells[0], parts(cells[1])
        if state in SKIP or not demonyms:
            continue
        adjective = ADJECTIVE.get(state, demonyms[0])
        also = [word for word in demonyms[1:3] if not word.endswith('s') and word != adjective and len(word) > 4 and
                word not in ('Frenchman', 'Irishman', 'Dutchman', 'Briton', 'Spaniard', 'Swede', 'Dane', 'Finn', 'Turk', 'Pole',
                             'Icelander', 'Croat', 'Serb', 'Slovene', 'Tajik', 'Uzbek', 'Kazakh', 'Filipino')] if adjective else []
        the = 'the ' if state in ARTICLE else ''

        def body(noun, synonyms, kind, of=True):
            names = []
            for word in [adjective] + also:
                if word and word not in SHARED:
                    names += [f'{word} {form}' for form in [noun] + [s for s in synonyms if not s.startswith('Ministry')]]
                    names += [f'{word} {form}' for form in synonyms if form.startswith('Ministry')]
            if of:
                names += [f'{form} of {the}{state}' for form in synonyms if form.startswith('Ministry')]
            names += [f"{state}'{'' if state.endswith('s') else 's'} {form}" for form in [noun] + synonyms]
            if state == 'United Arab Emirates':
                names += [f"UAE's {noun}"]
            names = list(dict.fromkeys(names))
            if names:
                rows.append(Row(names[0], kind, state, names[1:]))

        if state not in OTHERS:
            for noun, synonyms, kind in MINISTRIES:
                if noun == 'Information Ministry' and state not in INFORMATION:
                    continue
                body(noun, synonyms, kind)
        if state not in NO_ARMY and state not in ('United States', 'United Kingdom', 'Japan', 'Iran'):
            body('Armed Forces', ['military', 'armed forces'], 'military_unit', of=False)
            rows[-1].aliases += [f'Armed Forces of {the}{state}']
            body('Security Forces', ['security forces'], 'military_unit', of=False)
            body('Army', ['army', 'Land Forces', 'Ground Forces'], 'military_unit', of=False)
            body('Air Force', ['air force', 'air forces'], 'military_unit', of=False)
            if state not in NO_NAVY:
                body('Navy', ['navy', 'Naval Forces'], 'military_unit', of=False)
        if state in ('Japan', 'Iran'):
            body('Air Force', ['air force'], 'military_unit', of=False)
            body('Navy', ['navy'], 'military_unit', of=False)
        if state not in ('United States',):
            body('Government', ['government', 'cabinet', 'authorities'], 'government_body', of=False)
            rows[-1].aliases += [f'Government of {the}{state}']
            whole = [noun for noun, states in WHOLE.items() if state in states]
            nouns = whole + ['Parliament']
            body(nouns[0], nouns[1:] + ['parliament'], 'government_body', of=False)
            rows[-1].aliases += [f'{noun} of {the}{state}' for noun in nouns]
        for noun, states in CHAMBERS.items():
            if state in states:
                body(noun, [], 'government_body', of=False)
                rows[-1].aliases += [f'{noun} of {the}{state}']
        if state not in ('United States', 'Germany', 'France', 'United Kingdom'):
            body('Central Bank', ['central bank'], 'government_body', of=False)
            rows[-1].aliases += [f'Central Bank of {the}{state}', f'Bank of {the}{state}' if state in (
                'Japan', 'Israel', 'Russia', 'Italy', 'Spain', 'Mexico', 'Thailand', 'Albania', 'Ghana', 'Zambia', 'Uganda') else '']
            rows[-1].aliases = [name for name in rows[-1].aliases if name]
        if state not in ('United States', 'United Kingdom'):
            body('Police', ['police', 'National Police'], 'government_body', of=False)
        body('Embassy', ['embassy'], 'government_body', of=False)
        rows[-1].aliases += [f'Embassy of {the}{state}']
        if state not in ('United States', 'United Kingdom', 'India', 'Pakistan', 'Mexico', 'Brazil'):
            body('Supreme Court', ['supreme court'], 'government_body', of=False)
            rows[-1].aliases += [f'Supreme Court of {the}{state}']
        if state in ('Pakistan', 'India', 'Mexico', 'Brazil'):
            body('Supreme Court', ['supreme court'], 'government_body', of=False)
    register = Register('ministries.tsv')
    extend(rows, register)
    for row in rows:
        row.name = row.name[:1].upper() + row.name[1:]
    write('ministries.tsv', 'Ministries, forces and other bodies that every state has, under the names that newspapers build from the\n'
          'state\'s name and adjective. Made by training/gazetteer/ministries.py from states.tsv. Columns as in bodies.tsv.', settle(rows, register))


main()
