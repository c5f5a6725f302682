import { cpSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useFolder } from './in-process.js';

const { at, crosscase } = useFolder();

describe('crosscase explain', () => {
  test('prints one thing of `cases`, or of the folder that is named, with the exit code 0 also where notes have errors', async () => {
    cpSync('cases', at('cases'), { recursive: true });
    const told = await crosscase('explain', 'D122');
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.stdout).toContain('D122 (record)');
    expect((await crosscase('explain', 'F1', 'cases', '--lang', 'zh')).stdout).toContain(
      '（研究发现）',
    );
    cpSync('test/scenarios/faulty/input', at('faulty'), { recursive: true });
    const faulty = await crosscase('explain', 'D122', 'faulty');
    expect(faulty.status).toBe(0);
    expect(faulty.stdout).toContain('What the checks say here');
    const json = JSON.parse((await crosscase('explain', 'F1', '--format', 'json')).stdout) as {
      subject: object;
    }[];
    expect(json.map(({ subject }) => subject)).toEqual([{ kind: 'item', id: 'F1' }]);
  });

  test('refuses what it cannot find, with the exit code 2 and the nearest names', async () => {
    cpSync('cases', at('cases'), { recursive: true });
    const { status, stdout, stderr } = await crosscase('explain', 'leadrship');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^Unexpected `leadrship`, expected the name of something in the study, or a rule; did you mean `leadership`/i,
    );
    expect((await crosscase('explain', 'F1', '--format', 'xml')).status).toBe(2);
    expect((await crosscase('explain')).status).toBe(2);
  });
});
