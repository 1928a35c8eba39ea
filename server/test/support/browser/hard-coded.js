// Runs in the page, and gives what was said in words that are not of the catalogue: all of that stands between brackets
// here. What people and the browser itself write is not ours to translate: `names` are some of theirs.
(names) => {
  const THEIRS = [
    'bdi',
    '[dir=auto]:not(h1)',
    '[lang]:not(html)',
    '[dir=ltr]:not(html)',
    'time',
    'option',
    'style',
    'script',
    'noscript',
    // Clocks and days.
    '.feed-day',
    '.weekday-name',
    '.hours-times',
    '.note-host',
    '.select-option',
  ].join();
  const LETTERS = /\p{L}{2,}/u;
  const found = [];
  const outside = (text, start = 0) => {
    let depth = start;
    let rest = '';
    for (const character of text) {
      if (character === '⟦') depth++;
      else if (character === '⟧') depth--;
      else if (depth <= 0) rest += character;
    }
    // Of names and addresses nothing is left.
    for (const name of [...names, /\S+@\S+/g]) rest = rest.replaceAll(name, '');
    return { rest, depth };
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let depth = 0;
  while (walker.nextNode()) {
    const { data, parentElement: element } = walker.currentNode;
    const text = outside(data, depth);
    if (!element.closest(THEIRS)) {
      depth = text.depth;
      if (LETTERS.test(text.rest)) found.push(`“${data.trim()}” in ${element.outerHTML.slice(0, 160)}`);
    } else if (/[⟦⟧]/.test(data)) depth = text.depth;
  }
  for (const name of [
    'aria-label',
    'title',
    'placeholder',
    'alt',
    'aria-roledescription',
    'aria-valuetext',
  ]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const value = element.getAttribute(name);
      if (element.matches(THEIRS) || !LETTERS.test(outside(value).rest)) continue;
      found.push(`${name}=“${value}” of ${element.outerHTML.slice(0, 160)}`);
    }
  }
  if (LETTERS.test(outside(document.title).rest)) found.push(`the title of the page: ${document.title}`);
  return [...new Set(found)];
};
