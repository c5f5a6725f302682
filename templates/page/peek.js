// @ts-check
// A cell of a figure, pointed at or focused, shows its finding and evidence beside it. Without this script it is a link with a title.
{
  const peek = document.createElement('div');
  peek.className = 'peek';
  peek.id = 'peek';
  peek.hidden = true;
  peek.setAttribute('role', 'tooltip');
  /** The cell that is shown. @type {SVGAElement | null} */
  let shown = null;
  /** Its title, as long as it is taken away. @type {Element | null} */
  let name = null;
  /** @type {number | undefined} */
  let timer;

  /** What stands in the report for a cell: its finding and evidence; nothing for a heading. @param {Element} link */
  function entryOf(link) {
    const id = decodeURIComponent((link.getAttribute('href') ?? '').slice(1));
    const target = document.getElementById(id);
    return target?.matches('td, .record') ? target : null;
  }

  /** A copy in words: without ids, which stand once in a page, and without links, which nobody could reach here. @param {Element} entry */
  function copyOf(entry) {
    const copy = /** @type {Element} */ (entry.cloneNode(true));
    for (const element of [copy, ...copy.querySelectorAll('*')]) element.removeAttribute('id');
    for (const element of copy.querySelectorAll('.filtered')) element.classList.remove('filtered');
    for (const link of copy.querySelectorAll('a')) {
      const words = document.createElement('span');
      words.className = link.className;
      words.append(...link.childNodes);
      link.replaceWith(words);
    }
    return [...copy.childNodes];
  }

  /** @param {SVGAElement} link */
  function open(link) {
    clearTimeout(timer);
    const entry = entryOf(link);
    if (link === shown || !entry) return;
    close();
    name = link.querySelector(':scope > title');
    const title = document.createElement('p');
    title.className = 'peek-title';
    title.textContent = name?.textContent ?? '';
    peek.replaceChildren(title, ...copyOf(entry));
    // The browser's own tooltip would lie over this one.
    link.setAttribute('aria-label', title.textContent);
    name?.remove();
    peek.hidden = false;
    peek.scrollTop = 0;
    shown = link;
    link.setAttribute('aria-describedby', peek.id);
    place(link);
  }

  /** Below the cell, or above it where there is more room; always within the window. @param {SVGAElement} link */
  function place(link) {
    const cell = link.getBoundingClientRect();
    const { width, height } = peek.getBoundingClientRect();
    const view = document.documentElement;
    const isBelow =
      cell.bottom + height + 8 < view.clientHeight || cell.top < view.clientHeight - cell.bottom;
    const left = Math.max(
      8,
      Math.min(cell.left + cell.width / 2 - width / 2, view.clientWidth - width - 8),
    );
    // It touches the cell, so that the pointer can go over to it.
    peek.style.left = `${left + window.scrollX}px`;
    peek.style.top = `${(isBelow ? cell.bottom : cell.top - height) + window.scrollY}px`;
  }

  function close() {
    clearTimeout(timer);
    shown?.removeAttribute('aria-describedby');
    shown?.removeAttribute('aria-label');
    if (name) shown?.prepend(name);
    shown = null;
    peek.hidden = true;
  }

  /** Who only passes over is not interrupted. @param {SVGAElement} link */
  function openSoon(link) {
    clearTimeout(timer);
    timer = setTimeout(() => open(link), shown ? 60 : 150);
  }

  function closeSoon() {
    clearTimeout(timer);
    timer = setTimeout(close, 250);
  }

  /** @param {EventTarget | null} target */
  function linkAt(target) {
    return target instanceof Element
      ? /** @type {SVGAElement | null} */ (target.closest('.canvas a'))
      : null;
  }

  document.body.append(peek);
  document.addEventListener('pointerover', (event) => {
    const link = linkAt(event.target);
    if (link) openSoon(link);
    else if (event.target instanceof Node && peek.contains(event.target)) clearTimeout(timer);
    else if (shown && document.activeElement !== shown) closeSoon();
    else if (!shown) clearTimeout(timer);
  });
  document.addEventListener('focusin', (event) => {
    const link = linkAt(event.target);
    if (link?.matches(':focus-visible')) open(link);
    else close();
  });
  document.addEventListener('focusout', close);
  document.addEventListener('click', (event) => {
    if (linkAt(event.target)) close();
  });
  // Before the page's own Escape, which leads back from a jump.
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !shown) return;
      close();
      event.preventDefault();
    },
    true,
  );
}
