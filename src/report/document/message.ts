/** What the checks say, as study.json and templates have it. */
import * as z from 'zod';
import type { VFileMessage } from 'vfile-message';
import { severities } from '../../domain/protocol.js';

/** A message with its place. */
export const message = z.object({
  file: z.string().describe('path within the study'),
  line: z.number().int().describe('counted from 1'),
  column: z.number().int().describe('counted from 1'),
  severity: z.enum(severities).exclude(['off']).describe('how bad it is'),
  rule: z.string().describe('id of the rule'),
  reason: z.string().describe('what was found and what was expected'),
});

/** A message as one plain object. */
export function messageOf(known: VFileMessage): z.infer<typeof message> {
  const { file, line, column, fatal, ruleId, reason } = known;
  const severity = fatal === true ? 'error' : fatal === false ? 'warning' : 'info';
  return {
    file: file ?? '',
    line: line ?? 1,
    column: column ?? 1,
    severity,
    rule: ruleId ?? '',
    reason,
  };
}
