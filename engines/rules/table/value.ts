/** What a table answers: a value, a list of values (several hits), or named values (several outputs). */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
