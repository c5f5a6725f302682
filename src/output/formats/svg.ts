/** The figures by themselves. */
import { walk, type Graphic } from '../../text/markdown.js';
import type { Format } from '../format.js';

/** `figures/*.svg`, one file a figure. */
export const svg: Format = {
  isDefault: true,
  files: [
    {
      path: 'figures/*.svg',
      mediaType: 'image/svg+xml',
      readBack: 'markup',
      help: 'the figures alone; `md` writes them too',
    },
  ],
  render: async ({ root }) => {
    const drawings: Graphic[] = [];
    walk(root, (node) => {
      if (node.type === 'graphic') drawings.push(node);
    });
    if (drawings.length === 0) return { files: [] };
    const { renderSvg } = await import('../svg.js');
    return {
      files: drawings.map((drawing) => ({
        path: `figures/${drawing.name}.svg`,
        bytes: renderSvg(drawing),
      })),
    };
  },
};
