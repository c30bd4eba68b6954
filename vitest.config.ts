import { defineConfig } from "vitest/config";

const shared = { jsx: "automatic" as const, jsxImportSource: "preact" };

export default defineConfig({
  oxc: { jsx: { runtime: shared.jsx, importSource: shared.jsxImportSource } },
  test: {
    globalSetup: ["platform/portal-ui/test-global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // As many files at a time as there are cores: half of what tests wait for is a browser, PostgreSQL or a process of its own.
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "unit", globalSetup: ["platform/db/server/test-global-setup.ts"], include: ["{apps,bench,docs,engines,platform,services}/**/*.test.{ts,tsx}"] } },
      { extends: true, test: { name: "journeys", globalSetup: ["journeys/global-setup.ts"], include: ["journeys/**/*.test.{ts,tsx}"], testTimeout: 90_000, hookTimeout: 120_000 } },
    ],
  },
});
