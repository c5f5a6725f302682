/** The texts of a JSON file: keys and values, without the escapes of the file. */

/** All keys and texts in it. Throws if it is no JSON. */
export function textsOfJson(json: string): string[] {
  const texts: string[] = [];
  JSON.parse(json, (key, value: unknown) => {
    texts.push(key);
    if (typeof value === 'string' || typeof value === 'number') texts.push(String(value));
    return value;
  });
  return texts;
}
