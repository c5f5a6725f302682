/** Reads a study as a commit holds it. */
import type { Input } from '../domain/input.js';
import { UserError } from '../domain/user-error.js';
import { nearest } from '../text/names.js';
import { askGit, lineOf } from './git-command.js';
import { isRead, pathsOfStudy } from './paths.js';
import { isPrivate } from './private.js';
import { inputOf } from './study-folder.js';

/** A study as a commit holds it. */
export interface Committed {
  input: Input;
  /** Hash of the commit. */
  commit: string;
}

/** Reads the folder's study as it was at a branch, tag or commit. Throws a `UserError` if git, repository, ref or folder are missing. */
export async function readCommitted(folder: string, ref: string): Promise<Committed> {
  const prefix = await prefixOf(folder);
  const commit = await commitOf(folder, ref);
  if (commit === null) throw new UserError(await unknownRef(folder, ref));
  const tree = await askGit(folder, ['rev-parse', '--verify', '--quiet', `${commit}:${prefix}`]);
  if (!tree.isWell)
    throw new UserError(
      `No folder \`${folder}\` in \`${ref}\`, expected a commit that holds the study`,
    );
  const blobs = await blobsIn(folder, lineOf(tree));
  const contents = await contentsOf(folder, ref, blobs);
  const paths = pathsOfStudy([...blobs.keys()]);
  return {
    commit,
    input: await inputOf(folder, paths, (name) =>
      Promise.resolve(contents.get(name) ?? Buffer.alloc(0)),
    ),
  };
}

/** The commit that a ref names; null if there is none, or no repository. Throws a `UserError` for text that cannot be a ref. */
export async function commitOf(folder: string, ref: string): Promise<string | null> {
  // A ref must not pass for an option of git, nor break a line of its input.
  if (ref === '' || ref.startsWith('-') || /\p{Cc}/u.test(ref))
    throw new UserError(
      `Unexpected \`${ref.replace(/\p{Cc}/gu, '�')}\`, expected a branch, tag or commit, or a folder of notes`,
    );
  const answer = await askGit(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  const hash = /^[0-9a-f]{40,64}$/m.exec(answer.out.toString('utf8'))?.[0];
  return answer.isWell && hash !== undefined ? hash : null;
}

/** The folder's path within its repository, with a slash behind it; empty for the repository's own folder. */
async function prefixOf(folder: string): Promise<string> {
  const answer = await askGit(folder, ['rev-parse', '--is-inside-work-tree', '--show-prefix']);
  const [, isWithin, prefix = ''] = /^(true|false)\n(.*)$/s.exec(lineOf(answer)) ?? [];
  if (isWithin === 'true') return prefix.replace(/\/$/, '');
  // In a bare repository, inside `.git` or with the files elsewhere, git would answer with the root.
  if (isWithin === 'false')
    throw new UserError(
      `\`${folder}\` is outside the working tree of its repository, expected a folder in it; a folder can be compared without git`,
    );
  if (answer.complaint.includes('dubious ownership'))
    throw new UserError(
      `\`${folder}\` is in a repository of another user, which git refuses to read; see \`safe.directory\` of git config`,
    );
  if (answer.complaint.includes('cannot change to'))
    throw new UserError(`No folder \`${folder}\`, expected a folder of case notes`);
  throw new UserError(
    `\`${folder}\` is in no git repository, expected one to read an older state; a folder can be compared without it`,
  );
}

async function unknownRef(folder: string, ref: string): Promise<string> {
  const [names, shallow] = await Promise.all([
    askGit(folder, [
      'for-each-ref',
      '--format=%(refname:short)',
      'refs/heads',
      'refs/tags',
      'refs/remotes',
    ]),
    askGit(folder, ['rev-parse', '--is-shallow-repository']),
  ]);
  const meant = nearest(ref, lineOf(names).split('\n'));
  const hint = meant === null ? '' : `; did you mean \`${meant}\`?`;
  const isShallow = lineOf(shallow) === 'true';
  const why =
    isShallow && meant === null
      ? '; this clone is shallow, and `git fetch --unshallow` brings the older commits'
      : '';
  return `Unexpected \`${ref}\`, expected a branch, tag or commit of the repository, or a folder of notes${hint}${why}`;
}

/** The files of a tree by path, each with the hash of its content; no links and no submodules. */
async function blobsIn(folder: string, tree: string): Promise<Map<string, string>> {
  const { isWell, out, complaint } = await askGit(folder, [
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    tree,
  ]);
  if (!isWell)
    throw new UserError(
      `The tree of \`${folder}\` cannot be read, expected a whole clone: ${complaint.trim()}`,
    );
  const entries = out.toString('utf8').split('\0');
  return new Map(
    entries.flatMap((entry) => {
      const [, hash = '', name = ''] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
      // The register of respondents is never read from a commit.
      return name === '' || isPrivate(name.split('/')[0] ?? '') ? [] : [[name, hash] as const];
    }),
  );
}

/** The bytes of all files that are read, in one call of git. */
async function contentsOf(
  folder: string,
  ref: string,
  blobs: Map<string, string>,
): Promise<Map<string, Buffer>> {
  const wanted = [...blobs].filter(([name]) => isRead(name));
  const { out } = await askGit(
    folder,
    ['cat-file', '--batch'],
    wanted.map(([, hash]) => `${hash}\n`).join(''),
  );
  const contents = new Map<string, Buffer>();
  let at = 0;
  for (const [name] of wanted) {
    const end = out.indexOf(0x0a, at);
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(out.toString('latin1', at, Math.max(at, end)))?.[1];
    if (size === undefined)
      throw new UserError(
        `No content of \`${name}\` at \`${ref}\`, expected a whole clone; \`git fetch --refetch\` brings what is missing`,
      );
    contents.set(name, out.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}
