/** The only door to git: its command line, read-only, and nothing that a repository's own settings name is ever run. */
import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { inputOf, isRead, pathsOfStudy } from './files.js';
import type { Input } from '../domain/input.js';
import { nearest } from '../text/names.js';
import { isPrivate } from './private.js';
import { UserError } from '../domain/user-error.js';

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
  const tree = await ask(folder, ['rev-parse', '--verify', '--quiet', `${commit}:${prefix}`]);
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

/** The commit that a ref stands for; null if there is none, or no repository. Throws a `UserError` for what can be no ref. */
export async function commitOf(folder: string, ref: string): Promise<string | null> {
  // No word of the operator may be an option of git, nor end a line of what it reads.
  if (ref === '' || ref.startsWith('-') || /\p{Cc}/u.test(ref))
    throw new UserError(
      `Unexpected \`${ref.replace(/\p{Cc}/gu, '�')}\`, expected a branch, tag or commit, or a folder of notes`,
    );
  const answer = await ask(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  const hash = /^[0-9a-f]{40,64}$/m.exec(answer.out.toString('utf8'))?.[0];
  return answer.isWell && hash !== undefined ? hash : null;
}

interface Answer {
  isWell: boolean;
  out: Buffer;
  complaint: string;
}

/** Settings of a repository that could run a program or reach a network, all of them off; the machine's own are not read. */
const settings = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  'core.pager=cat',
  'diff.external=',
  'protocol.allow=never',
].flatMap((setting) => ['-c', setting]);

function environment(): NodeJS.ProcessEnv {
  // A hook of git, or an operator's habit, may have set these; they would lead elsewhere than the folder.
  const own = Object.entries(process.env).filter(
    ([name]) => !name.toUpperCase().startsWith('GIT_'),
  );
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    // What a partial clone lacks stays lacking.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
  };
}

function ask(folder: string, words: string[], input = ''): Promise<Answer> {
  const all = ['--no-pager', '-C', folder, ...settings, ...words];
  return new Promise((resolve, reject) => {
    const options = {
      encoding: 'buffer',
      maxBuffer: Infinity,
      env: environment(),
      windowsHide: true,
    } as const;
    const child = execFile('git', all, options, (error, out, complaint) => {
      if (error && 'code' in error && error.code === 'ENOENT')
        reject(
          new UserError(
            'No `git` on this machine, expected one to read an older state; a folder can be compared without it',
          ),
        );
      else resolve({ isWell: error === null, out, complaint: complaint.toString('utf8') });
    });
    // Git may have ended before it has read all: its answer says so then.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function lineOf({ out }: Answer): string {
  return out.toString('utf8').replace(/\r?\n$/, '');
}

/** The folder's path within its repository, with a slash behind it; empty for the repository's own folder. */
async function prefixOf(folder: string): Promise<string> {
  const answer = await ask(folder, ['rev-parse', '--is-inside-work-tree', '--show-prefix']);
  const [, isWithin, prefix = ''] = /^(true|false)\n(.*)$/s.exec(lineOf(answer)) ?? [];
  if (isWithin === 'true') return prefix.replace(/\/$/, '');
  // A bare repository, the inside of `.git`, or a repository whose files are elsewhere: git would give the root.
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
    ask(folder, [
      'for-each-ref',
      '--format=%(refname:short)',
      'refs/heads',
      'refs/tags',
      'refs/remotes',
    ]),
    ask(folder, ['rev-parse', '--is-shallow-repository']),
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

/** The files of a tree by path, each with the hash of its content. Links and other repositories are none. */
async function blobsIn(folder: string, tree: string): Promise<Map<string, string>> {
  const { isWell, out, complaint } = await ask(folder, [
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
      // Who the respondents are is never taken from a history.
      return name === '' || isPrivate(name.split('/')[0] ?? '') ? [] : [[name, hash] as const];
    }),
  );
}

/** The bytes of all files that are read, asked for at once. */
async function contentsOf(
  folder: string,
  ref: string,
  blobs: Map<string, string>,
): Promise<Map<string, Buffer>> {
  const wanted = [...blobs].filter(([name]) => isRead(name));
  const { out } = await ask(
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
