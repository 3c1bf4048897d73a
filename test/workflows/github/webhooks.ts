import { readFileSync } from 'node:fs';
import type { Json } from './description';
import { checkWebhook, packaged } from './description';
import { like } from './shapes';

interface Definition {
  name: string;
  examples: Json[];
}

/**
 * A webhook's payload: GitHub's published example with these values in it, refused when GitHub would not send it so.
 * Of the examples the first that GitHub's schema still allows is taken: they are older than it.
 */
export function webhook(name: string, action: string | undefined, values: Json): Json {
  const definitions = JSON.parse(
    readFileSync(packaged('@octokit/webhooks-examples/api.github.com/index.json'), 'utf8'),
  ) as Definition[];
  const event = [name, action].filter(Boolean).join('-').replace(/_/g, '-');
  const examples = definitions.find((definition) => definition.name === name)?.examples ?? [];
  const payloads = examples
    .filter((example) => example['action'] === action)
    .map((example) => like(example, values) as Json);
  const good = payloads.find((payload) => checkWebhook(event, payload).length === 0);
  if (good) return good;
  const [payload] = payloads;
  throw new Error(payload ? checkWebhook(event, payload).join('; ') : `There is no example of ${event}`);
}
