import { dateAndTime, FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime } from "feelin";
import type { DmnModel, ItemDefinition } from "./dmn-model.ts";
import { type FeelValue, isContext, isList } from "./feel-value.ts";

/** The types of FEEL by the names DMN has for them (10.3.2.1), older spellings too. */
const BUILT_IN: Readonly<Record<string, (value: FeelValue) => boolean>> = {
  Any: () => true,
  Null: (value) => value === null,
  number: (value) => typeof value === "number",
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  date: (value) => value instanceof FeelDate,
  time: (value) => value instanceof FeelTime,
  "date and time": (value) => value instanceof FeelDateTime,
  dateTime: (value) => value instanceof FeelDateTime,
  duration: (value) => value instanceof FeelDuration,
  "days and time duration": (value) => value instanceof FeelDuration && !value.yearsMonths,
  dayTimeDuration: (value) => value instanceof FeelDuration && !value.yearsMonths,
  "years and months duration": (value) => value instanceof FeelDuration && value.yearsMonths,
  yearMonthDuration: (value) => value instanceof FeelDuration && value.yearsMonths,
  context: isContext,
  list: isList,
  function: (value) => value instanceof FeelFunction,
  range: (value) => value instanceof FeelRange,
};

/** Whether a type is one of FEEL's own. */
export function isBuiltInType(name: string): boolean {
  return Object.hasOwn(BUILT_IN, name);
}

/** Where names of types lead: the model they are written in, those it imports, and how unary tests are asked. */
export type TypeScope = {
  readonly model: DmnModel;
  readonly imported: (namespace: string) => DmnModel | null;
  readonly test: (tests: string, value: FeelValue) => boolean;
};

/** The value as the type takes it, or that it does not conform (10.3.2.9.4): then the value is null. */
export type Conformed = { readonly ok: boolean; readonly value: FeelValue };

/**
 * The conversions DMN allows where a value meets a type (10.3.2.9.4): a list of one becomes its item, a value becomes a list of one, a
 * date becomes its first moment. Null conforms to every type.
 */
export function conform(value: FeelValue, typeRef: string | null, scope: TypeScope): Conformed {
  if (value === null || typeRef === null || conforms(value, typeRef, scope)) return { ok: true, value };
  if (isList(value) && value.length === 1 && conforms(value[0] ?? null, typeRef, scope)) return { ok: true, value: value[0] ?? null };
  if (!isList(value) && isListType(typeRef, scope) && conforms([value], typeRef, scope)) return { ok: true, value: [value] };
  const moment = value instanceof FeelDate ? dateAndTime(`${value.iso}T00:00:00Z`) : null;
  if (moment !== null && conforms(moment, typeRef, scope)) return { ok: true, value: moment };
  return { ok: false, value: null };
}

/** Whether a value is one of the type's, as it stands. */
export function conforms(value: FeelValue, typeRef: string, scope: TypeScope): boolean {
  if (value === null) return true;
  const own = definition(typeRef, scope);
  if (own !== null) return conformsToDefinition(value, own.type, own.scope);
  return BUILT_IN[typeRef]?.(value) ?? true;
}

function conformsToDefinition(value: FeelValue, type: ItemDefinition, scope: TypeScope): boolean {
  if (value === null) return true;
  if (type.isCollection) return isList(value) && value.every((item) => conformsToItem(item, type, scope)) && (type.constraint === null || scope.test(type.constraint, value));
  return conformsToItem(value, type, scope) && (type.constraint === null || scope.test(type.constraint, value));
}

function conformsToItem(value: FeelValue, type: ItemDefinition, scope: TypeScope): boolean {
  if (value === null) return true;
  if (type.functionItem !== null) return value instanceof FeelFunction;
  if (type.components.length > 0) return isContext(value) && type.components.every((part) => part.name in value && conformsToDefinition(value[part.name] ?? null, part, scope));
  if (type.typeRef !== null && !conforms(value, type.typeRef, scope)) return false;
  return type.allowed === null || isAllowed(value, type, scope);
}

/** The allowed values of a type over a list type are those of its items. */
function isAllowed(value: FeelValue, type: ItemDefinition, scope: TypeScope): boolean {
  const tests = type.allowed ?? "-";
  return isList(value) && type.typeRef !== null && isListType(type.typeRef, scope) ? value.every((item) => scope.test(tests, item)) : scope.test(tests, value);
}

function isListType(typeRef: string, scope: TypeScope): boolean {
  const own = definition(typeRef, scope);
  if (own === null) return typeRef === "list";
  return own.type.isCollection || (own.type.typeRef !== null && isListType(own.type.typeRef, own.scope));
}

/** The definition a name leads to; null for FEEL's own types. Names of imported types carry the import's name and a dot. */
export function definition(typeRef: string, scope: TypeScope): { readonly type: ItemDefinition; readonly scope: TypeScope } | null {
  const type = scope.model.types.find(({ name }) => name === typeRef);
  if (type !== undefined) return { type, scope };
  for (const { name, namespace } of scope.model.imports) {
    const rest = name === "" ? typeRef : typeRef.startsWith(`${name}.`) ? typeRef.slice(name.length + 1) : null;
    const model = rest === null ? null : scope.imported(namespace);
    const found = model === null || rest === null ? null : definition(rest, { ...scope, model });
    if (found !== null) return found;
  }
  return null;
}
