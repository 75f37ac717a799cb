import { environment } from './environment.ts';

/**
 * Where a request comes from, for throttles. Each proxy of ours adds whom it heard from at the end of
 * `X-Forwarded-For`; what stands before that was written by the sender, and is not believed.
 *
 * @param socket address at the other end of the connection
 */
export function clientAddressOf(request: Request, socket: string, proxies = environment.PROXIES): string {
  if (proxies === 0) return socket;
  const hops = (request.headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return hops.at(-proxies) || socket;
}
