import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When a process began, in words that only compare; null when there is none. With the number it names one process for
 * ever: numbers alone are used again, in a container soon.
 */
export function processStart(pid: number): string | null {
  if (process.platform === "linux") return startInProc(pid);
  const { status, stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

function startInProc(pid: number): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // Fields count from behind the program's name, which may hold blanks and brackets; the start is the 22nd of all.
    const [, fields = ""] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return `${boot} ${fields.split(" ")[19] ?? ""}`;
  } catch {
    return null;
  }
}
