/** Which cuts lose a negation, and which do not: a false alarm costs an author's trust. */
import { expect, test } from 'vitest';
import { leftOutBeside } from '../../../src/text/quotes/left-out.js';
import { negationIn } from '../../../src/text/quotes/negation.js';

/** The negations that a quotation of `words`, cut at `…`, leaves out of the clauses around it. */
function lost(text: string, words: string, language: string | null = null): string[] {
  let at = 0;
  const ranges = words.split('…').map((piece) => {
    const from = text.indexOf(piece.trim(), at);
    if (from < 0) throw new Error(`${piece} is not there`);
    at = from + piece.trim().length;
    return { from, to: at };
  });
  return [
    ...new Set(
      leftOutBeside(text, ranges).flatMap((each) => negationIn(each.text, language) ?? []),
    ),
  ];
}

test.each([
  ['I don’t think that departments share data.', 'departments share data', "don't"],
  ['We do not, I would say, share our data.', 'We do … share our data', 'not'],
  ['They say it is never used.', 'it is … used', 'never'],
  ['They joined, but not of their own will.', 'They joined', 'not'],
  ['They joined without being asked.', 'They joined', 'without'],
  ['Hardly anyone used it.', 'used it', 'Hardly'],
  ['部门之间并没有共享数据。', '共享数据', '没'],
  ['我们不认为部门愿意合作，只是听命令。', '部门愿意合作', '不'],
  ['这个系统无法使用。', '系统 … 使用'.replace(' … ', '…'), '无'],
  ['Wir teilen die Daten mit der Polizei nicht.', 'Wir teilen die Daten', 'nicht', 'de'],
  ['Nous ne partageons rien avec la police.', 'Nous … partageons', 'ne', 'fr'],
  ['Los departamentos no comparten datos.', 'comparten datos', 'no', 'es-MX'],
])('%s: “%s” loses “%s”', (text, words, negation, language = 'en') => {
  expect(lost(text, words, language)).toContain(negation);
});

test.each([
  ['Nobody asked us. We follow orders.', 'We follow orders.'],
  ['We did not meet, and we follow orders.', 'we follow orders'],
  ['I was not there because they follow orders.', 'they follow orders'],
  ['Not only the mayor came every week.', 'the mayor came every week'],
  ['There is no doubt that they follow orders.', 'they follow orders'],
  ['It is a note on notable knots, nothing’s missing; they follow orders.', 'they follow orders'],
  ['They asked whether or not we follow orders.', 'we follow orders'],
  ['In room no. 5 they follow orders.', 'they follow orders'],
  ['We follow orders (not theirs) every day.', 'We follow orders'],
  ['They follow, not without doubts, all orders they get.', 'all orders they get'],
  ['不过大家都参加了。', '大家都参加了'],
  ['不仅街道愿意合作，社区也愿意合作。', '街道愿意合作'],
  ['非常愿意合作。', '愿意合作'],
  ['未来部门会合作。', '部门会合作'],
  ['特别是街道愿意合作，区别不大。', '街道愿意合作'],
  ['无论如何都要合作。', '都要合作'],
  ['问题是能不能合作。', '合作'],
  ['是不是合作要看上级。', '要看上级'],
  ['差不多都合作了。', '都合作了'],
  ['没人问。大家都合作。', '大家都合作'],
  ['Die Not war groß und wir teilen die Daten.', 'wir teilen die Daten', 'de'],
  ['Nicht nur wir teilen die Daten.', 'wir teilen die Daten', 'de'],
])('%s: “%s” loses nothing', (text, words, language = 'en') => {
  expect(lost(text, words, language)).toEqual([]);
});
