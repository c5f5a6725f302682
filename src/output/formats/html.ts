/** A page for the browser. */
import type { Format } from '../format.js';
import { usedImages } from '../used-images.js';

/** `report.html`. */
export const html: Format = {
  isDefault: true,
  files: [
    {
      path: 'report.html',
      mediaType: 'text/html',
      readBack: 'markup',
      help: 'one self-contained file: columns with case heads that stay, figures whose cells show finding and evidence, light and dark, print, phone width, works without script; with it, a filter and a way back from each jump',
    },
  ],
  render: async ({ root, page, images }) => {
    const { renderHtml } = await import('../html.js');
    const bytes = renderHtml(root, { ...page, images: new Map(usedImages(root, images)) });
    return { files: [{ path: 'report.html', bytes }] };
  },
};
