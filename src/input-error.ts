/** An input that cannot be used (arguments, secrets, fields). Shown without a stack trace. Exit code 2. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}
