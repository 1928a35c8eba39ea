/** With it every server that is started here shows its metrics. */
export const METRICS_TOKEN = 'whoever measures this server';

/** What the operator of the server sees. */
export async function metricsOf(url: string, init: RequestInit = {}): Promise<string> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  return (await fetch(`${url}/metrics`, { ...init, headers })).text();
}
