import Fastify from "fastify";
import fc from "fast-check";
import { expect, test } from "vitest";
import { answersTo, CHOICES, field, FORMS, named, SETTING } from "./example-forms.ts";
import { formSchema } from "./json-schema.ts";
import { checkAnswers } from "./reading/read-answers.ts";

type Validate = (answers: unknown) => boolean;

/** The validator that programs of others use: ajv, as the web server carries it. It knows the draft before by name; all that a form's schema says means the same there. */
async function withValidator(use: (validatorOf: (schema: Readonly<Record<string, unknown>>) => Validate) => void): Promise<void> {
  const app = Fastify({ ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } } });
  app.get("/", (request) => {
    use((schema) => {
      const { $schema, ...rest } = schema;
      expect($schema).toBe("https://json-schema.org/draft/2020-12/schema");
      const validate = request.compileValidationSchema(rest);
      return (answers) => validate(answers) === true;
    });
    return { held: true };
  });
  const { body } = await app.inject("/");
  await app.close();
  expect(body).toBe('{"held":true}');
}

test("the schema and the check agree on answers to any form", async () => {
  let right = 0;
  await withValidator((validatorOf) => fc.assert(fc.property(FORMS.chain((form) => fc.tuple(fc.constant(form), fc.array(answersTo(form), { minLength: 5, maxLength: 5 }))), ([form, several]) => {
    const validate = validatorOf(formSchema(form, "zh"));
    for (const answers of several) {
      const fits = checkAnswers(form, answers, SETTING).faults.length === 0;
      right += fits ? 1 : 0;
      expect([answers, validate(answers)]).toEqual([answers, fits]);
    }
  }), { numRuns: 300 }));
  // Neither always says yes nor always no.
  expect(right).toBeGreaterThan(100);
  expect(right).toBeLessThan(1_400);
}, 120_000);

test("a question on a condition is required by if and then, along the whole chain", async () => {
  const form = [
    field({ kind: "choices", choices: CHOICES }, { key: "what", name: named("哪里", "What"), hint: named("可以多选", "As many as you like"), required: true }),
    field({ kind: "yes-no" }, { key: "danger", required: true, onlyIf: { field: "what", is: ["gas", "equipment"] } }),
    field({ kind: "text", lengthMax: 80 }, { key: "who", required: true, onlyIf: { field: "danger", is: [true] } }),
  ];
  expect(formSchema(form, "en")).toMatchObject({ required: ["what"], properties: { what: { title: "What", description: "As many as you like", type: "array" }, danger: { type: "boolean" } } });
  await withValidator((validatorOf) => {
    const validate = validatorOf(formSchema(form, "en"));
    expect([{ what: ["other"] }, { what: ["gas"] }, { what: ["gas"], danger: false }, { what: ["gas", "other"], danger: true }, { what: ["gas"], danger: true, who: "物业" }, { what: ["other"], danger: true }].map(validate)).toEqual([true, false, true, false, true, true]);
  });
});
