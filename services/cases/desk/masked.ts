/** A name as it stands until it is asked for: its first sign, stars, and the last one of a name of three or more. */
export function maskedName(name: string): string {
  const signs = [...name.trim()];
  if (signs.length <= 1) return signs.length === 0 ? "" : "*";
  return signs.length === 2 ? `${signs[0]}*` : `${signs[0]}${"*".repeat(Math.min(signs.length - 2, 3))}${signs.at(-1)}`;
}

/** A telephone number as it stands until it is asked for: its first three and last four digits, or only the last two of a short one. */
export function maskedTelephone(number: string): string {
  const digits = number.trim();
  return digits.length < 9 ? `${"*".repeat(Math.max(digits.length - 2, 0))}${digits.slice(-2)}` : `${digits.slice(0, 3)}${"*".repeat(digits.length - 7)}${digits.slice(-4)}`;
}
