/**
 * An HTML comment that people do not see, to find again what this project wrote. Values are encoded, so that none can end the
 * comment: `<!-- portsip-cluster drift cluster=acme file=cluster%2Eyaml -->`.
 */
export function hidden(kind: string, values: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(values).map(([name, value]) => ` ${name}=${hiddenValue(value)}`);
  return `<!-- portsip-cluster ${kind}${pairs.join('')} -->`;
}

/** As a value stands in the comment */
export function hiddenValue(text: string): string {
  return encodeURIComponent(text).replace(/[-!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}
