// The database of these tests, as claims of another extractor with their texts: all of it made up.
//
//     node make_claims.mjs > claims.jsonl && kith ingest claims.jsonl --db page.db
const documents = {
    harbour: {
        title: "Harbour deal near",
        publisher: "The Daily Quay",
        published: "2022-03-04",
        text: "A deal in the harbour is said to be near, and those who know of it would not give their names on Friday. Orlan Group will supply drones to the Basin Front, Mira Sole said. The Basin Front fights Port Azur. Nobody on the quay would say more of it than that, and the ships lay still until the morning came.",
    },
    copy: {
        // nearly the same text: one source with the first
        title: "Harbour deal near",
        publisher: "Quay Wire",
        published: "2022-03-05",
        text: "A deal in the harbour is said to be near, and those who know of it would not give their names on Friday. Orlan Group will supply drones to the Basin Front, Mira Sole said. The Basin Front fights Port Azur. Nobody on the quay would say more of it than that, and the ships lay still until the morning came. Printed with leave.",
    },
    denial: {
        title: "Orlan denies",
        publisher: "Azur Post",
        published: "2023-06-01",
        text: "Orlan Group does not supply drones to the Basin Front, Teo Grau said. Teo Grau works for Orlan Group. Velia funds Orlan Group. Velia backs the Basin Front.",
    },
    hostile: {
        title: "<script>document.title = 'taken'</script>",
        publisher: "<b>Bold</b>",
        published: "2023-07-01",
        text: "<img src=x onerror=\"document.title='taken'\"> meets Teo Grau. So it was written.",
    },
    star: { title: "A hub", publisher: "The Register", published: "2021-01-01", text: "" },
};

const claims = [];
const claim = (document, subject, relation, object, quote, rest = {}) =>
    claims.push({ document, subject, relation, object, quote, confidence: 0.8, extractor: "by hand", ...rest });
const group = (name) => ({ name, kind: "armed_group" }),
    person = (name) => ({ name, kind: "person" });
const company = (name) => ({ name, kind: "company" }),
    state = (name) => ({ name, kind: "state" });

for (const document of ["harbour", "copy"]) {
    claim(
        document,
        company("Orlan Group"),
        "supplies",
        group("Basin Front"),
        "Orlan Group will supply drones to the Basin Front, Mira Sole said.",
        { status: "planned", speaker: person("Mira Sole"), item: "drones" },
    );
    claim(document, group("Basin Front"), "fights", state("Port Azur"), "The Basin Front fights Port Azur.");
}
claim(
    "denial",
    company("Orlan Group"),
    "supplies",
    group("Basin Front"),
    "Orlan Group does not supply drones to the Basin Front, Teo Grau said.",
    { status: "denied", speaker: person("Teo Grau"), item: "drones" },
);
claim("denial", person("Teo Grau"), "works_for", company("Orlan Group"), "Teo Grau works for Orlan Group.");
claim("denial", state("Velia"), "funds", company("Orlan Group"), "Velia funds Orlan Group.");
claim("denial", state("Velia"), "backs", group("Basin Front"), "Velia backs the Basin Front.");
claim(
    "hostile",
    person("<img src=x onerror=\"document.title='taken'\">"),
    "meets",
    person("Teo Grau"),
    documents.hostile.text.split(". ")[0] + ".",
);
for (let i = 1; i <= 60; ++i) {
    const sentence = `Star Line trades with Partner Number ${i} Company. `;
    documents.star.text += sentence;
    claim("star", company("Star Line"), "trades_with", company(`Partner Number ${i} Company`), sentence.trim(), {
        confidence: 0.3 + i / 100,
    });
}
for (const each of claims)
    console.log(JSON.stringify({ ...documents[each.document], ...each, document: `${each.document}.txt` }));
