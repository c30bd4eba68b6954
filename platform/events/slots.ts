/** A named place in a module's page or answer that other modules may put something into, given what it is about. */
export type Slot<About, Content> = { readonly name: string; readonly holds?: (about: About) => Content };

/** Declared by the module that offers the place; names are `module.place`. */
export function defineSlot<About, Content>(name: string): Slot<About, Content> {
  return { name };
}

/** What fills which slot. Modules ask for contents; only the server's wiring fills. */
export type Slots = {
  readonly fill: <About, Content>(slot: Slot<About, Content>, filler: (about: About) => Content) => void;
  /** The contents in the order of filling; none when nobody fills it. */
  readonly contents: <About, Content>(slot: Slot<About, Content>, about: About) => readonly Content[];
};

/** A new set of slots, all empty. */
export function createSlots(): Slots {
  const fillers = new Map<object, Filler[]>();
  return {
    fill: (slot, filler) => {
      fillers.set(slot, [...(fillers.get(slot) ?? []), filler as Filler]);
    },
    contents: <About, Content>(slot: Slot<About, Content>, about: About) =>
      // Keyed by the slot itself: only fillers of this very type are under it.
      (fillers.get(slot) ?? []).map((filler) => filler(about) as Content),
  };
}

type Filler = (about: unknown) => unknown;
