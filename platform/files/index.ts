export { BYTES_MAX, cleanName, MEDIA_TYPES, mediaTypeOf, type FileRefusal, type MediaType } from "./accepted.ts";
