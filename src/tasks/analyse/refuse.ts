/** A setting that cannot be used. */
import { UserError } from '../../domain/user-error.js';

/** Throws the `UserError` for a value of a setting. */
export function refuse(value: number | string, setting: string, expected: string): never {
  throw new UserError(`Unexpected \`${String(value)}\` as ${setting}, expected ${expected}`);
}
