/** Which paths of a folder belong to a study, and which of these are read. */

const textual = /\.(md|markdown|bib|json|ya?ml|csl|typ|csv)$/i;

const pictorial = /\.(png|jpe?g|gif|webp)$/i;

/** Where a study keeps its own templates. */
export const templatesFolder = 'templates/';

/** The paths that belong to a study, in the order of code points; hidden files and `node_modules/` do not. */
export function pathsOfStudy(names: string[]): string[] {
  return names.filter((name) => !/(^|\/)(\.|node_modules\/)/.test(name)).sort(inOrder);
}

/** Whether the content of a path is read, and not its name alone. */
export function isRead(name: string): boolean {
  return isPicture(name) || textual.test(name) || name.startsWith(templatesFolder);
}

/** Whether a path is read as a picture and not as text. */
export function isPicture(name: string): boolean {
  return pictorial.test(name);
}

/** Negative if `a` stands before `b` in the order of code points, which is the same on every machine. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
