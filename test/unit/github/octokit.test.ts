import type { Failed } from '../../../src/github/octokit';
import { nextTryMs } from '../../../src/github/octokit';

const NOW = Date.UTC(2026, 0, 1);
const wait = (failed: Partial<Failed>, attempt = 1) =>
  nextTryMs(
    {
      method: 'GET',
      url: 'https://api.github.com/repos/acme/pbx/issues/1/comments',
      status: 200,
      message: '',
      headers: {},
      ...failed,
    },
    attempt,
    1,
    NOW,
  );

test('GitHub is asked again when it says so, even to write', () => {
  expect(wait({ method: 'POST', status: 403, headers: { 'retry-after': '3' } })).toBe(3000);
  expect(wait({ method: 'POST', status: 429, headers: { 'retry-after': '0' } })).toBe(0);
  expect(wait({ method: 'POST', status: 403, message: 'You have exceeded a secondary rate limit.' })).toBe(60_000);
});

test('nothing waits for an hourly limit that is used up', () => {
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767228000' };
  expect(wait({ status: 403, message: 'API rate limit exceeded', headers })).toBeUndefined();
});

test('a missing permission, a missing page and bad input stay what they are', () => {
  const refused = { status: 403, message: 'Resource not accessible by integration' };
  expect([wait(refused), wait({ status: 401 }), wait({ status: 404 }), wait({ status: 422 })]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('after an outage all is asked again but what would be there twice', () => {
  expect(wait({ status: 502 })).toBe(500);
  expect(wait({ status: 503 }, 2)).toBe(1000);
  expect(wait({ method: 'PATCH', status: 502 })).toBe(500);
  expect(wait({ method: 'POST', status: 502 })).toBeUndefined();
  expect(wait({ method: 'POST', url: 'https://api.github.com/graphql', status: 502 })).toBe(500);
});

test('four tries are enough', () => {
  expect(wait({ status: 502 }, 3)).toBeDefined();
  expect(wait({ status: 502 }, 4)).toBeUndefined();
});
