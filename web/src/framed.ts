/**
 * Does something once, however often it is asked for, just before the page is drawn again; of a page that nobody sees, when somebody does.
 *
 * @param restMs how long it is not done again, so that what comes one after the other is drawn together
 */
export function framed(what: () => void, restMs = 0): () => void {
  let isDue = false;
  let doneAt = -Infinity;
  const draw = () =>
    requestAnimationFrame(() => {
      isDue = false;
      doneAt = performance.now();
      what();
    });
  return () => {
    if (isDue) return;
    isDue = true;
    const rest = doneAt + restMs - performance.now();
    if (rest > 0) setTimeout(draw, rest);
    else draw();
  };
}
