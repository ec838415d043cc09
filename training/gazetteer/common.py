"""What the importers share: reading and writing tables, restoring the case of names, and the register of names taken."""

import csv
import glob
import json
import os
import re
import unicodedata

TOOLS = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(TOOLS))
DATA = os.path.join(ROOT, 'ingest', 'gazetteer', 'data')
CORPORA = os.environ.get('CORPORA', os.path.join(os.path.dirname(ROOT), 'shared', 'corpora'))

# The first table that has a name keeps it: hand-made tables first, then the imported ones.
HAND = ['states.tsv', 'bodies.tsv', 'places.tsv', 'leaders.tsv', 'international.tsv',
        'armed_groups.tsv', 'government.tsv', 'parties.tsv', 'media.tsv', 'companies.tsv', 'weapons.tsv', 'events.tsv',
        'cities.tsv']
IMPORTED = ['ministries.tsv', 'territories.tsv', 'misp_terrorist_groups.tsv', 'misp_agencies.tsv',
            'misp_threat_actors.tsv', 'misp_universities.tsv', 'misp_uavs.tsv', 'ofac_organisations.tsv',
            'ofac_individuals.tsv', 'ofac_vessels.tsv', 'ofac_aircraft.tsv', 'petrarch2_armed_groups.tsv',
            'petrarch2_international.tsv', 'petrarch2_companies.tsv', 'petrarch2_leaders.tsv',
            'petrarch2_officials.tsv']
ORDER = HAND + IMPORTED

KINDS = {'person', 'state', 'place', 'government_body', 'military_unit', 'armed_group', 'party',
         'international_body', 'company', 'ngo', 'media', 'population_group', 'weapon', 'vehicle', 'event',
         'agreement', 'product', 'organisation'}

COLUMNS = '# name\tkind\tstate\taliases\tidentifiers\toffices\n'


class Row:
    def __init__(self, name, kind, state='', aliases=(), identifiers=(), offices=()):
        self.name, self.kind, self.state = name, kind, state
        self.aliases, self.identifiers, self.offices = list(aliases), list(identifiers), list(offices)

    def line(self):
        return '\t'.join([self.name, self.kind, self.state, '|'.join(self.aliases), '|'.join(self.identifiers),
                          '|'.join(self.offices)])


def path_of(table):
    return os.path.join(DATA, table)


def lines_of(table):
    with open(path_of(table), encoding='utf-8') as file:
        return file.read().split('\n')


def parts(field):
    return [part for part in field.split('|') if part]


def read(table):
    """The rows of a table; of states.tsv (name, demonyms, capital, aliases, identifiers) as rows of kind state."""
    rows = []
    for line in lines_of(table):
        if not line or line.startswith('#'):
            continue
        cells = line.split('\t')
        if table == 'states.tsv':
            rows.append(Row(cells[0], 'state', cells[0], parts(cells[1]) + parts(cells[3]), parts(cells[4])))
        else:
            rows.append(Row(cells[0], cells[1], cells[2], parts(cells[3]), parts(cells[4]), parts(cells[5])))
    return rows


def existing(tables):
    return [table for table in tables if os.path.exists(path_of(table))]


def capitals():
    result = {}
    for line in lines_of('states.tsv'):
        if line and not line.startswith('#'):
            cells = line.split('\t')
            for capital in parts(cells[2].replace('=', '|')):
                result[fold(capital)] = cells[0]
    return result


def fold(name):
    """Two names with the same key are the same name: case, apostrophes, marks and "the" aside."""
    name = unicodedata.normalize('NFD', name.replace('’', "'").replace('‘', "'").replace('`', "'"))
    name = ''.join(c for c in name if not unicodedata.combining(c)).casefold()
    name = re.sub(r'\s+', ' ', name).strip()
    return name[4:] if name.startswith('the ') else name


def loose(name):
    """Hyphens, blanks and apostrophes aside, for finding the same name in two sources."""
    return re.sub(r"[^\w]", '', fold(name))


SILENT = {'al', 'el', 'bin', 'ibn', 'ben', 'abd', 'abu', 'abdul', 'abdel', 'ould', 'de', 'la', 'haji', 'mullah', 'sheikh', 'ag'}


def skeleton(name):
    """The consonants of a name without what transliterations differ in, sorted: "Mohammed Deif", "Muhammed al-Dayf"."""
    result = []
    for word in re.findall(r'\w+', fold(name).replace("'", '')):
        if word in SILENT:
            continue
        for pair in ('dh d', 'th t', 'kh h', 'gh g', 'sh s', 'ch s', 'ph f', 'q k', 'c k', 'z s', 'j g'):
            old, new = pair.split()
            word = word.replace(old, new)
        word = re.sub(r'(.)\1+', r'\1', re.sub('[aeiouywv]', '', word)).rstrip('h')
        if word:
            result.append(word)
    return tuple(sorted(result))


class Register:
    """Names that tables before this one have taken."""

    def __init__(self, before):
        self.taken = {}
        for table in existing(ORDER[:ORDER.index(before)]):
            for row in read(table):
                for name in [row.name] + row.aliases:
                    self.taken.setdefault(fold(name), (table, row))
        for capital, state in capitals().items():
            self.taken.setdefault(capital, ('states.tsv', Row(state, 'state', state)))
        self.by_loose = {}
        for key, owner in self.taken.items():
            self.by_loose.setdefault(re.sub(r"[^\w]", '', key), owner)
        self.identifiers = set()
        for table in existing(ORDER[:ORDER.index(before)]):
            for row in read(table):
                self.identifiers.update(row.identifiers)

    def owner(self, name):
        return self.taken.get(fold(name)) or self.by_loose.get(loose(name))


def settle(rows, register):
    """Leaves every name under one row only: a name of two rows is nobody's, a name taken before is dropped.
    A row whose own name is lost goes by its first alias, or not at all."""
    count = {}
    for index, row in enumerate(rows):
        for key in {fold(name) for name in [row.name] + row.aliases}:
            count.setdefault(key, set()).add(index)
    # an alias gives way to a main name
    mains = {}
    for index, row in enumerate(rows):
        mains.setdefault(fold(row.name), set()).add(index)
    result = []
    for index, row in enumerate(rows):
        kept, seen = [], set()
        for position, name in enumerate([row.name] + row.aliases):
            key = fold(name)
            if key in seen or not key or register.owner(name):
                continue
            seen.add(key)
            if len(count[key]) > 1 and not (position == 0 and len(mains[key]) == 1):
                continue
            kept.append(name)
        if kept and not register.owner(row.name):
            row.name, row.aliases = kept[0], kept[1:]
            result.append(row)
    return result


def merged(rows):
    """Rows of one name and kind made one; the state stays where they agree."""
    by_name = {}
    for row in rows:
        key = (fold(row.name), row.kind)
        if key not in by_name:
            by_name[key] = row
            continue
        first = by_name[key]
        first.state = first.state if first.state == row.state else ''
        for field in ('aliases', 'identifiers', 'offices'):
            getattr(first, field).extend(x for x in getattr(row, field) if x not in getattr(first, field))
    return list(by_name.values())


def write(table, header, rows):
    os.makedirs(DATA, exist_ok=True)
    rows = sorted(rows, key=lambda row: (fold(row.name), row.line()))
    with open(path_of(table), 'w', encoding='utf-8') as file:
        for line in header.strip().split('\n'):
            file.write('# ' + line.strip() + '\n')
        file.write(COLUMNS)
        for row in rows:
            file.write(unicodedata.normalize('NFC', row.line()) + '\n')
    names = sum(1 + len(row.aliases) for row in rows)
    print(f'{table}: {len(rows)} rows, {names} names')


# ---- words

_words = None


def ordinary_words():
    """Words that the open corpora write in small letters: no names by themselves."""
    global _words
    if _words is None:
        _words = set()
        for pattern in ('ud-ewt/*.conllu*', 'ud-gum/**/*.conllu*'):
            for path in glob.glob(os.path.join(CORPORA, pattern), recursive=True):
                if path.endswith('.xz'):
                    import lzma
                    text = lzma.open(path, 'rt', encoding='utf-8').read()
                else:
                    text = open(path, encoding='utf-8').read()
                for line in text.split('\n'):
                    cells = line.split('\t')
                    if len(cells) > 3 and cells[1].isalpha() and cells[1].islower() and cells[3] not in ('PROPN', 'X'):
                        _words.add(cells[1])
        _words.update(open(os.path.join(TOOLS, 'words.txt'), encoding='utf-8').read().split())
    return _words


def is_ordinary(word):
    word = fold(word)
    words = ordinary_words()
    return word in words or (word.endswith('s') and word[:-1] in words)


def words_of(name):
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", name)


# ---- case

SMALL = {'of', 'the', 'and', 'for', 'in', 'on', 'at', 'to', 'with', 'by', 'from', 'against', 'de', 'del', 'la', 'las',
         'los', 'el', 'y', 'e', 'do', 'da', 'dos', 'das', 'des', 'du', 'et', 'pour', 'le', 'les', 'en', 'un', 'una',
         'und', 'der', 'die', 'das', 'fuer', 'für', 'van', 'von', 'para', 'por', 'di', 'al-', 'a', 'an', 'or', 'as',
         'wal', 'ul'}
UPPER = set('''FARC HUJI PLF ISIS ISIL PKK LTTE DTO AQIM AQAP XIII XIV XV XVI XVII XVIII XIX XX LLC LLP PLC USA US UK UN EU UAE NATO ASEAN OPEC AG SA NV BV SAL SARL FZE FZC FZCO FZ DMCC IRISL IRGC DPRK
PJSC OJSC JSC OAO OOO ZAO PAO AO CJSC KG PT SRL SPA SPRL SAS CV RL PMC HK BVI TV FC NGO YMCA YWCA IT PR UNESCO UNICEF
II III IV VI VII VIII IX XI XII CIA AIDS HIV ILO IMF IATA IBM ABB AOL BBC BMW CBS CNN NBC RSA AB AS OU JV EDP AT
TV IRA UFO PLO PFLP DHKP IOM WHO CNR IEEE SP TB EEC EC'''.split())
DOTTED = re.compile(r'^(?:[A-Z]\.)+[A-Z]?\.?,?$')


NOT_SHORT = {'INC', 'LTD', 'AIR', 'COM', 'NET', 'LOS', 'DEL', 'SAN', 'VAN', 'DER', 'VON', 'LEE', 'RAY', 'RIO', 'SUN', 'TOM', 'JOE', 'SAM', 'MAX', 'ASA', 'BIO'}


def cased_word(word, first, upper=True):
    bare = word.strip('(),."\'')
    if DOTTED.match(word):
        return word
    if any(c.isdigit() for c in bare):
        return re.sub(r'(?<=\d)(ST|ND|RD|TH)\b', lambda m: m[0].lower(), word)
    if bare == 'I' and not first and word == bare:
        return word
    if upper and bare in UPPER or upper == 'company' and len(bare) == 3 and bare.isalpha() and bare not in NOT_SHORT and not is_ordinary(bare):
        return word
    if upper and '-' in word and any(part in UPPER for part in bare.split('-')):
        return '-'.join(part if part.strip('(),.') in UPPER else cased_parts(part.lower()) for part in word.split('-'))
    low = word.lower()
    if not first and low in SMALL and bare == word:
        return low
    if upper and 2 <= len(bare) <= 5 and not re.search(r'[AEIOUY]', bare) and bare.isalpha() and bare not in (
            'LTD', 'ST', 'MR', 'DR', 'CO', 'BROS', 'SDN', 'BHD', 'MRS', 'JR', 'SR', 'FT', 'MT', 'PTY', 'PTE', 'PVT',
            'TR', 'KRK', 'VLCK', 'STR'):
        return word
    return cased_parts(low)


def cased_parts(low):
    """Capitals at the start and behind hyphens, brackets, dots, "Mc" and "O'"."""
    out = re.sub(r"(^['`‘’]?|[-(\"/.&]['`]?)([^\W\d_])", lambda m: m[1] + m[2].upper(), low)
    out = re.sub(r"\bMc([a-z])", lambda m: 'Mc' + m[1].upper(), out)
    out = re.sub(r"\b(O|D|L)'([a-z])", lambda m: m[1] + "'" + m[2].upper(), out)
    return out


ARTICLES = r'(?:al|el|an|ar|as|ash|ad|at|az|ul|ur|us|ud|il)'


def cased(name, kind=True):
    """"BANK OF THE ORIENT, LTD." to "Bank of the Orient, Ltd."; only for names wholly in capitals."""
    if any(c.islower() for c in re.sub(r'\bMc|\bde\b', '', name)):
        return name
    words = name.split(' ')
    out = [cased_word(word, index == 0, kind) for index, word in enumerate(words)]
    return hyphens(' '.join(out))


def hyphens(text):
    text = re.sub(r"(?<![\w'-])(" + ARTICLES + r")-(?=[\w'`‘’])", lambda m: m[1].lower() + '-', text, flags=re.I)
    text = re.sub(r"-(" + ARTICLES + r"|e|i|o|de|du|la|le|of|the|and)-", lambda m: m[0].lower(), text, flags=re.I)
    return text[:1].upper() + text[1:] if not re.match(ARTICLES + '-', text) else text


PARTICLES = {'bin', 'bint', 'ibn', 'ben', 'al', 'de', 'da', 'do', 'dos', 'das', 'del', 'di', 'du', 'van', 'von', 'der',
             'den', 'la', 'las', 'los', 'y', 'e', 'ter', 'ten', 'zu', 'af', 'ul', 'ud', 'ur', 'uz', 'binti', 'wa'}


def cased_person(name):
    """"HAMAD BIN SAUD AL SAYARI" to "Hamad bin Saud al Sayari"."""
    out = []
    for index, word in enumerate(name.split()):
        low = word.lower()
        if index and low in PARTICLES:
            out.append(low)
        elif re.match(r"^[A-Z]\.?$", word) or DOTTED.match(word):
            out.append(word)
        elif word in ('II', 'III', 'IV', 'VI', 'VII', 'VIII', 'IX', 'XI', 'XII', 'XIV', 'XVI'):
            out.append(word)
        else:
            out.append(cased_parts(low) if word.isupper() or '_' in word else word)
    text = ' '.join(out)
    text = re.sub(r"(?<![\w'-])(" + ARTICLES + r")-(?=[\w'`‘’])", lambda m: m[1].lower() + '-', text, flags=re.I)
    text = re.sub(r"-(" + ARTICLES + r")-", lambda m: m[0].lower(), text, flags=re.I)
    return text


# ---- states

def state_codes():
    """ISO codes of two letters to the names of states.tsv."""
    result = {}
    for row in read('states.tsv'):
        for identifier in row.identifiers:
            if identifier.startswith('iso3166:'):
                result[identifier[8:]] = row.name
    return result


def state_names():
    """Every name of a state and of country-codes to the name of states.tsv."""
    result = {}
    codes = state_codes()
    for row in country_codes():
        state = codes.get(row['ISO3166-1-Alpha-2'])
        if state:
            for column in ('UNTERM English Short', 'official_name_en', 'CLDR display name', 'UNTERM English Formal'):
                result.setdefault(fold(re.sub(r'\s*\(the.*\)| \*', '', row[column])), state)
    for line in lines_of('states.tsv'):
        if line and not line.startswith('#'):
            cells = line.split('\t')
            for name in [cells[0]] + parts(cells[3]):
                result[fold(name)] = cells[0]
    result.update({'congo, democratic republic of the': 'Democratic Republic of the Congo',
                   'congo, republic of the': 'Republic of the Congo', 'burma': 'Myanmar',
                   "korea, north": 'North Korea', 'korea, south': 'South Korea', 'gambia, the': 'Gambia',
                   "cote d ivoire": 'Ivory Coast', 'bahamas, the': 'Bahamas',
                   'micronesia, federated states of': 'Micronesia', 'region: gaza': 'Palestine',
                   'palestinian': 'Palestine', 'west bank': 'Palestine', 'cabo verde': 'Cape Verde',
                   'macedonia, the former yugoslav republic of': 'North Macedonia'})
    result.pop('', None)
    return result


def country_codes():
    with open(os.path.join(CORPORA, 'gazetteer/country-codes/country-codes.csv'), encoding='utf-8') as file:
        return list(csv.DictReader(file))


def misp(cluster):
    with open(os.path.join(CORPORA, f'gazetteer/misp-galaxy/{cluster}.json'), encoding='utf-8') as file:
        return json.load(file)['values']
