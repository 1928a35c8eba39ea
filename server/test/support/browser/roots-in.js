// Runs in the page, and gives this root and those of what is in the shadow within.
(function rootsIn(root) {
  const shadows = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [root, ...shadows.flatMap(rootsIn)];
});
