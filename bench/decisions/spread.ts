import { median } from "../rate/spread.ts";

/** What rounds gave: the middle one and the ends. */
export type Spread = { readonly middle: number; readonly least: number; readonly most: number };

/** The spread of several rounds. */
export const spread = (values: readonly number[]): Spread => ({ middle: median(values), least: Math.min(...values), most: Math.max(...values) });
