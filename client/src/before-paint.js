// A script of its own in the page's head, which nothing is painted before: whoever chose dark must not be dazzled by
// light until the rest has come, nor see the page in one language and then in another. See ui/theme.ts and words/.
(function () {
  var root = document.documentElement;
  var keptLanguage = null;
  try {
    var theme = localStorage.getItem('mantine-color-scheme-value');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    keptLanguage = localStorage.getItem('carillon-language');
  } catch {
    // Site data is refused: the device decides.
  }
  // Each language: where its words are, and in which direction it is written.
  var languages = new Map(JSON.parse(document.currentScript.dataset.languages));
  var wishes = [keptLanguage].concat(navigator.languages || navigator.language);
  var language = wishes
    .map(function (tag) {
      return String(tag).toLowerCase().split('-')[0];
    })
    .concat('en')
    .find(function (name) {
      return languages.has(name);
    });
  root.lang = language;
  root.dir = languages.get(language).dir;
  var words = languages.get(language).words;
  if (!words) return;
  // Fetched beside the rest, which asks for it as soon as it is there.
  var link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = words;
  document.head.append(link);
})();
