/**
 * Macros in the sort keys of a style, built once.
 *
 * citeproc builds a macro of a layout once and runs it wherever it is called. In a sort key it
 * builds it again at each call, and with it the macros that this one calls: 130,000 of the 132,000
 * steps of APA. Here sort keys call macros as layouts do.
 *
 * What a macro becomes depends on where it is called. So it is shared between calls in equal
 * surroundings only, and each call leaves behind what building it would leave for what follows.
 */
import type { Engine, Processor, StyleNode, Token } from 'citeproc';

/** What an engine has built until now. */
interface Memory {
  /** The lists to which the macros go that are being built. */
  targets: Token[][];
  built: Map<string, BuildPlan[]>;
  /** The date that was built last. */
  lastDate: Token | undefined;
}

/** A macro that has been built. */
interface BuildPlan {
  tokens: Token[];
  surroundings: unknown[];
  traces: Traces;
}

/** What building a macro leaves in the engine; undefined where it writes nothing. */
interface Traces {
  names: NameParts;
  lang: string;
  updateMode: unknown;
  bibMode: unknown;
  hasDate: boolean | undefined;
  lastDate: Token | undefined;
  dateToken: Token | undefined;
}

/** Elements that wait for the end of the names that they belong to. */
type NameParts = Pick<Engine['build'], (typeof nameParts)[number]>;
const nameParts = ['name_flag', 'family', 'given', 'et-al', 'publisher-special'] as const;

/** Makes the engines of a processor build each macro of their sort keys once. */
export function shareSortMacros(csl: Processor): void {
  const { expandMacro, buildMacro, Node } = csl;
  const { build: buildDate } = Node.date;
  const memories = new WeakMap<Engine, Memory>();
  const memoryOf = (engine: Engine): Memory => {
    const memory = memories.get(engine) ?? { targets: [], built: new Map(), lastDate: undefined };
    memories.set(engine, memory);
    return memory;
  };
  csl.expandMacro = function (call, target) {
    const { targets } = memoryOf(this);
    targets.push(target);
    expandMacro.call(this, call, target);
    targets.pop();
  };
  Node.date.build = function (engine, target) {
    if (this.tokentype !== csl.END) memoryOf(engine).lastDate = this;
    buildDate.call(this, engine, target);
  };
  csl.buildMacro = function (target, nodes) {
    if (this.build.extension === '') {
      buildMacro.call(this, target, nodes);
      return;
    }
    const memory = memoryOf(this);
    const built = builtBefore(this, memory) ?? buildOnce(buildMacro, this, memory, nodes);
    leave(this, memory, built.traces);
    memory.targets.at(-1)?.push(callOf(csl, built.tokens));
  };
}

/** The macro that is asked for, if it has been built in equal surroundings. */
function builtBefore(engine: Engine, { built }: Memory): BuildPlan | undefined {
  const now = surroundingsOf(engine);
  return built
    .get(macroOf(engine))
    ?.find(({ surroundings }) => surroundings.every((value, index) => value === now[index]));
}

function macroOf({ build }: Engine): string {
  return build.macro_stack.at(-1) ?? '';
}

/** The surroundings on which building a macro depends. */
function surroundingsOf({ build, opt }: Engine): unknown[] {
  return [
    build.area,
    String(build.current_default_locale),
    opt.lang,
    // It is 1 where an element replaces missing names, and more within a group there.
    Math.min(build.substitute_level.value(), 2),
    build.names_level,
    build.names_variables.at(-1),
    build.name_label.at(-1),
    ...nameParts.map((part) => build[part]),
  ];
}

function buildOnce(
  buildMacro: Processor['buildMacro'],
  engine: Engine,
  memory: Memory,
  nodes: StyleNode[],
): BuildPlan {
  const { build, opt, tmp } = engine;
  const surroundings = surroundingsOf(engine);
  const { date_key } = build;
  const { update_mode, bib_mode } = opt;
  const { lastDate } = memory;
  // Emptied, so that what is there afterwards has been written by this macro.
  Object.assign(build, { date_key: undefined });
  Object.assign(opt, { update_mode: undefined, bib_mode: undefined });
  memory.lastDate = undefined;
  const tokens: Token[] = [];
  buildMacro.call(engine, tokens, nodes);
  engine.configureTokenList(tokens);
  const { name_flag, family, given, 'et-al': etAl, 'publisher-special': publisher } = build;
  const traces: Traces = {
    names: { name_flag, family, given, 'et-al': etAl, 'publisher-special': publisher },
    lang: opt.lang,
    updateMode: opt.update_mode,
    bibMode: opt.bib_mode,
    hasDate: build.date_key,
    lastDate: memory.lastDate,
    dateToken: tmp.date_token,
  };
  Object.assign(build, { date_key });
  Object.assign(opt, { update_mode, bib_mode });
  memory.lastDate = lastDate;
  const built = { tokens, surroundings, traces };
  const name = macroOf(engine);
  memory.built.set(name, [...(memory.built.get(name) ?? []), built]);
  return built;
}

function leave(engine: Engine, memory: Memory, traces: Traces): void {
  const { build, opt, tmp, dateput } = engine;
  Object.assign(build, traces.names);
  opt.lang = traces.lang;
  opt.update_mode = traces.updateMode ?? opt.update_mode;
  opt.bib_mode = traces.bibMode ?? opt.bib_mode;
  build.date_key = traces.hasDate ?? build.date_key;
  if (!traces.lastDate) return;
  memory.lastDate = traces.lastDate;
  // As citeproc does when it builds a date.
  dateput.string(engine, dateput.queue);
  tmp.date_token = traces.dateToken;
  dateput.openLevel(traces.lastDate);
}

/** A step that runs those of a macro. */
function callOf({ Token, tokenExec, SINGLETON }: Processor, tokens: Token[]): Token {
  const call = new Token('text', SINGLETON);
  call.execs.push((engine, item, cite) => {
    let next = 0;
    for (let token = tokens[next]; token; token = tokens[next])
      next = tokenExec.call(engine, token, item, cite);
  });
  return call;
}
