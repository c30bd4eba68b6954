/** Signs of a name, of whoever asks and of whom they ask for; more is told as wrong, never cut. */
export const NAME_MAX = 60;
