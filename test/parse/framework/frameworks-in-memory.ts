import { VFile } from 'vfile';
import { parseFramework, type FrameworkFile } from '../../../src/parse/framework/framework.js';

/** Reads the last of these frameworks, which may extend the others. */
export function frameworkFrom(files: { [id: string]: string }): FrameworkFile {
  const find = (id: string) => {
    const value = files[id];
    return value === undefined ? null : new VFile({ path: `frameworks/${id}.md`, value });
  };
  const last = find(Object.keys(files).at(-1) ?? '');
  if (!last) throw new Error('No framework');
  return parseFramework(last, find);
}

export function componentsIn({ framework }: FrameworkFile): string[] {
  return framework.dimensions.flatMap(({ id, components }) =>
    components.map((component) => `${id}/${component.id}`),
  );
}

export function placesOf({ unread }: FrameworkFile): string[] {
  return unread.map(
    ({ place: { path, position }, found }) =>
      `${path}:${String(position.start.line)}:${String(position.start.column)} ${found}`,
  );
}

export const base = `---
id: base
title: Base
---

# The whole

- P22: It is hard.

About it all.

## One

- code: ON
- P0: Of the dimension.

### Alpha

- code: A-1
- alias: Aleph, 甲
- question: Who?
- see: P22, P0
- P5: Likelier with sponsors.
- P6 (＋): Likelier with champions.

About alpha.

#### Sub

### Beta

## Two

### Gamma
`;
