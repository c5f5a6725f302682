/** Paths within a study, with `/` between names. */

/** The path that a link leads to from a file: `../b.md` from `sources/a.md` is `b.md`. Dots that lead out of the study stay. */
export function pathFrom(file: string, link: string): string {
  return normalised(`${folderOf(file)}/${link}`);
}

/** The link that leads from a file to a path. */
export function linkTo(file: string, path: string): string {
  const [from, to] = [namesIn(folderOf(file)), namesIn(path)];
  const apart = from.findIndex((name, at) => name !== to[at]);
  const same = apart < 0 ? from.length : apart;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
}

function namesIn(path: string): string[] {
  return path.split('/').filter((name) => name !== '' && name !== '.');
}

function normalised(path: string): string {
  const names: string[] = [];
  for (const name of namesIn(path)) {
    const above = names.at(-1);
    if (name === '..' && above !== undefined && above !== '..') names.pop();
    else names.push(name);
  }
  return `${names.join('/') || '.'}${path.endsWith('/') ? '/' : ''}`;
}
