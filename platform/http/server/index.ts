export { createHttpServer, type HttpServer, type HttpServerOptions } from "./http-server.ts";
export { describeInterface, type OpenApi, type OpenApiOperation } from "./openapi.ts";
export { jsonRoute, Refused, refuse, WrittenJson, type Call } from "./json-route.ts";
export type { Authenticate } from "./authorize.ts";
export type { Route, RouteContract } from "./route.ts";
export { HTTP_LIMITS, type HttpLimits } from "./limits.ts";
export type { ProblemPageFacts, SendProblem } from "./problems.ts";
export {
  makeRepresentation, representationCache, sendOnce, sendRepresentation, type Representation, type RepresentationCache,
} from "./representation.ts";
export { multipartReader, type UploadedFile, type UploadLimits, type UploadOutcome } from "./upload.ts";
