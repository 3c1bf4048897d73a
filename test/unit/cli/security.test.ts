import { existsSync, readFileSync } from 'node:fs';

const security = readFileSync('SECURITY.md', 'utf8');
const threats = security
  .slice(security.indexOf('## What is protected'), security.indexOf('## What is masked'))
  .split(/^### /m)
  .slice(1);

test('the threats are those that a deploy has', () => {
  expect(threats.map((threat) => threat.split('\n')[0])).toEqual([
    'A pull request from a fork',
    'A malicious cluster file',
    'A pull request that says where its own job runs',
    'A hostile or broken host',
    'A malicious PBX, or somebody between it and the runner',
    'A stolen or shared runner',
    'A forged look at the cluster',
    'A tampered comment or issue',
    'A review of something else, or of another time',
    'The supply chain',
    'Two deploys at once, or one that dies half way',
  ]);
});

test.each(threats.map((threat) => [threat.split('\n')[0] ?? '', threat]))(
  '%s: each test that it names is there',
  (_, threat) => {
    const named = [...threat.matchAll(/^ +- \[(.+)\]\((test\/\S+)\)$/gm)].map(([, title = '', file = '']) => ({
      title,
      file,
    }));
    expect(named.length).toBeGreaterThan(1);
    const missing = named.filter(({ title, file }) => {
      const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
      // As a whole title, in whichever quotes
      return !["'", '"', '`'].some(
        (quote) => source.includes(`(${quote}${title}${quote},`) || source.includes(`  ${quote}${title}${quote},\n`),
      );
    });
    expect(missing).toEqual([]);
  },
);

test('every file that it links to is there', () => {
  const links = [...security.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});
