import { ToldSecrets } from '../../../src/host/told-secrets';

const told = (...lines: string[]) => {
  const secrets = new ToldSecrets();
  return lines.map((line) => secrets.redact(line));
};

test.each([
  ['the IM token among the arguments', '[info]: args run -x 192.168.1.20 -t tok_1234 -f /chat', 'tok_1234'],
  [
    "the registry's token among the arguments",
    '[info]: args run -U puller -P dckr_pat_x1 -R registry.example.com',
    'dckr_pat_x1',
  ],
  ['both, whichever comes first', '[info]: args run -P dckr_pat_x1 -t tok_1234', 'dckr_pat_x1'],
  ['the IM token once more', 'token     : tok_1234', 'tok_1234'],
  [
    'the ClickHouse password that was there before',
    '[info]: use the old password Zk3-9q:x for the database',
    'Zk3-9q:x',
  ],
  ['a password after a colon', '[info]: clickhouse password: Zk3-9q', 'Zk3-9q'],
  ["the registry's token as the configuration file has it", 'HUB_TOKEN=dckr_pat_x1', 'dckr_pat_x1'],
  ['a password in an environment', 'environment: CLICKHOUSE_PASSWORD="Zk3-9q", more', 'Zk3-9q'],
])('masks %s', (_what, line, secret) => {
  const [shown = ''] = told(line);
  expect(shown).toContain('***');
  expect(shown).not.toContain(secret);
});

test('masks it in what the same host prints later, too', () => {
  expect(told('token : tok_1234567', 'docker: tok_1234567 is refused')[1]).toBe('docker: *** is refused');
});

test('leaves alone what only sounds like it', () => {
  const lines = [
    '[error]: the password is wrong',
    '[info]: token service started',
    '[info]: args run -p /data -i portsip/pbx:22',
  ];
  expect(told(...lines)).toEqual(lines);
});

test('remembers a few words, not all that a host can think of', () => {
  const words = Array.from({ length: 1000 }, (_, n) => `server-${n}-media`);
  const shown = told(...words.map((word) => `token : ${word}`), words.join('\n'));
  expect(shown.at(-1)?.split('***').length).toBeLessThan(50);
});
