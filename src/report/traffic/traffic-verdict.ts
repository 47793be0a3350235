import type { Outcome } from '../../model/outcome.ts';
import { standing } from '../../model/standing.ts';
import type { ConcludedTraffic } from '../../model/traffic.ts';
import { plural } from '../plural.ts';
import { visible } from '../visible.ts';

/** One sentence or two: whether the traffic breaks the specification, as its exit code says. */
export function trafficVerdict({ traffic, run }: ConcludedTraffic): string {
  const { judged, judgedInPart = 0, problems, exitCode } = traffic;
  const { strict, expectations = 'the expectations' } = run.plan;
  const inPart = judged === 0 ? judgedInPart : 0;
  const looked = judged + inPart;
  const of = `Of ${plural(looked, 'answer')} that ${looked === 1 ? 'was' : 'were'} judged${inPart === 0 ? '' : ' in part'}`;
  const known = run.outcomes.filter((one) => standing(one, strict) === 'known').length;
  const but = known === 0 ? '' : ` but for ${plural(known, 'known finding')}`;
  if (exitCode === 2) {
    const nothing = `no answer was judged${inPart === 0 ? '' : ' as a whole'}.`;
    const [problem = judged === 0 ? nothing : 'not everything could be judged.'] = problems;
    return `Cannot say whether the homeserver keeps to the specification: ${visible(problem, 600)}`;
  }
  if (exitCode === 0) return `${of}, none breaks the specification${but}.`;
  const against = run.outcomes.filter((one) => standing(one, strict) === 'against');
  const ofVerdict = (verdict: Outcome['verdict']) =>
    against.filter((one) => one.verdict === verdict).length;
  const [broken, clients] = [ofVerdict('fail'), ofVerdict('advice')];
  const passes = against.length - broken - clients;
  const parts = [
    ...(broken > 0 ? [`the homeserver breaks the specification in ${plural(broken, 'way')}`] : []),
    ...(clients > 0 ? [`clients do in ${plural(clients, 'way')} (--strict)`] : []),
    ...(passes > 0
      ? [
          `${plural(passes, 'entry').replace(/ys$/, 'ies')} of ${visible(expectations)} did not come true`,
        ]
      : []),
  ];
  const told = `${parts.join('; ')}${but}.`;
  if (looked > 0) return `${of}: ${told}`;
  return `${told.replace(/^./, (letter) => letter.toUpperCase())} No answer was held against a document.`;
}
