import { runCommand } from "./run-command.ts";

// A reader that closes early, as `| head` does, is no error of ours.
process.stdout.on("error", () => process.exit(0));
process.exitCode = await runCommand(process.argv.slice(2), {
  out: process.stdout, err: process.stderr, environment: process.env, isTerminal: process.stdout.isTTY,
});
