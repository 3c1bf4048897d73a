import { ROLE_NAMES, ROLES } from '../../../src/cluster/roles';
import { withArticle } from '../../../src/text/article';

test("a server's article is that of how its name is spoken", () => {
  expect(ROLE_NAMES.map((role) => withArticle(ROLES[role].label)).sort()).toEqual([
    'a Data Flow server',
    'a media server',
    'a meeting server',
    'a queue server',
    'a session border controller',
    'an IM server',
    'an IVR server',
  ]);
});
