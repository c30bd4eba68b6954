/** Words in the two languages of the product. */
export type Words = { readonly zh: string; readonly en: string };
