// src/github/input-table.ts for the scripts that make files from it. It imports nothing, so that its JavaScript is all of it.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const source = readFileSync(new URL('../src/github/input-table.ts', import.meta.url), 'utf8');
const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
const { outputText } = ts.transpileModule(source, { compilerOptions });
export const { ACTIONS, INPUTS } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);

/** The inputs of an action in their order, each with its row and with what is said of it there. */
export function inputsOf(action) {
  return Object.entries(ACTIONS[action].inputs).map(([name, { required = false, about, also }]) => {
    const row = INPUTS[name];
    const otherwise = row.variable && `Default the environment variable ${row.variable}.`;
    return { name, row, required, about: [about ?? row.about, also, otherwise].filter(Boolean).join(' ') };
  });
}
