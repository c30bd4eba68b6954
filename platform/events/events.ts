/** Something that happened in one module and others may act on. The type of what it carries is known to both sides. */
export type Event<Payload> = { readonly name: string; readonly carries?: (payload: Payload) => Payload };

/** Declared by the module in which it happens; names are `module.what-happened`. */
export function defineEvent<Payload>(name: string): Event<Payload> {
  return { name };
}

/** Tells handlers of events. Modules publish; only the server's wiring subscribes, before anything runs. */
export type Events = {
  readonly on: <Payload>(event: Event<Payload>, handler: (payload: Payload) => void | Promise<void>) => void;
  /** Runs the handlers one after the other, in the order of subscribing, inside whatever transaction the caller is in. What one throws reaches the publisher. */
  readonly publish: <Payload>(event: Event<Payload>, payload: Payload) => Promise<void>;
};

/** A new switchboard without subscribers. */
export function createEvents(): Events {
  const handlers = new Map<object, Handler[]>();
  return {
    on: (event, handler) => {
      // The event itself is the key, so a handler only ever gets what its own event carries.
      handlers.set(event, [...(handlers.get(event) ?? []), handler as Handler]);
    },
    publish: async (event, payload) => {
      for (const handler of handlers.get(event) ?? []) await handler(payload);
    },
  };
}

type Handler = (payload: unknown) => void | Promise<void>;
