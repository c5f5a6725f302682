/** What comes with citation-js: read as data, since its own module would load citeproc by `import`. */

/** The styles and the English words that come with citation-js. */
export async function loadBundled() {
  const [styles, words] = await Promise.all([
    import('@citation-js/plugin-csl/lib/styles.json', { with: { type: 'json' } }),
    import('@citation-js/plugin-csl/lib/locales.json', { with: { type: 'json' } }),
  ]);
  return {
    styles: new Map<string, string>(Object.entries(styles.default)),
    english: words.default['en-US'],
  };
}
