// Runs in the page, and gives what is too small for a hand that is not steady: WCAG 2.5.8, and 2.5.5 for fingers.
(rootsIn, min) => {
  // The title of a row stands for all of it, and is measured as such.
  const CONTROLS =
    ':is(a[href], button):not(.note-title), input, select, textarea, summary, [role=option], [role=menuitem]';
  const modal = rootsIn(document.body)
    .flatMap((root) => [...root.querySelectorAll('dialog[open]')])
    .at(-1);
  return rootsIn(modal ?? document.body)
    .flatMap((root) => [...root.querySelectorAll(CONTROLS)])
    .filter((control) => isSeen(control) && !isWithinText(control) && !isLargeEnough(control))
    .map((control) => {
      const { width, height } = control.getBoundingClientRect();
      return `${Math.round(width)}×${Math.round(height)}: ${control.outerHTML.slice(0, 120)}`;
    });

  function isSeen(control) {
    const isDrawn = control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const { width, height } = control.getBoundingClientRect();
    // What is there for ears alone, or shows only once it has the focus, is not pressed.
    const isForEars = getComputedStyle(control).clipPath === 'inset(50%)' || control.matches('.skip-link');
    return isDrawn && !isForEars && width > 0 && height > 0 && !control.closest('[inert]');
  }

  /** A link within a sentence is as tall as its line, and one among words about a notification need not be more than 24. */
  function isWithinText(control) {
    const line = control.closest('p.note-meta');
    if (line && control.getBoundingClientRect().height >= 24) return true;
    if (getComputedStyle(control).display !== 'inline') return false;
    return [...control.parentElement.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '',
    );
  }

  function isLargeEnough(control) {
    const surfaces = [control, ...(control.labels ?? [])];
    return surfaces.some(isLarge) || reachesFarEnough(control, surfaces);
  }

  function isLarge(surface) {
    const { width, height } = surface.getBoundingClientRect();
    // A quarter of a pixel is nobody's trouble.
    return width >= min - 0.25 && height >= min - 0.25;
  }

  /** Where more belongs to it than its box: what is pressed there is it. */
  function reachesFarEnough(control, surfaces) {
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = control.getBoundingClientRect();
    const [x, y, far] = [left + width / 2, top + height / 2, min / 2 - 1];
    // What lies below something else is not pressed either.
    if (!isHit(x, y)) return true;
    const points = [
      [x - far, y],
      [x + far, y],
      [x, y - far],
      [x, y + far],
    ];
    return points.every(([atX, atY]) => isHit(atX, atY));

    function isHit(atX, atY) {
      const hit = control.getRootNode().elementFromPoint(atX, atY);
      return surfaces.some((surface) => surface.contains(hit));
    }
  }
};
