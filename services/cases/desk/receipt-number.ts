/** A receipt number as somebody reads it out or types it: full-width digits, with or without the line; null when it is none. */
export function receiptIn(typed: string): string | null {
  const [, day, count] = /^(\d{4})[-–—\s]?(\d{5,7})$/u.exec(typed.normalize("NFKC").trim()) ?? [];
  return day === undefined || count === undefined ? null : `${day}-${count}`;
}
