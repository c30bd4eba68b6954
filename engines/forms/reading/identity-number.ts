const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/** A citizen identity number (公民身份号码, GB 11643-1999: 18 signs, the day of birth, a check sign by ISO 7064 MOD 11-2) as it is kept; null when it is none. */
export function identityNumber(text: string): string | null {
  const number = text.replaceAll(/\s/gu, "").toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return null;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  const birth = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(birth.getTime()) || birth.toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return null;
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(number[at]), 0);
  return CHECKS[sum % 11] === number[17] ? number : null;
}
