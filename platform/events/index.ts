export { createEvents, defineEvent, type Event, type Events } from "./events.ts";
export { createSlots, defineSlot, type Slot, type Slots } from "./slots.ts";
