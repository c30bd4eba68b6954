import { dateAndTime, duration, evaluate, FeelDate, FeelDateTime, FeelDuration, FeelTime } from "feelin";
import { type FeelValue, feelValue } from "./feel-value.ts";

/** The operators of arithmetic that also take dates, times and durations (DMN 1.5, 10.3.2.7, tables 53 to 55). */
export type Operator = "+" | "-" | "*" | "/";

/**
 * Arithmetic where feelin 8.2 has it otherwise than DMN: durations times and by numbers, a day with hours added stays a day, what has no
 * sum is null. The rest is feelin's own.
 */
export function calculate(operator: Operator, a: FeelValue, b: FeelValue): FeelValue {
  if (operator === "*") {
    if (a instanceof FeelDuration && typeof b === "number") return scaled(a, b);
    if (typeof a === "number" && b instanceof FeelDuration) return scaled(b, a);
  } else if (operator === "/") {
    if (a instanceof FeelDuration && typeof b === "number") return b === 0 ? null : scaled(a, 1 / b);
    if (a instanceof FeelDuration && b instanceof FeelDuration) return a.yearsMonths !== b.yearsMonths || amount(b) === 0 ? null : amount(a) / amount(b);
  } else {
    if (hasNoSum(operator, a, b)) return null;
    if (a instanceof FeelDate && b instanceof FeelDuration && !b.yearsMonths) return dayOf(plain(operator, midnight(a), b));
    if (operator === "+" && a instanceof FeelDuration && !a.yearsMonths && b instanceof FeelDate) return dayOf(plain(operator, midnight(b), a));
    if (operator === "-" && isDay(a) && isDay(b) && !(a instanceof FeelDate && b instanceof FeelDate)) return between(moment(a), moment(b));
  }
  return plain(operator, a, b);
}

/** A value with the other sign; a duration too (table 55). */
export function negated(value: FeelValue): FeelValue {
  if (value instanceof FeelDuration) return scaled(value, -1);
  return typeof value === "number" ? -value : null;
}

function plain(operator: Operator, a: FeelValue, b: FeelValue): FeelValue {
  try {
    return feelValue(evaluate(`a ${operator} b`, { a, b }).value);
  } catch {
    return null;
  }
}

/** Moments with and without a zone have no difference; times have none to dates and take no months. */
function hasNoSum(operator: Operator, a: FeelValue, b: FeelValue): boolean {
  const isMonths = (value: FeelValue): boolean => value instanceof FeelDuration && value.yearsMonths;
  if ((a instanceof FeelTime && isMonths(b)) || (b instanceof FeelTime && isMonths(a))) return true;
  if (operator === "+") return false;
  if ((a instanceof FeelTime && isDay(b)) || (isDay(a) && b instanceof FeelTime)) return true;
  // A date stands for its first moment in UTC, which has a zone.
  return isDay(a) && isDay(b) && !(a instanceof FeelDate && b instanceof FeelDate) && hasZone(a) !== hasZone(b);
}

function isDay(value: FeelValue): value is FeelDate | FeelDateTime {
  return value instanceof FeelDate || value instanceof FeelDateTime;
}

function moment(value: FeelDate | FeelDateTime): FeelDateTime | null {
  return value instanceof FeelDate ? midnight(value) : value;
}

/** The time between two moments; between those of two zones it is counted on one clock. */
function between(a: FeelDateTime | null, b: FeelDateTime | null): FeelValue {
  if (a === null || b === null) return null;
  if (a.zone === null || b.zone === null) return plain("-", a, b);
  try {
    return seconds((a.unwrap().toZonedDateTime(a.zone).epochMilliseconds - b.unwrap().toZonedDateTime(b.zone).epochMilliseconds) / 1000);
  } catch {
    // An offset with seconds is no zone of the calendar underneath.
    return plain("-", a, b);
  }
}

function seconds(count: number): FeelValue {
  return duration(`${count < 0 ? "-" : ""}PT${Math.abs(count).toFixed(9).replace(/\.?0+$/u, "")}S`);
}

function hasZone(value: FeelValue): boolean {
  return value instanceof FeelDate || (value instanceof FeelDateTime && value.zone !== null);
}

function midnight({ iso }: FeelDate): FeelDateTime | null {
  const known = /^\d{4}-/u.test(iso) ? dateAndTime(`${iso}T00:00:00Z`) : null;
  return known;
}

function dayOf(value: FeelValue): FeelValue {
  return value instanceof FeelDateTime ? new FeelDate(value.unwrap().toPlainDate()) : null;
}

/** Months, or seconds. */
function amount(value: FeelDuration): number {
  const whole = value.unwrap();
  return value.yearsMonths ? whole.years * 12 + whole.months : whole.total("second");
}

/** Whole months are kept of a part of a month, billionths of a second of a part of a second. */
function scaled(value: FeelDuration, factor: number): FeelValue {
  const size = amount(value) * factor;
  if (!Number.isFinite(size)) return null;
  return value.yearsMonths ? duration(`${size < 0 ? "-" : ""}P${Math.trunc(Math.abs(roundedOff(size)))}M`) : seconds(size);
}

/** 131 ÷ 2.5 is 52.4 in decimals; what a float adds must not make it 52 months less one. */
function roundedOff(size: number): number {
  return Number(size.toPrecision(14));
}
