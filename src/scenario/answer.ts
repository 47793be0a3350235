// Suites import from this folder alone: what they need of an answer is handed on here.
export { type Answer, errcodeOf, isRecord, jsonOf, memberOf } from '../client/answer.ts';
