import { readFileSync } from 'node:fs';
import { buildSchema, graphql } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { packaged } from './description';

let schema: GraphQLSchema | undefined;

/**
 * Answers a query over GitHub's own schema, which refuses whatever it does not know: `root` has the fields that this
 * stand-in knows, with `__typename` where GitHub has several types.
 */
export async function answerQuery(
  source: string,
  variables: Record<string, unknown>,
  root: Record<string, unknown>,
): Promise<{ answer: unknown; faults: string[] }> {
  schema ??= buildSchema(readFileSync(packaged('@octokit/graphql-schema/schema.graphql'), 'utf8'), {
    assumeValidSDL: true,
  });
  const answer = await graphql({ schema, source, rootValue: root, variableValues: variables });
  // A question of the model's own, such as one for a comment that is gone, has a path; a query that is not valid has none.
  const faults = (answer.errors ?? [])
    .filter(({ path }) => path === undefined)
    .map(({ message }) => `graphql: ${message}`);
  return { answer, faults };
}
