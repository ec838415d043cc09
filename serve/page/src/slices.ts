// Work that would hold the page up: done a slice at a time, so that it answers in between.
const slice = 20; // milliseconds; a slow machine's last step comes on top

// Goes on with what yields now and then. What is returned stops it.
export function inSlices(work: Generator<void>, done = () => {}): () => void {
    let timer = 0;
    const goOn = () => {
        const begun = performance.now();
        while (performance.now() - begun < slice) {
            if (work.next().done) return done();
        }
        timer = window.setTimeout(goOn);
    };
    timer = window.setTimeout(goOn);
    return () => clearTimeout(timer);
}
