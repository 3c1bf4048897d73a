import { decide, driftMarker } from '../../../src/github/drift-issue';
import type { DriftIssue, DriftOptions, Verdict } from '../../../src/github/drift-issue';
import { carryOut } from '../../../src/github/issues';
import type { Issues } from '../../../src/github/issues';
import { driftOf } from '../../../src/drift/drift';
import type { Finding } from '../../../src/finding';
import type { Change } from '../../../src/stages/change';
import { roleSetup } from '../changes';
import { plan } from '../render/plans';
import { guide } from '../stages/fixture';

const options: DriftOptions = { cluster: guide(), clusterFile: 'cluster.yaml', runUrl: 'https://github.com/run/1' };
const image = (server: string) =>
  roleSetup({
    server,
    action: 'update',
    impact: 'new-calls',
    differences: [{ name: 'image', before: 'portsip/pbx:22.7', after: 'portsip/pbx:22' }],
  });
const unreachable: Finding = { code: 'host-unreachable', severity: 'blocking', server: 'media-server-1', message: 'x' };
const see = (changes: Change[], findings: Finding[] = []) => driftOf(plan(changes, findings));
const media = see([image('media-server-1')]);

const bodyOf = (verdict: Verdict): string => {
  if (verdict.do === 'nothing') throw new Error(`nothing to do: ${verdict.why}`);
  return verdict.body;
};
const opened = (drift = media): DriftIssue => ({
  number: 7,
  open: true,
  body: bodyOf(decide(drift, undefined, options)),
});

describe('without an issue', () => {
  test('one is opened when the cluster has drifted', () => {
    const verdict = decide(media, undefined, options);
    expect(verdict).toMatchObject({ do: 'open', title: 'acme has drifted from cluster.yaml' });
    expect(bodyOf(verdict)).toMatch(/^<!-- portsip-cluster drift cluster=acme file=cluster\.yaml -->\n/);
    expect(bodyOf(verdict)).toContain(
      '| `media-server-1` | image is portsip/pbx:22.7, should be portsip/pbx:22 | recreate media-server-1 |',
    );
  });

  test('none is opened when it has not, nor for a host that does not answer', () => {
    expect(decide(see([]), undefined, options).do).toBe('nothing');
    expect(decide(see([], [unreachable]), undefined, options).do).toBe('nothing');
  });
});

describe('with an open issue', () => {
  test('nobody is told the same twice, whichever run looks', () => {
    expect(decide(media, opened(), { ...options, runUrl: 'https://github.com/run/2' }).do).toBe('nothing');
    const windows = { ...opened(), body: opened().body.replaceAll('\n', '\r\n') };
    expect(decide(media, windows, options).do).toBe('nothing');
  });

  test('another set of drift is written into it, and a comment says what came and went', () => {
    const verdict = decide(see([image('queue-server-1')]), opened(), options);
    expect(verdict).toMatchObject({ do: 'update', reopen: false });
    expect(verdict).toHaveProperty(
      'comment',
      expect.stringMatching(/New:\n\n- `queue-server-1`: .*\n\nGone:\n\n- `media-server-1`/),
    );
  });

  test('a host that stops answering is written into it without a comment: drift on it is not gone', () => {
    const verdict = decide(see([], [unreachable]), opened(), options);
    expect(verdict).toMatchObject({ do: 'update', reopen: false });
    expect(verdict).not.toHaveProperty('comment');
    expect(bodyOf(verdict)).toContain('`media-server-1` could not be looked at');
    expect(bodyOf(verdict)).toContain('*(as last seen)*');
  });

  test('it is closed with a comment when the drift is gone', () => {
    const verdict = decide(see([]), opened(), options);
    expect(verdict).toMatchObject({ do: 'close', comment: expect.stringContaining('The drift is gone') as string });
    expect(bodyOf(verdict)).toContain('`acme` is as `cluster.yaml` says');
  });

  test('what drifted on a host that went away is gone only when the host is seen again without it', () => {
    const hidden = { ...opened(), body: bodyOf(decide(see([], [unreachable]), opened(), options)) };
    expect(decide(see([], [unreachable]), hidden, options).do).toBe('nothing');
    expect(decide(see([]), hidden, options).do).toBe('close');
  });
});

describe('with a closed issue', () => {
  const closed = (drift = media) => ({ ...opened(drift), open: false });

  test('that a person closed, the same drift is let be', () => {
    expect(decide(media, closed(), options)).toMatchObject({ do: 'nothing', why: expect.stringMatching(/closed/) });
  });

  test('that a person closed, other drift opens it again', () => {
    expect(decide(see([image('queue-server-1')]), closed(), options)).toMatchObject({ do: 'update', reopen: true });
  });

  test('that was closed because the drift was gone, drift that returns opens it again, with a comment', () => {
    const gone = { number: 7, open: false, body: bodyOf(decide(see([]), opened(), options)) };
    const verdict = decide(media, gone, options);
    expect(verdict).toMatchObject({ do: 'update', reopen: true });
    expect(verdict).toHaveProperty('comment', expect.stringContaining('The cluster drifted again'));
    expect(decide(see([]), gone, options).do).toBe('nothing');
  });
});

test('whatever a person made of the text, the next look rewrites it', () => {
  for (const body of [
    driftMarker('acme', 'cluster.yaml'),
    opened().body.replace(/items=\w+/, 'items=AAAA'),
    opened().body.replace(/ items=[\w%]+/, ''),
    'mine',
  ])
    expect(['update', 'nothing']).toContain(decide(media, { number: 7, open: true, body }, options).do);
});

test('names from the portal are text: no Markdown, no HTML, no mention', () => {
  const evil = 'x" --> @octocat <img src=x> [a](http://b) `c`';
  const findings: Finding[] = [
    { code: 'unmanaged-server', severity: 'note', server: evil, message: `The portal has "${evil}"` },
  ];
  const body = bodyOf(decide(see([], findings), undefined, options));
  const shown = body.replace(/<!--[^>]*-->/g, '');
  expect(shown).not.toMatch(/@octocat|<img|\]\(http:\/\/b|-->|`c`/);
  expect(shown).toContain('octocat');
});

test('drift on five hundred servers fits, keeps what it knows, and is not told twice', () => {
  const many = see(Array.from({ length: 1500 }, (_, n) => image(`media-server-${n}`)));
  const issue = opened(many);
  expect(Buffer.byteLength(issue.body)).toBeLessThan(65_536);
  expect(issue.body).toMatch(/drift-state digest=\S+ items=/);
  expect(decide(many, issue, options).do).toBe('nothing');
  const verdict = decide(see([]), issue, options);
  expect(verdict.do).toBe('close');
});

describe('carried out', () => {
  const calls: unknown[] = [];
  const issues = (exists = true): Issues => ({
    find: () => Promise.resolve(undefined),
    open: (issue) => Promise.resolve(calls.push(['open', issue.title, issue.labels]) && 8),
    edit: (number, { state }) => Promise.resolve(Boolean(calls.push(['edit', number, state])) && exists),
    comment: (number) => Promise.resolve(void calls.push(['comment', number])),
  });
  beforeEach(() => calls.splice(0));
  const other = see([image('queue-server-1')]);

  test.each([
    ['open', media, undefined, 8, [['open', 'acme has drifted from cluster.yaml', ['drift']]]],
    ['stay silent', media, opened(), 7, []],
    [
      'update and tell',
      other,
      opened(),
      7,
      [
        ['edit', 7, undefined],
        ['comment', 7],
      ],
    ],
    [
      'reopen',
      other,
      { ...opened(), open: false },
      7,
      [
        ['edit', 7, 'open'],
        ['comment', 7],
      ],
    ],
    [
      'close',
      see([]),
      opened(),
      undefined,
      [
        ['edit', 7, 'closed'],
        ['comment', 7],
      ],
    ],
  ] as const)('%s', async (_, drift, found, number, done) => {
    expect(await carryOut(issues(), decide(drift, found, options), found, ['drift'])).toBe(number);
    expect(calls).toEqual(done);
  });

  test('an issue that was deleted meanwhile is opened again', async () => {
    expect(await carryOut(issues(false), decide(other, opened(), options), opened(), [])).toBe(8);
    expect(calls).toEqual([
      ['edit', 7, undefined],
      ['open', 'acme has drifted from cluster.yaml', []],
    ]);
  });
});
