// A script of its own in the page's head, which nothing is painted before: whoever chose dark must not be dazzled by
// light until the rest has come. See ui/theme.ts.
try {
  var theme = localStorage.getItem('mantine-color-scheme-value');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Site data is refused: the device decides.
}
