/** Where a command writes; `process.stdout` fits. */
export type Out = { write(text: string): unknown };

/** What surrounds a command: where it writes and what it may know of its terminal. */
export type Surroundings = {
  readonly out: Out;
  readonly err: Out;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
};
