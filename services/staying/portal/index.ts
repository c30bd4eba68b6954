export { stayingCard } from "./staying-card.tsx";
