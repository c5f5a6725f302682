// @ts-check
// The page is whole without this script. It adds a filter for the comparison, and a way back from a jump.
{
  /** @type {{ [name: string]: string }} */
  const phrases = JSON.parse(document.getElementById('phrases')?.textContent ?? '{}');
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));

  /**
   * An element with properties and children. Words go in as text, never as markup.
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
   * @param {(Node | string)[]} children
   * @returns {HTMLElementTagNameMap[Tag]}
   */
  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  /** @param {string} selector @param {ParentNode} within */
  function all(selector, within = main) {
    return /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);
  }

  /** @param {Element} element */
  function isShown(element) {
    return element.closest('.filtered') === null;
  }

  /** @param {Iterable<Element>} elements @param {boolean} shown */
  function show(elements, shown) {
    for (const element of elements) element.classList.toggle('filtered', !shown);
  }

  // Rows of the tables, and the blocks that stand for rows where there are many cases.
  const components = all('[data-component][data-dimension][data-verdict]');
  const matrix = main.querySelector('table.matrix');
  const names = new Set(components.map(({ dataset }) => dataset.component));

  /** The words of the first element of a kind, by one of its data attributes. @param {string} selector @param {string} key */
  function labels(selector, key) {
    const found = new Map();
    for (const element of all(selector)) {
      const value = element.dataset[key];
      if (value !== undefined && !found.has(value))
        found.set(value, element.textContent?.trim() ?? value);
    }
    return found;
  }

  /** Titles of dimensions: the group row above a component in the matrix, or else the heading above its table. */
  function dimensions() {
    const found = new Map();
    for (const element of components) {
      const id = element.dataset.dimension;
      if (id === undefined || found.has(id)) continue;
      const above =
        element.closest('table') === matrix ? before(element, 'tr.group') : headingOf(element);
      found.set(id, above?.textContent?.trim() ?? id);
    }
    return found;
  }

  /** The nearest earlier sibling that matches. @param {Element} element @param {string} selector */
  function before(element, selector) {
    let found = element.previousElementSibling;
    while (found && !found.matches(selector)) found = found.previousElementSibling;
    return found;
  }

  const headings = 'h1, h2, h3, h4, h5, h6';

  /** The heading under which a block of the report stands. @param {Element} element */
  function headingOf(element) {
    const block = element.closest('main > *');
    return block && before(block, headings);
  }

  /** A heading and all up to the next one. @param {Element} heading */
  function sectionOf(heading) {
    const section = [heading];
    for (
      let next = heading.nextElementSibling;
      next && !next.matches(headings);
      next = next.nextElementSibling
    )
      section.push(next);
    return section;
  }

  /** @type {Set<string>} */
  const caseIds = new Set(all('[data-case]').map(({ dataset }) => dataset.case ?? ''));
  const caseNames = labels('.stacked tbody th[data-case], thead th[data-case]', 'case');

  const dimension = select(phrases.dimension, dimensions());
  const verdict = select(phrases.verdict, labels('.verdict', 'verdict'));
  const boxes = [...caseIds].map((value) =>
    make('input', { type: 'checkbox', value, checked: true, name: 'case' }),
  );
  // With many cases, two of them are found faster from none than from all.
  const everyCase = make('input', { type: 'checkbox', checked: true });
  const status = make('p', { role: 'status' });
  const reset = make('button', { type: 'button', textContent: phrases.reset, disabled: true });

  /** @param {string} label @param {Map<string, string>} options */
  function select(label, options) {
    const choices = [...options].map(([value, words]) =>
      make('option', { value, textContent: words }),
    );
    const control = make(
      'select',
      {},
      make('option', { value: '', textContent: phrases.all }),
      ...choices,
    );
    return { control, label: make('label', {}, label, control) };
  }

  function toolbar() {
    const choices = boxes.map((box) =>
      make('label', {}, box, caseNames.get(box.value) ?? box.value),
    );
    const every = boxes.length > 4 ? [make('label', {}, everyCase, phrases.all)] : [];
    const cases =
      boxes.length > 1
        ? [
            make(
              'fieldset',
              {},
              make('legend', { textContent: phrases.cases }),
              ...every,
              ...choices,
            ),
          ]
        : [];
    const form = make(
      'form',
      { className: 'filter', ariaLabel: phrases.filter },
      dimension.label,
      verdict.label,
      ...cases,
      make('div', { className: 'filter-foot' }, status, reset),
    );
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', (event) => {
      if (event.target === everyCase) for (const box of boxes) box.checked = everyCase.checked;
      keepOne(event.target);
      apply();
    });
    reset.addEventListener('click', () => {
      showEverything();
      dimension.control.focus();
    });
    return form;
  }

  /** A comparison of no case would be an empty page. @param {EventTarget | null} last */
  function keepOne(last) {
    if (boxes.length === 0 || boxes.some(({ checked }) => checked)) return;
    const kept = boxes.find((box) => box === last) ?? boxes[0];
    if (kept) kept.checked = true;
  }

  function apply() {
    for (const { dataset, classList } of components) {
      const fits = dimension.control.value === '' || dimension.control.value === dataset.dimension;
      const suits = verdict.control.value === '' || verdict.control.value === dataset.verdict;
      classList.toggle('filtered', !fits || !suits);
    }
    const unchecked = new Set(boxes.filter(({ checked }) => !checked).map(({ value }) => value));
    for (const element of all('[data-case]'))
      element.classList.toggle('filtered', unchecked.has(element.dataset.case ?? ''));
    everyCase.checked = unchecked.size === 0;
    everyCase.indeterminate = unchecked.size > 0 && unchecked.size < boxes.length;
    hideEmptied();
    reachScrollers();
    tell(unchecked.size);
  }

  /** Hides what has lost all its components: groups of the matrix, tables, and the sections that hold nothing else. */
  function hideEmptied() {
    for (const group of all('.matrix tr.group')) {
      let next = group.nextElementSibling;
      while (next && !next.matches('.group') && next.matches('.filtered'))
        next = next.nextElementSibling;
      group.classList.toggle('filtered', next === null || next.matches('.group'));
    }
    const figures = new Set(components.map((element) => element.closest('figure') ?? element));
    for (const figure of figures) if (figure.matches('figure')) show([figure], holdsShown(figure));
    const sections = new Set(
      [...figures].filter((figure) => !figure.contains(matrix)).map(headingOf),
    );
    for (const heading of sections) if (heading) showSection(heading);
  }

  /** @param {Element} within */
  function holdsShown(within) {
    return components.some(
      (element) => within.contains(element) && !element.classList.contains('filtered'),
    );
  }

  /** @param {Element} heading */
  function showSection(heading) {
    const section = sectionOf(heading);
    const shown = section.some(holdsShown);
    // In a section that stays, cases, components and tables have been shown or hidden for themselves.
    show(
      shown
        ? section.filter((element) => !element.matches('[data-case], [data-component], figure'))
        : section,
      shown,
    );
  }

  /** @param {number} hidden How many cases are hidden. */
  function tell(hidden) {
    const shown = new Set(
      components
        .filter(({ classList }) => !classList.contains('filtered'))
        .map(({ dataset }) => dataset.component),
    );
    const parts = [fill(phrases.shown, shown.size, names.size)];
    if (hidden > 0) parts.push(fill(phrases.shownCases, boxes.length - hidden, boxes.length));
    status.textContent = parts.join(phrases.list);
    reset.disabled = shown.size === names.size && hidden === 0;
    dockReset.hidden = reset.disabled;
    dockReset.textContent = `${status.textContent} · ${phrases.reset}`;
  }

  /** @param {string} phrase @param {number} n @param {number} all */
  function fill(phrase, n, all) {
    return phrase.replace('{n}', String(n)).replace('{all}', String(all));
  }

  function showEverything() {
    dimension.control.value = '';
    verdict.control.value = '';
    for (const box of boxes) box.checked = true;
    apply();
  }

  // A filter must not be forgotten further down, where its toolbar is out of sight.
  const dockReset = make('button', { type: 'button', hidden: true });
  const back = make('button', {
    type: 'button',
    className: 'back',
    hidden: true,
    textContent: phrases.back,
    title: 'Esc',
  });

  /** Links that were followed, and where each stood in the window. @type {{ link: HTMLElement | SVGElement, top: number }[]} */
  const jumps = [];

  /** @param {MouseEvent} event */
  function jump(event) {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (
      !(link instanceof HTMLElement || link instanceof SVGElement) ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey
    )
      return;
    const target = targetOf(link.getAttribute('href') ?? '');
    if (!target) return;
    const { top } = link.getBoundingClientRect();
    // Before the browser scrolls there, so that it has somewhere to scroll to.
    if (!isShown(target)) showEverything();
    if (!main.contains(link)) return;
    jumps.push({ link, top });
    back.hidden = false;
  }

  /** @param {string} hash */
  function targetOf(hash) {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  }

  function goBack() {
    const last = jumps.pop();
    back.hidden = jumps.length === 0;
    if (!last) return;
    if (!isShown(last.link)) showEverything();
    last.link.focus({ preventScroll: true });
    window.scrollBy({ top: last.link.getBoundingClientRect().top - last.top, behavior: 'instant' });
  }

  /** Someone who comes with an address, or goes back in the browser, finds its target shown. */
  function revealHash() {
    const target = targetOf(location.hash);
    if (!target || isShown(target)) return;
    showEverything();
    target.scrollIntoView();
  }

  /** Lets the keyboard reach what scrolls sideways, and only that: not every browser does so by itself. */
  function reachScrollers() {
    for (const box of all('.scroll, .canvas, figure')) {
      if (box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX === 'auto')
        box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  }

  if (components.length > 0) {
    const head = matrix?.closest('main > *') ?? components[0]?.closest('main > *');
    head?.before(toolbar());
    dockReset.addEventListener('click', showEverything);
    apply();
  }
  main.append(
    make('div', { className: 'dock' }, dockReset, make('div', { ariaLive: 'polite' }, back)),
  );
  back.addEventListener('click', goBack);
  document.addEventListener('click', jump);
  document.addEventListener('keydown', (event) => {
    if (
      event.key !== 'Escape' ||
      event.defaultPrevented ||
      back.hidden ||
      event.target instanceof HTMLSelectElement
    )
      return;
    goBack();
  });
  window.addEventListener('hashchange', revealHash);
  window.addEventListener('resize', reachScrollers);
  reachScrollers();
  // The style sheet shows the contents on a wide screen though they are closed; not every browser and reader knows how.
  const contents = document.querySelector('.contents details');
  const isWide = matchMedia('(min-width: 1100px)');
  const openContents = () => void contents?.toggleAttribute('open', isWide.matches);
  isWide.addEventListener('change', openContents);
  openContents();
}
