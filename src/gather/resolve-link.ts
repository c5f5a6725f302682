/** Where a relative link leads. */
import { slug } from 'github-slugger';
import type { Case } from '../domain/study.js';
import { keyOf, nearest } from '../text/names.js';
import { namesOf, type FrameworkIndex } from '../study/framework.js';
import { pathFrom } from '../text/paths.js';
import { found, meant, type Found, type Resolver } from './resolver.js';

/** Resolves a relative link, seen from the file that holds it. */
export function resolveLink(url: string, from: string, resolver: Resolver): Found {
  const [written = '', fragment] = decoded(url).split('#');
  const path = written === '' ? from : pathFrom(from, written);
  if (path.startsWith('../'))
    return { target: null, hint: 'a link stays within the study’s folder' };
  if (!resolver.paths.has(path))
    return { target: null, hint: meant(nearest(path, resolver.paths)) };
  if (!fragment) return resolveFile(path, resolver);
  const held = resolveFragment(path, fragment, resolver);
  // A heading that has no anchor in the report leads to the thing that contains it.
  const other =
    held === null && resolver.lazy.headingsOf(path).has(fragment)
      ? resolveFile(path, resolver)
      : null;
  return held ?? other ?? { target: null, hint: `\`${path}\` has no heading of that name` };
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function resolveFile(path: string, { study }: Resolver): Found {
  const note = study.cases.find((each) => each.path === path);
  return found(note ? { kind: 'case', id: note.id } : { kind: 'file', id: path });
}

function resolveFragment(
  path: string,
  fragment: string,
  { study, index, lazy }: Resolver,
): Found | null {
  const isMeant = (heading: string) =>
    slug(heading) === fragment || keyOf(heading) === keyOf(fragment);
  const note = study.cases.find((each) => each.path === path);
  if (note) return resolveInCase(note, fragment, index);
  if (path === study.protocol.path) {
    const { sections } = study.protocol;
    const item = sections
      .flatMap(({ items }) => items)
      .find(({ id, title }) => isMeant(id) || isMeant(`${id}: ${title}`));
    if (item) return found({ kind: 'item', id: item.id });
    const section = sections.find(({ title }) => isMeant(title));
    return section ? found({ kind: 'section', id: section.id }) : null;
  }
  const code =
    path === study.codebook?.path
      ? study.codes.find(({ id, name }) => isMeant(id) || isMeant(`${id}: ${name}`))
      : undefined;
  if (code) return found({ kind: 'code', id: code.id });
  const source = study.sources.find(({ id, place }) => place.path === path && isMeant(id));
  if (source) return found({ kind: 'source', id: source.id });
  const record = lazy.recordOf(path, fragment);
  return record ? found({ kind: 'record', id: record.key }) : null;
}

/** A heading of a note is found by any name of its component, with or without its mark. */
function resolveInCase(note: Case, fragment: string, index: FrameworkIndex): Found | null {
  const component =
    index.find(fragment) ??
    [...note.entries.values()].find((entry) =>
      namesOf(entry.component).some(
        (name) => keyOf(name + (entry.mark?.text ?? '')) === keyOf(fragment),
      ),
    )?.component;
  if (component)
    return note.entries.has(component.id)
      ? found({ kind: 'entry', id: component.id, case: note.id })
      : null;
  const dimension = index.findDimension(fragment);
  return dimension && found({ kind: 'dimension', id: dimension.id, case: note.id });
}
