/** A change that could not be done, in words for an operator. */
export class StageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StageError';
  }
}

/** One that was given up because the run was cancelled; nothing is wrong with it. */
export class Cancelled extends StageError {}
