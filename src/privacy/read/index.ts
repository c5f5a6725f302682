/** Bytes of an output → all texts in it, whatever shows them: to be searched before anything is written. */
import { embeddedIn } from './embedded.js';
import { unescaped } from './escapes.js';
import { escapedMarkup, withoutMarkup, withoutTags } from './markup.js';

/** An output as it is to be written. */
export interface Written {
  path: string;
  bytes: string | Uint8Array;
}

/** All texts of a file, its path first; null if it cannot be read. Readers of heavy formats are loaded for them alone. */
export async function textsOf(file: Written): Promise<string[] | null> {
  try {
    return [...seen(file.path, withoutMarkup), ...(await textsWithin(file))];
  } catch {
    return null;
  }
}

async function textsWithin({ path, bytes }: Written): Promise<string[]> {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  switch (ending) {
    case 'html':
    case 'xml':
    case 'svg':
    case 'md':
      return textsOfMarkup(stringOf(bytes), ending === 'md' ? withoutMarkup : withoutTags);
    case 'json':
      return textsOfData(stringOf(bytes));
    case 'pdf':
      return (await (await import('./pdf.js')).textsOfPdf(asBytes(bytes))).flatMap((text) =>
        seen(text, withoutTags),
      );
    case 'docx':
      return textsOfParts((await import('./docx.js')).partsOfDocx(asBytes(bytes)));
    default:
      return (await import('./picture.js'))
        .wordsOfPicture(asBytes(bytes))
        .flatMap((text) => seen(text, withoutTags));
  }
}

async function textsOfMarkup(text: string, strip: (text: string) => string): Promise<string[]> {
  const { rest, files } = embeddedIn(text);
  return [...seen(rest, strip), ...(await textsOfParts(files))];
}

async function textsOfData(json: string): Promise<string[]> {
  const { textsOfJson } = await import('./json.js');
  return seen(textsOfJson(json).join('\n'), withoutMarkup);
}

async function textsOfParts(parts: Written[]): Promise<string[]> {
  const texts = await Promise.all(
    parts.map(async (part) => [part.path, ...(await textsWithin(part))]),
  );
  return texts.flat();
}

/**
 * A text as it stands, and as it is read: without its markup and with what is escaped in it, also where that looks like markup
 * itself. A report is long, so that no form is given twice.
 */
function seen(text: string, strip: (text: string) => string): string[] {
  const stripped = strip(text);
  const plain = unescaped(stripped) ?? stripped;
  const hidden = stripped === text ? '' : (unescaped(escapedMarkup(text)) ?? '');
  const forms = [text, plain, hidden, plain.includes('<') ? strip(plain) : plain];
  return [...new Set(forms)].filter((form) => form !== '');
}

function stringOf(bytes: string | Uint8Array): string {
  return typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
}

function asBytes(bytes: string | Uint8Array): Uint8Array {
  return typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
}
