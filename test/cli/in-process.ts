/** The command line within this process: it starts at once, where a process of its own takes a second. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { run } from '../../src/cli/run.js';

/** What a command printed, and its exit code. */
export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a command as in a pipe: 100 columns wide, without colour and progress. The folder is the working directory meanwhile. */
async function runIn(folder: string, args: string[]): Promise<Ran> {
  const back = process.cwd();
  let [stdout, stderr] = ['', ''];
  process.chdir(folder);
  try {
    const status = await run(args, {
      print: (text) => (stdout += `${text}\n`),
      error: (text) => (stderr += `${text}\n`),
      progress: () => undefined,
      colour: false,
      width: 100,
    });
    return { status, stdout, stderr };
  } finally {
    process.chdir(back);
  }
}

/** A new folder for each test: `at` is a path in it, `study` writes notes to its `cases`, `crosscase` runs in it. */
export function useFolder() {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'crosscase-'));
  });
  afterEach(() => {
    rmSync(home, { recursive: true });
  });
  const at = (...parts: string[]) => path.join(home, ...parts);
  return {
    at,
    crosscase: (...args: string[]) => runIn(home, args),
    study: (files: { [name: string]: string | Uint8Array }): void => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(path.dirname(at('cases', name)), { recursive: true });
        writeFileSync(at('cases', name), content);
      }
    },
  };
}
