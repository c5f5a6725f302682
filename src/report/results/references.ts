import type { Study } from '../../model.js';
import { anchorOf } from '../anchors.js';
import { safeUrl } from '../linked.js';
import { division, link, paragraph, text } from '../nodes.js';
import type { Reader } from './context.js';

/** The works that the study cites, by author. */
export const readReferences: Reader<Study> = ({ works }) =>
  [...works]
    .sort((a, b) => (a.reference < b.reference ? -1 : 1))
    .map(({ key, reference, url }) => {
      const address = url === null ? null : safeUrl(url);
      const where = address === null ? [] : [text(' '), link(address, text(address))];
      return division('work', [paragraph(text(reference), ...where)], { id: anchorOf({ kind: 'work', id: key }) });
    });
