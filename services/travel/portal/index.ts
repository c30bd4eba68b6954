export { AnswerPage, type AnswerPageProps } from "./answer-page.tsx";
export { AreasPage, type AreaGroup, type AreasPageProps } from "./areas-page.tsx";
export { travelCard } from "./clause-card.tsx";
export { areasAlert, travelDoor } from "./doors.ts";
export { HistoryPage } from "./history-page.tsx";
export { StricterPage, type StricterPageProps } from "./stricter-page.tsx";
export { TravelFormPage, type TravelFormProps } from "./travel-form.tsx";
