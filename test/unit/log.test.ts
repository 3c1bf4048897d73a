import { Secrets } from '../../src/log';

describe('secrets', () => {
  const secrets = new Secrets();
  secrets.add('pa"ss\\word');
  secrets.add('first line\nsecond line');
  secrets.add('one secret');
  secrets.add('one secret and more');
  secrets.add('short');

  it.each([
    ['as they are', 'user pa"ss\\word!', 'user ***!'],
    ['in JSON', JSON.stringify({ text: 'user pa"ss\\word!' }), '{"text":"user ***!"}'],
    ['line by line', 'a second line', 'a ***'],
    ['longest first', 'one secret and more', '***'],
    ['only when long enough to be one', 'a short word', 'a short word'],
  ])('are left out %s', (_how, text, expected) => expect(secrets.redact(text)).toBe(expected));

  it('are told to who masks them, whenever they come', () => {
    const heard: string[] = [];
    const late = new Secrets();
    late.add('before');
    late.onAdd((value) => heard.push(value));
    late.add('afterwards');
    late.add('before');
    expect(heard).toEqual(['before', 'afterwards']);
  });

  it('are left out of all that is in a thing, which else stays as it is', () => {
    const one = { text: 'a one secret', count: 7, nothing: undefined, at: new Date(0) };
    const copy = secrets.redactIn({ list: [one, 'one secret'], again: one, work: redact });
    expect(copy).toEqual({ list: [{ ...one, text: 'a ***' }, '***'], again: { ...one, text: 'a ***' }, work: redact });
    expect(copy.list[0]).toBe(copy.again);
    expect(one.text).toBe('a one secret');
  });
});

const redact = () => 'one secret';
