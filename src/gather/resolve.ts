/** What a reference leads to, or why it leads nowhere. */
import type { Holder } from '../domain/study.js';
import { nearest } from '../text/names.js';
import { found, meant, type Found, type Resolver } from './resolver.js';

/** Resolves an id in brackets: `[D122]`. */
export function resolveShort(id: string, holder: Holder | null, resolver: Resolver): Found {
  const { records, named, lazy } = resolver;
  const record = records.find(id, caseOf(holder));
  if (record) return found({ kind: 'record', id: record.key });
  const others = records.all(id);
  if (others.length > 1)
    return {
      target: null,
      hint: `several cases have it; write ${others.map(({ key }) => `\`[${key}]\``).join(' or ')}`,
    };
  const target = named.get(id);
  return target ? found(target) : { target: null, hint: meant(lazy.nearestName(id)) };
}

function caseOf(holder: Holder | null): string | null {
  if (holder === null) return null;
  return 'case' in holder ? holder.case : holder.kind === 'case' ? holder.id : null;
}

/** Resolves the key of a work: `[@key]`. */
export function resolveWork(key: string, { study }: Resolver): Found {
  if (study.works.some((work) => work.key === key)) return found({ kind: 'work', id: key });
  return {
    target: null,
    hint: meant(
      nearest(
        key,
        study.works.map((work) => work.key),
      ),
    ),
  };
}
