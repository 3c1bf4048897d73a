import { DEFAULT_OPTIONS } from '../deploy/options';
import { isBlocking } from '../finding';
import { planDocument } from '../plan/document';
import { byWeight, isEmpty, knownPlan } from '../plan/fleet-plans';
import type { Plan } from '../plan/types';
import { renderFleetPlanTable, type ShownPlan } from '../render/fleet-plan-table';
import type { Context } from './context';
import type { FleetPlanDocument } from './documents';
import { EXIT } from './exit-code';
import { checkOut, otherFiles } from './files';
import { lookAtFleet, type FleetLookOptions } from './fleet-look';

/** What a deploy of each cluster would do. Changes nothing. */
export async function fleetPlan(context: Context, options: FleetLookOptions): Promise<number> {
  if (options.out !== undefined) await checkOut('--out', options.out, otherFiles(options));
  const looked = await lookAtFleet(
    context,
    options,
    async (config) => (await context.engine.look(config, DEFAULT_OPTIONS)).plan,
  );
  const shown = looked
    .map(({ file, name, wave, ...one }): ShownPlan & { made?: Plan } => {
      // Where a job of it would run is nothing to a terminal.
      const place = { file, name, wave, runner: [], environment: '' };
      if ('problem' in one) return { ...place, plan: { known: false, why: 'missing' }, problem: one.problem };
      return { ...place, plan: knownPlan(one.seen), made: context.secrets.redactIn(one.seen) };
    })
    .sort(byWeight);
  const document: FleetPlanDocument = {
    version: 1,
    clusters: shown.map(({ file, name, wave, made, problem }) => ({
      ...{ file, name, wave },
      ...(made && { plan: planDocument(made) }),
      ...(problem !== undefined && { problem }),
    })),
  };
  await context.result(document, options.out);
  if (!context.options.json) context.say(renderFleetPlanTable(shown, context.screen()));
  if (shown.some(({ made }) => !made || made.warnings.some(isBlocking))) return EXIT.hindered;
  return options.exitCode && !shown.every(isEmpty) ? EXIT.changes : EXIT.ok;
}
