export { verifyEs256 } from "./es256.ts";
export { keyring, publicKeysFrom, type Keyring, type Rotation } from "./keyring.ts";
export { keyRoutes } from "./routes.ts";
export { open, seal } from "./sealed.ts";
export { DEMO_SECRET_FILE, ownSecret, secretOrigin, type SecretOrigin } from "./own-secret.ts";
