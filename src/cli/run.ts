/** Arguments → command → exit code. */
import { Command, CommanderError } from 'commander';
import { UserError } from '../domain/user-error.js';
import manifest from '../../package.json' with { type: 'json' };
import type { Declare, ExitCode } from './command.js';
import type { Terminal } from './terminal.js';

/** In the order of the help. A command is loaded only when it is needed, so that the program starts quickly. */
const commands: { [name: string]: () => Promise<Declare> } = {
  build: async () => (await import('./commands/build.js')).declareBuild,
  check: async () => (await import('./commands/check.js')).declareCheck,
  diff: async () => (await import('./commands/diff.js')).declareDiff,
  analyse: async () => (await import('./commands/analyse.js')).declareAnalyse,
  explain: async () => (await import('./commands/explain.js')).declareExplain,
};

/** Runs the command that the arguments name. Throws only for a fault of the program itself. */
export async function run(args: string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(terminal);
  for (const load of commandsNeeded(args))
    (await load())(program, terminal, (given) => {
      code = given;
    });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UserError)) throw error;
    terminal.error(error.message);
    return 2;
  }
  return code;
}

function createProgram(terminal: Terminal): Command {
  // Commander ends each text with a line end, and so does the terminal.
  const line = (text: string) => text.replace(/\n$/, '');
  return new Command('crosscase')
    .description(manifest.description)
    .version(manifest.version)
    .configureOutput({
      writeOut: (text) => {
        terminal.print(line(text));
      },
      writeErr: (text) => {
        terminal.error(line(text));
      },
    })
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for all options)');
}

/** The command that is named; none for the version; else all, for the help and for suggestions. */
function commandsNeeded([first = '']: string[]): (() => Promise<Declare>)[] {
  if (first === '--version' || first === '-V') return [];
  const named = Object.hasOwn(commands, first) ? commands[first] : undefined;
  return named ? [named] : Object.values(commands);
}
