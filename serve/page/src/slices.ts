// Work that would hold the page up: done a slice at a time, so that it answers in between.
const slice = 30; // milliseconds; what was done is then drawn, which takes as long again

// Goes on with what yields now and then. What is returned stops it.
export function inSlices(work: Generator<void>): () => void {
    let timer = 0;
    const goOn = () => {
        const begun = performance.now();
        while (performance.now() - begun < slice) {
            if (work.next().done) return;
        }
        timer = window.setTimeout(goOn);
    };
    timer = window.setTimeout(goOn);
    return () => clearTimeout(timer);
}
