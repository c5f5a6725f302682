/** Files that are embedded in a text as data URLs: `data:image/png;base64,…`. */

const data = /data:([a-z]+\/[a-z0-9.+-]+)(?:;[a-z0-9-]+=[^;,"'\s]*)*;base64,([a-z0-9+/=]+)/gi;

/** The embedded files, each under a path whose ending says its kind, and the text without them. */
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
