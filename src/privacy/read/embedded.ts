/** Pictures that stand in a text as addresses of their own: `data:image/png;base64,…`. */

const data = /data:([a-z]+\/[a-z0-9.+-]+)(?:;[a-z0-9-]+=[^;,"'\s]*)*;base64,([a-z0-9+/=]+)/gi;

/** The files that are written out in a text, by an ending that says what they are; and the text without them. */
export function embeddedIn(text: string): {
  rest: string;
  files: { path: string; bytes: Uint8Array }[];
} {
  const files: { path: string; bytes: Uint8Array }[] = [];
  const rest = text.replace(data, (_, type: string, code: string) => {
    files.push({
      path: `data.${type.replace(/^.*\/|\+.*$/g, '')}`,
      bytes: Buffer.from(code, 'base64'),
    });
    return ' ';
  });
  return { rest, files };
}
