import { mkdirSync, writeFileSync } from 'node:fs';
import { statusPage } from '../../src/render/status-page';
import { fleetPage } from '../../src/render/fleet-page';
import { statusDocument } from '../../src/status/document';
import { worstFirst, type ClusterSight } from '../../src/status/fleet';
import { hostile, quiet } from '../unit/cli/status-reports';

test('pages for check.mjs to look at', () => {
  mkdirSync('build/pages', { recursive: true });
  for (const [name, report] of Object.entries({ quiet, hostile }))
    writeFileSync(`build/pages/${name}.html`, statusPage(report, Date.UTC(2026, 10, 20, 15, 58)));
  const place = (name: string) => ({ file: `clusters/${name}/cluster.yaml`, name, wave: 1 });
  const long = 'a-cluster-with-a-name-that-is-as-long-as-names-of-clusters-may';
  const drifted = { ...quiet, drift: 3, pbx: { ...quiet.pbx, version: '22.4.1' } };
  const sights: ClusterSight[] = [
    { ...place('acme'), known: true, status: statusDocument(quiet) },
    { ...place('zeta'), known: true, status: statusDocument(drifted) },
    { ...place(long), known: true, status: statusDocument(hostile) },
    { ...place('umbra'), known: false, why: 'failed', problem: `no route ${hostile.cluster}` },
    { ...place('away'), known: false, why: 'missing' },
  ];
  const links = new Map([
    ['acme', 'quiet.html'],
    [long, 'hostile.html'],
  ]);
  writeFileSync('build/pages/fleet.html', fleetPage(worstFirst(sights), { at: Date.UTC(2026, 10, 20, 15, 58), links }));
});
