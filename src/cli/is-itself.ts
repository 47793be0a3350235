import { portOf } from '../proxy/port-of.ts';

const loopbacks = ['localhost', '127.0.0.1', '[::1]'];
const everywhere = ['0.0.0.0', '[::]'];

/** Whether what listens there would pass requests on to itself, without end. */
export function isItself(target: URL, host: string, port: number): boolean {
  if (port === 0 || portOf(target) !== port) return false;
  const { hostname } = target;
  const own = host.includes(':') ? `[${host}]` : host.toLowerCase();
  if (hostname === own) return true;
  // Either may be the other by its name; two addresses may well be of two programs.
  const isNamed = hostname === 'localhost' || own === 'localhost' || everywhere.includes(own);
  return isNamed && loopbacks.includes(hostname) && [...loopbacks, ...everywhere].includes(own);
}
