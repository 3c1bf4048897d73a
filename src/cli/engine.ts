import type { Engine } from './context';

/** The real engine; each part is loaded when it is first needed. */
export const engine: Engine = {
  loadClusterFile: async (path, named) => (await import('../cluster/load')).loadClusterFile(path, named),
  look: async (config, options) => (await import('../deploy/run')).lookOnly(config, options),
  deploy: async (config, options, begin) => (await import('../deploy/run')).runStages(config, options, begin),
  offlinePlan: async (base, head) => (await import('../plan/plan')).offlinePlan(base, head),
  status: async (config, servers) => (await import('../status/read')).readStatus(config, servers),
  importCluster: async (config, request) => (await import('../import/import')).importCluster(config, request),
  history: async (config) => (await import('../deploy/history')).readHistory(config),
  hostKeys: async (config) => (await import('../stages/first-contact')).firstContact(config),
  adopt: async (config) => (await import('../import/adopt')).adopt(config),
};
