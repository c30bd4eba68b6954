import { FeelFunction } from "feelin";
import { type FeelValue, feelValue } from "./feel-value.ts";

/** What a function was called with: by place or by name (10.3.2.13.2). */
export type Arguments = readonly FeelValue[] | Readonly<Record<string, FeelValue>>;

/**
 * A function of the model, callable from FEEL. Other than feelin's own, it is strict: DMN calls no function with a parameter missing,
 * unknown or too many (10.3.4), the result is null.
 */
export class BoxedFunction extends FeelFunction {
  readonly #call: (values: readonly FeelValue[]) => FeelValue;
  readonly #mismatch: (detail: string) => void;

  constructor(parameterNames: readonly string[], call: (values: readonly FeelValue[]) => FeelValue, mismatch: (detail: string) => void) {
    super((...values: FeelValue[]) => call(values), [...parameterNames]);
    this.#call = call;
    this.#mismatch = mismatch;
  }

  override invoke(given: Arguments): FeelValue {
    const values = this.#ordered(given);
    if (values !== null) return this.#call(values);
    this.#mismatch(`(${this.parameterNames.join(", ")})`);
    return null;
  }

  #ordered(given: Arguments): readonly FeelValue[] | null {
    if (isByPlace(given)) return given.length === this.parameterNames.length ? given.map(feelValue) : null;
    const names = Object.keys(given);
    if (names.length !== this.parameterNames.length || !this.parameterNames.every((name) => names.includes(name))) return null;
    return this.parameterNames.map((name) => feelValue(given[name]));
  }
}

function isByPlace(given: Arguments): given is readonly FeelValue[] {
  return Array.isArray(given);
}
