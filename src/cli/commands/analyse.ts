/** `crosscase analyse`: what the methods find in a folder of notes or in a data file. */
import path from 'node:path';
import { renderTerminal } from '../../output/terminal/index.js';
import { analyseDataFile } from '../../tasks/analyse/data-file.js';
import type { Analysed, AnalyseOptions } from '../../tasks/analyse/methods.js';
import { analyseStudy, tellResults } from '../../tasks/analyse/notes.js';
import type { Declare, ExitCode } from '../command.js';
import { reporters } from '../reporters/index.js';
import type { Terminal } from '../terminal.js';
import { addDataFlags, readDataFlags, refuseMisplaced, type DataFlags } from './data-flags.js';
import { languageOption, listOption, readTextOrJson, textOrJsonOption } from './flags.js';
import { watchSearch } from './progress.js';
import { addQcaFlags, readQcaFlags, type QcaFlags } from './qca-flags.js';

interface AnalyseFlags extends QcaFlags, DataFlags {
  method?: string[];
  format: string;
  lang?: string;
}

/** Adds `analyse` to the program. */
export const declareAnalyse: Declare = (program, terminal, finish) => {
  const command = program
    .command('analyse')
    .description('print what the methods find in a folder of case notes, or in a data file')
    .argument('[folder]', 'folder of case notes; cases unless --data is given')
    .addOption(
      listOption(
        '--method <list>',
        'mill, patterns, qca, agreement; all that there is ground for unless given',
      ),
    )
    .addOption(textOrJsonOption())
    .addOption(languageOption('the words'));
  addQcaFlags(addDataFlags(command)).action(
    async (folder: string | undefined, flags: AnalyseFlags) => {
      finish(await runAnalyse(folder, flags, terminal));
    },
  );
};

/** Results are printed where there are any; messages go to standard error, so that they do not mix. */
async function runAnalyse(
  folder: string | undefined,
  flags: AnalyseFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { data, lang } = flags;
  const format = readTextOrJson(flags.format);
  refuseMisplaced(folder, flags);
  const analysed = await analyseEither(folder ?? 'cases', flags, terminal).finally(() => {
    terminal.progress('');
  });
  const base = data === undefined ? (folder ?? 'cases') : path.dirname(data);
  const { text, errors } = reporters.text(analysed.files, { colour: terminal.colour, base });
  if (text !== '') terminal.error(text);
  if (Object.keys(analysed.results).length > 0)
    terminal.print(
      format === 'json'
        ? JSON.stringify(analysed.results, null, 2)
        : renderTerminal(await tellResults(analysed, lang), terminal),
    );
  return errors > 0 ? 1 : 0;
}

function analyseEither(folder: string, flags: AnalyseFlags, terminal: Terminal): Promise<Analysed> {
  const options: AnalyseOptions = {
    ...readQcaFlags(flags),
    ...(flags.method && { methods: flags.method }),
    watch: watchSearch(terminal),
  };
  return flags.data === undefined
    ? analyseStudy(folder, options)
    : analyseDataFile(flags.data, { ...options, ...readDataFlags(flags) });
}
