/** What keeps a text from being a plan's digest, in words; undefined: it is one. */
export function digestProblem(text: string): string | undefined {
  return /^sha256:[0-9a-f]{64}$/.test(text)
    ? undefined
    : `"${text}" is not the digest of a plan; it is sha256: and 64 hexadecimal digits`;
}
