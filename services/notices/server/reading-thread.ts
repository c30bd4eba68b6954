/** A thread that reads long notices, one message a text, so that pages go on being answered meanwhile. */
import { readNotice } from "#engines/reading";
import { parentPort } from "node:worker_threads";

parentPort?.on("message", (text: string) => parentPort?.postMessage(readNotice(text)));
