import { expect, test } from "vitest";
import { receiptIn } from "./receipt-number.ts";

test("a receipt number is read as it is told on the telephone", () => {
  expect(["0125-00031", "012500031", " ０１２５－０００３１ ", "0125 00031", "0125-31", "", "0125-000311", "01250003112", "0125-00031123"].map(receiptIn)).toEqual(["0125-00031", "0125-00031", "0125-00031", "0125-00031", null, null, "0125-000311", "0125-0003112", null]);
});
