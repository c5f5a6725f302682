#!/usr/bin/env node
/** The program `crosscase`: the arguments, streams and exit code of the process, given to `run`. */
import { run } from './run.js';
import type { Terminal } from './terminal.js';

const terminal: Terminal = {
  print: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  // Returns to the margin and clears the line.
  progress: (text) => process.stderr.isTTY && process.stderr.write(`\r\u001B[K${text}`),
  colour:
    process.env.NO_COLOR === undefined &&
    (process.env.FORCE_COLOR !== undefined || process.stdout.isTTY),
  // In a pipe, wide enough for a truth table of a few conditions.
  width: (process.stdout.isTTY && process.stdout.columns) || 100,
};

// Ignore EPIPE from `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), terminal);
