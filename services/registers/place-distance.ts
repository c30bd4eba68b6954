import type { Point } from "#engines/forms";

const EARTH_KILOMETRES = 6_371;

/** Kilometres between two points as the crow flies, to a tenth. */
export function kilometresBetween(one: Point, other: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [north, east] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)];
  const half = Math.sin(north / 2) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2;
  return Math.round(2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half))) * 10) / 10;
}
