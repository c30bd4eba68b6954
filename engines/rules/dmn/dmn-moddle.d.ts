/** What we use of dmn-moddle, which comes without types. */
declare module "dmn-moddle" {
  export type Moddle = {
    fromXML(xml: string, type: string): Promise<{ rootElement: unknown; warnings: readonly { message: string }[] }>;
    toXML(element: unknown, options: { format: boolean; preamble: boolean }): Promise<{ xml: string }>;
    create(type: string, attributes?: Readonly<Record<string, unknown>>): Record<string, unknown>;
  };
  export function DmnModdle(packages: Readonly<Record<string, unknown>>): Moddle;
}
