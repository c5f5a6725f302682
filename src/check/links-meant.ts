/** What a broken link or short reference was meant to be, where there is one answer. */
import { slug } from 'github-slugger';
import type { Holder, Reference, Study } from '../domain/study.js';
import { idPattern, spellingsOf, type Spellings } from '../text/names.js';
import { namesOf, propositionsOf } from '../study/framework.js';
import { mendName, mendWords } from './fixes.js';
import { recordsMeant } from './records-meant.js';
import type { Pointer } from '../messages/pointer.js';
import { linkTo, pathFrom } from '../text/paths.js';

type Mended = Pick<Pointer, 'fix'>;

/** Corrects the id of a short reference, and the path or the heading of a link. */
export function linksMeant(study: Study): (reference: Reference) => Mended {
  const short = shortMeant(study);
  const link = linkMeant(study);
  return ({ form, written, place, holder }) => {
    if (form === 'short') return mendName(study, { text: written, place }, short(written, holder));
    const answer = link(written, place.path);
    // The words of a link may be its address too: only the address is corrected.
    return answer === null ? {} : mendWords(study, { text: `(${written}`, place }, `(${answer}`);
  };
}

const wholeId = new RegExp(`^${idPattern}$`, 'u');

function shortMeant(study: Study): (written: string, holder: Holder | null) => string | null {
  const records = recordsMeant(study);
  const items = study.protocol.sections.flatMap((section) => section.items.map(({ id }) => id));
  const others = spellingsOf([
    ...items,
    ...propositionsOf(study.framework).map(({ id }) => id),
    ...study.sources.map(({ id }) => id),
  ]);
  return (written, holder) => {
    const answers = [records(written, caseOf(holder)), others.same(written)].filter(
      (answer) => answer !== null,
    );
    const [answer = null] = answers;
    return answers.length === 1 && answer !== null && wholeId.test(answer) ? answer : null;
  };
}

function caseOf(holder: Holder | null): string | null {
  if (holder === null) return null;
  return 'case' in holder ? holder.case : holder.kind === 'case' ? holder.id : null;
}

/** Addresses that need no escape, in Markdown or elsewhere. */
const isPlain = /^[\p{L}\p{M}\p{N}_./-]+(?:#[\p{L}\p{M}\p{N}_-]+)?$/u;

function linkMeant(study: Study): (written: string, from: string) => string | null {
  const paths = spellingsOf([...study.files.keys(), ...study.images.map(({ path }) => path)]);
  const headings = new Map<string, Spellings>();
  const headingsIn = (path: string) => {
    const known = headings.get(path) ?? spellingsOf(headingsOf(study, path));
    headings.set(path, known);
    return known;
  };
  return (written, from) => {
    const [path = '', fragment] = written.split('#');
    const target = path === '' ? from : pathFrom(from, path);
    const isThere = study.files.has(target);
    const meant = isThere ? target : paths.same(target);
    if (meant === null || (isThere && !fragment)) return null;
    const heading = isThere && fragment ? headingsIn(target).meant(fragment) : (fragment ?? '');
    if (heading === null) return null;
    const answer =
      (isThere ? path : linkTo(from, meant)) + (fragment === undefined ? '' : `#${heading}`);
    return isPlain.test(answer.replace(/^#/, 'a#')) ? answer : null;
  };
}

/** What `#…` may say of a file: in a case note the entries and dimensions without their marks, elsewhere its headings. */
function headingsOf({ cases, otherNotes, framework, files }: Study, path: string): Set<string> {
  // The headings of a note that is not a case of the study are not known.
  if (otherNotes.some((other) => other.path === path)) return new Set();
  const note = cases.find((each) => each.path === path);
  if (note) {
    const components = [...note.entries.values()].map(({ component }) => component);
    return new Set(
      [...components, ...framework.dimensions].flatMap(namesOf).map((name) => slug(name)),
    );
  }
  const lines = String(files.get(path) ?? '').matchAll(/^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/gm);
  return new Set([...lines].map(([, heading = '']) => slug(heading.replace(/[*_`]/g, ''))));
}
