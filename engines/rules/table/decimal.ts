/** An exact decimal number, digits × 10^-scale. Always in its shortest form, so equal numbers are equal field by field. */
export type Decimal = { readonly digits: bigint; readonly scale: number };

/** The exponents of decimal128, which FEEL's numbers are (DMN 1.5, 10.3.2.3.1); beyond them a text is no number. */
const EXPONENT_MAX = 6_144;
const WRITTEN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/u;

/** The number a text writes, exactly; null when it is none. */
export function parseDecimal(text: string): Decimal | null {
  const match = WRITTEN.exec(text.trim());
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole + fraction === "" || whole.length + fraction.length > EXPONENT_MAX || Math.abs(Number(exponent)) > EXPONENT_MAX) return null;
  return shortest(BigInt(whole + fraction) * (sign === "-" ? -1n : 1n), fraction.length - Number(exponent));
}

/** The number a JavaScript number shows: 0.1 is one tenth, not the binary fraction beside it. Null for NaN and infinities. */
export const decimalOf = (value: number): Decimal | null => (Number.isFinite(value) ? parseDecimal(String(value)) : null);

/** Below zero, zero or above zero, as left is less than, equal to or more than right. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale);
  const difference = left.digits * power(scale - left.scale) - right.digits * power(scale - right.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The exact sum. */
export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return shortest(left.digits * power(scale - left.scale) + right.digits * power(scale - right.scale), scale);
}

/** A number strictly between two, with as few digits as there are: between 0 and 10 it is 1, between 1 and 2 it is 1.1. */
export function between(low: Decimal, high: Decimal): Decimal {
  for (let scale = 0; ; scale += 1) {
    const next = shortest(floorAt(low, scale) + 1n, scale);
    if (compareDecimals(next, high) < 0) return next;
  }
}

/** As a JavaScript number: exact up to 15 digits, else the nearest. */
export const toNumber = (value: Decimal): number => Number(decimalText(value));

/** As FEEL and people write it. */
export function decimalText({ digits, scale }: Decimal): string {
  if (scale <= 0) return (digits * power(-scale)).toString();
  const sign = digits < 0n ? "-" : "";
  const written = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  return `${sign}${written.slice(0, -scale)}.${written.slice(-scale)}`;
}

/** At most 15 digits and within a double's range: the double nearest to it stands for it alone, and keeps its place among others. */
export const isExactDouble = ({ digits, scale }: Decimal): boolean =>
  (digits < 0n ? -digits : digits) < 10n ** 15n && Math.abs(scale) <= 200;

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

function floorAt({ digits, scale }: Decimal, wanted: number): bigint {
  if (scale <= wanted) return digits * power(wanted - scale);
  const unit = power(scale - wanted);
  const whole = digits / unit;
  return digits < 0n && whole * unit !== digits ? whole - 1n : whole;
}

function shortest(digits: bigint, scale: number): Decimal {
  if (digits === 0n) return { digits: 0n, scale: 0 };
  let [left, at] = [digits, scale];
  while (left % 10n === 0n) { left /= 10n; at -= 1; }
  return { digits: left, scale: at };
}
