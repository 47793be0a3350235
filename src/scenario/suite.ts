import type { Level } from '../model/requirement.ts';
import type { Context, Observer } from './context.ts';
import type { Scenario } from './scenario.ts';

/** What a suite says once for all of its scenarios. */
export interface SuiteOptions {
  /** Below `https://spec.matrix.org/latest/`, with its fragment. */
  readonly section: string;
  /** The operations under test, by operationId. */
  readonly operations: readonly string[];
}

/** One scenario, as its author writes it. */
export interface ScenarioOptions {
  /** A sentence that could be false of a homeserver. */
  readonly title: string;
  /** Rows of the catalogue: `['A3', 'A4']`. */
  readonly rows: readonly string[];
  /** Where the specification says so, if elsewhere than the suite says. */
  readonly section?: string;
  /** Operations under test here beside those of the suite. */
  readonly operations?: readonly string[];
  /** The Matrix version that brought it: `v1.16`. */
  readonly since?: string;
  /** What it might do to a homeserver: then it is run only where that was allowed. */
  readonly unsafe?: string;
  /**
   * Whether its users are lent to no other scenario afterwards, where others can be had: a homeserver
   * that takes what it had to refuse may show it to them in answers to come.
   */
  readonly isIsolated?: boolean;
  readonly run: (context: Context) => Promise<void>;
}

/** A scenario that demands nothing, as its author writes it: it has no checks. */
export interface ObservationOptions extends Omit<ScenarioOptions, 'run'> {
  readonly run: (observer: Observer) => Promise<void>;
}

type Add = (name: string, options: ScenarioOptions) => void;

/** The scenarios of one document of the specification, in the order in which they are written. */
export interface Suite extends SuiteOptions {
  /** The document's name: `room_state`. */
  readonly name: string;
  readonly scenarios: readonly Scenario[];
  /** Adds something that a homeserver MUST do. The id is `suite/name`, and permanent. */
  readonly must: Add;
  /** Adds something that a homeserver SHOULD do: not met, it is advice. */
  readonly should: Add;
  /**
   * Adds what the specification leaves open: it is noted what a homeserver does. What is judged is
   * that it does not break down, and that its errors are standard ones.
   */
  readonly observes: (name: string, options: ObservationOptions) => void;
}

/** Begins a suite. @throws TypeError, from `must` and `should`, where an id is used twice. */
export function suite(name: string, options: SuiteOptions): Suite {
  const scenarios: Scenario[] = [];
  const add =
    (level: Level): Add =>
    (scenarioName, { operations = [], ...rest }) => {
      const id = `${name}/${scenarioName}`;
      if (scenarios.some((other) => other.id === id)) throw new TypeError(`${id} is there twice`);
      const all = [...options.operations, ...operations];
      scenarios.push({
        section: options.section,
        ...rest,
        id,
        level,
        suite: name,
        operations: all,
      });
    };
  const [must, should, observes] = [add('MUST'), add('SHOULD'), add('UNSPECIFIED')];
  return { name, ...options, scenarios, must, should, observes };
}
