/** The database cannot be used as it is; the message says why and what to do, in Chinese and English. */
export class DatabaseRefused extends Error {
  override readonly name: string = "DatabaseRefused";
}
