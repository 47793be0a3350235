/**
 * The library: what the command line does, for programs.
 *
 * `checkHomeserver` is all that most need. The rest is for following a run (`createPlan`,
 * `runPlan`), writing its reports (`reports` has every format, `junit` and `json` by themselves;
 * `terminalSummary`, `startProgress`), telling
 * scenarios of one's own (`suite`), and trying them on the reference homeserver
 * (`startHomeserver`). `checkExamples` holds the examples of documents against their schemas;
 * `judge` an answer of any client against the document of its operation.
 */

export { suites } from '../suites/suites.ts';
export { type Answer, errcodeOf, jsonOf, memberOf } from './client/answer.ts';
export type { AccountOptions, AccountWay } from './client/auth/account-options.ts';
export type { Credentials } from './client/auth/password-login.ts';
export type { Arguments } from './client/prepare-request.ts';
export type { Variation } from './client/variation.ts';
export type { Checker, Plan, Shard } from './engine/plan.ts';
export { regrade } from './engine/regrade/regrade.ts';
export type { RegradePlan } from './engine/regrade/regrade-plan.ts';
export { type RunControl, runPlan } from './engine/run-plan.ts';
export { checkExamples, type ExamplesOptions } from './examples/check-examples.ts';
export type { Examples } from './examples/check-once.ts';
export { InputError } from './examples/find-input.ts';
export { allRules as exampleRules, type RuleId as ExampleRuleId } from './examples/rules.ts';
export { ExpectationsError } from './expectations/expectations-error.ts';
export type { RunningHomeserver } from './homeserver/http/listen.ts';
export { type StartOptions, startHomeserver } from './homeserver/start-homeserver.ts';
export { checkHomeserver } from './library/check-homeserver.ts';
export { createPlan, type PlanOptions } from './library/create-plan.ts';
export { type Judged, type JudgeFinding, type JudgeOptions, judge } from './library/judge.ts';
export type {
  GivenBody,
  GivenHeaders,
  GivenRequest,
  GivenResponse,
} from './library/spoken-message.ts';
export type {
  ExampleFinding,
  ExampleFrame,
  ExamplePlace,
  ExampleRule,
  ExamplesResult,
} from './model/example-finding.ts';
export type { Exchange, ExchangeRequest, ExchangeResponse } from './model/exchange.ts';
export type {
  Expectable,
  Expectation,
  Expectations,
  FileLine,
  Judgement,
  LineEdit,
  Met,
  Span,
} from './model/expectation.ts';
export type { Location, Operation } from './model/operation.ts';
export type { Outcome, Try } from './model/outcome.ts';
export type { LentUser, Recording, Wait } from './model/recording.ts';
export type { Change, ChangeKind, Grade, Regraded } from './model/regraded.ts';
export type { Level, Requirement } from './model/requirement.ts';
export type { RunEvent } from './model/run-event.ts';
export type { PlanFacts, Proof, RunResult, ServerFacts } from './model/run-result.ts';
export { type Standing, standing } from './model/standing.ts';
export type { Stop, Transcript } from './model/transcript.ts';
export { type Verdict, verdicts } from './model/verdict.ts';
export type { DecidingKind, Violation, ViolationKind } from './model/violation.ts';
export { type LoadOptions, loadSpecification } from './openapi/load-specification.ts';
export type { Specification } from './openapi/specification.ts';
export { SpecificationError } from './openapi/specification-error.ts';
export { json } from './report/json.ts';
export { junit } from './report/junit.ts';
export { type ProgressLook, startProgress } from './report/progress.ts';
export { type Report, type ReportFormat, reports } from './report/reports.ts';
export { type Look, terminalSummary } from './report/terminal.ts';
export type { Check } from './scenario/check.ts';
export type { Context } from './scenario/context.ts';
export type { Entry } from './scenario/entry.ts';
export type { NamedRefusal, Refusal } from './scenario/refusal.ts';
export type { RefusedBeside } from './scenario/refuse.ts';
export type { Scenario } from './scenario/scenario.ts';
export { inconclusive, unsupported } from './scenario/stop-scenario.ts';
export { type ScenarioOptions, type Suite, type SuiteOptions, suite } from './scenario/suite.ts';
export type { RoomOptions, User } from './scenario/user.ts';
