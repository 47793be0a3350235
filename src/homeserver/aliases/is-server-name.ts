import { isIPv4, isIPv6 } from 'node:net';

/** Whether a text is a server name: a host and perhaps a port (appendices/#server-name). */
export function isServerName(name: string): boolean {
  const parts =
    /^(?:\[(?<ipv6>[0-9A-Fa-f:.]{2,45})\]|(?<host>[0-9A-Za-z.-]{1,255}))(?::\d{1,5})?$/.exec(
      name,
    )?.groups;
  if (parts === undefined) return false;
  const { ipv6, host = '' } = parts;
  if (ipv6 !== undefined) return isIPv6(ipv6);
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) ? isIPv4(host) : true;
}
