/** How far a long search is, on a terminal. The analysis itself knows no clock. */
import type { Watch } from '../../analyse/qca/search/settings.js';
import type { Terminal } from '../terminal.js';

const searches = {
  'prime-implicants': 'prime implicants',
  models: 'models',
  completions: 'completions of open values',
};

/** Shows how far a search is once it has taken a second, and then four times a second. */
export function watchSearch(terminal: Terminal): Watch {
  let next = performance.now() + 1000;
  return (what, done) => {
    const now = performance.now();
    if (now < next) return;
    next = now + 250;
    terminal.progress(`seeking ${searches[what]}: ${String(done)} so far …`);
  };
}
