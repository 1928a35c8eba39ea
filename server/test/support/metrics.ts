/** With it every server that is started here shows its metrics. */
export const METRICS_TOKEN = 'whoever measures this server';
export const asOperator = { authorization: `Bearer ${METRICS_TOKEN}` };

/** What the operator of the server sees. */
export async function metricsOf(url: string, init: RequestInit = {}): Promise<string> {
  return (await fetch(`${url}/metrics`, { ...init, headers: asOperator })).text();
}
