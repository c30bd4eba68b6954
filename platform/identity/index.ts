export { LOGIN, passwordFault, PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "./credentials.ts";
export {
  bodyView, codeBody, codeRemoval, codeView, createdPerson, externalBody, externalRemoval, newBody, newPerson, newPost, oneTimePassword, openIdCodeBody, passwordBody, PEOPLE_PAGE, peopleQuery,
  peopleReply, personChange, personView, postView, sessionView, signInBody, signInGround, type BodyView, type PersonView, type SessionView,
} from "./people-view.ts";
export { grantsOf, reachOf, ROLE_FACTS, ROLES, type Role } from "./roles.ts";
export { decideSignIn, FORGOTTEN_MINUTES, LOCK_MINUTES, lockOf, TRIES, type KeptTries, type SignInDecision, type SignInFacts } from "./sign-in-rules.ts";
