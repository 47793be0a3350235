import type { TrafficFinding } from '../model/traffic.ts';
import { blamedOperation } from './blamed-operation.ts';
import { findingFacts, type SidedFinding, sidedFindings } from './finding-facts.ts';
import { createFindingShelf, type FirstSeen } from './finding-shelf.ts';
import { isExcused } from './is-excused.ts';
import { type KeptExchange, keepExchange } from './kept-exchange.ts';
import { redactSpoken } from './redact-spoken.ts';
import type { Spoken } from './spoken.ts';
import type { JudgedExchange, TrafficJudge } from './traffic-judge.ts';

/** How many root causes are kept with their exchanges: of each of these for itself. */
const most = { homeserver: 300, client: 150, information: 150 };

/** Of an answer that only shows that it came, in characters. */
const longestExample = 2000;

/** Findings by whose fault they are, and what is nobody's. */
export interface FindingKeeper {
  /** Keeps what was found. @returns what makes a short exchange to be kept of this one */
  add(spoken: Spoken, judged: JudgedExchange): () => KeptExchange;
  /** How many root causes are somebody's fault. */
  count(): number;
  findings(target: string): readonly TrafficFinding[];
  information(target: string): readonly TrafficFinding[];
  /** How many exchanges showed what found no room any more. */
  left(): number;
}

/** A keeper of nothing yet. @param judge judges each kept exchange again, when it is redacted */
export function createFindingKeeper(judge: TrafficJudge, showContents: boolean): FindingKeeper {
  const homeserver = createFindingShelf(most.homeserver);
  const client = createFindingShelf(most.client);
  const information = createFindingShelf(most.information);
  return {
    add(spoken, judged) {
      const found = blamedOperation(judged);
      const clean = once(() => redactSpoken(spoken, found, showContents));
      const operationId = judged.found?.operation.operationId;
      const kept = once(() => keepExchange(clean().spoken, operationId));
      const short = () => keepExchange(clean().spoken, operationId, longestExample);
      if (found === undefined) return short;
      const again = once(() => sidedFindings(judge.judge(clean().spoken), spoken.status));
      const size = (spoken.request.body?.length ?? 0) + (spoken.response.body?.length ?? 0);
      const see = (sided: SidedFinding): FirstSeen => {
        const redacted = again().find(({ id }) => id === sided.id);
        const facts = findingFacts(sided, found, spoken.status, redacted);
        // What the homeserver said may be in each of its texts.
        const cleaned = Object.entries(facts).map(([name, value]) => [
          name,
          typeof value === 'string' ? clean().clean(value) : value,
        ]);
        return { facts: Object.fromEntries(cleaned) as typeof facts, kept: kept() };
      };
      for (const sided of sidedFindings(judged, spoken.status)) {
        const isInformation = isExcused(found, spoken, sided.finding);
        const shelf = isInformation ? information : sided.side === 'client' ? client : homeserver;
        // Whoever echoes a token as the name of a member would have it in the id.
        const id = shelf.isNew(sided.id) ? clean().clean(sided.id) : sided.id;
        shelf.add(id, size, () => see(sided));
      }
      return short;
    },
    count: () => homeserver.size + client.size,
    findings: (target) => [...homeserver.findings(target), ...client.findings(target)],
    information: (target) => information.findings(target),
    left: () => homeserver.left + client.left + information.left,
  };
}

/** What is made when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
