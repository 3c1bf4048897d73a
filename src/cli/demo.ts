import type { Context } from './context';
export interface DemoOptions {
  color?: boolean;
  debug?: boolean;
  keep?: boolean;
  serve?: boolean;
  json?: boolean;
}
export async function demo(context: Context, options: DemoOptions): Promise<number> {
  void context;
  void options;
  return Promise.resolve(1);
}
