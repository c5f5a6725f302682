/** What a command of the program is. */
import type { Command } from 'commander';
import type { Terminal } from './terminal.js';

/** 0: all is well; 1: the content is wrong, or differs where that is asked; 2: the request is wrong. */
export type ExitCode = 0 | 1 | 2;

/** Adds a command to the program, with its flags; `finish` is told the exit code. */
export type Declare = (
  program: Command,
  terminal: Terminal,
  finish: (code: ExitCode) => void,
) => void;
