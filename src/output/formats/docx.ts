/** A Word file. */
import type { Format } from '../format.js';

/** `report.docx`. */
export const docx: Format = {
  isDefault: true,
  files: [
    {
      path: 'report.docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      readBack: 'archive',
      help: 'a Word file with heading styles, native tables with repeated heads, numbered captions, footnotes, bookmarks and links; drawings as SVG and as pixels',
    },
  ],
  render: async ({ root, print, images, fontFiles }) => {
    const { renderDocx } = await import('../docx/index.js');
    const printed = { ...print, images, fontFiles: fontFiles() };
    const { bytes, complaints } = await renderDocx(root, printed);
    return { files: [{ path: 'report.docx', bytes }], complaints };
  },
};
