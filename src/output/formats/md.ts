/** Markdown, with the figures and the study's images beside it. */
import type { Format } from '../format.js';
import { usedImages } from '../used-images.js';
import { svg } from './svg.js';

/** `report.md`, `figures/*.svg` and `images/`. */
export const md: Format = {
  isDefault: true,
  files: [
    {
      path: 'report.md',
      mediaType: 'text/markdown',
      readBack: 'markdown',
      help: 'reads well on GitHub',
    },
    ...svg.files,
  ],
  render: async (report) => {
    const { root, images } = report;
    const { renderMarkdown } = await import('../markdown.js');
    const copies = usedImages(root, images).map(([path, bytes]) => ({
      path: `images/${path}`,
      bytes,
    }));
    const drawings = await svg.render(report);
    const text = { path: 'report.md', bytes: renderMarkdown(root, 'images/') };
    return { files: [text, ...copies, ...drawings.files] };
  },
};
