import type { RootContent } from 'mdast';
import type { Author } from '../../domain/protocol.js';
import type { Study } from '../../domain/study.js';
import { division, emphasis, link, paragraph, strong, text } from '../prose/nodes.js';
import { dateIn, type Words } from '../prose/words.js';
import type { Context } from '../names/context.js';

/** What stands below the title: subtitle, authors with their affiliations unless the report is anonymous, date. */
export function renderTitleBlock(
  { protocol }: Study,
  { words, style, language }: Context,
): RootContent[] {
  const { subtitle, authors, date } = protocol;
  const lines: RootContent[] = [
    ...(subtitle === null ? [] : [division('subtitle', [paragraph(emphasis(text(subtitle)))])]),
    ...(style.anonymous
      ? [division('authors', [paragraph(text(words.report.anonymous))])]
      : authors.map((each) => division('authors', [authorLine(words, each)]))),
    ...(date === null ? [] : [division('date', [paragraph(text(dateIn(language, date)))])]),
  ];
  return lines.length === 0 ? [] : [division('title-block', lines)];
}

function authorLine({ marks }: Words, { name, affiliation, orcid }: Author): RootContent {
  return paragraph(
    strong(text(name)),
    ...(affiliation === null ? [] : [text(marks.parts + affiliation)]),
    ...(orcid === null ? [] : [text(' · '), orcidLink(orcid)]),
  );
}

/** Only an identifier of the right form leads somewhere. */
function orcidLink(orcid: string) {
  const [id] = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.exec(orcid) ?? [];
  return id === undefined ? text(orcid) : link(`https://orcid.org/${id}`, text(id));
}
