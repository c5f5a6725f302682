import type { ImageFacts } from '../../domain/work.js';
import type { Rule } from '../rule.js';

/** Points at images that are missing, cut off, or of another kind than their name says. */
export const imageIsReadable: Rule = {
  id: 'image-is-readable',
  severity: 'warning',
  description: 'An image of the study is there, is whole, and is of the kind that its name says.',
  note: 'A picture that a browser forgives may be a blank in print; its description is printed instead.',
  *check({ references, images }) {
    const facts = new Map(images.map((image) => [image.path, image]));
    for (const { form, target, written, place, hint } of references) {
      if (form !== 'image') continue;
      if (target === null)
        yield {
          place,
          reason: `Unexpected image \`${written}\`, expected an image of the study${hint === null ? '' : `; ${hint}`}`,
        };
      const image = target?.kind === 'file' ? facts.get(target.id) : undefined;
      const fault = image && faultOf(image);
      if (image && fault)
        yield {
          place,
          reason: `Unexpected ${fault.found} \`${image.path}\`, expected ${fault.expected}`,
        };
    }
  },
};

const extensions = { png: ['png'], jpeg: ['jpg', 'jpeg'], gif: ['gif'], webp: ['webp'] };

function faultOf({
  path,
  kind,
  size,
  isCutOff,
}: ImageFacts): { found: string; expected: string } | null {
  if (size === 0) return { found: 'empty image', expected: 'a picture in it' };
  if (kind === null)
    return { found: 'content of image', expected: 'a PNG, JPEG, GIF or WebP picture in it' };
  const extension = path.replace(/^.*\./, '').toLowerCase();
  const [proper = kind] = extensions[kind];
  if (!extensions[kind].includes(extension))
    return {
      found: 'name of image',
      expected: `one that ends in \`.${proper}\`, which is what it holds`,
    };
  return isCutOff ? { found: 'end of image', expected: 'a whole file; it is cut off' } : null;
}
