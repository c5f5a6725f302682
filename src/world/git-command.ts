/** Runs git's command line, read-only, so that no program named in a repository's settings ever runs. */
import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { UserError } from '../domain/user-error.js';

/** What a command of git printed. */
export interface Answer {
  /** It ended without an error. */
  isWell: boolean;
  out: Buffer;
  /** What it said on the error stream. */
  complaint: string;
}

/** Turns off every setting of a repository that could run a program or reach a network. */
const settings = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  'core.pager=cat',
  'diff.external=',
  'protocol.allow=never',
].flatMap((setting) => ['-c', setting]);

function environment(): NodeJS.ProcessEnv {
  // Variables that a hook of git or a user's shell has set could point to another repository.
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
    // Never download what a partial clone lacks.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
  };
}

/** Runs a command of git in a folder. Throws a `UserError` if git is not installed. */
export function askGit(folder: string, words: string[], input = ''): Promise<Answer> {
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
    // Git may end before it has read all its input; its answer says so then.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** What was printed, as text without the last line end. */
export function lineOf({ out }: Answer): string {
  return out.toString('utf8').replace(/\r?\n$/, '');
}
