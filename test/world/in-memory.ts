/** A world without a disk: one study, the bundled templates, and a record of what was written. */
import { UserError } from '../../src/domain/user-error.js';
import type { Output } from '../../src/world/disk.js';
import { realWorld, type World } from '../../src/world/world.js';
import { inputOf, type Files } from '../parse/in-memory.js';

/** A world in which `folder` holds these files; `written` has the text of what a task writes, by path. */
export function worldOf(
  folder: string,
  files: Files,
): { world: World; written: Map<string, string> } {
  const written = new Map<string, string>();
  const textOf = (bytes: string | Uint8Array) =>
    typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
  const put = (to: string, outputs: Output[]) => {
    for (const { path, bytes } of outputs) written.set(`${to}/${path}`, textOf(bytes));
    return Promise.resolve();
  };
  const read = async (name: string) => {
    if (name !== folder) throw new UserError(`No folder \`${name}\``);
    return { ...(await inputOf(files)), folder };
  };
  const world: World = {
    read,
    readState: async (name) => ({
      input: await read(name),
      name,
      commit: null,
      isAlsoRef: false,
    }),
    readDataFile: (name) => Promise.reject(new UserError(`No file \`${name}\``)),
    readBytes: (_, name) => Promise.resolve(Buffer.from(files[name] ?? '')),
    readTemplates: realWorld.readTemplates,
    readPackageFile: () => Promise.resolve(null),
    findFonts: () => [],
    isFilled: () => Promise.resolve(false),
    write: put,
    overwrite: put,
  };
  return { world, written };
}
