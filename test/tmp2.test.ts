import { test } from 'vitest';
import { buildInput } from '../src/pipeline.js';
import { decode, read, readTemplates } from '../src/files.js';
const bib = `@article{bryson2006, author={Bryson, John M. and Crosby, Barbara C. and Stone, Melissa M.}, title={The Design: Propositions}, journal={PAR}, year={2006}, volume={66}, number={s1}, pages={44--55}, doi={10.1111/j.1540-6210.2006.00665.x}}
@book{gb, author={George, Alexander L. and Bennett, Andrew}, title={Case Studies <script>alert(1)</script> *x* & more}, publisher={MIT Press}, year={2005}}
@book{fei2019, author={费孝通}, title={乡土中国}, publisher={北京大学出版社}, year=2019}
@article{wang, author={王, 芳 and 李, 明 and 张, 三}, title={论文}, journal={管理世界}, year={2020}, volume=3, number=2, pages={1--9}}
@book{unused, author={No, Body}, title={U}, year={2001}}
`;
const text = `One [@bryson2006, p. 12]. Two [see @gb, pp. 3--4; also @bryson2006]. As @gb says, and @bryson2006 [p. 3] too, \\@nobody, me@x.org [-@gb]. 在（见@fei2019）里，@wang认为［＠wang，第12页；＠fei2019］. [@fei2019; @gb] @unknown and [@gb; @nix, p. 3].\n\nNote[^1].\n\n[^1]: See [@gb].\n`;
for (const csl of ['apa', 'vancouver', 'harvard1']) for (const language of ['en', 'zh'])
test(csl + language, async () => {
  const files = { 'study.md': `---\nbibliography: r.bib\ncsl: ${csl}\nrules: { citation-resolves: info, case-is-in-study: off }\n---\n\n## Method\n\n${text}`, 'r.bib': bib };
  const t = performance.now();
  const built = await buildInput({ folder: '.', files: new Map(Object.entries(files).map(([p, c]) => [p, decode(p, Buffer.from(c))])), images: new Map(), paths: new Set(Object.keys(files)), templates: await readTemplates() }, { formats: ['md', 'json'], language }).catch((e: unknown) => { console.log(e); return null; });
  if (!built) return;
  console.log(csl, language, Math.round(performance.now() - t), built.messages.filter((m) => m.fatal).map(String));
  const md = String(built.outputs.find((o) => o.path === 'report.md')?.bytes);
  console.log(md.slice(md.indexOf('One '), md.indexOf('## The') > 0 ? md.indexOf('One ')+400 : undefined), md.slice(md.indexOf('# References'),md.indexOf('# References')+700));
});
