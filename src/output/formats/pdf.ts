/** PDF, set by Typst. */
import type { Format } from '../format.js';

/** `report.pdf`; no file where the layout of the study or the machine does not let it be set. */
export const pdf: Format = {
  isDefault: true,
  files: [
    {
      path: 'report.pdf',
      mediaType: 'application/pdf',
      readBack: 'pdf',
      help: 'PDF/UA-1: tagged, with alternative texts, contents, running heads, and links from claim to evidence and back',
    },
  ],
  render: async ({ root, print, images, fontFiles }) => {
    const { renderPdf } = await import('../pdf/index.js');
    const printed = { ...print, images, fontFiles: fontFiles() };
    const { bytes, complaints } = await renderPdf(root, printed);
    return { files: bytes ? [{ path: 'report.pdf', bytes }] : [], complaints };
  },
};
