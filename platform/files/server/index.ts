export { s3Bucket, type Bucket, type BucketConfig } from "./bucket.ts";
export { fileStore, type FileStore, type HeldFile, type NewFile } from "./file-store.ts";
export type { FileFacts } from "./store.ts";
export { sweepBucket } from "./sweep-bucket.ts";
