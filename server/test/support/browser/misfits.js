// Runs in the page, and gives what a reader with large text or a small screen could not read in full or in one piece.
(rootsIn) => {
  const MOVED = '.choice-line';
  const OURS = 'header, nav, button, h1, h2, label, [role=menuitem]';
  const found = [];
  const roots = rootsIn(document.body);
  for (const text of roots.flatMap(textsIn)) {
    const element = text.parentElement;
    const isSeen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (!text.data.trim() || !isSeen || element.closest('[aria-hidden=true]') || isForEars(element)) continue;
    const note = (what) => found.push(`${what}: “${text.data.trim()}” in ${element.outerHTML.slice(0, 120)}`);
    if (isCut(text, element)) note('cut off');
    if (element.closest(OURS) && !element.closest('[dir=auto]') && brokenWord(text)) note('broken');
  }
  for (const control of roots.flatMap((root) => [
    ...root.querySelectorAll('button, a[href], input, select, textarea'),
  ])) {
    const frame = control.getBoundingClientRect();
    const isSeen = control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (isSeen && frame.width > 0 && isBeyond(frame, control))
      found.push(`outside: ${control.outerHTML.slice(0, 120)}`);
  }
  return found;

  function textsIn(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    // What an element has beside its shadow is seen only in a slot, and the styles in it are no text.
    return texts.filter(({ parentElement }) => parentElement);
  }

  function isForEars(element) {
    return (
      element && (getComputedStyle(element).clipPath === 'inset(50%)' || isForEars(element.parentElement))
    );
  }

  /** Of the window; what stands in a line that a finger moves must fit into that, wherever it stands now. */
  function isBeyond({ left, right, width }, element) {
    const line = element.closest(`${MOVED}, .popover`);
    if (line?.matches(MOVED) && line.scrollWidth > line.clientWidth) return width > line.clientWidth;
    return left < -1 || right > window.innerWidth + 1;
  }

  function isCut(text, element) {
    const rects = rectsOf(text, 0, text.data.length);
    if (rects.some((rect) => isBeyond(rect, element))) return true;
    for (let box = element; box; box = box.parentElement) {
      const frame = box.getBoundingClientRect();
      const isFrame = getComputedStyle(box).overflowX !== 'visible' && !box.matches(MOVED);
      if (isFrame && rects.some(({ left, right }) => left < frame.left - 1 || right > frame.right + 1))
        return true;
      // What is around one of these does not cut it.
      if (box.matches(':modal, :popover-open')) return false;
    }
    return false;
  }

  /** Whether a word that would fit into a line stands in two. */
  function brokenWord(text) {
    return [...text.data.matchAll(/[^\s‑-]+/g)].some(({ 0: word, index }) => {
      const lines = new Set(rectsOf(text, index, index + word.length).map(({ top }) => Math.round(top)));
      return lines.size > 1;
    });
  }

  function rectsOf(text, from, to) {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  }
};
